-- Case files change hands when two records of one person are merged.
alter table person_merge_row drop constraint person_merge_row_kind_check;
alter table person_merge_row add constraint person_merge_row_kind_check check (kind in
    ('ENTITLEMENT', 'DECISION', 'FACT_GONE', 'FACT_KEPT', 'FACT_NEW', 'MEMBER', 'HEAD', 'RECORD', 'CASE'));
