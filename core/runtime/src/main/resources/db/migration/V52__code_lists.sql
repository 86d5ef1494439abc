-- Danh mục. Bundles bring lists; officials change them, one proposing, another approving. Nothing is deleted: an entry is
-- closed from a day on, and what bears its code keeps its name.
create table code_list (
    code     text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name     text not null check (name <> ''),
    basis    text not null default '',
    local    boolean not null,
    bundle   text,
    edition  bigint not null default 0
);
comment on column code_list.local is 'whether provinces add entries of their own';
comment on column code_list.bundle is 'symbolic name of who named it';
comment on column code_list.edition is 'grows with each change of the list or of an entry: by it nodes see that they know less. The row is the lock of the list';

-- A code over one span of time. Where a name changes from a day on there are two.
create table code_entry (
    id         bigint generated always as identity primary key,
    list       text not null references code_list,
    code       text not null check (code <> ''),
    unit_id    bigint references unit,
    from_date  date,
    to_date    date check (to_date >= from_date),
    name       text not null check (name <> ''),
    synonyms   text[] not null,
    ord        integer not null,
    basis      text not null,
    bundle     text,
    changed    boolean not null default false,
    revision   integer not null default 1,
    -- A code means one thing on one day, whoever's it is.
    exclude using gist (list with =, code with =, daterange(from_date, to_date, '[]') with &&)
);
create index code_entry_list on code_entry (list, code);
comment on column code_entry.unit_id is 'province whose own entry it is; null for the whole country';
comment on column code_entry.from_date is 'first day; null for always';
comment on column code_entry.to_date is 'last day; null while it holds';
comment on column code_entry.bundle is 'symbolic name of who brought it; null when officials did';
comment on column code_entry.changed is 'officials changed it since: a bundle no longer does';

-- Changes that are decided together.
create table code_proposal (
    id             bigint generated always as identity primary key,
    list           text not null references code_list,
    unit_id        bigint references unit,
    source         text not null check (source in ('FORM', 'FILE', 'BUNDLE')),
    file           text check ((source = 'FORM') = (file is null)),
    why            text not null,
    state          text not null check (state in ('WAITING', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    proposed_by    text not null,
    proposed_name  text not null,
    proposed_at    timestamptz not null,
    decided_by     text,
    decided_name   text,
    decided_at     timestamptz,
    reason         text check (reason <> ''),
    check ((state = 'WAITING') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (decided_name is null)),
    check ((state = 'REJECTED') = (reason is not null)),
    -- Who proposes does not approve; what a bundle brings was decided when it was installed.
    check (state <> 'APPROVED' or source = 'BUNDLE' or decided_by <> proposed_by),
    check (state <> 'WITHDRAWN' or decided_by = proposed_by)
);
create index code_proposal_waiting on code_proposal (list) where state = 'WAITING';

create table code_change (
    proposal_id  bigint not null references code_proposal,
    no           integer not null,
    list         text not null references code_list,
    code         text not null,
    kind         text not null check (kind in ('ADD', 'CORRECT', 'CHANGE', 'CLOSE', 'REOPEN')),
    entry_id     bigint references code_entry,
    revision     integer,
    old_name     text,
    old_synonyms text[],
    old_ord      integer,
    old_from     date,
    old_to       date,
    old_basis    text,
    name         text not null,
    synonyms     text[] not null,
    ord          integer not null,
    from_date    date,
    to_date      date,
    basis        text not null,
    primary key (proposal_id, no),
    check ((kind = 'ADD') = (entry_id is null)),
    check ((entry_id is null) = (revision is null) and (entry_id is null) = (old_name is null))
);
create index code_change_code on code_change (list, code);
comment on column code_change.revision is 'of the entry that the change was made upon';

create trigger code_change_never_changes before update or delete or truncate on code_change
    for each statement execute function payroll_never_changes();
create trigger code_entry_keeps before delete or truncate on code_entry
    for each statement execute function payroll_never_changes();
create trigger code_proposal_keeps before delete or truncate on code_proposal
    for each statement execute function payroll_never_changes();

create function code_proposal_decided_once() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
begin
    if old.state <> 'WAITING'
        or (old.id, old.list, old.unit_id, old.source, old.file, old.why, old.proposed_by, old.proposed_at)
            is distinct from (new.id, new.list, new.unit_id, new.source, new.file, new.why, new.proposed_by, new.proposed_at)
    then
        raise exception 'a proposal is decided once' using errcode = 'AS001';
    end if;
    return new;
end $$;
create trigger code_proposal_decided_once before update on code_proposal
    for each row execute function code_proposal_decided_once();

-- Lists hold no person: everybody reads them, whoever acts. Only the platform writes, after it asked who may.
alter table code_list enable row level security;
create policy code_list_read on code_list for select using (true);
create policy code_list_add on code_list for insert with check ((select ansinh.platform()));
create policy code_list_change on code_list for update using ((select ansinh.platform()));
alter table code_entry enable row level security;
create policy code_entry_read on code_entry for select using (true);
create policy code_entry_add on code_entry for insert with check ((select ansinh.platform()));
create policy code_entry_change on code_entry for update using ((select ansinh.platform()));
alter table code_proposal enable row level security;
create policy code_proposal_read on code_proposal for select using (true);
create policy code_proposal_add on code_proposal for insert with check ((select ansinh.platform()));
create policy code_proposal_change on code_proposal for update using ((select ansinh.platform()));
alter table code_change enable row level security;
create policy code_change_read on code_change for select using (true);
create policy code_change_add on code_change for insert with check ((select ansinh.platform()));
