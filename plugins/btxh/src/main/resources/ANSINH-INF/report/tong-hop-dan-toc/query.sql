with noi as materialized (
    select t.unit_id from published.unit_tree_v1 t where t.ancestor_id = :don_vi),
dan_toc as materialized (
    select distinct on (c.code) c.code, c.name from published.code_v1 c
    where c.list = 'dan-toc' order by c.code, c.valid_from desc nulls last),
chi as (
    select l.ethnicity, l.person_id, l.cadence, l.arrears, l.amount
    from published.payroll_line_v1 l
    where l.program = 'btxh' and l.state = 'CLOSED'
        and l.month between cast(:tu_ky as date) and cast(:den_ky as date)
        and l.unit_id in (select n.unit_id from noi n))
select coalesce(t.name, c.ethnicity, 'Chưa rõ') as ethnicity_name,
    count(distinct c.person_id) filter (where c.cadence <> 'ONCE') as monthly_people,
    coalesce(sum(c.amount) filter (where c.cadence <> 'ONCE'), 0) as monthly_amount,
    coalesce(sum(c.amount) filter (where c.cadence <> 'ONCE' and c.arrears), 0) as monthly_arrears,
    count(distinct c.person_id) filter (where c.cadence = 'ONCE') as once_people,
    coalesce(sum(c.amount) filter (where c.cadence = 'ONCE'), 0) as once_amount,
    sum(c.amount) as amount
from chi c left join dan_toc t on t.code = c.ethnicity
group by c.ethnicity, t.name
order by c.ethnicity nulls last
