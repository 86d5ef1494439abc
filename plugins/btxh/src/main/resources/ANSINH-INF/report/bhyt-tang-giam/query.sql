-- Who is on a month's list for an allowance of their own, or only paused, has one card, however many benefits there are; unless a
-- card of another kind with the higher right is recorded. Money for care is the carer's and gives none.
with noi as materialized (
    select t.unit_id from published.unit_tree_v1 t where t.ancestor_id = :don_vi),
ly_do as materialized (
    select distinct on (c.code) c.code, c.name from published.code_v1 c
    where c.list = 'ly-do-tang-giam' order by c.code, c.valid_from desc nulls last),
thang as (
    select cast(:ky as date) as month, true as now
    union all
    select cast(cast(:ky as date) - interval '1 month' as date), false),
huong as materialized (
    select t.now, l.person_id, l.unit_id, l.entitlement_id
    from thang t join published.payroll_line_v1 l on l.month = t.month and l.period = l.month
    where l.program = 'btxh' and l.cadence <> 'ONCE' and l.benefit not like 'CS%'
        and l.unit_id in (select n.unit_id from noi n)
    union all
    select t.now, e.person_id, e.unit_id, e.entitlement_id
    from thang t
        join published.entitlement_pause_v1 x
            on x.first_month <= t.month and (x.last_month is null or x.last_month >= t.month) and not x.paid_back
        join published.entitlement_v1 e on e.entitlement_id = x.entitlement_id
            and e.first_month <= t.month and (e.last_month is null or e.last_month >= t.month)
    where e.program = 'btxh' and e.cadence <> 'ONCE' and e.benefit not like 'CS%'
        and e.unit_id in (select n.unit_id from noi n)),
cao_hon as (
    select t.now, f.subject_id as person_id
    from thang t join published.fact_v1 f on f.subject_kind = 'PERSON' and f.key = 'bhyt.the-khac' and f.value = 'cao-hon'
        and f.valid_from < t.month + interval '1 month'
        and (f.valid_to is null or f.valid_to >= t.month + interval '1 month')
    where f.subject_id in (select h.person_id from huong h)),
nguoi as (
    select h.person_id,
        bool_or(h.now) as paid_now, bool_or(not h.now) as paid_before,
        (max(array[h.entitlement_id, h.unit_id]) filter (where h.now))[2] as unit_now,
        (max(array[h.entitlement_id, h.unit_id]) filter (where not h.now))[2] as unit_before,
        max(h.entitlement_id) filter (where h.now) as right_now,
        max(h.entitlement_id) filter (where not h.now) as right_before
    from huong h group by h.person_id),
the as (
    select n.*,
        n.paid_now and not exists (select from cao_hon c where c.person_id = n.person_id and c.now) as card_now,
        n.paid_before and not exists (select from cao_hon c where c.person_id = n.person_id and not c.now) as card_before
    from nguoi n)
select case when k.card_now then 'Tăng' else 'Giảm' end as change,
    k.person_id, p.full_name,
    to_char(p.birth_date, case when p.birth_year_only then 'YYYY' else 'DD/MM/YYYY' end) as birth,
    case p.sex when 'MALE' then 'Nam' else 'Nữ' end as sex_name, p.id_number, u.name as unit_name, p.address,
    cast(:ky as date) as from_month,
    case when k.card_now and k.paid_before then 'Không còn thẻ diện khác có quyền lợi cao hơn'
        when k.card_now and v.kind = 'RESUME' then 'Hưởng lại trợ cấp'
        when k.card_now and v.kind = 'MOVE' then 'Chuyển đến từ nơi khác'
        when k.card_now then 'Bắt đầu hưởng trợ cấp hằng tháng'
        when k.paid_now then 'Đã có thẻ diện khác với quyền lợi cao hơn'
        when p.deceased_on < cast(:ky as date) then 'Chết ngày ' || to_char(p.deceased_on, 'DD/MM/YYYY')
        when v.kind = 'END' then coalesce(r.name, 'Thôi hưởng trợ cấp')
        when v.kind = 'MOVE' then 'Chuyển đi nơi khác'
        else 'Thôi hưởng trợ cấp' end as reason_name
from the k
    join published.person_v1 p on p.person_id = k.person_id
    join published.unit_v1 u on u.unit_id = case when k.card_now then k.unit_now else coalesce(k.unit_now, k.unit_before) end
    left join lateral (
        select v.kind, v.reason from published.entitlement_event_v1 v
        where v.entitlement_id = coalesce(k.right_now, k.right_before) and v.kind <> 'CHANGE'
        order by v.event_id desc limit 1) v on true
    left join ly_do r on r.code = v.reason
where k.card_now <> k.card_before
order by k.card_before, u.code, u.unit_id, p.sort_key, p.person_id
