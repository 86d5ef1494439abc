-- Who received before and after is seen on each unit's list before the half-year and on its last one within.
with noi as materialized (
    select t.unit_id from published.unit_tree_v1 t where t.ancestor_id = :don_vi),
so_lieu as (
    select m.*, m.month >= cast(:ky as date) as within,
        max(m.month) filter (where m.month >= cast(:ky as date)) over (partition by m.unit_id) as last
    from published.benefit_month_v1 m
    where m.program = 'btxh'
        and m.month between cast(cast(:ky as date) - interval '1 month' as date)
            and cast(cast(:ky as date) + interval '5 months' as date)
        and m.unit_id in (select n.unit_id from noi n))
select s.benefit_name,
    coalesce(sum(case when s.month < cast(:ky as date) then s.rights else s.opened end)
        filter (where s.cadence <> 'ONCE'), 0) as at_start,
    coalesce(sum(s.joined) filter (where s.within and s.cadence <> 'ONCE'), 0) as joined,
    coalesce(sum(s.gone) filter (where s.within and s.cadence <> 'ONCE'), 0) as gone,
    coalesce(sum(s.rights) filter (where s.month = s.last and s.cadence <> 'ONCE'), 0) as at_end,
    coalesce(sum(s.people) filter (where s.within and s.cadence = 'ONCE'), 0) as once_people,
    coalesce(sum(s.arrears) filter (where s.within and s.cadence <> 'ONCE'), 0) as arrears,
    coalesce(sum(s.amount) filter (where s.within), 0) as amount
from so_lieu s
where s.benefit not like 'KC-%' and s.benefit not like 'CS%' and s.benefit not like 'CN%' and s.benefit <> 'MT-COSO'
group by s.benefit, s.benefit_name
order by s.benefit = 'CHUNG', s.benefit, s.benefit_name
