-- Case files (hồ sơ): where each stands, who has to act, by when. Written where the commune that has it lies in scope; read
-- there and where it was before it was handed over.

-- The last number given in a commune and year; its row is the lock. By the commune's code: codes were used again for other units.
create table case_number (
    code  text not null,
    year  integer not null,
    last  integer not null check (last between 1 and 999999),
    primary key (code, year)
);
comment on table case_number is 'numbers are <code of the commune>-<year>-<six digits>, without gaps';

create table case_file (
    id                  bigint generated always as identity primary key,
    number              text not null unique,
    procedure           text not null,
    version             text not null,
    program             text not null,
    effect              text not null check (effect in ('OPEN', 'ADJUST', 'END', 'MOVE', 'MOVE_OUT', 'ONCE')),
    person_id           bigint not null references person,
    person_name         text not null,
    unit_id             bigint not null references unit,
    former_unit_id      bigint references unit,
    holder_unit_id      bigint not null references unit,
    holder              text,
    state               text not null check (state in ('OPEN', 'WAITING', 'DECIDED', 'DONE', 'REJECTED', 'WITHDRAWN')),
    step                text not null,
    step_kind           text not null,
    benefit             text,
    sensitive           boolean not null,
    received_on         date not null,
    since               date not null,
    due                 date,
    sort_due            date not null generated always as (coalesce(due, 'infinity'::date)) stored,
    term_on             date,
    promised_on         date,
    provisional         boolean not null,
    decided_on          date,
    decided_late        boolean,
    drafter             text,
    missing             text[] not null,
    papers              text[] not null,
    paper_place         text not null,
    applicant_name      text not null,
    applicant_relation  text,
    applicant_phone     text not null,
    payment_method      text,
    account_number      text,
    bank                text,
    payee_name          text,
    payee_number        text,
    payee_role          text,
    entitlements        bigint[] not null,
    reason              text,
    event_on            date,
    to_unit_id          bigint references unit,
    previous_id         bigint references case_file,
    revision            integer not null default 1,
    created_by          text not null,
    created_at          timestamptz not null default now(),
    changed_at          timestamptz not null default now(),
    check (num_nulls(payment_method, payee_role) in (0, 2)),
    check ((decided_on is null) = (decided_late is null))
);
comment on column case_file.unit_id is 'commune that has it now';
comment on column case_file.former_unit_id is 'commune that had it before the person moved';
comment on column case_file.holder_unit_id is 'unit that has to act in the step';
comment on column case_file.holder is 'account that took the step on, null for nobody yet';
comment on column case_file.person_name is 'as the file says; lists show the register''s name where they see it';
comment on column case_file.sensitive is 'it would reveal health, HIV or abuse: never posted, named neutrally';
comment on column case_file.term_on is 'day by which law wants the result, without apologies';
comment on column case_file.missing is 'codes of papers and facts without which it is not complete';
comment on column case_file.papers is 'codes of the papers that were handed in or shown';
comment on column case_file.entitlements is 'rights that are to end or to move; empty for all of the program';

-- What runs, in the order of the worklist: of the unit that has to act, of the commune that has it, of everybody.
create index case_file_turn on case_file (holder_unit_id, sort_due, id) where state in ('OPEN', 'WAITING', 'DECIDED');
create index case_file_unit on case_file (unit_id, sort_due, id) where state in ('OPEN', 'WAITING', 'DECIDED');
create index case_file_due on case_file (sort_due, id) where state in ('OPEN', 'WAITING', 'DECIDED');
create index case_file_ended on case_file (unit_id, id);
create index case_file_former on case_file (former_unit_id) where former_unit_id is not null;
create index case_file_person on case_file (person_id, id);
create index case_file_decided on case_file (decided_on, unit_id) where decided_on is not null;

-- A person has one open case of a procedure.
create unique index case_file_once on case_file (person_id, procedure) where state in ('OPEN', 'WAITING');

alter table case_file enable row level security;
create policy case_file_former on case_file for select using (
    ((select ansinh.scope_programs()) is null or program = any ((select ansinh.scope_programs())::text[]))
    and former_unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit())));
-- The cheap one comes last in the order of names, so it is asked first.
create policy case_file_here on case_file using (
    ((select ansinh.scope_programs()) is null or program = any ((select ansinh.scope_programs())::text[]))
    and ((select ansinh.scope_unit()) = 0
        or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit()))));
