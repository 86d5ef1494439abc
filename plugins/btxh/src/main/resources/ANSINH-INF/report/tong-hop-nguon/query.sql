-- A benefit without a source of its own is paid by the local budget.
with noi as materialized (
    select t.unit_id from published.unit_tree_v1 t where t.ancestor_id = :don_vi),
nguon as materialized (
    select distinct on (c.code) c.code, c.name from published.code_v1 c
    where c.list = 'nguon-kinh-phi' order by c.code, c.valid_from desc nulls last),
chi as (
    select coalesce(l.fund, 'NSDP-BTXH') as fund, l.person_id, l.cadence, l.arrears, l.amount
    from published.payroll_line_v1 l
    where l.program = 'btxh' and l.state = 'CLOSED'
        and l.month between cast(:tu_ky as date) and cast(:den_ky as date)
        and l.unit_id in (select n.unit_id from noi n))
select coalesce(g.name, c.fund) as fund_name,
    count(distinct c.person_id) filter (where c.cadence <> 'ONCE') as monthly_people,
    coalesce(sum(c.amount) filter (where c.cadence <> 'ONCE'), 0) as monthly_amount,
    coalesce(sum(c.amount) filter (where c.cadence <> 'ONCE' and c.arrears), 0) as monthly_arrears,
    count(distinct c.person_id) filter (where c.cadence = 'ONCE') as once_people,
    coalesce(sum(c.amount) filter (where c.cadence = 'ONCE'), 0) as once_amount,
    sum(c.amount) as amount
from chi c left join nguon g on g.code = c.fund
group by coalesce(g.name, c.fund)
order by coalesce(g.name, c.fund)
