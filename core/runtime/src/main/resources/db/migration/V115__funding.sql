-- Money for benefits before it reaches people. An account is program, unit, budget year and source; what is on it is counted from
-- decisions, closed lists and settled orders whenever it is asked, and its row here is only the lock.

create table funding_account (
    program  text not null,
    unit_id  bigint not null references unit,
    year     integer not null,
    fund     text not null,
    primary key (program, unit_id, year, fund)
);
comment on table funding_account is 'locked, in the order of its key, by whoever gives away or uses what is on it';

-- How units keep their money, from a month on; the latest row of the nearest unit holds.
create table funding_rule (
    id          bigint generated always as identity primary key,
    program     text not null,
    unit_id     bigint not null references unit,
    from_month  date not null check (extract(day from from_month) = 1),
    own_budget  boolean not null,
    pooled      boolean not null,
    approval    boolean not null,
    blocks      boolean not null,
    basis       text not null check (btrim(basis) <> ''),
    set_by      text not null,
    set_at      timestamptz not null
);
create index funding_rule_unit on funding_rule (program, unit_id, from_month);
comment on column funding_rule.own_budget is 'the unit allocates without having received from above';
comment on column funding_rule.pooled is 'lists of the units below are paid from this unit''s account';
comment on column funding_rule.approval is 'lists of the units below are approved from above before they are closed';
comment on column funding_rule.blocks is 'too little money stops the closing; else it is acknowledged';

create table funding_source (
    id          bigint generated always as identity primary key,
    program     text not null,
    unit_id     bigint not null references unit,
    benefit     text not null,
    fund        text not null check (fund <> ''),
    from_month  date not null check (extract(day from from_month) = 1),
    set_by      text not null,
    set_at      timestamptz not null
);
create index funding_source_unit on funding_source (program, unit_id, from_month);
comment on column funding_source.benefit is 'blank for all benefits whose policy names no source';

create table funding_fee (
    id          bigint generated always as identity primary key,
    program     text not null,
    unit_id     bigint not null references unit,
    method      text not null,
    rate        numeric(7, 4) check (rate between 0 and 100),
    fixed       bigint check (fixed >= 0),
    step        integer not null check (step in (1, 10, 100, 1000)),
    fund        text not null check (fund <> ''),
    from_month  date not null check (extract(day from from_month) = 1),
    basis       text not null check (btrim(basis) <> ''),
    set_by      text not null,
    set_at      timestamptz not null,
    check (num_nulls(rate, fixed) = 1)
);
create index funding_fee_unit on funding_fee (program, unit_id, from_month);
comment on column funding_fee.rate is 'percent of what was paid out';
comment on column funding_fee.fixed is 'đồng per payment that was made';
comment on column funding_fee.step is 'đồng to which the fee of an order is rounded, halves up';

create table funding_estimate (
    id             bigint generated always as identity primary key,
    program        text not null,
    unit_id        bigint not null references unit,
    year           integer not null check (year between 2000 and 2200),
    about          text not null,
    number         text,
    state          text not null check (state in ('PROPOSED', 'APPROVED', 'RETURNED', 'WITHDRAWN')),
    proposed_by    text not null,
    proposed_name  text not null,
    proposed_at    timestamptz not null,
    decided_by     text,
    decided_name   text,
    decided_at     timestamptz,
    reason         text check (btrim(reason) <> ''),
    check ((state = 'APPROVED') = (number is not null))
);
create index funding_estimate_unit on funding_estimate (unit_id, year);

create table funding_estimate_line (
    estimate_id  bigint not null references funding_estimate,
    no           integer not null,
    fund         text not null check (fund <> ''),
    chapter      text,
    category     text,
    division     text,
    item         text,
    sub_item     text,
    asked        bigint not null check (asked > 0),
    granted      bigint check (granted >= 0),
    basis        text not null,
    primary key (estimate_id, no)
);

