-- Lists and explanations say why payment stops, as the code list said on the day of the decision.
alter table entitlement_pause add column reason_name text not null default '';

-- Money taken back changes what counts as paid, so the person is looked at again by drafts and closings under way.
create trigger receivable_added after insert on receivable
    referencing new table as changed for each statement execute function payroll_change_of_entitlement();
create trigger receivable_changed after update on receivable
    referencing new table as changed for each statement execute function payroll_change_of_entitlement();
create trigger payroll_cancellation_added after insert on payroll_cancellation
    referencing new table as changed for each statement execute function payroll_change_of_entitlement();
create trigger payroll_cancellation_changed after update on payroll_cancellation
    referencing new table as changed for each statement execute function payroll_change_of_entitlement();
create index payroll_cancellation_person on payroll_cancellation (person_id) where not annulled;

-- A month of a closed line is never cancelled for more than it is worth, nor while the money is on its way or collected.
create function payroll_cancellation_guard() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
begin
    if exists (select from (select distinct month, line_id, period from added) a
            left join payroll_line l on l.month = a.month and l.id = a.line_id and l.period <= a.period
                and a.period < l.period + make_interval(months => l.months)
            left join payroll y on y.id = l.payroll_id and y.state = 'CLOSED'
            where y.id is null or l.due - l.paid_before < (
                select sum(c.amount) from payroll_cancellation c
                where c.month = a.month and c.line_id = a.line_id and c.period = a.period and not c.annulled)) then
        raise exception 'more is cancelled than a closed line holds' using errcode = 'AS001';
    end if;
    if exists (select from added a join payment_line p on p.month = a.month and p.line_id = a.line_id
            where p.state <> 'UNPAID') then
        raise exception 'what is in a payment order is not cancelled' using errcode = 'AS001';
    end if;
    return null;
end $$;
create trigger payroll_cancellation_guard after insert on payroll_cancellation
    referencing new table as added for each statement execute function payroll_cancellation_guard();
