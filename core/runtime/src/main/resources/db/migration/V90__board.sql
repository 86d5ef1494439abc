-- What closed lists come to, by benefit: written with the closing itself and gone with its annulment, so that a board of the
-- country opens without a look at a single line. Who joined and who left is not written down, it follows at every level from
-- who was on a list, who was on the same unit's list before, and who was on another unit's: a right that moved within a
-- province is no joiner of the province, whichever of its communes closes first.
create table board_benefit (
    payroll_id      bigint not null references payroll,
    benefit         text not null,
    program         text not null,
    month           date not null,
    unit_id         bigint not null references unit,
    people          integer not null,
    amount          bigint not null,
    arrears         bigint not null,
    rights          integer not null,
    due             bigint not null,
    opened          integer not null,
    opened_due      bigint not null,
    former          integer not null,
    former_due      bigint not null,
    kept            integer not null,
    kept_before     bigint not null,
    kept_due        bigint not null,
    changed         integer not null,
    changed_by      bigint not null,
    primary key (payroll_id, benefit)
);
create index board_benefit_month on board_benefit (program, month, unit_id);
create index board_benefit_unit on board_benefit (unit_id, month);
comment on column board_benefit.rights is 'rights paid for the month itself; due is what they are worth';
comment on column board_benefit.opened is 'of these, paid elsewhere up to the month before the ledger began: no joiners';
comment on column board_benefit.former is 'rights on the same unit''s list of the month before';
comment on column board_benefit.kept is 'rights on both';
comment on column board_benefit.changed is 'of these, worth another amount; changed_by is the difference';

-- Rights that another unit paid the month before.
create table board_transfer (
    program       text not null,
    month         date not null,
    from_unit_id  bigint not null references unit,
    unit_id       bigint not null references unit,
    benefit       text not null,
    rights        integer not null,
    before        bigint not null,
    due           bigint not null,
    changed       integer not null,
    changed_by    bigint not null,
    primary key (program, month, from_unit_id, unit_id, benefit)
);
create index board_transfer_unit on board_transfer (unit_id, month);

do $$
declare
    part text;
begin
    foreach part in array array['board_benefit', 'board_transfer'] loop
        execute format('alter table ansinh.%I enable row level security', part);
        execute format('create policy %I on ansinh.%I for select using (
            ((select ansinh.scope_programs()) is null or program = any ((select ansinh.scope_programs())::text[]))
            and ((select ansinh.scope_unit()) = 0
                or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit()))))',
            part || '_seen', part);
        execute format('create policy %I on ansinh.%I for insert with check ((select ansinh.platform()))',
            part || '_added', part);
        execute format('create policy %I on ansinh.%I for update using ((select ansinh.platform()))',
            part || '_changed', part);
        execute format('create policy %I on ansinh.%I for delete using ((select ansinh.platform()))',
            part || '_removed', part);
    end loop;
end $$;

-- Counts closed lists of one month beside those of the month before, in one pass over their lines.
create function board_count(cycle date, lists bigint[]) returns void
    language plpgsql set search_path = ansinh, pg_temp set plan_cache_mode = force_custom_plan set work_mem = '128MB' as $$
declare
    last_month date := (cycle - interval '1 month')::date;
