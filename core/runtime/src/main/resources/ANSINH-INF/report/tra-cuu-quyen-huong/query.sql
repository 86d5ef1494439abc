with noi as materialized (
    select t.unit_id from published.unit_tree_v1 t where t.ancestor_id = :don_vi),
hom_nay as materialized (
    select (now() at time zone 'Asia/Ho_Chi_Minh')::date as ngay),
dan_toc as materialized (
    select distinct on (c.code) c.code, c.name from published.code_v1 c
    where c.list = 'dan-toc' order by c.code, c.valid_from desc nulls last)
select e.person_id, e.full_name,
    to_char(e.birth_date, case when e.birth_year_only then 'YYYY' else 'DD/MM/YYYY' end) as birth,
    case e.sex when 'MALE' then 'Nam' when 'FEMALE' then 'Nữ' end as sex_name,
    coalesce(t.name, e.ethnicity) as ethnicity_name, e.id_number, e.address, u.name as unit_name,
    e.benefit_name, e.decision_number, e.decision_day, e.first_month, e.last_month,
    case e.state when 'RUNNING' then 'Đang hưởng' when 'SUSPENDED' then 'Tạm dừng' when 'WAITING' then 'Chưa đến tháng hưởng' else 'Đã thôi hưởng' end as state_name,
    f.name as fund_name
from published.entitlement_v1 e
    cross join hom_nay h
    join published.unit_v1 u on u.unit_id = e.unit_id
    left join dan_toc t on t.code = e.ethnicity
    left join lateral (select c.name from published.code_v1 c
        where c.list = 'nguon-kinh-phi' and c.code = e.fund order by c.valid_from desc nulls last limit 1) f on true
where e.unit_id in (select n.unit_id from noi n)
    and published.says_v1(e.full_name, :ten)
    and (cast(:gioi as text) is null or e.sex = :gioi)
    and (cast(:dan_toc as text) is null or e.ethnicity = :dan_toc)
    and (cast(:tuoi_tu as bigint) is null or extract(year from age(h.ngay, e.birth_date)) >= :tuoi_tu)
    and (cast(:tuoi_den as bigint) is null or extract(year from age(h.ngay, e.birth_date)) <= :tuoi_den)
    and published.says_v1(e.benefit_name, :che_do)
    and (cast(:tinh_trang as text) is null or e.state = :tinh_trang)
    and (not cast(:hang_thang as boolean) or e.cadence <> 'ONCE')
    and (cast(:nguon as text) is null or e.fund = :nguon)
    and (cast(:tu_thang as date) is null or e.first_month >= :tu_thang)
    and (cast(:den_thang as date) is null or e.first_month <= :den_thang)
order by e.sort_key, e.person_id, e.first_month, e.entitlement_id
