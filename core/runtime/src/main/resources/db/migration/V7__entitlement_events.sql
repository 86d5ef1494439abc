-- What happens to a right between its opening and its end.
alter table entitlement_event drop constraint entitlement_event_kind_check;
alter table entitlement_event add constraint entitlement_event_kind_check
    check (kind in ('OPEN', 'CHANGE', 'MOVE', 'SUSPEND', 'RESUME', 'END'));
alter table entitlement_event add column detail text;
comment on column entitlement_event.detail is 'Vietnamese, without numbers of papers or accounts';

-- Months in which a right is worth nothing.
create table entitlement_pause (
    id              bigint generated always as identity primary key,
    entitlement_id  bigint not null references entitlement,
    from_month      date not null check (extract(day from from_month) = 1),
    to_month        date check (extract(day from to_month) = 1 and to_month >= from_month),
    reason          text not null,
    paid_back       boolean not null default false,
    recorded_at     timestamptz not null default now(),
    recorded_by     text not null,
    exclude using gist (entitlement_id with =, daterange(from_month, to_month, '[]') with &&) where (not paid_back)
);
create trigger entitlement_pause_added after insert on entitlement_pause
    referencing new table as changed for each statement execute function payroll_change_of_entitlement();
create trigger entitlement_pause_changed after update on entitlement_pause
    referencing new table as changed for each statement execute function payroll_change_of_entitlement();
comment on column entitlement_pause.to_month is 'last month without payment; null while it lasts';
comment on column entitlement_pause.paid_back is 'resumed as if it had never been: counts for nothing';

-- A closed list may be taken back by the unit above until a payment order with it is made: its lines go to a table of their
-- own and the month may be drafted again.
alter table payroll add column annulled_by text;
alter table payroll add column annulled_at timestamptz;
alter table payroll add column annul_reason text;
alter table payroll add constraint payroll_annulled check (
    (state = 'ANNULLED') = (annulled_at is not null and annulled_by is not null and annul_reason <> ''));

create table payroll_line_annulled (like payroll_line);
create index payroll_line_annulled_payroll on payroll_line_annulled (payroll_id);

-- What a draft's run found paid beyond what is due. Closing turns it into cancellations and proposals to recover.
create table payroll_excess (
    payroll_id      bigint not null references payroll on delete cascade,
    entitlement_id  bigint not null references entitlement,
    person_id       bigint not null references person,
    period          date not null check (extract(day from period) = 1),
    amount          bigint not null check (amount >= 0),
    reason          text not null,
    primary key (payroll_id, entitlement_id, period)
);
comment on column payroll_excess.amount is 'đồng; 0 when a difference that was proposed for recovery is gone';

-- A part of a closed line that nobody collected and that is not due any more. The line itself never changes.
create table payroll_cancellation (
    id              bigint generated always as identity primary key,
    month           date not null,
    line_id         bigint not null,
    entitlement_id  bigint not null references entitlement,
    person_id       bigint not null references person,
    period          date not null check (extract(day from period) = 1),
    amount          bigint not null check (amount > 0),
    reason          text not null,
    payroll_id      bigint not null references payroll,
    annulled        boolean not null default false,
    recorded_at     timestamptz not null default now(),
    recorded_by     text not null
);
create index payroll_cancellation_line on payroll_cancellation (month, line_id) where not annulled;
create index payroll_cancellation_entitlement on payroll_cancellation (entitlement_id, period) where not annulled;
create index payroll_cancellation_payroll on payroll_cancellation (payroll_id);
comment on column payroll_cancellation.month is 'cycle of the line, as payroll_line.month';
comment on column payroll_cancellation.payroll_id is 'the list at whose closing it came out';
comment on column payroll_cancellation.annulled is 'the line went with its list when that was taken back';

create table receivable_decision (
    id                bigint generated always as identity primary key,
    program           text not null,
    person_id         bigint not null references person,
    unit_id           bigint not null references unit,
    number            text not null check (number <> ''),
    date              date not null,
    debtor            text not null check (debtor <> ''),
    amount            bigint not null check (amount > 0),
    received          bigint not null default 0 check (received between 0 and amount),
    withdrawn_reason  text check (withdrawn_reason <> ''),
    withdrawn_by      text,
    withdrawn_at      timestamptz,
    decided_by        text not null,
    decided_at        timestamptz not null default now(),
    check (withdrawn_reason is null or received = 0)
);
create unique index receivable_decision_paper on receivable_decision (person_id, number, date)
    where withdrawn_reason is null;
create index receivable_decision_unit on receivable_decision (program, unit_id);

create table receivable_instalment (
    decision_id  bigint not null references receivable_decision,
    ord          integer not null,
    due          date not null,
    amount       bigint not null check (amount > 0),
    primary key (decision_id, ord)
);

