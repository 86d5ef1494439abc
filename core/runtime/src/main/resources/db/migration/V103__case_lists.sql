-- Lists with what has ended, in the same order.
drop index case_file_ended;
create index case_file_all on case_file (sort_due, id);
create index case_file_unit_all on case_file (unit_id, sort_due, id);
