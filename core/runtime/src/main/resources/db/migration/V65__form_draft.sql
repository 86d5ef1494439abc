-- What was typed into a form and not handed in; people may be named in it, so nobody but the account itself reads it.
create table ansinh.form_draft (
    account text        not null,
    form    text        not null,
    typed   jsonb       not null,
    at      timestamptz not null,
    primary key (account, form)
);
alter table ansinh.form_draft enable row level security;
create policy form_draft_own on ansinh.form_draft using (account = (select ansinh.scope_account()));
