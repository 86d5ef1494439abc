with noi as materialized (
    select t.unit_id from published.unit_tree_v1 t where t.ancestor_id = :don_vi)
select e.person_id, p.full_name,
    to_char(p.birth_date, case when p.birth_year_only then 'YYYY' else 'DD/MM/YYYY' end) as birth, u.name as unit_name,
    e.benefit_name, e.first_month
from published.sensitive_entitlement_v1 e
    join published.person_v1 p on p.person_id = e.person_id
    join published.unit_v1 u on u.unit_id = e.unit_id
where e.program = 'btxh' and e.sensitive
    and e.first_month <= cast(:ngay as date)
    and (e.last_month is null or e.last_month >= date_trunc('month', cast(:ngay as date)))
    and e.unit_id in (select n.unit_id from noi n)
order by u.code, u.unit_id, p.sort_key, p.person_id, e.entitlement_id
