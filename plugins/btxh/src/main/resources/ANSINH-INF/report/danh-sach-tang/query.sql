-- On this month's lists and not on the last one's; who was paid elsewhere up to then does not join.
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
    s.due as after_amount, coalesce(r.name, w.reason) as reason_name, v.decision_number, v.decision_day
from sau s
    left join truoc t on t.entitlement_id = s.entitlement_id
    join published.entitlement_v1 e on e.entitlement_id = s.entitlement_id
    join published.unit_v1 u on u.unit_id = s.unit_id
    left join lateral (
        select v.kind, v.reason, v.decision_number, v.decision_day from published.entitlement_event_v1 v
        where v.entitlement_id = s.entitlement_id and v.kind <> 'CHANGE' order by v.event_id desc limit 1) v on true
    cross join lateral (
        select case v.kind when 'MOVE' then 'T02' when 'RESUME' then v.reason else coalesce(v.reason, 'T01') end as reason) w
    left join ly_do r on r.code = w.reason
where t.entitlement_id is null
    and (e.paid_through is null or e.paid_through < cast(cast(:ky as date) - interval '1 month' as date))
order by u.code, u.unit_id, s.sort_key, s.person_id, s.entitlement_id
