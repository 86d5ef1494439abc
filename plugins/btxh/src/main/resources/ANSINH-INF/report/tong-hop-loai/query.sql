with noi as materialized (
    select t.unit_id from published.unit_tree_v1 t where t.ancestor_id = :don_vi)
select s.benefit_name,
    coalesce(sum(s.people) filter (where s.cadence <> 'ONCE'), 0) as monthly_people,
    coalesce(sum(s.amount) filter (where s.cadence <> 'ONCE'), 0) as monthly_amount,
    coalesce(sum(s.arrears) filter (where s.cadence <> 'ONCE'), 0) as monthly_arrears,
    coalesce(sum(s.people) filter (where s.cadence = 'ONCE'), 0) as once_people,
    coalesce(sum(s.amount) filter (where s.cadence = 'ONCE'), 0) as once_amount,
    sum(s.amount) as amount
from published.benefit_month_v1 s
where s.program = 'btxh' and s.month between cast(:tu_ky as date) and cast(:den_ky as date)
    and s.unit_id in (select n.unit_id from noi n)
group by s.benefit, s.benefit_name
order by s.benefit = 'CHUNG', s.benefit, s.benefit_name