create table funding_decision (
    id              bigint generated always as identity primary key,
    program         text not null,
    kind            text not null check (kind in ('BUDGET', 'GIVE', 'TAKE_BACK', 'RETURN')),
    unit_id         bigint not null references unit,
    year            integer not null check (year between 2000 and 2200),
    number          text not null check (btrim(number) <> ''),
    day             date not null,
    voucher_kind    text,
    voucher_number  text,
    about           text not null,
    state           text not null check (state in ('PROPOSED', 'APPROVED', 'RETURNED', 'WITHDRAWN')),
    proposed_by     text not null,
    proposed_name   text not null,
    proposed_at     timestamptz not null,
    decided_by      text,
    decided_name    text,
    decided_at      timestamptz,
    reason          text check (btrim(reason) <> ''),
    check (num_nulls(voucher_kind, voucher_number) in (0, 2))
);
create unique index funding_decision_number on funding_decision (program, unit_id, year, number)
    where state in ('PROPOSED', 'APPROVED');
create index funding_decision_unit on funding_decision (unit_id, year);
comment on column funding_decision.unit_id is 'gives, takes back, or is returned to; gets the budget itself';

-- To which unit or from which. Whose decision it is stands here, too, so that a unit sees its own lines of it and no others.
create table funding_line (
    decision_id  bigint not null references funding_decision,
    no           integer not null,
    program      text not null,
    giver_id     bigint not null references unit,
    unit_id      bigint not null references unit,
    fund         text not null check (fund <> ''),
    chapter      text,
    category     text,
    division     text,
    item         text,
    sub_item     text,
    amount       bigint not null check (amount > 0),
    primary key (decision_id, no)
);
create index funding_line_unit on funding_line (unit_id);

-- What closing a list took from whose account: what it pays, and what it cancelled of lists before it. Counts while the list is closed.
create table funding_use (
    id          bigint generated always as identity primary key,
    payroll_id  bigint not null references payroll,
    list_id     bigint not null references payroll,
    program     text not null,
    unit_id     bigint not null references unit,
    month       date not null,
    year        integer not null,
    benefit     text not null,
    pack_fund   text,
    fund        text not null,
    bearer_id   bigint not null references unit,
    amount      bigint not null check (amount >= 0),
    cancelled   bigint not null check (cancelled >= 0),
    check ((amount > 0) <> (cancelled > 0))
);
create index funding_use_bearer on funding_use (bearer_id, program, year);
create index funding_use_unit on funding_use (unit_id, program, month);
create index funding_use_payroll on funding_use (payroll_id);
create index funding_use_list on funding_use (list_id) where amount > 0;
comment on column funding_use.payroll_id is 'whose closing did it';
comment on column funding_use.list_id is 'whose lines they are: payroll_id itself, or the list whose lines were cancelled';
comment on column funding_use.month is 'of payroll_id';
comment on column funding_use.year is 'budget year: of the lines';
comment on column funding_use.pack_fund is 'source as policy names it, null for the usual one';
comment on column funding_use.fund is 'source that pays; blank while nobody has said which';

-- A list on its way up. What was looked at is the run; drafted anew, it is another.
create table funding_submission (
    id             bigint generated always as identity primary key,
    payroll_id     bigint not null references payroll,
    run_id         bigint not null references payroll_run,
    program        text not null,
    unit_id        bigint not null references unit,
    month          date not null,
    people         integer not null,
    lines          integer not null,
    total          bigint not null,
    note           text not null,
    state          text not null check (state in ('PROPOSED', 'APPROVED', 'RETURNED', 'WITHDRAWN')),
    proposed_by    text not null,
    proposed_name  text not null,
    proposed_at    timestamptz not null,
    decided_by     text,
    decided_name   text,
    decided_at     timestamptz,
    reason         text check (btrim(reason) <> '')
);
create index funding_submission_payroll on funding_submission (payroll_id, id desc);
create index funding_submission_unit on funding_submission (unit_id, month);
create unique index funding_submission_one on funding_submission (payroll_id, run_id)
    where state in ('PROPOSED', 'APPROVED');

