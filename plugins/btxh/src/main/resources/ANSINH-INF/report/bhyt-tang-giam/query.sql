-- Who is on a month's list for an allowance of their own, or only paused, has one card, however many benefits there are; unless a
-- card of another kind with the higher right is recorded. Money for care is the carer's and gives none.
with noi as materialized (
    select t.unit_id from published.unit_tree_v1 t where t.ancestor_id = :don_vi),
ly_do as materialized (
    select distinct on (c.code) c.code, c.name from published.code_v1 c
    where c.list = 'ly-do-tang-giam' order by c.code, c.valid_from desc nulls last),
huong as materialized (
    select l.month = cast(:ky as date) as now, l.person_id, l.unit_id, l.entitlement_id, l.full_name, l.sort_key, l.birth_date,
        l.birth_year_only, l.sex, l.id_number, l.address
    from published.payroll_line_v1 l
    where l.program = 'btxh' and l.cadence <> 'ONCE' and l.benefit not like 'CS%' and l.period = l.month
        and l.month between cast(cast(:ky as date) - interval '1 month' as date) and cast(:ky as date)
        and l.unit_id in (select n.unit_id from noi n)
    union all
    select t.now, e.person_id, e.unit_id, e.entitlement_id, e.full_name, e.sort_key, e.birth_date, e.birth_year_only, e.sex,
        e.id_number, e.address
    from published.entitlement_v1 e
        cross join (values (true, cast(:ky as date)), (false, cast(cast(:ky as date) - interval '1 month' as date))) t (now, month)
    where e.program = 'btxh' and e.cadence <> 'ONCE' and e.benefit not like 'CS%'
        and e.unit_id in (select n.unit_id from noi n)
        and e.first_month <= t.month and (e.last_month is null or e.last_month >= t.month)
        and exists (select from published.entitlement_pause_v1 x
            where x.entitlement_id = e.entitlement_id and not x.paid_back and x.first_month <= t.month
                and (x.last_month is null or x.last_month >= t.month))),
nguoi as (
    select h.person_id, max(h.full_name) as full_name, max(h.sort_key) as sort_key, max(h.birth_date) as birth_date,
        bool_or(h.birth_year_only) as birth_year_only, max(h.sex) as sex, max(h.id_number) as id_number,
        max(h.address) as address,
        bool_or(h.now) as paid_now, bool_or(not h.now) as paid_before,
        (max(array[h.entitlement_id, h.unit_id]) filter (where h.now))[2] as unit_now,
        (max(array[h.entitlement_id, h.unit_id]) filter (where not h.now))[2] as unit_before,
        max(h.entitlement_id) filter (where h.now) as right_now,
        max(h.entitlement_id) filter (where not h.now) as right_before
    from huong h group by h.person_id),
the as (
    select n.*, n.paid_now and not f.higher_now as card_now, n.paid_before and not f.higher_before as card_before
    from nguoi n
        cross join lateral (
            select
                coalesce(bool_or(w.valid_to is null or w.valid_to >= cast(:ky as date) + interval '1 month'), false) as higher_now,
                coalesce(bool_or(w.valid_from < cast(:ky as date)), false) as higher_before
            from published.fact_v1 w
            where w.subject_kind = 'PERSON' and w.subject_id = n.person_id and w.key = 'bhyt.the-khac' and w.value = 'cao-hon'
                and w.valid_from < cast(:ky as date) + interval '1 month'
                and (w.valid_to is null or w.valid_to >= cast(:ky as date))) f)
select case when k.card_now then 'Tăng' else 'Giảm' end as change,
    k.person_id, k.full_name,
    to_char(k.birth_date, case when k.birth_year_only then 'YYYY' else 'DD/MM/YYYY' end) as birth,
    case k.sex when 'MALE' then 'Nam' else 'Nữ' end as sex_name, k.id_number, u.name as unit_name, k.address,
    cast(:ky as date) as from_month,
    case when k.card_now and k.paid_before then 'Không còn thẻ diện khác có quyền lợi cao hơn'
        when k.card_now and v.kind = 'RESUME' then 'Hưởng lại trợ cấp'
        when k.card_now and v.kind = 'MOVE' then 'Chuyển đến từ nơi khác'
        when k.card_now then 'Bắt đầu hưởng trợ cấp hằng tháng'
        when k.paid_now then 'Đã có thẻ diện khác với quyền lợi cao hơn'
        when v.kind = 'END' then coalesce(r.name, 'Thôi hưởng trợ cấp')
        when v.kind = 'MOVE' then 'Chuyển đi nơi khác'
        else 'Thôi hưởng trợ cấp' end as reason_name
from the k
    join published.unit_v1 u on u.unit_id = case when k.card_now then k.unit_now else coalesce(k.unit_now, k.unit_before) end
    left join lateral (
        select v.kind, v.reason from published.entitlement_event_v1 v
        where v.entitlement_id = coalesce(k.right_now, k.right_before) and v.kind <> 'CHANGE'
        order by v.event_id desc limit 1) v on true
    left join ly_do r on r.code = v.reason
where k.card_now <> k.card_before
order by k.card_before, u.code, u.unit_id, k.sort_key, k.person_id
