-- On the lists of both months, with another amount.
with noi as materialized (
    select t.unit_id from published.unit_tree_v1 t where t.ancestor_id = :don_vi),
ly_do as materialized (
    select distinct on (c.code) c.code, c.name from published.code_v1 c
    where c.list = 'ly-do-tang-giam' order by c.code, c.valid_from desc nulls last),
sau as (
    select l.* from published.payroll_line_v1 l
    where l.program = 'btxh' and l.month = cast(:ky as date) and l.period = l.month and l.cadence <> 'ONCE'
        and l.unit_id in (select n.unit_id from noi n)),
truoc as (
    select l.* from published.payroll_line_v1 l
    where l.program = 'btxh' and l.month = cast(cast(:ky as date) - interval '1 month' as date)
        and l.period = l.month and l.cadence <> 'ONCE'
        and l.unit_id in (select n.unit_id from noi n))
select u.name as unit_name, s.person_id, s.full_name,
    to_char(s.birth_date, case when s.birth_year_only then 'YYYY' else 'DD/MM/YYYY' end) as birth,
    s.id_number, s.address, s.rate_name as benefit_name,
    t.due as before_amount, s.due as after_amount, s.due - t.due as difference,
    case when s.base <> t.base then coalesce(r.name, 'Điều chỉnh mức chuẩn')
        when s.coefficient * s.multiple > t.coefficient * t.multiple then coalesce(r.name, 'Điều chỉnh tăng hệ số')
        else 'Điều chỉnh giảm hệ số' end as reason_name
from sau s
    join truoc t on t.entitlement_id = s.entitlement_id
    join published.unit_v1 u on u.unit_id = s.unit_id
    left join ly_do r on r.code = case when s.base <> t.base then 'T05' else 'T04' end
where s.due <> t.due
order by u.code, u.unit_id, s.sort_key, s.person_id, s.entitlement_id