create table funding_charge (
    order_id  bigint primary key references payment_order,
    fee_id    bigint not null references funding_fee,
    program   text not null,
    unit_id   bigint not null references unit,
    year      integer not null,
    month     date not null,
    fund      text not null,
    paid      bigint not null,
    payments  integer not null,
    amount    bigint not null check (amount >= 0)
);
create index funding_charge_unit on funding_charge (unit_id, program, year);
comment on column funding_charge.unit_id is 'from whose account';
comment on table funding_charge is 'the fee of a settled order, as it was when it was settled';

create table funding_agent_return (
    id              bigint generated always as identity primary key,
    order_id        bigint not null references payment_order,
    program         text not null,
    unit_id         bigint not null references unit,
    year            integer not null,
    fund            text not null,
    bearer_id       bigint not null references unit,
    day             date not null,
    voucher_kind    text not null,
    voucher_number  text not null,
    amount          bigint not null check (amount > 0),
    note            text not null,
    recorded_by     text not null,
    recorded_at     timestamptz not null
);
create index funding_agent_return_order on funding_agent_return (order_id);
create index funding_agent_return_unit on funding_agent_return (bearer_id, program, year);
comment on column funding_agent_return.unit_id is 'of the order';
comment on column funding_agent_return.fund is 'blank where nobody has said which source';

create table funding_settlement (
    id             bigint generated always as identity primary key,
    program        text not null,
    unit_id        bigint not null references unit,
    year           integer not null,
    through_month  date not null check (extract(day from through_month) = 1 and extract(year from through_month) = year),
    state          text not null check (state in ('DRAFT', 'SENT', 'ACCEPTED', 'RETURNED')),
    as_of          timestamptz not null,
    drafted_by     text not null,
    drafted_name   text not null,
    drafted_at     timestamptz not null,
    sent_by        text,
    sent_at        timestamptz,
    decided_by     text,
    decided_name   text,
    decided_at     timestamptz,
    reason         text check (btrim(reason) <> ''),
    check ((state = 'DRAFT') = (sent_by is null)),
    check ((state in ('ACCEPTED', 'RETURNED')) = (decided_by is not null)),
    check ((state = 'RETURNED') = (reason is not null)),
    constraint funding_settlement_two_people check (decided_by not in (sent_by, drafted_by))
);
create unique index funding_settlement_one on funding_settlement (program, unit_id, through_month) where state <> 'RETURNED';
create index funding_settlement_unit on funding_settlement (unit_id, year);

-- Since the beginning of the year; what lies between two accounts is their difference.
create table funding_settlement_row (
    settlement_id   bigint not null references funding_settlement,
    fund            text not null,
    received        bigint not null,
    returned        bigint not null,
    given           bigint not null,
    closed          bigint not null,
    cancelled       bigint not null,
    paid            bigint not null,
    undelivered     bigint not null,
    underway        bigint not null,
    unordered       bigint not null,
    agent_returned  bigint not null,
    fee             bigint not null,
    primary key (settlement_id, fund),
    constraint funding_settlement_agrees check (closed - cancelled = paid + undelivered + underway + unordered)
);

-- Nearest of the units above: communes before districts before provinces.
create function funding_depth(level text) returns integer
    language sql immutable parallel safe
begin atomic
    select array_position(array['PROVINCE', 'DISTRICT', 'COMMUNE'], level);
end;

-- From whose account a unit's list of a month is paid.
create function funding_bearer(of_program text, of_unit bigint, of_month date) returns bigint
    language sql stable parallel safe
begin atomic
    select coalesce((
        select case when n.pooled then n.unit_id end from (
            select distinct on (r.unit_id) r.unit_id, r.pooled, u.level
            from ansinh.unit_closure c
                join ansinh.funding_rule r on r.unit_id = c.ancestor_id
                join ansinh.unit u on u.id = r.unit_id
            where c.unit_id = of_unit and c.ancestor_id <> of_unit and r.program = of_program and r.from_month <= of_month
            order by r.unit_id, r.from_month desc, r.id desc) n
        order by ansinh.funding_depth(n.level) desc limit 1), of_unit);
