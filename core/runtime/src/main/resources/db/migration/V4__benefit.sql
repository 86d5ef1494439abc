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
create index entitlement_unit on entitlement (program, unit_id);
create index entitlement_changed on entitlement (changed_at);
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

create table payroll_run (
    id           bigint generated always as identity primary key,
    program      text not null,
    month        date not null,
    unit_id      bigint not null references unit,
    as_of        date not null,
    started_at   timestamptz not null default now(),
    account      text not null
);

create table payroll (
    id           bigint generated always as identity primary key,
    program      text not null,
    month        date not null check (extract(day from month) = 1),
    unit_id      bigint not null references unit,
    state        text not null check (state in ('DRAFT', 'CLOSED')),
    run_id       bigint not null references payroll_run,
    run_count    integer not null,
    people       integer not null,
    lines        integer not null,
    total        bigint not null check (total >= 0),
    arrears      bigint not null check (arrears >= 0),
    provisional  boolean not null,
    drafted_at   timestamptz not null,
    closed_by    text,
    closed_at    timestamptz,
    unique (program, month, unit_id)
);
create index payroll_unit on payroll (unit_id, month);

create table payroll_line (
    id              bigint generated always as identity,
    month           date not null,
    payroll_id      bigint not null references payroll,
    entitlement_id  bigint not null references entitlement,
    person_id       bigint not null references person,
    period          date not null,
    unit_id         bigint not null references unit,
    benefit         text not null,
    rate            text not null,
    rate_name       text not null,
    base            bigint not null,
    coefficient     numeric(9, 4) not null,
    multiple        integer not null,
    due             bigint not null,
    paid_before     bigint not null,
    amount          bigint not null check (amount > 0 and amount = due - paid_before),
    base_clause     text not null,
    clause          text not null,
    pack            text not null,
    values_used     text[] not null,
    payment_method  text not null,
    account_number  text,
    bank            text,
    payee_name      text,
    payee_number    text,
    payee_role      text not null,
    closed          boolean not null default false,
    primary key (month, id),
    -- One payment of a period in a cycle, whatever happens above.
    unique (month, entitlement_id, period)
) partition by range (month);
create index payroll_line_payroll on payroll_line (payroll_id);
create index payroll_line_entitlement on payroll_line (entitlement_id, period);
create index payroll_line_person on payroll_line (person_id);
comment on column payroll_line.values_used is 'ids of the values of law that went into it, for the confirmation of provisional ones';

create table payroll_notice (
    id          bigint generated always as identity primary key,
    payroll_id  bigint not null references payroll on delete cascade,
    person_id   bigint not null references person,
    benefit     text not null,
    period      date not null,
    reason      text not null
);
create index payroll_notice_payroll on payroll_notice (payroll_id);

-- The application's role owns no table, so it may not create partitions itself.
create function payroll_partition(cycle date) returns void
    language plpgsql security definer set search_path = ansinh, pg_temp as $$
declare
    name text := 'payroll_line_' || to_char(cycle, 'YYYY_MM');
begin
    perform pg_advisory_xact_lock(hashtext('ansinh.payroll_partition'));
    if to_regclass('ansinh.' || name) is null then
        execute format('create table ansinh.%I partition of ansinh.payroll_line for values from (%L) to (%L)',
            name, date_trunc('month', cycle)::date, (date_trunc('month', cycle) + interval '1 month')::date);
        execute format('grant select, insert, update, delete on ansinh.%I to ansinh_app', name);
    end if;
end $$;

-- Closed lines never change, whoever asks.
create function payroll_line_guard() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
begin
    if old.closed then
        raise exception 'payroll line % is closed', old.id using errcode = 'AS001';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger payroll_line_guard before update or delete on payroll_line
    for each row when (old.closed) execute function payroll_line_guard();

create function payroll_guard() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
begin
    raise exception 'payroll % is closed', old.id using errcode = 'AS001';
end $$;
create trigger payroll_guard before update or delete on payroll
    for each row when (old.state = 'CLOSED') execute function payroll_guard();
