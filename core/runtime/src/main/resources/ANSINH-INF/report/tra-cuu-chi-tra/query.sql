with noi as materialized (
    select t.unit_id from published.unit_tree_v1 t where t.ancestor_id = :don_vi),
hom_nay as materialized (
    select (now() at time zone 'Asia/Ho_Chi_Minh')::date as ngay),
dan_toc as materialized (
    select distinct on (c.code) c.code, c.name from published.code_v1 c
    where c.list = 'dan-toc' order by c.code, c.valid_from desc nulls last)
select l.person_id, l.full_name,
    to_char(l.birth_date, case when l.birth_year_only then 'YYYY' else 'DD/MM/YYYY' end) as birth,
    case l.sex when 'MALE' then 'Nam' when 'FEMALE' then 'Nữ' end as sex_name,
    coalesce(t.name, l.ethnicity) as ethnicity_name, l.id_number, l.address, u.name as unit_name,
    l.benefit_name, l.month, l.period, l.amount, l.payee_name,
    case r.state when 'PAID' then 'Đã nhận' when 'UNPAID' then 'Chưa nhận' when 'WAITING' then 'Chưa có kết quả'
        else case l.state when 'CLOSED' then 'Đã chốt' else 'Dự thảo' end end as result_name
from published.payroll_line_v1 l
    cross join hom_nay h
    join published.unit_v1 u on u.unit_id = l.unit_id
    left join dan_toc t on t.code = l.ethnicity
    left join lateral (select x.state from published.payment_v1 x
        where x.person_id = l.person_id and x.program = l.program and x.month = l.month
            and x.state in ('PAID', 'UNPAID', 'WAITING')
        order by x.order_id desc, x.item desc limit 1) r on true
where l.unit_id in (select n.unit_id from noi n)
    and l.month between :tu_ky and :den_ky
    and published.says_v1(l.full_name, :ten)
    and (cast(:gioi as text) is null or l.sex = :gioi)
    and (cast(:dan_toc as text) is null or l.ethnicity = :dan_toc)
    and (cast(:tuoi_tu as bigint) is null or extract(year from age(h.ngay, l.birth_date)) >= :tuoi_tu)
    and (cast(:tuoi_den as bigint) is null or extract(year from age(h.ngay, l.birth_date)) <= :tuoi_den)
    and published.says_v1(l.benefit_name, :che_do)
    and (cast(:tu_so_tien as bigint) is null or l.amount >= :tu_so_tien)
    and (cast(:den_so_tien as bigint) is null or l.amount <= :den_so_tien)
    and (cast(:ket_qua as text) is null or r.state = :ket_qua)
    and (not cast(:truy_linh as boolean) or l.arrears)
order by l.month, l.sort_key, l.person_id, l.period, l.line_id
