-- What belongs to a case file. Seen and written with it.

-- Where each step stands; one that is done again begins anew, what happened before stands in the events.
create table case_step (
    case_id  bigint not null references case_file on delete cascade,
    ord      integer not null,
    step     text not null,
    kind     text not null,
    begun    date,
    clock    date,
    ended    date,
    due      date,
    ended_by text,
    skipped  boolean not null default false,
    primary key (case_id, step)
);
create index case_step_posted on case_step (begun) where kind = 'POSTING' and not skipped;
comment on column case_step.clock is 'day after which its term counts: it began, or the file was complete';

-- Times in the citizen's turn, in which no term runs.
create table case_stop (
    case_id   bigint not null references case_file on delete cascade,
    from_day  date not null,
    to_day    date check (to_day >= from_day),
    until     date,
    missing   text not null,
    id        bigint generated always as identity primary key
);
create index case_stop_case on case_stop (case_id);
create unique index case_stop_now on case_stop (case_id) where to_day is null;
comment on column case_stop.to_day is 'day on which the citizen brought it; null while it is waited for';
comment on column case_stop.until is 'day by which it was asked for';

create table case_answer (
    case_id  bigint not null references case_file on delete cascade,
    key      text not null,
    ord      integer not null,
    value    text not null,
    primary key (case_id, key, ord)
);

create table case_paper (
    id           bigint generated always as identity primary key,
    case_id      bigint not null references case_file on delete cascade,
    document_id  bigint not null,
    code         text not null,
    name         text not null,
    number       text,
    signed_by    text,
    at           timestamptz not null default now(),
    produced     boolean not null,
    sensitive    boolean not null
);
create index case_paper_case on case_paper (case_id);
comment on column case_paper.code is 'of the required paper, or of the template';
comment on column case_paper.sensitive is 'its name would reveal what nobody else may know';

create table case_draft (
    case_id       bigint primary key references case_file on delete cascade,
    outcome       text not null check (outcome in ('GRANT', 'REJECT')),
    benefit       text,
    from_month    date,
    from_chosen   boolean not null,
    amount        bigint not null,
    words         text not null,
    reason        text not null,
    conflicts_seen boolean not null,
    drafter       text not null,
    drafted_at    timestamptz not null default now(),
    check (outcome = 'GRANT' or reason <> '')
);
comment on column case_draft.from_chosen is 'whether an official chose the month; law''s month of the signature counts else';

create table case_complaint (
    id           bigint generated always as identity primary key,
    case_id      bigint not null references case_file on delete cascade,
    complainant  text not null,
    said         text not null,
    day          date not null,
    conclusion   text,
    upheld       boolean,
    concluded_on date,
    check (num_nulls(conclusion, upheld, concluded_on) in (0, 3))
);
create index case_complaint_case on case_complaint (case_id);
create unique index case_complaint_now on case_complaint (case_id) where concluded_on is null;

-- What happened. Never changed.
create table case_event (
    id        bigint generated always as identity primary key,
    case_id   bigint not null references case_file,
    kind      text not null,
    day       date not null,
    at        timestamptz not null default clock_timestamp(),
    step      text not null,
    account   text not null,
    full_name text not null,
    note      text not null,
    paper     bigint not null
);
create index case_event_case on case_event (case_id, id);
create trigger case_event_keeps before update or delete or truncate on case_event
    for each statement execute function payroll_never_changes();

do $$
declare
    part text;
begin
    foreach part in array array['case_step', 'case_stop', 'case_answer', 'case_paper', 'case_draft', 'case_complaint',
            'case_event'] loop
        execute format('alter table ansinh.%I enable row level security', part);
        execute format('create policy %I on ansinh.%I for select using (
            exists (select from ansinh.case_file c where c.id = case_id))', part || '_seen', part);
        execute format('create policy %I on ansinh.%I using (exists (
            select from ansinh.case_file c where c.id = case_id and ((select ansinh.scope_unit()) = 0
                or c.unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit())))))',
            part || '_written', part);
    end loop;
end $$;
