with noi as materialized (
    select t.unit_id from published.unit_tree_v1 t where t.ancestor_id = :don_vi),
chi as (
    select l.unit_id, l.month, l.benefit, l.benefit_name, l.person_id, l.sex, l.ethnicity, l.amount
    from published.payroll_line_v1 l
    where l.program = 'btxh' and l.state = 'CLOSED'
        and l.month between cast(:ky as date) and cast(cast(:ky as date) + interval '5 months' as date)
        and l.benefit like 'KC-%'
        and l.unit_id in (select n.unit_id from noi n)),
dong as (
    select l.benefit_name, l.person_id, min(l.benefit) as benefit, min(l.sex) as sex, min(l.ethnicity) as ethnicity,
        sum(l.amount) filter (where l.month >= cast(:ky as date)) as amount
    from chi l
    group by l.benefit_name, l.person_id)
select d.benefit_name,
    count(*) filter (where d.amount > 0 and d.sex = 'FEMALE') as women,
    count(*) filter (where d.amount > 0 and d.ethnicity <> '01') as minority,
    count(*) filter (where d.amount > 0) as people,
    coalesce(sum(d.amount), 0) as amount
from dong d
group by d.benefit_name
order by min(d.benefit), d.benefit_name
