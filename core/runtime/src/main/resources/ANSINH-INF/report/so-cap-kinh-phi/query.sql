with noi as materialized (
    select t.unit_id from published.unit_tree_v1 t where t.ancestor_id = :don_vi),
nguon as materialized (
    select distinct on (c.code) c.code, c.name from published.code_v1 c
    where c.list = 'nguon-kinh-phi' order by c.code, c.valid_from desc nulls last)
select d.day, d.number,
    case d.kind when 'BUDGET' then 'Ngân sách giao' when 'GIVE' then 'Cấp kinh phí' when 'TAKE_BACK' then 'Thu hồi'
        when 'CARRY_OVER' then 'Chuyển nguồn sang năm sau' else 'Nộp trả' end as kind_name,
    u.name as unit_name, coalesce(g.name, d.fund) as fund_name,
    concat_ws('-', d.chapter, d.category, d.division, d.item, d.sub_item) as codes,
    concat_ws(' ', d.voucher_kind, d.voucher_number) as voucher,
    case when d.kind = 'BUDGET' then d.amount end as budget,
    case when d.kind = 'GIVE' then d.amount end as given,
    case when d.kind in ('TAKE_BACK', 'RETURN') then d.amount end as back,
    case when d.kind = 'CARRY_OVER' then d.amount end as carried
from published.funding_decision_v1 d
    join published.unit_v1 u on u.unit_id = d.unit_id
    left join nguon g on g.code = d.fund
where d.year = :nam and d.state = 'APPROVED' and d.unit_id in (select n.unit_id from noi n)
order by d.day, d.decision_id, u.name, fund_name
