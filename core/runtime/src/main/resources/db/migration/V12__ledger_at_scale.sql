-- Lines go in by the million: what a list must not be is asked once, when it is closed, and not with every batch.
create or replace function payroll_line_insert_guard() returns trigger
    language plpgsql set search_path = ansinh, pg_temp as $$
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

-- The unique constraint keeps two lines of one first month apart; this keeps long lines from covering others. Whoever looks
-- at a list as it was before closing sees its lines as they will stay, so no two lists can be closed that overlap: rights
-- do not move while a list is closed, and a line of another list of the month is looked at here too.
create function payroll_closing_guard() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
begin
    if exists (select from payroll_line b join payroll_line a
                on a.month = b.month and a.entitlement_id = b.entitlement_id and a.id <> b.id
                and a.period < b.period + make_interval(months => b.months)
                and b.period < a.period + make_interval(months => a.months)
            where b.month = new.month and b.payroll_id = new.id and b.months > 1 and a.month = new.month) then
        raise exception 'a month of an entitlement is on two lines of a cycle' using errcode = 'AS001';
    end if;
    return new;
end $$;
create trigger payroll_closing_guard before update on payroll
    for each row when (old.state = 'DRAFT' and new.state = 'CLOSED') execute function payroll_closing_guard();
drop index payroll_line_long;

-- A planner that takes a month of millions for an empty one walks it once for each person.
create function payroll_analyze(cycle date) returns void
    language plpgsql security definer set search_path = ansinh, pg_temp as $$
begin
    execute format('analyze ansinh.%I', 'payroll_line_' || to_char(cycle, 'YYYY_MM'));
end $$;
