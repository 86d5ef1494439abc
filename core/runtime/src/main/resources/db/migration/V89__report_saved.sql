-- Choices for a report that an account keeps under a name: criteria of a look-up, a unit and a period that are often asked for.
create table report_saved (
    account  text        not null,
    report   text        not null,
    name     text        not null check (length(name) between 1 and 80),
    chosen   jsonb       not null,
    saved_at timestamptz not null default now(),
    primary key (account, report, name)
);
comment on table report_saved is 'choices for a report that an account keeps under a name';
comment on column report_saved.chosen is 'values by name of parameter';

alter table report_saved enable row level security;
create policy report_saved_own on report_saved using (account = (select scope_account()));