end;

-- Which source pays a benefit whose policy names none; blank where nobody has said it.
create function funding_fund(of_program text, of_unit bigint, of_benefit text, of_month date) returns text
    language sql stable parallel safe
begin atomic
    select coalesce((
        select s.fund from ansinh.unit_closure c
            join ansinh.funding_source s on s.unit_id = c.ancestor_id
            join ansinh.unit u on u.id = s.unit_id
        where c.unit_id = of_unit and s.program = of_program and s.from_month <= of_month and s.benefit in ('', of_benefit)
        order by s.benefit desc, ansinh.funding_depth(u.level) desc, s.from_month desc, s.id desc limit 1), '');
end;

-- What lists of a month cost, and from which account.
create function funding_need(lists bigint[], cycle date) returns table (payroll_id bigint, program text, unit_id bigint,
        benefit text, pack_fund text, fund text, bearer_id bigint, amount bigint)
    language sql stable
begin atomic
    select n.payroll_id, y.program, y.unit_id, n.benefit, n.fund,
        coalesce(n.fund, ansinh.funding_fund(y.program, y.unit_id, n.benefit, y.month)),
        ansinh.funding_bearer(y.program, y.unit_id, y.month), n.amount
    from (select s.payroll_id, r.benefit, r.fund, sum(s.amount)::bigint as amount
            from (select l.payroll_id, l.rule_id, sum(l.amount) as amount from ansinh.payroll_line l
                where l.month = cycle and l.payroll_id = any (lists) group by l.payroll_id, l.rule_id) s
                join ansinh.payroll_rule r on r.id = s.rule_id
            group by s.payroll_id, r.benefit, r.fund) n
        join ansinh.payroll y on y.id = n.payroll_id;
end;

create function funding_follows() returns trigger language plpgsql set search_path = ansinh, pg_temp
    set plan_cache_mode = force_custom_plan as $$
declare
    cycle date;
    closed bigint[];
begin
    select array_agg(n.id) into closed from gone o join changed n on n.id = o.id
        where o.state = 'DRAFT' and n.state = 'CLOSED';
    if closed is null then
        return null;
    end if;
    for cycle in select distinct month from changed where id = any (closed) loop
        insert into funding_use (payroll_id, list_id, program, unit_id, month, year, benefit, pack_fund, fund, bearer_id,
            amount, cancelled)
        select n.payroll_id, n.payroll_id, n.program, n.unit_id, cycle, extract(year from cycle), n.benefit, n.pack_fund,
            n.fund, n.bearer_id, n.amount, 0
        from funding_need(array(select id from changed where id = any (closed) and month = cycle), cycle) n;
    end loop;
    insert into funding_use (payroll_id, list_id, program, unit_id, month, year, benefit, pack_fund, fund, bearer_id, amount,
        cancelled)
    select g.id, u.list_id, u.program, u.unit_id, g.month, u.year, u.benefit, u.pack_fund, u.fund, u.bearer_id, 0,
        sum(c.amount)
    from changed g
        join payroll_cancellation c on c.payroll_id = g.id and not c.annulled
        join payroll_line l on l.month = c.month and l.id = c.line_id
        join payroll_rule r on r.id = l.rule_id
        join funding_use u on u.payroll_id = l.payroll_id and u.amount > 0 and u.benefit = r.benefit
            and u.pack_fund is not distinct from r.fund
    where g.id = any (closed)
    group by g.id, g.month, u.id;
    return null;
end $$;
create trigger payroll_uses_funding after update on payroll
    referencing old table as gone new table as changed for each statement execute function funding_follows();

