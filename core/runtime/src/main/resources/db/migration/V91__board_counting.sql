-- Closing a month of the whole country counts a million lines for the board: by numbers alone, names joined to what is left.
-- Rights paid elsewhere before the ledger began are asked for from their side, where after the first months there are none.
create index entitlement_paid_through on entitlement (paid_through) where paid_through is not null;

create or replace function board_count(cycle date, lists bigint[]) returns void
    language plpgsql set search_path = ansinh, pg_temp set plan_cache_mode = force_custom_plan set work_mem = '128MB' as $$
declare
    last_month date := (cycle - interval '1 month')::date;
begin
    with list as materialized (
        select id, program, unit_id from payroll where id = any (lists) and month = cycle),
    -- a right is one program's, and of one benefit a person has one right a month: neither is compared again
    laid as materialized (
        select n.payroll_id, n.rule_id, b.payroll_id as from_payroll, count(*) as rights, sum(n.due) as due,
            sum(b.due) as before, count(*) filter (where b.due <> n.due) as changed,
            sum(n.due - b.due) filter (where b.due <> n.due) as changed_by
        from payroll_line n
            left join payroll_line b on b.month = last_month and b.period = last_month
                and b.entitlement_id = n.entitlement_id
        where n.month = cycle and n.period = cycle and n.payroll_id in (select id from list)
        group by n.payroll_id, n.rule_id, b.payroll_id),
    step as materialized (
        select y.id as payroll_id, r.benefit, y.program, y.unit_id, f.unit_id as from_unit, sum(l.rights) as rights,
            sum(l.due) as due, sum(l.before) as before, sum(l.changed) as changed,
            coalesce(sum(l.changed_by), 0) as changed_by
        from laid l join list y on y.id = l.payroll_id join payroll_rule r on r.id = l.rule_id
            left join payroll f on f.id = l.from_payroll and f.state = 'CLOSED'
        group by y.id, r.benefit, y.program, y.unit_id, f.unit_id),
    own as (
        select payroll_id, benefit, sum(rights) as rights, sum(due) as due,
            sum(rights) filter (where from_unit = unit_id) as kept,
            sum(before) filter (where from_unit = unit_id) as kept_before,
            sum(due) filter (where from_unit = unit_id) as kept_due,
            sum(changed) filter (where from_unit = unit_id) as changed,
            sum(changed_by) filter (where from_unit = unit_id) as changed_by
        from step group by payroll_id, benefit),
    moved as (
        insert into board_transfer
            (program, month, from_unit_id, unit_id, benefit, rights, before, due, changed, changed_by)
        select program, cycle, from_unit, unit_id, benefit, rights, before, due, changed, changed_by
        from step where from_unit <> unit_id),
    opened as (
        select n.payroll_id, r.benefit, count(*) as rights, sum(n.due) as due
        from entitlement e
            join payroll_line n on n.month = cycle and n.period = cycle and n.entitlement_id = e.id
                and n.payroll_id in (select id from list)
            join payroll_rule r on r.id = n.rule_id
        where e.paid_through >= last_month
          and not exists (select from payroll_line b join payroll f on f.id = b.payroll_id and f.state = 'CLOSED'
            where b.month = last_month and b.period = last_month and b.entitlement_id = n.entitlement_id)
        group by n.payroll_id, r.benefit),
    sums as (
        select l.payroll_id, r.benefit, sum(l.amount) as amount, sum(l.arrears) as arrears
        from (select payroll_id, rule_id, sum(amount) as amount,
                coalesce(sum(amount) filter (where period < cycle), 0) as arrears
            from payroll_line where month = cycle and payroll_id in (select id from list)
            group by payroll_id, rule_id) l
            join payroll_rule r on r.id = l.rule_id
        group by l.payroll_id, r.benefit),
    late as (
        select l.payroll_id, r.benefit, count(distinct l.person_id) as people
        from payroll_line l join payroll_rule r on r.id = l.rule_id
        where l.month = cycle and l.period < cycle and l.payroll_id in (select id from list)
          and not exists (select from payroll_line n join payroll_rule q on q.id = n.rule_id
            where n.month = cycle and n.period = cycle and n.payroll_id = l.payroll_id and n.person_id = l.person_id
              and q.benefit = r.benefit)
        group by l.payroll_id, r.benefit),
    former as (
        select y.id as payroll_id, b.benefit, b.rights, b.due
        from list y join board_benefit b on b.program = y.program and b.month = last_month and b.unit_id = y.unit_id
        where b.rights > 0)
    insert into board_benefit (payroll_id, benefit, program, month, unit_id, people, amount, arrears, rights, due, opened,
        opened_due, former, former_due, kept, kept_before, kept_due, changed, changed_by)
    select payroll_id, benefit, y.program, cycle, y.unit_id, coalesce(o.rights, 0) + coalesce(t.people, 0),
        coalesce(p.amount, 0), coalesce(p.arrears, 0), coalesce(o.rights, 0), coalesce(o.due, 0), coalesce(n.rights, 0),
        coalesce(n.due, 0), coalesce(f.rights, 0), coalesce(f.due, 0), coalesce(o.kept, 0), coalesce(o.kept_before, 0),
        coalesce(o.kept_due, 0), coalesce(o.changed, 0), coalesce(o.changed_by, 0)
    from sums p
        full join former f using (payroll_id, benefit)
        left join own o using (payroll_id, benefit)
        left join opened n using (payroll_id, benefit)
        left join late t using (payroll_id, benefit)
        join list y on y.id = payroll_id;
end $$;
