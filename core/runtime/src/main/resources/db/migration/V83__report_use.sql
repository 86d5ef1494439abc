-- Who ran which report, with what, and what came out: the history of a report.
create table report_use (
    id         bigint generated always as identity primary key,
    report     text        not null,
    version    text        not null,
    chosen     jsonb       not null,
    format     text        check (format in ('XLSX', 'DOCX', 'PDF', 'CSV')),
    account    text        not null,
    full_name  text        not null,
    unit_id    bigint      not null,
    as_of      timestamptz not null,
    rows       bigint      not null check (rows >= 0),
    job        bigint      not null default 0
);
create index report_use_report on report_use (report, id);
create index report_use_account on report_use (account, report, id);
comment on table report_use is 'that somebody ran a report; never changes';
comment on column report_use.chosen is 'values by name of parameter';
comment on column report_use.format is 'null: on the screen';
comment on column report_use.unit_id is 'whose subtree the account could see then; 0 for the country';
comment on column report_use.as_of is 'the moment whose data it showed';
comment on column report_use.job is 'that wrote the file; 0 for none';

alter table report_use enable row level security;
create policy report_use_add on report_use for insert with check (account = (select scope_account()));
create policy report_use_read on report_use for select
    using (account = (select scope_account())
        or (select scope_unit()) = 0 or unit_id = any ((select scope_units())::bigint[]));
