-- Every right of the year, and what closed lists of the year paid for it here; a right that moved stands with each who paid it,
-- under the name that the lists there give it.
with noi as materialized (
    select t.unit_id from published.unit_tree_v1 t where t.ancestor_id = :don_vi),
da_chi as (
    select l.entitlement_id, l.unit_id, max(l.benefit_name) as benefit_name,
        coalesce(sum(l.amount) filter (where not l.arrears), 0) as regular,
        coalesce(sum(l.amount) filter (where l.arrears), 0) as arrears,
        sum(l.amount) as paid
    from published.payroll_line_v1 l
    where l.program = 'btxh' and l.state = 'CLOSED' and l.cadence <> 'ONCE'
        and l.month between make_date(:nam, 1, 1) and make_date(:nam, 12, 1)
        and l.unit_id in (select n.unit_id from noi n)
    group by l.entitlement_id, l.unit_id),
dang_huong as (
    select e.entitlement_id, e.unit_id, e.benefit_name
    from published.entitlement_v1 e
    where e.program = 'btxh' and e.cadence <> 'ONCE'
        and e.first_month <= make_date(:nam, 12, 1)
        and (e.last_month is null or e.last_month >= make_date(:nam, 1, 1))
        and e.unit_id in (select n.unit_id from noi n)),
dong as (
    select entitlement_id, unit_id, coalesce(c.benefit_name, h.benefit_name) as benefit_name, c.regular, c.arrears, c.paid
    from da_chi c full join dang_huong h using (entitlement_id, unit_id))
select u.name as unit_name, e.person_id, e.full_name,
    to_char(e.birth_date, case when e.birth_year_only then 'YYYY' else 'DD/MM/YYYY' end) as birth,
    case e.sex when 'MALE' then 'Nam' else 'Nữ' end as sex_name, e.id_number, e.address, d.benefit_name,
    e.decision_number, e.decision_day, e.first_month, e.last_month,
    coalesce(d.regular, 0) as regular, coalesce(d.arrears, 0) as arrears, coalesce(d.paid, 0) as paid
from dong d
    join published.entitlement_v1 e on e.entitlement_id = d.entitlement_id
    join published.unit_v1 u on u.unit_id = d.unit_id
order by u.code, u.unit_id, e.sort_key, e.person_id, e.entitlement_id