-- An order that is settled costs what the fee of its month says.
create function funding_charges() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
begin
    insert into funding_charge (order_id, fee_id, program, unit_id, year, month, fund, paid, payments, amount)
    select new.id, f.id, new.program, funding_bearer(new.program, new.unit_id, new.month), extract(year from new.month),
        new.month, f.fund, new.paid, new.paid_items,
        round(coalesce(new.paid * f.rate / 100, f.fixed::numeric * new.paid_items) / f.step) * f.step
    from (select f.* from unit_closure c
            join funding_fee f on f.unit_id = c.ancestor_id
            join unit u on u.id = f.unit_id
        where c.unit_id = new.unit_id and f.program = new.program and f.from_month <= new.month
            and f.method in ('', new.method)
        order by funding_depth(u.level) desc, f.method desc, f.from_month desc, f.id desc limit 1) f;
    return null;
end $$;
create trigger payment_order_charges after update on payment_order for each row
    when (old.state <> 'SETTLED' and new.state = 'SETTLED') execute function funding_charges();

-- Says anew which source and whose account lists of a unit and those below it use, from a month on.
create function funding_restate(of_program text, of_unit bigint, from_cycle date) returns integer
    language plpgsql set search_path = ansinh, pg_temp as $$
declare
    touched integer;
begin
    update funding_use u set fund = w.fund, bearer_id = w.bearer_id
    from (select n.id, coalesce(n.pack_fund, funding_fund(n.program, n.unit_id, n.benefit, n.month)) as fund,
            funding_bearer(n.program, n.unit_id, n.month) as bearer_id
        from (select a.id, a.program, a.unit_id, a.benefit, a.pack_fund, y.month
            from funding_use a join payroll y on y.id = a.list_id
            where a.program = of_program and y.month >= from_cycle
                and a.unit_id in (select c.unit_id from unit_closure c where c.ancestor_id = of_unit)) n) w
    where u.id = w.id and (u.fund, u.bearer_id) is distinct from (w.fund, w.bearer_id);
    get diagnostics touched = row_count;
    return touched;
end $$;

-- Lists that were closed before.
do $$
declare
    cycle date;
begin
    for cycle in select distinct month from ansinh.payroll where state = 'CLOSED' order by month loop
        insert into ansinh.funding_use (payroll_id, list_id, program, unit_id, month, year, benefit, pack_fund, fund,
            bearer_id, amount, cancelled)
        select n.payroll_id, n.payroll_id, n.program, n.unit_id, cycle, extract(year from cycle), n.benefit, n.pack_fund,
            n.fund, n.bearer_id, n.amount, 0
        from ansinh.funding_need(array(
            select id from ansinh.payroll where state = 'CLOSED' and month = cycle), cycle) n;
    end loop;
    insert into ansinh.funding_use (payroll_id, list_id, program, unit_id, month, year, benefit, pack_fund, fund, bearer_id,
        amount, cancelled)
    select g.id, u.list_id, u.program, u.unit_id, g.month, u.year, u.benefit, u.pack_fund, u.fund, u.bearer_id, 0,
        sum(c.amount)
    from ansinh.payroll g
        join ansinh.payroll_cancellation c on c.payroll_id = g.id and not c.annulled
        join ansinh.payroll_line l on l.month = c.month and l.id = c.line_id
        join ansinh.payroll_rule r on r.id = l.rule_id
        join ansinh.funding_use u on u.payroll_id = l.payroll_id and u.amount > 0 and u.benefit = r.benefit
            and u.pack_fund is not distinct from r.fund
    where g.state = 'CLOSED'
    group by g.id, g.month, u.id;
end $$;

-- Everything that moves an account.
create view funding_entry with (security_invoker = true) as
select e.program, e.unit_id, e.year, l.fund, coalesce(l.granted, 0) as estimated, 0::bigint as received, 0::bigint as given,
    0::bigint as closed, 0::bigint as cancelled, 0::bigint as fee
from funding_estimate e join funding_estimate_line l on l.estimate_id = e.id where e.state = 'APPROVED'
union all
select d.program, l.unit_id, d.year, l.fund, 0, case when d.kind in ('BUDGET', 'GIVE') then l.amount else -l.amount end,
    0, 0, 0, 0
