-- The cases of a step, in the order of the lists: a step that few cases are in is not looked for among all that run.
create index case_file_step on case_file (step, sort_due, id) where state in ('OPEN', 'WAITING', 'DECIDED');
