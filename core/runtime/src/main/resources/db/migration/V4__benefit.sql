create table entitlement (
    id               bigint generated always as identity primary key,
    person_id        bigint not null references person,
    program          text not null,
    benefit          text not null,
    unit_id          bigint not null references unit,
    from_month       date not null check (extract(day from from_month) = 1),
    to_month         date check (extract(day from to_month) = 1),
    paid_through     date check (extract(day from paid_through) = 1),
    decision_number  text,
    decision_date    date,
    payment_method   text not null,
    account_number   text,
    bank             text,
    payee_name       text,
    payee_number     text,
    payee_role       text not null check (payee_role in ('SELF', 'COLLECTOR', 'CAREGIVER')),
    changed_at       timestamptz not null default now()
);
-- The last guard against a right that runs twice.
create unique index entitlement_running on entitlement (person_id, benefit) where to_month is null;
create index entitlement_person on entitlement (person_id);
create index entitlement_unit on entitlement (program, unit_id);
comment on column entitlement.to_month is 'last month paid; null while it lasts';
comment on column entitlement.paid_through is 'last month paid before this ledger began';

-- How an entitlement came to be what it is. Never updated.
create table entitlement_event (
    id               bigint generated always as identity primary key,
    entitlement_id   bigint not null references entitlement,
    kind             text not null check (kind in ('OPEN', 'CHANGE', 'SUSPEND', 'RESUME', 'END')),
    effective_month  date not null,
    reason           text,
    decision_number  text,
    decision_date    date,
    recorded_at      timestamptz not null default now(),
    recorded_by      text not null
);
create index entitlement_event_entitlement on entitlement_event (entitlement_id);

create table policy_version (
    pack        text not null,
    version     integer not null,
    program     text not null,
    source      text not null,
    digest      text not null,
    stored_at   timestamptz not null default now(),
    primary key (pack, version)
);
comment on table policy_version is 'immutable: a version that paid money stays, whatever happens to its bundle';

create table policy_confirmation (
    pack               text not null,
    version            integer not null,
    value_id           text not null,
    gazette_reference  text not null check (gazette_reference <> ''),
    confirmed_by       text not null,
    confirmed_at       timestamptz not null default now(),
    primary key (pack, version, value_id),
    foreign key (pack, version) references policy_version
);

-- The one table whose rows runs and closings lock, in the order of unit_id.
create table payroll_commune (
    program         text not null,
    unit_id         bigint not null references unit,
    closed_through  date,
    primary key (program, unit_id)
);
comment on column payroll_commune.closed_through is 'latest closed month; months close in order';

create table payroll_run (
    id           bigint generated always as identity primary key,
    program      text not null,
    month        date not null,
    unit_id      bigint references unit,
    as_of        date not null,
    started_at   timestamptz not null,
    account      text not null
);
comment on column payroll_run.unit_id is 'null for the whole country';

-- How an amount comes about, once for all lines that it explains: rates and clauses change a few times a decade.
create table payroll_rule (
    id                       integer generated always as identity primary key,
    pack                     text not null,
    version                  integer not null,
    benefit                  text not null,
    rate                     text not null,
    rate_name                text not null,
    base                     bigint not null,
    base_value               text not null,
    base_label               text not null,
    base_clause              text not null,
    base_provisional         boolean not null,
    coefficient              numeric(9, 4) not null,
    coefficient_value        text not null,
    coefficient_label        text not null,
    coefficient_clause       text not null,
    coefficient_provisional  boolean not null,
    unique (pack, version, rate, base_value, coefficient_value),
    foreign key (pack, version) references policy_version
);

-- Provisional values that nobody has found in the Công báo yet, with the rules they went into.
create view payroll_unconfirmed_value as
select r.id as rule_id, r.pack, r.version, v.value_id, v.label
from payroll_rule r
    cross join lateral (values
        (r.base_value, r.base_label, r.base_provisional),
        (r.coefficient_value, r.coefficient_label, r.coefficient_provisional)) v (value_id, label, provisional)
where v.provisional
  and not exists (select from policy_confirmation c
      where c.pack = r.pack and c.version = r.version and c.value_id = v.value_id);

create table payroll (
    id           bigint generated always as identity primary key,
    program      text not null,
    month        date not null check (extract(day from month) = 1),
    unit_id      bigint not null references unit,
    state        text not null check (state in ('DRAFT', 'CLOSED')),
    run_id       bigint not null references payroll_run,
    run_count    integer not null,
    follows      date,
    people       integer not null,
    lines        integer not null,
    total        bigint not null check (total >= 0),
    arrears      bigint not null check (arrears >= 0),
    drafted_at   timestamptz not null,
    closed_by    text,
    closed_at    timestamptz,
    unique (program, month, unit_id),
    check ((state = 'CLOSED') = (closed_at is not null and closed_by is not null))
);
create index payroll_unit on payroll (unit_id, month);
comment on column payroll.follows is 'payroll_commune.closed_through as the run saw it: when another month closes meanwhile, the draft is stale';

