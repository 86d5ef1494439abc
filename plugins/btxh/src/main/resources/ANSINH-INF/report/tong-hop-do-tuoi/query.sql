-- Ages on the last day of the last month, of the dead on the day they died.
with noi as materialized (
    select t.unit_id from published.unit_tree_v1 t where t.ancestor_id = :don_vi),
chi as (
    select l.person_id, l.cadence, l.arrears, l.amount,
        extract(year from age(
            least(p.deceased_on, cast(cast(:den_ky as date) + interval '1 month' - interval '1 day' as date)),
            l.birth_date)) as years
    from published.payroll_line_v1 l
        left join published.person_v1 p on p.person_id = l.person_id
    where l.program = 'btxh' and l.state = 'CLOSED'
        and l.month between cast(:tu_ky as date) and cast(:den_ky as date)
        and l.unit_id in (select n.unit_id from noi n)),
nhom (ord, name, first, beyond) as (values
    (1, 'Dưới 4 tuổi', 0, 4),
    (2, 'Từ đủ 4 đến dưới 16 tuổi', 4, 16),
    (3, 'Từ đủ 16 đến dưới 22 tuổi', 16, 22),
    (4, 'Từ đủ 22 đến dưới 60 tuổi', 22, 60),
    (5, 'Từ đủ 60 đến dưới 75 tuổi', 60, 75),
    (6, 'Từ đủ 75 đến dưới 80 tuổi', 75, 80),
    (7, 'Từ đủ 80 tuổi', 80, 999))
select coalesce(g.name, 'Chưa rõ') as age_group,
    count(distinct c.person_id) filter (where c.cadence <> 'ONCE') as monthly_people,
    coalesce(sum(c.amount) filter (where c.cadence <> 'ONCE'), 0) as monthly_amount,
    coalesce(sum(c.amount) filter (where c.cadence <> 'ONCE' and c.arrears), 0) as monthly_arrears,
    count(distinct c.person_id) filter (where c.cadence = 'ONCE') as once_people,
    coalesce(sum(c.amount) filter (where c.cadence = 'ONCE'), 0) as once_amount,
    sum(c.amount) as amount
from chi c left join nhom g on c.years >= g.first and c.years < g.beyond
group by g.ord, g.name
order by g.ord nulls last