from funding_decision d join funding_line l on l.decision_id = d.id where d.state = 'APPROVED'
union all
select d.program, d.unit_id, d.year, l.fund, 0, 0, case when d.kind = 'GIVE' then l.amount else -l.amount end, 0, 0, 0
from funding_decision d join funding_line l on l.decision_id = d.id where d.state = 'APPROVED' and d.kind <> 'BUDGET'
union all
select u.program, u.bearer_id, u.year, u.fund, 0, 0, 0, u.amount, u.cancelled, 0
from funding_use u join payroll y on y.id = u.payroll_id and y.state = 'CLOSED'
union all
select c.program, c.unit_id, c.year, c.fund, 0, 0, 0, 0, 0, c.amount
from funding_charge c;

-- A paper is decided once, by another account than wrote it.
create function funding_paper_guard() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
declare
    deciding text[] := '{state,number,decided_by,decided_name,decided_at,reason}';
begin
    if tg_op = 'INSERT' then
        if new.state <> 'PROPOSED' or new.decided_by is not null then
            raise exception 'a paper is written before it is decided' using errcode = 'AS001';
        end if;
        return new;
    end if;
    if tg_table_name <> 'funding_estimate' then
        deciding := array_remove(deciding, 'number');
    end if;
    if old.state <> 'PROPOSED' or new.state = 'PROPOSED' or new.decided_by is null
        or to_jsonb(old) - deciding <> to_jsonb(new) - deciding then
        raise exception 'a paper is decided once and does not change' using errcode = 'AS001';
    end if;
    if new.state in ('APPROVED', 'RETURNED') and new.decided_by = old.proposed_by then
        raise exception 'who wrote a paper does not decide it' using errcode = 'AS001';
    end if;
    if new.state = 'RETURNED' and new.reason is null then
        raise exception 'a paper is given back with a reason' using errcode = 'AS001';
    end if;
    return new;
end $$;

create function funding_estimate_line_guard() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
begin
    perform from funding_estimate where id = new.estimate_id and state = 'PROPOSED' for update;
    if not found or tg_op = 'UPDATE' and to_jsonb(old) - 'granted' <> to_jsonb(new) - 'granted' then
        raise exception 'lines of an estimate do not change' using errcode = 'AS001';
    end if;
    return new;
end $$;
create trigger funding_estimate_line_guard before insert or update on funding_estimate_line
    for each row execute function funding_estimate_line_guard();

create function funding_line_guard() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
begin
    perform from funding_decision where id = new.decision_id and state = 'PROPOSED'
        and (program, unit_id) = (new.program, new.giver_id) for update;
    if not found then
        raise exception 'lines belong to a decision that is not decided' using errcode = 'AS001';
    end if;
    return new;
end $$;
create trigger funding_line_guard before insert on funding_line for each row execute function funding_line_guard();

create function funding_settlement_guard() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
declare
    deciding text[] := '{state,decided_by,decided_name,decided_at,reason}';
begin
    if old.state = 'DRAFT' and new.state in ('DRAFT', 'SENT')
        and (old.id, old.program, old.unit_id, old.year, old.through_month)
            = (new.id, new.program, new.unit_id, new.year, new.through_month) then
        return new;
    end if;
    if old.state <> 'SENT' or new.state not in ('ACCEPTED', 'RETURNED')
        or to_jsonb(old) - deciding <> to_jsonb(new) - deciding then
        raise exception 'accounts that were sent do not change' using errcode = 'AS001';
    end if;
    return new;
end $$;
create trigger funding_settlement_guard before update on funding_settlement
    for each row execute function funding_settlement_guard();

create function funding_settlement_row_guard() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
begin
    perform from funding_settlement
        where id = case when tg_op = 'DELETE' then old.settlement_id else new.settlement_id end and state = 'DRAFT' for update;
    if not found then
        raise exception 'accounts that were sent do not change' using errcode = 'AS001';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger funding_settlement_row_guard before insert or delete on funding_settlement_row
    for each row execute function funding_settlement_row_guard();

