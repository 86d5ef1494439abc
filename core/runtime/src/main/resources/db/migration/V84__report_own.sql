-- What an account chose last for a report, where that is not what the report says by itself; and the reports that it marked.
create table report_choice (
    account  text  not null,
    report   text  not null,
    chosen   jsonb not null,
    primary key (account, report)
);
create table report_favourite (
    account  text not null,
    report   text not null,
    primary key (account, report)
);

alter table report_choice enable row level security;
create policy report_choice_own on report_choice using (account = (select scope_account()));
alter table report_favourite enable row level security;
create policy report_favourite_own on report_favourite using (account = (select scope_account()));