begin
    with list as (
        select id, program, unit_id from payroll where id = any (lists) and month = cycle),
    laid as materialized (
        select n.payroll_id, y.program, y.unit_id, r.benefit, n.entitlement_id, n.due, b.due as before_due,
            f.unit_id as from_unit
        from list y
            join payroll_line n on n.month = cycle and n.payroll_id = y.id and n.period = cycle
            join payroll_rule r on r.id = n.rule_id
            left join (payroll_line b
                join payroll f on f.id = b.payroll_id and f.month = last_month and f.state = 'CLOSED')
              on b.month = last_month and b.period = last_month and b.entitlement_id = n.entitlement_id and f.program = y.program),
    step as materialized (
        select payroll_id, benefit, program, unit_id, from_unit, count(*) as rights, sum(due) as due,
            coalesce(sum(before_due), 0) as before,
            count(*) filter (where before_due <> due) as changed,
            coalesce(sum(due - before_due) filter (where before_due <> due), 0) as changed_by
        from laid group by payroll_id, benefit, program, unit_id, from_unit),
    paid as (
        select l.payroll_id, r.benefit, count(distinct l.person_id) as people, sum(l.amount) as amount,
            coalesce(sum(l.amount) filter (where l.period < cycle), 0) as arrears
        from list y
            join payroll_line l on l.month = cycle and l.payroll_id = y.id
            join payroll_rule r on r.id = l.rule_id
        group by l.payroll_id, r.benefit),
    opened as (
        select l.payroll_id, l.benefit, count(*) as rights, sum(l.due) as due
        from laid l join entitlement e on e.id = l.entitlement_id and e.paid_through >= last_month
        where l.from_unit is null
        group by l.payroll_id, l.benefit),
    former as (
        select y.id as payroll_id, b.benefit, b.rights, b.due
        from list y join board_benefit b on b.program = y.program and b.month = last_month and b.unit_id = y.unit_id
        where b.rights > 0),
    own as (
        select payroll_id, benefit, sum(rights) as rights, sum(due) as due,
            coalesce(sum(rights) filter (where from_unit = unit_id), 0) as kept,
            coalesce(sum(before) filter (where from_unit = unit_id), 0) as kept_before,
            coalesce(sum(due) filter (where from_unit = unit_id), 0) as kept_due,
            coalesce(sum(changed) filter (where from_unit = unit_id), 0) as changed,
            coalesce(sum(changed_by) filter (where from_unit = unit_id), 0) as changed_by
        from step group by payroll_id, benefit),
    moved as (
        insert into board_transfer
            (program, month, from_unit_id, unit_id, benefit, rights, before, due, changed, changed_by)
        select program, cycle, from_unit, unit_id, benefit, rights, before, due, changed, changed_by
        from step where from_unit <> unit_id)
    insert into board_benefit (payroll_id, benefit, program, month, unit_id, people, amount, arrears, rights, due, opened,
        opened_due, former, former_due, kept, kept_before, kept_due, changed, changed_by)
    select payroll_id, benefit, y.program, cycle, y.unit_id, coalesce(p.people, 0), coalesce(p.amount, 0),
        coalesce(p.arrears, 0), coalesce(o.rights, 0), coalesce(o.due, 0), coalesce(n.rights, 0), coalesce(n.due, 0),
        coalesce(f.rights, 0), coalesce(f.due, 0), coalesce(o.kept, 0), coalesce(o.kept_before, 0),
        coalesce(o.kept_due, 0), coalesce(o.changed, 0), coalesce(o.changed_by, 0)
    from paid p
        full join former f using (payroll_id, benefit)
        left join own o using (payroll_id, benefit)
        left join opened n using (payroll_id, benefit)
        join list y on y.id = payroll_id;
end $$;

-- Where other units have closed the month after already, what moved to them from these lists.
create function board_count_moved_on(cycle date, lists bigint[]) returns void
    language plpgsql set search_path = ansinh, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
    next_month date := (cycle + interval '1 month')::date;
begin
    if not exists (select from payroll y join payroll t on t.program = y.program and t.month = next_month
            where y.id = any (lists) and t.state = 'CLOSED') then
        return;
    end if;
    insert into board_transfer (program, month, from_unit_id, unit_id, benefit, rights, before, due, changed, changed_by)
    select y.program, next_month, y.unit_id, t.unit_id, r.benefit, count(*), sum(n.due), sum(a.due),
        count(*) filter (where a.due <> n.due), sum(a.due - n.due)
    from payroll y
        join payroll_line n on n.month = cycle and n.payroll_id = y.id and n.period = cycle
        join payroll_line a on a.month = next_month and a.period = next_month and a.entitlement_id = n.entitlement_id
        join payroll_rule r on r.id = a.rule_id
        join payroll t on t.id = a.payroll_id and t.month = next_month and t.state = 'CLOSED' and t.program = y.program
            and t.unit_id <> y.unit_id
    where y.id = any (lists) and y.month = cycle
    group by y.program, y.unit_id, t.unit_id, r.benefit;
end $$;

-- Two units that close at the same moment must not both overlook what moved between them, so they count one after the other.
create function board_follows() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
declare
    cycle date;
    closed bigint[];
    annulled bigint[];
begin
    select array_agg(n.id) filter (where n.state = 'CLOSED'), array_agg(n.id) filter (where n.state = 'ANNULLED')
        into closed, annulled
        from gone o join changed n on n.id = o.id where o.state <> n.state;
    if closed is null and annulled is null then
        return null;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('ansinh.board', 0));
    for cycle in select distinct month from changed where id = any (closed) order by month loop
        perform board_count(cycle, closed);
        perform board_count_moved_on(cycle, closed);
    end loop;
    delete from board_benefit where payroll_id = any (annulled);
    delete from board_transfer b using changed n
        where n.id = any (annulled) and b.program = n.program
          and (b.unit_id = n.unit_id and b.month = n.month
            or b.from_unit_id = n.unit_id and b.month = (n.month + interval '1 month')::date);
    return null;
end $$;
create trigger payroll_on_board after update on payroll
    referencing old table as gone new table as changed for each statement execute function board_follows();

-- Months that were closed before, the earliest first.
do $$
declare
    cycle date;
begin
    for cycle in select distinct month from ansinh.payroll where state = 'CLOSED' order by month loop
        perform ansinh.board_count(cycle, array(select id from ansinh.payroll where state = 'CLOSED' and month = cycle));
    end loop;
end $$;