do $$
declare
    part text;
begin
    foreach part in array array['funding_estimate', 'funding_decision', 'funding_submission'] loop
        execute format('create trigger %I before insert or update on ansinh.%I
            for each row execute function ansinh.funding_paper_guard()', part || '_guard', part);
        execute format('alter table ansinh.%I add constraint %I
            check ((state = ''PROPOSED'') = (decided_by is null) and num_nulls(decided_by, decided_name, decided_at) in (0, 3))',
            part, part || '_decided');
    end loop;
    foreach part in array array['funding_estimate', 'funding_estimate_line', 'funding_decision', 'funding_submission',
            'funding_use', 'funding_settlement'] loop
        execute format('create trigger %I before delete or truncate on ansinh.%I
            for each statement execute function ansinh.payroll_never_changes()', part || '_keeps', part);
    end loop;
    foreach part in array array['funding_line', 'funding_rule', 'funding_source', 'funding_fee', 'funding_charge',
            'funding_agent_return'] loop
        execute format('create trigger %I before update or delete or truncate on ansinh.%I
            for each statement execute function ansinh.payroll_never_changes()', part || '_keeps', part);
    end loop;
    execute 'create trigger funding_settlement_row_keeps before update or truncate on ansinh.funding_settlement_row
        for each statement execute function ansinh.payroll_never_changes()';

    -- Everybody goes by what the units above have set.
    foreach part in array array['funding_rule', 'funding_source', 'funding_fee', 'funding_account'] loop
        execute format('create policy %I on ansinh.%I for select using (true)', part || '_seen', part);
    end loop;
    foreach part in array array['funding_estimate', 'funding_submission', 'funding_charge', 'funding_settlement'] loop
        execute format('create policy %I on ansinh.%I for select using (
            ((select ansinh.scope_programs()) is null or program = any ((select ansinh.scope_programs())::text[]))
            and ((select ansinh.scope_unit()) = 0
                or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit()))))',
            part || '_seen', part);
    end loop;
    foreach part in array array['funding_use:bearer_id', 'funding_agent_return:bearer_id', 'funding_line:giver_id'] loop
        execute format('create policy %1$I on ansinh.%2$I for select using (
            ((select ansinh.scope_programs()) is null or program = any ((select ansinh.scope_programs())::text[]))
            and ((select ansinh.scope_unit()) = 0
                or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit()))
                or %3$I in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit()))))',
            split_part(part, ':', 1) || '_seen', split_part(part, ':', 1), split_part(part, ':', 2));
    end loop;
end $$;
create policy funding_decision_seen on funding_decision for select using (
    ((select ansinh.scope_programs()) is null or program = any ((select ansinh.scope_programs())::text[]))
    and ((select ansinh.scope_unit()) = 0
        or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit()))
        or exists (select from ansinh.funding_line l where l.decision_id = id)));
create policy funding_estimate_line_seen on funding_estimate_line for select using (
    exists (select from ansinh.funding_estimate e where e.id = estimate_id));
create policy funding_settlement_row_seen on funding_settlement_row for select using (
    exists (select from ansinh.funding_settlement s where s.id = settlement_id));

do $$
declare
    part text;
begin
    foreach part in array array['funding_account', 'funding_rule', 'funding_source', 'funding_fee', 'funding_estimate',
            'funding_estimate_line', 'funding_decision', 'funding_line', 'funding_use', 'funding_submission',
            'funding_charge', 'funding_agent_return', 'funding_settlement', 'funding_settlement_row'] loop
        execute format('alter table ansinh.%I enable row level security', part);
        execute format('create policy %I on ansinh.%I for insert with check ((select ansinh.platform()))',
            part || '_added', part);
        execute format('create policy %I on ansinh.%I for update using ((select ansinh.platform()))',
            part || '_changed', part);
        execute format('create policy %I on ansinh.%I for delete using ((select ansinh.platform()))',
            part || '_removed', part);
    end loop;
end $$;
