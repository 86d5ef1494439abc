-- Archives of reports are brought like programs: kept, followed by every node, removed in the same place.
alter table ansinh.plugin drop constraint plugin_kind_check;
alter table ansinh.plugin add constraint plugin_kind_check check (kind in ('JAR', 'KAR', 'SHIPPED', 'REPORT'));
