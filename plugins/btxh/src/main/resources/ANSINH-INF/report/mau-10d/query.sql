-- One row a benefit; a person counts once in it. Who receives at the end is seen on each unit's last closed list.
with noi as materialized (
    select t.unit_id from published.unit_tree_v1 t where t.ancestor_id = :don_vi),
cuoi as materialized (
    select y.unit_id, max(y.month) as last
    from published.payroll_v1 y
    where y.program = 'btxh' and y.state = 'CLOSED'
        and y.month between cast(:ky as date) and cast(cast(:ky as date) + interval '5 months' as date)
        and y.unit_id in (select n.unit_id from noi n)
    group by y.unit_id),
chi as (
    select l.unit_id, l.month, l.benefit, l.benefit_name, l.person_id, l.sex, l.ethnicity, l.amount,
        not l.arrears and l.cadence <> 'ONCE' as regular
    from published.payroll_line_v1 l
    where l.program = 'btxh' and l.state = 'CLOSED'
        and l.month between cast(cast(:ky as date) - interval '1 month' as date)
            and cast(cast(:ky as date) + interval '5 months' as date)
        and (l.benefit like 'CN%' or l.benefit = 'MT-COSO')
        and l.unit_id in (select n.unit_id from noi n)),
dong as (
    select l.benefit_name, l.person_id, min(l.benefit) as benefit, min(l.sex) as sex, min(l.ethnicity) as ethnicity,
        coalesce(bool_or(l.month < cast(:ky as date)) filter (where l.regular), false) as at_start,
        coalesce(bool_or(l.month >= cast(:ky as date)) filter (where l.regular), false) as within,
        coalesce(bool_or(l.month = c.last) filter (where l.regular), false) as at_end,
        sum(l.amount) filter (where l.month >= cast(:ky as date)) as amount
    from chi l
        left join cuoi c on c.unit_id = l.unit_id
    group by l.benefit_name, l.person_id)
select d.benefit_name,
    count(*) filter (where d.at_start) as at_start,
    count(*) filter (where d.within and not d.at_start) as joined,
    count(*) filter (where (d.at_start or d.within) and not d.at_end) as gone,
    count(*) filter (where d.at_end) as at_end,
    count(*) filter (where d.amount > 0 and d.sex = 'FEMALE') as women,
    count(*) filter (where d.amount > 0 and d.ethnicity <> '01') as minority,
    count(*) filter (where d.amount > 0) as people,
    coalesce(sum(d.amount), 0) as amount
from dong d
group by d.benefit_name
order by min(d.benefit), d.benefit_name
