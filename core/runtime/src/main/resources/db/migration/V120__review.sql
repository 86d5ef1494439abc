-- Who has to be looked at again is asked of the registry, the facts and the ledger each time; kept is what was done about it.

-- An adjustment by decision: the amount follows what is known, the paper is kept with the right.
alter table entitlement_event drop constraint entitlement_event_kind_check;
alter table entitlement_event add constraint entitlement_event_kind_check
    check (kind in ('OPEN', 'CHANGE', 'MOVE', 'ADJUST', 'SUSPEND', 'RESUME', 'END'));

-- Who reaches an age in a quarter, of a province or the country.
create index person_birth on person (birth_date) where deleted_at is null and deceased_on is null;
-- Facts that end or have lasted long, whoever they are of.
create index fact_ends on fact (key, valid_to) where retracted_at is null and valid_to is not null;

create table bulk_decision (
    id            bigint generated always as identity primary key,
    kind          text not null check (kind in ('END', 'SUSPEND', 'ADJUST', 'TRANSFER', 'DEATH', 'MOVE')),
    program       text not null,
    unit_id       bigint not null references unit,
    state         text not null check (state in ('DRAFT', 'SUBMITTED', 'SIGNED', 'WITHDRAWN')),
    reason        text not null,
    month         date check (extract(day from month) = 1),
    benefit       text,
    note          text not null default '',
    number        text not null default '',
    date          date,
    drafted_by    text not null,
    drafted_at    timestamptz not null,
    decided_by    text,
    decided_at    timestamptz,
    returned      text,
    -- Who drafts does not sign.
    check (decided_by <> drafted_by),
    check ((state = 'SIGNED') = (decided_by is not null and decided_at is not null)),
    check (state <> 'SIGNED' or number <> '' and date is not null),
    check ((kind in ('DEATH', 'MOVE')) = (month is null)),
    check ((kind = 'TRANSFER') = (benefit is not null))
);
create index bulk_decision_unit on bulk_decision (unit_id, id desc);
create index bulk_decision_program on bulk_decision (program, id desc);
comment on column bulk_decision.month is 'last month paid for an END, else the first that is different';
comment on column bulk_decision.returned is 'Vietnamese: why it was sent back last';

create table bulk_row (
    decision_id     bigint not null references bulk_decision on delete cascade,
    no              integer not null check (no > 0),
    report          text[] check (cardinality(report) = 5),
    state           text not null check (state in ('READY', 'DOUBTFUL', 'WRONG', 'DONE', 'UNCHANGED')),
    person_id       bigint references person,
    entitlement_id  bigint references entitlement,
    to_unit_id      bigint references unit,
    day             date,
    candidates      bigint[] not null default '{}',
    confirmed_by    text,
    message         text,
    primary key (decision_id, no)
);
create index bulk_row_person on bulk_row (person_id) where person_id is not null;
create index bulk_row_right on bulk_row (entitlement_id) where entitlement_id is not null;
comment on column bulk_row.report is 'as typed: number, name, birth, day, unit';

-- What was signed stays as it is.
create function bulk_decision_guard() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
begin
    raise exception 'decision % is signed or given up', old.id using errcode = 'AS001';
end $$;
create trigger bulk_decision_guard before update on bulk_decision
    for each row when (old.state in ('SIGNED', 'WITHDRAWN')) execute function bulk_decision_guard();

create table review_mark (
    id              bigint generated always as identity primary key,
    program         text not null,
    kind            text not null,
    person_id       bigint not null references person,
    entitlement_id  bigint not null default 0,
    due             date not null,
    note            text not null check (btrim(note) <> ''),
    decision_id     bigint references bulk_decision,
    marked_by       text not null,
    marked_at       timestamptz not null default now(),
    unique (person_id, program, kind, entitlement_id, due)
);
create index review_mark_decision on review_mark (decision_id) where decision_id is not null;
comment on column review_mark.entitlement_id is '0 for a person without a right';

alter table bulk_decision enable row level security;
create policy bulk_decision_seen on bulk_decision for select using (
    ((select ansinh.scope_programs()) is null or program = any ((select ansinh.scope_programs())::text[]))
    and ((select ansinh.scope_unit()) = 0
        or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit()))));
alter table bulk_row enable row level security;
create policy bulk_row_seen on bulk_row for select using (
    exists (select from ansinh.bulk_decision d where d.id = decision_id));
alter table review_mark enable row level security;
create policy review_mark_seen on review_mark for select using (
    ((select ansinh.scope_programs()) is null or program = any ((select ansinh.scope_programs())::text[]))
    and ((select ansinh.scope_unit()) = 0 or exists (select from ansinh.person p where p.id = person_id)));

do $$
declare
    part text;
begin
    foreach part in array array['bulk_decision', 'bulk_row', 'review_mark'] loop
        execute format('create policy %I on ansinh.%I for insert with check ((select ansinh.platform()))',
            part || '_added', part);
        execute format('create policy %I on ansinh.%I for update using ((select ansinh.platform()))',
            part || '_changed', part);
        execute format('create policy %I on ansinh.%I for delete using ((select ansinh.platform()))',
            part || '_removed', part);
    end loop;
end $$;
