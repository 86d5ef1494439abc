-- From which month on a change can make a difference: what was before it is neither computed nor read.
alter table payroll_change add column from_month date not null default '-infinity';
comment on column payroll_change.from_month is
    'nothing before it can be worth something else; infinity when no amount can, only who is paid';

-- Whoever looks at a month looks at days of it: what holds from a day on makes no difference to the months before.
create or replace function payroll_change_of_fact() returns trigger
    language plpgsql set search_path = ansinh, pg_temp as $$
begin
    insert into payroll_change (person_id, from_month)
    select subject_id, min(date_trunc('month', valid_from)::date) from changed
    where subject_kind = 'PERSON' group by subject_id;
    return null;
end $$;

create or replace function payroll_change_of_person() returns trigger
    language plpgsql set search_path = ansinh, pg_temp as $$
begin
    insert into payroll_change (person_id, from_month)
    select o.id, case when o.birth_date = n.birth_date
        then date_trunc('month', least(o.deceased_on, n.deceased_on))::date else '-infinity' end
    from gone o join changed n on n.id = o.id
    where (o.birth_date, o.deceased_on) is distinct from (n.birth_date, n.deceased_on);
    return null;
end $$;

create or replace function payroll_change_of_entitlement() returns trigger
    language plpgsql set search_path = ansinh, pg_temp as $$
begin
    if tg_table_name = 'entitlement' then
        insert into payroll_change (person_id, from_month)
        select person_id, min(from_month) from changed group by person_id;
    elsif tg_table_name = 'entitlement_pause' then
        insert into payroll_change (person_id, from_month)
        select e.person_id, min(c.from_month) from changed c join entitlement e on e.id = c.entitlement_id
        group by e.person_id;
    else
        insert into payroll_change (person_id)
        select distinct e.person_id from changed c join entitlement e on e.id = c.entitlement_id;
    end if;
    return null;
end $$;

create or replace function payroll_change_of_entitlements() returns trigger
    language plpgsql set search_path = ansinh, pg_temp as $$
begin
    insert into payroll_change (person_id, from_month)
    select o.person_id, min(case
        when (o.person_id, o.program, o.benefit, o.unit_id, o.from_month, o.paid_through) is distinct from
            (n.person_id, n.program, n.benefit, n.unit_id, n.from_month, n.paid_through) then '-infinity'
        when o.to_month is distinct from n.to_month then (least(o.to_month, n.to_month) + interval '1 month')::date
        else 'infinity' end)
    from gone o join changed n on n.id = o.id group by o.person_id;
    insert into payroll_change (person_id)
    select n.person_id from gone o join changed n on n.id = o.id where n.person_id <> o.person_id;
    if exists (select from gone o join changed n on n.id = o.id
            where (o.unit_id, o.program) is distinct from (n.unit_id, n.program)) then
        perform from payroll_commune c
        where exists (select from gone o join changed n on n.id = o.id
            where (o.unit_id, o.program) is distinct from (n.unit_id, n.program)
              and (c.program, c.unit_id) in ((o.program, o.unit_id), (n.program, n.unit_id)))
        order by c.unit_id for key share;
    end if;
    return null;
end $$;
