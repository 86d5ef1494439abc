with noi as materialized (
    select t.unit_id from published.unit_tree_v1 t where t.ancestor_id = :don_vi),
dan_toc as materialized (
    select distinct on (c.code) c.code, c.name from published.code_v1 c
    where c.list = 'dan-toc' order by c.code, c.valid_from desc nulls last)
select u.name as unit_name, e.person_id, e.full_name,
    to_char(e.birth_date, case when e.birth_year_only then 'YYYY' else 'DD/MM/YYYY' end) as birth,
    case e.sex when 'MALE' then 'Nam' else 'Nữ' end as sex_name,
    coalesce(t.name, e.ethnicity) as ethnicity_name, e.id_number, e.address,
    e.benefit_name, e.decision_number, e.decision_day, e.first_month,
    case when exists (select from published.entitlement_pause_v1 p
            where p.entitlement_id = e.entitlement_id and not p.paid_back
                and p.first_month <= cast(:ngay as date)
                and (p.last_month is null or p.last_month >= date_trunc('month', cast(:ngay as date))))
        then 'Tạm dừng' else 'Đang hưởng' end as state_name
from published.entitlement_v1 e
    join published.unit_v1 u on u.unit_id = e.unit_id
    left join dan_toc t on t.code = e.ethnicity
where e.program = 'btxh' and e.cadence <> 'ONCE'
    and e.first_month <= cast(:ngay as date)
    and (e.last_month is null or e.last_month >= date_trunc('month', cast(:ngay as date)))
    and e.unit_id in (select n.unit_id from noi n)
order by u.code, u.unit_id, e.sort_key, e.person_id, e.entitlement_id
