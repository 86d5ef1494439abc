with noi as materialized (
    select t.unit_id from published.unit_tree_v1 t where t.ancestor_id = :don_vi),
hinh_thuc as materialized (
    select distinct on (c.code) c.code, c.name from published.code_v1 c
    where c.list = 'hinh-thuc-chi-tra' order by c.code, c.valid_from desc nulls last)
select u.name as unit_name, l.payroll_id, l.person_id, l.full_name,
    to_char(l.birth_date, case when l.birth_year_only then 'YYYY' else 'DD/MM/YYYY' end) as birth,
    l.id_number, l.address, l.rate_name as benefit_name,
    case when l.months = 1 then to_char(l.period, 'MM/YYYY')
        else to_char(l.period, 'MM/YYYY') || '–' || to_char(l.period + make_interval(months => l.months - 1), 'MM/YYYY')
            || ', ' || l.months || ' tháng' end as periods,
    l.base, trim_scale(l.coefficient) as coefficient, l.multiple,
    case when l.arrears and l.cadence <> 'ONCE' then 0 else l.amount end as regular,
    case when l.arrears and l.cadence <> 'ONCE' then l.amount else 0 end as arrears,
    l.amount,
    concat_ws('; ', coalesce(h.name, l.payment_method),
        l.payee_name || case l.payee_role when 'COLLECTOR' then ' (nhận thay)' when 'CAREGIVER' then ' (chăm sóc)' end
        ) as payment,
    cast(null as text) as signature
from published.payroll_line_v1 l
    join published.unit_v1 u on u.unit_id = l.unit_id
    left join hinh_thuc h on h.code = l.payment_method
where l.program = 'btxh' and l.month = :ky
    and (l.state = 'CLOSED' or :ca_du_thao and l.state = 'DRAFT')
    and l.unit_id in (select n.unit_id from noi n)
order by u.code, u.unit_id, l.sort_key, l.person_id, l.line_id
