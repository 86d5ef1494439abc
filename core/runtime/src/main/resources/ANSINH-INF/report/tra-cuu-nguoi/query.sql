with noi as materialized (
    select t.unit_id from published.unit_tree_v1 t where t.ancestor_id = :don_vi),
hom_nay as materialized (
    select (now() at time zone 'Asia/Ho_Chi_Minh')::date as ngay),
dan_toc as materialized (
    select distinct on (c.code) c.code, c.name from published.code_v1 c
    where c.list = 'dan-toc' order by c.code, c.valid_from desc nulls last)
select p.person_id, p.full_name,
    to_char(p.birth_date, case when p.birth_year_only then 'YYYY' else 'DD/MM/YYYY' end) as birth,
    case p.sex when 'MALE' then 'Nam' when 'FEMALE' then 'Nữ' end as sex_name,
    coalesce(t.name, p.ethnicity) as ethnicity_name, p.id_number, p.address, u.name as unit_name,
    (select string_agg(distinct e.benefit_name, '; ') from published.entitlement_v1 e
        where e.person_id = p.person_id and e.state in ('RUNNING', 'SUSPENDED')) as benefits,
    p.deceased_on
from published.person_v1 p
    cross join hom_nay h
    join published.unit_v1 u on u.unit_id = p.unit_id
    left join dan_toc t on t.code = p.ethnicity
where p.unit_id in (select n.unit_id from noi n)
    and (cast(:da_mat as boolean) or p.deceased_on is null)
    and published.says_v1(p.full_name, :ten)
    and (cast(:gioi as text) is null or p.sex = :gioi)
    and (cast(:dan_toc as text) is null or p.ethnicity = :dan_toc)
    and (cast(:tuoi_tu as bigint) is null or extract(year from age(h.ngay, p.birth_date)) >= :tuoi_tu)
    and (cast(:tuoi_den as bigint) is null or extract(year from age(h.ngay, p.birth_date)) <= :tuoi_den)
    and (cast(:che_do as text) is null and cast(:tinh_trang as text) is null
        or exists (select from published.entitlement_v1 e
            where e.person_id = p.person_id and (cast(:tinh_trang as text) is null or e.state = :tinh_trang)
                and published.says_v1(e.benefit_name, :che_do)))
    and (cast(:thang_chi as date) is null
        or exists (select from published.payroll_line_v1 l where l.person_id = p.person_id and l.month = :thang_chi))
order by p.sort_key, p.person_id