create table payroll_rule_use (
    payroll_id  bigint not null references payroll on delete cascade,
    rule_id     integer not null references payroll_rule,
    primary key (payroll_id, rule_id)
);

-- A line is closed when its payroll is. It has no foreign keys, which would look up and lock four rows per line, every
-- month again: payroll and rule are checked for all lines of a statement at once by the guard below, entitlement and
-- person are copied in the run's own transaction, and none of the four is ever deleted.
create table payroll_line (
    id              bigint generated always as identity,
    month           date not null,
    payroll_id      bigint not null,
    entitlement_id  bigint not null,
    person_id       bigint not null,
    period          date not null check (extract(day from period) = 1),
    rule_id         integer not null,
    multiple        integer not null,
    due             bigint not null,
    paid_before     bigint not null,
    amount          bigint not null check (amount > 0 and amount = due - paid_before),
    payment_method  text not null,
    account_number  text,
    bank            text,
    payee_name      text,
    payee_number    text,
    payee_role      text not null,
    primary key (month, id),
    -- One payment of a period in a cycle, whatever happens above; and the way to what an entitlement has been paid.
    unique (entitlement_id, period, month)
) partition by range (month);
create index payroll_line_payroll on payroll_line (payroll_id, person_id);
comment on column payroll_line.paid_before is 'what closed payrolls held for the period; due - paid_before = amount';

create table payroll_notice (
    id          bigint generated always as identity primary key,
    payroll_id  bigint not null references payroll on delete cascade,
    person_id   bigint not null references person,
    benefit     text not null,
    period      date not null,
    reason      text not null
);
create index payroll_notice_payroll on payroll_notice (payroll_id);

-- The application owns no table, so it cannot make partitions; and it reaches them through payroll_line only, where the
-- guards below stand. session_user is the role that the application logged in as.
create function payroll_partition(cycle date) returns void
    language plpgsql security definer set search_path = ansinh, pg_temp as $$
declare
    first date := date_trunc('month', cycle)::date;
    name text := 'payroll_line_' || to_char(first, 'YYYY_MM');
begin
    if to_regclass('ansinh.' || name) is not null then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('ansinh.payroll_partition', 0));
    if to_regclass('ansinh.' || name) is null then
        execute format('create table ansinh.%I partition of ansinh.payroll_line for values from (%L) to (%L)',
            name, first, (first + interval '1 month')::date);
        if session_user <> current_user then
            execute format('revoke all on ansinh.%I from %I', name, session_user);
        end if;
    end if;
end $$;

-- A line is written once. Only a draft's lines may go, and only a draft may get lines.
create function payroll_never_changes() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
begin
    raise exception 'rows of % never change', tg_table_name using errcode = 'AS001';
end $$;
create trigger payroll_line_never_changes before update or truncate on payroll_line
    for each statement execute function payroll_never_changes();
create trigger payroll_rule_never_changes before update or delete or truncate on payroll_rule
    for each statement execute function payroll_never_changes();

create function payroll_line_delete_guard() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
begin
    if exists (select from gone g join payroll p on p.id = g.payroll_id where p.state = 'CLOSED') then
        raise exception 'a closed payroll keeps its lines' using errcode = 'AS001';
    end if;
    return null;
end $$;
create trigger payroll_line_delete_guard after delete on payroll_line
    referencing old table as gone for each statement execute function payroll_line_delete_guard();

create function payroll_line_insert_guard() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
begin
    if exists (select from (select distinct payroll_id, month from added) a
            left join payroll p on p.id = a.payroll_id and p.month = a.month and p.state = 'DRAFT'
            where p.id is null) then
        raise exception 'only a draft of the same month gets lines' using errcode = 'AS001';
    end if;
    if exists (select from (select distinct rule_id from added) a
            left join payroll_rule r on r.id = a.rule_id where r.id is null) then
        raise exception 'a line names a rule that is not there' using errcode = 'AS001';
    end if;
    return null;
end $$;
create trigger payroll_line_insert_guard after insert on payroll_line
    referencing new table as added for each statement execute function payroll_line_insert_guard();

create function payroll_guard() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
begin
    raise exception 'payroll % is closed', old.id using errcode = 'AS001';
end $$;
create trigger payroll_guard before update on payroll
    for each row when (old.state = 'CLOSED') execute function payroll_guard();
create trigger payroll_never_goes before delete or truncate on payroll
    for each statement execute function payroll_never_changes();
