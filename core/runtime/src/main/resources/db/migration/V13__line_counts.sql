-- The people of a list are counted without looking at its lines person by person.
alter table payroll_line add column counts boolean not null default true;
alter table payroll_line_annulled add column counts boolean not null default true;
comment on column payroll_line.counts is
    'one line of each person on a list, of the month itself where there is one: to count people';
