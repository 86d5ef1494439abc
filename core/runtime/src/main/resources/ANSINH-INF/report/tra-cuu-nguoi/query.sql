with noi as materialized (
    select t.unit_id from published.unit_tree_v1 t where t.ancestor_id = :don_vi),
-- what was typed: as it is, and without diacritics; who typed diacritics means them
hoi as materialized (
    select lower(normalize(btrim(cast(:ten as text)), NFC)) as ten,
        regexp_replace(translate(normalize(lower(btrim(cast(:ten as text))), NFD), 'đ', 'd'), '[\u0300-\u036f]', '', 'g') as ten_tron,
        lower(normalize(btrim(cast(:che_do as text)), NFC)) as che_do,
        regexp_replace(translate(normalize(lower(btrim(cast(:che_do as text))), NFD), 'đ', 'd'), '[\u0300-\u036f]', '', 'g') as che_do_tron,
        (now() at time zone 'Asia/Ho_Chi_Minh')::date as hom_nay),
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
    cross join hoi h
    join published.unit_v1 u on u.unit_id = p.unit_id
    left join dan_toc t on t.code = p.ethnicity
where p.unit_id in (select n.unit_id from noi n)
    and (cast(:da_mat as boolean) or p.deceased_on is null)
    and (h.ten is null
        or position(h.ten_tron in regexp_replace(translate(normalize(lower(p.full_name), NFD), 'đ', 'd'), '[\u0300-\u036f]', '', 'g')) > 0
            and (h.ten = h.ten_tron or position(h.ten in lower(p.full_name)) > 0))
    and (cast(:gioi as text) is null or p.sex = :gioi)
    and (cast(:dan_toc as text) is null or p.ethnicity = :dan_toc)
    and (cast(:tuoi_tu as bigint) is null or extract(year from age(h.hom_nay, p.birth_date)) >= :tuoi_tu)
    and (cast(:tuoi_den as bigint) is null or extract(year from age(h.hom_nay, p.birth_date)) <= :tuoi_den)
    and (h.che_do is null and cast(:tinh_trang as text) is null
        or exists (select from published.entitlement_v1 e
            where e.person_id = p.person_id and (cast(:tinh_trang as text) is null or e.state = :tinh_trang)
                and (h.che_do is null
        or position(h.che_do_tron in regexp_replace(translate(normalize(lower(e.benefit_name), NFD), 'đ', 'd'), '[\u0300-\u036f]', '', 'g')) > 0
            and (h.che_do = h.che_do_tron or position(h.che_do in lower(e.benefit_name)) > 0))))
    and (cast(:thang_chi as date) is null
        or exists (select from published.payroll_line_v1 l where l.person_id = p.person_id and l.month = :thang_chi))
order by p.sort_key, p.person_id
