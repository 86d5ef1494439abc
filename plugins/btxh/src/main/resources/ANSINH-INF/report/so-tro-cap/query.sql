-- Every right of the year, and what closed lists of the year paid for it here; a right that moved stands with each who paid it, under
-- the name that the lists there give it, and with its decision where it is now.
with noi as materialized (
    select t.unit_id from published.unit_tree_v1 t where t.ancestor_id = :don_vi),
da_chi as (
    select l.entitlement_id, l.unit_id, max(l.person_id) as person_id, max(l.benefit_name) as benefit_name,
        max(l.full_name) as full_name, max(l.sort_key) as sort_key, max(l.birth_date) as birth_date,
        bool_or(l.birth_year_only) as birth_year_only, max(l.sex) as sex, max(l.id_number) as id_number,
        max(l.address) as address,
        coalesce(sum(l.amount) filter (where not l.arrears), 0) as regular,
        coalesce(sum(l.amount) filter (where l.arrears), 0) as arrears,
        sum(l.amount) as paid
    from published.payroll_line_v1 l
    where l.program = 'btxh' and l.state = 'CLOSED' and l.cadence <> 'ONCE'
        and l.month between make_date(:nam, 1, 1) and make_date(:nam, 12, 1)
        and l.unit_id in (select n.unit_id from noi n)
    group by l.entitlement_id, l.unit_id),
dang_huong as (
    select e.*
    from published.entitlement_v1 e
    where e.program = 'btxh' and e.cadence <> 'ONCE'
        and e.first_month <= make_date(:nam, 12, 1)
        and (e.last_month is null or e.last_month >= make_date(:nam, 1, 1))
        and e.unit_id in (select n.unit_id from noi n)),
dong as (
    select entitlement_id, unit_id, coalesce(c.person_id, h.person_id) as person_id,
        coalesce(c.benefit_name, h.benefit_name) as benefit_name, coalesce(c.full_name, h.full_name) as full_name,
        coalesce(c.sort_key, h.sort_key) as sort_key, coalesce(c.birth_date, h.birth_date) as birth_date,
        coalesce(c.birth_year_only, h.birth_year_only) as birth_year_only, coalesce(c.sex, h.sex) as sex,
        coalesce(c.id_number, h.id_number) as id_number, coalesce(c.address, h.address) as address,
        h.decision_number, h.decision_day, h.first_month, h.last_month, c.regular, c.arrears, c.paid
    from da_chi c full join dang_huong h using (entitlement_id, unit_id))
select u.name as unit_name, d.person_id, d.full_name,
    to_char(d.birth_date, case when d.birth_year_only then 'YYYY' else 'DD/MM/YYYY' end) as birth,
    case d.sex when 'MALE' then 'Nam' else 'Nữ' end as sex_name, d.id_number, d.address, d.benefit_name,
    d.decision_number, d.decision_day, d.first_month, d.last_month,
    coalesce(d.regular, 0) as regular, coalesce(d.arrears, 0) as arrears, coalesce(d.paid, 0) as paid
from dong d
    join published.unit_v1 u on u.unit_id = d.unit_id
order by u.code, u.unit_id, d.sort_key, d.person_id, d.entitlement_id