create table receivable_receipt (
    id           bigint generated always as identity primary key,
    decision_id  bigint not null references receivable_decision,
    day          date not null,
    amount       bigint not null check (amount > 0),
    document     text not null check (document <> ''),
    recorded_at  timestamptz not null default now(),
    recorded_by  text not null,
    unique (decision_id, document)
);

create table receivable (
    id              bigint generated always as identity primary key,
    program         text not null,
    entitlement_id  bigint not null references entitlement,
    person_id       bigint not null references person,
    unit_id         bigint not null references unit,
    period          date not null check (extract(day from period) = 1),
    amount          bigint not null check (amount > 0),
    state           text not null check (state in ('PROPOSED', 'DECIDED', 'WAIVED', 'WITHDRAWN')),
    reason          text not null,
    collected_by    text not null,
    decision_id     bigint references receivable_decision,
    waived_number   text,
    waived_date     date,
    note            text,
    changed_at      timestamptz not null default now(),
    changed_by      text not null,
    check ((state = 'DECIDED') <= (decision_id is not null))
);
create unique index receivable_proposed on receivable (entitlement_id, period) where state = 'PROPOSED';
create index receivable_person on receivable (person_id);
create index receivable_entitlement on receivable (entitlement_id, period) where state <> 'WITHDRAWN';
create index receivable_unit on receivable (program, unit_id, state);
create index receivable_decided on receivable (decision_id) where decision_id is not null;
comment on column receivable.note is 'Vietnamese: why it was given up or withdrawn';

-- Rows that say what happened to money are written once.
create function payroll_owner_only() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
begin
    if session_user = current_user then
        raise exception 'rows of % never change', tg_table_name using errcode = 'AS001';
    end if;
    return null;
end $$;
create trigger payroll_line_annulled_stays before insert or update or delete on payroll_line_annulled
    for each statement execute function payroll_owner_only();
create trigger payroll_line_annulled_keeps before truncate on payroll_line_annulled
    for each statement execute function payroll_never_changes();
create trigger payroll_cancellation_stays before update on payroll_cancellation
    for each statement execute function payroll_owner_only();
create trigger payroll_cancellation_keeps before delete or truncate on payroll_cancellation
    for each statement execute function payroll_never_changes();
create trigger receivable_receipt_keeps before update or delete or truncate on receivable_receipt
    for each statement execute function payroll_never_changes();
create trigger entitlement_event_keeps before update or delete or truncate on entitlement_event
    for each statement execute function payroll_never_changes();

-- Only payroll_annul, which runs as the owner of the tables, takes a closed list back.
create or replace function payroll_guard() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
begin
    if old.state = 'CLOSED' and new.state = 'ANNULLED' and session_user <> current_user then
        return new;
    end if;
    raise exception 'payroll % is closed', old.id using errcode = 'AS001';
end $$;
drop trigger payroll_guard on payroll;
create trigger payroll_guard before update on payroll
    for each row when (old.state <> 'DRAFT' or new.state = 'ANNULLED') execute function payroll_guard();

-- Takes a closed list back; the caller has told the official before why it may not be, this is the last guard.
create function payroll_annul(closed_id bigint, why text, account text) returns integer
    language plpgsql security definer set search_path = ansinh, pg_temp as $$
declare
    list payroll;
    moved integer;
    ordered boolean := false;
begin
    select * into list from payroll where id = closed_id for update;
    if not found or list.state <> 'CLOSED' then
        raise exception 'payroll % is not closed', closed_id using errcode = 'AS001';
    end if;
    perform from payroll_commune where program = list.program and unit_id = list.unit_id and closed_through = list.month
        for update;
    if not found then
        raise exception 'payroll % is not the latest closed one', closed_id using errcode = 'AS001';
    end if;
    if to_regclass('ansinh.payment_order_payroll') is not null then
        execute 'select exists (select from ansinh.payment_order_payroll p join ansinh.payment_order o on o.id = p.order_id
            where p.payroll_id = $1 and o.state <> ''WITHDRAWN'')' into ordered using closed_id;
    end if;
    if ordered then
        raise exception 'payroll % is in a payment order', closed_id using errcode = 'AS001';
    end if;
    update payroll set state = 'ANNULLED', annulled_by = account, annulled_at = clock_timestamp(), annul_reason = why
        where id = closed_id;
    update payroll_cancellation c set annulled = true from payroll_line l
        where l.month = list.month and l.payroll_id = closed_id and c.month = l.month and c.line_id = l.id and not c.annulled;
    insert into payroll_change (person_id)
        select distinct person_id from payroll_line where month = list.month and payroll_id = closed_id;
    insert into payroll_line_annulled select * from payroll_line where month = list.month and payroll_id = closed_id;
    delete from payroll_line where month = list.month and payroll_id = closed_id;
    get diagnostics moved = row_count;
    update payroll_commune set closed_through = (
            select max(month) from payroll
            where program = list.program and unit_id = list.unit_id and state = 'CLOSED')
        where program = list.program and unit_id = list.unit_id;
    return moved;
end $$;
