-- Who saw and changed what. Rows are only ever added; batches of them are chained by their hashes.
create table audit_entry (
    id            bigint generated always as identity primary key,
    xid           xid8 not null,
    at            timestamptz not null,
    account       text not null,
    full_name     text not null,
    unit_id       bigint not null,
    address       text,
    channel       text not null,
    request_id    text,
    act           text not null check (act in ('READ', 'LIST', 'EXPORT', 'CHANGE')),
    subject_kind  text not null,
    subject_id    bigint not null default 0,
    ids           bigint[],
    action        text not null default '',
    before        jsonb,
    after         jsonb,
    query         text,
    file          text,
    why           text
);
create index audit_entry_xid on audit_entry (xid);
create index audit_entry_subject on audit_entry (subject_kind, subject_id, id) where subject_id <> 0;
create index audit_entry_ids on audit_entry using gin (ids) where ids is not null;
create index audit_entry_account on audit_entry (account, id);
comment on column audit_entry.xid is 'the transaction that wrote it: tells which sealed snapshot saw it first';
comment on column audit_entry.unit_id is 'whose subtree the account could see then; 0 for the country';
comment on column audit_entry.ids is 'who was in a list, an export or a change of many';

-- A batch holds the rows that its snapshot sees and the snapshot before it did not: no row is ever marked, and a transaction
-- that runs for an hour keeps nobody else's rows from being sealed.
create table audit_seal (
    no         bigint primary key,
    upto       pg_snapshot not null,
    entries    bigint not null check (entries > 0),
    first_id   bigint not null,
    last_id    bigint not null,
    hash       bytea not null check (length(hash) = 32),
    sealed_at  timestamptz not null
);
comment on column audit_seal.hash is 'SHA-256 of the hash before it and the rows in the order of their ids';

-- How far each node has written the heads of the chain into its file: a file that knows less has been cut.
create table audit_head (
    node  text primary key,
    no    bigint not null
);

create function audit_never_changes() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
begin
    raise exception 'rows of % never change', tg_table_name using errcode = 'AS001';
end $$;
create trigger audit_entry_never_changes before update or delete or truncate on audit_entry
    for each statement execute function audit_never_changes();
create trigger audit_seal_never_changes before update or delete or truncate on audit_seal
    for each statement execute function audit_never_changes();

-- Whatever the writer says: a row belongs to the transaction that writes it.
create function audit_entry_stamp() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
begin
    new.xid := pg_current_xact_id();
    return new;
end $$;
create trigger audit_entry_stamp before insert on audit_entry for each row execute function audit_entry_stamp();

-- Everybody adds; who may look sees what was done by accounts within their unit. A person's own log, in which others from above
-- and far away stand too, is read by the platform for who may read it.
alter table audit_entry enable row level security;
create policy audit_entry_add on audit_entry for insert with check (true);
create policy audit_entry_read on audit_entry for select
    using ((select scope_unit()) = 0 or unit_id = any ((select scope_units())::bigint[]));
-- No policy: only the platform seals.
alter table audit_seal enable row level security;
alter table audit_head enable row level security;
