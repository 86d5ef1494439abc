-- On the last month's lists and not on this one's.
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
select u.name as unit_name, t.person_id, t.full_name,
    to_char(t.birth_date, case when t.birth_year_only then 'YYYY' else 'DD/MM/YYYY' end) as birth,
    t.id_number, t.address, t.rate_name as benefit_name,
    t.due as before_amount,
    coalesce(r.name, w.reason, 'Không có khoản phải chi trong kỳ này') as reason_name,
    case when w.decided then v.decision_number end as decision_number,
    case when w.decided then v.decision_day end as decision_day
from truoc t
    left join sau s on s.entitlement_id = t.entitlement_id
    left join published.person_v1 p on p.person_id = t.person_id
    join published.unit_v1 u on u.unit_id = t.unit_id
    left join lateral (
        select v.kind, v.reason, v.decision_number, v.decision_day from published.entitlement_event_v1 v
        where v.entitlement_id = t.entitlement_id and v.kind <> 'CHANGE' order by v.event_id desc limit 1) v on true
    cross join lateral (
        select case when p.deceased_on < cast(:ky as date) then 'G01'
                when v.kind in ('END', 'SUSPEND') then v.reason
                when v.kind = 'MOVE' then 'G07' end as reason,
            case when p.deceased_on < cast(:ky as date) then v.reason = 'G01'
                else v.kind in ('END', 'SUSPEND', 'MOVE') end as decided) w
    left join ly_do r on r.code = w.reason
where s.entitlement_id is null
order by u.code, u.unit_id, t.sort_key, t.person_id, t.entitlement_id
