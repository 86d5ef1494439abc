-- Registers of numbers: per agency (or unit without one), kind and year. The row is locked until who takes a number has signed.
create table document_register (
    id         bigint generated always as identity primary key,
    agency_id  bigint not null,
    unit_id    bigint not null references unit,
    kind       text not null check (kind ~ '^[a-z][a-z0-9-]{0,59}$'),
    year       integer not null check (year between 1990 and 2200),
    last       integer not null check (last >= 0)
);
create unique index document_register_agency on document_register (agency_id, kind, year) where agency_id <> 0;
create unique index document_register_unit on document_register (unit_id, kind, year) where agency_id = 0;
comment on column document_register.agency_id is 'whose it is; 0 for the unit''s own';

create table document_number (
    id             bigint generated always as identity primary key,
    register_id    bigint not null references document_register,
    number         integer not null check (number > 0),
    text           text not null,
    day            date not null,
    owner_kind     text not null,
    owner_id       bigint not null,
    about          text not null,
    taken_by       text not null,
    taken_at       timestamptz not null,
    cancelled_by   text,
    cancelled_at   timestamptz,
    cancelled_why  text,
    unique (register_id, number),
    check (num_nulls(cancelled_by, cancelled_at, cancelled_why) in (0, 3))
);
create index document_number_owner on document_number (owner_kind, owner_id);

-- How papers of a kind are written at an agency where it is not as the platform writes them.
create table document_notation (
    agency_id  bigint not null,
    unit_id    bigint not null references unit,
    kind       text not null,
    notation   text not null check (length(notation) <= 60),
    set_by     text not null,
    set_at     timestamptz not null,
    primary key (agency_id, unit_id, kind)
);

alter table document_register enable row level security;
create policy document_register_read on document_register for select using ((select ansinh.scope_unit()) = 0
    or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit())));
create policy document_register_added on document_register for insert with check ((select ansinh.scope_unit()) = 0
    or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit())));
create policy document_register_changed on document_register for update using ((select ansinh.scope_unit()) = 0
    or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit())));
create policy document_register_removed on document_register for delete using ((select ansinh.platform()));

alter table document_notation enable row level security;
create policy document_notation_read on document_notation for select using ((select ansinh.scope_unit()) = 0
    or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit())));
create policy document_notation_added on document_notation for insert with check ((select ansinh.scope_unit()) = 0
    or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit())));
create policy document_notation_changed on document_notation for update using ((select ansinh.scope_unit()) = 0
    or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit())));
create policy document_notation_removed on document_notation for delete using ((select ansinh.platform()));

-- What was taken stays: a number is cancelled, never removed.
alter table document_number enable row level security;
create policy document_number_read on document_number for select using (
    exists (select from ansinh.document_register r where r.id = register_id));
create policy document_number_taken on document_number for insert with check (
    exists (select from ansinh.document_register r where r.id = register_id));
create policy document_number_cancelled on document_number for update using (
    exists (select from ansinh.document_register r where r.id = register_id));
create policy document_number_removed on document_number for delete using ((select ansinh.platform()));
