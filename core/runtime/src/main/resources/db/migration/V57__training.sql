-- Whether this database was made for training. Said once, before anybody works with it, and never again.
create table installation (
    single    boolean primary key default true check (single),
    training  boolean not null,
    born_at   timestamptz not null default now()
);
-- Where there are accounts, people have worked: it is real.
insert into installation (training) select false where exists (select from account);
create trigger installation_never_changes before update or delete or truncate on installation
    for each statement execute function payroll_never_changes();
-- No policy: the platform alone asks and says it.
alter table installation enable row level security;
