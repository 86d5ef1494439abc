with noi as materialized (
    select t.unit_id from published.unit_tree_v1 t where t.ancestor_id = :don_vi),
nguon as materialized (
    select distinct on (c.code) c.code, c.name from published.code_v1 c
    where c.list = 'nguon-kinh-phi' order by c.code, c.valid_from desc nulls last)
select u.name as unit_name, coalesce(g.name, nullif(s.fund, ''), 'Nguồn chưa xác định') as fund_name,
    case s.state when 'DRAFT' then 'Nháp' when 'SENT' then 'Đã gửi' else 'Đã duyệt' end as state_name,
    case when :luy_ke then s.received + s.carried_in else s.period_received + s.period_carried_in end as received,
    case when :luy_ke then s.returned + s.carried_out else s.period_returned + s.period_carried_out end as returned,
    case when :luy_ke then s.given else s.period_given end as given,
    case when :luy_ke then s.closed - s.cancelled else s.period_closed - s.period_cancelled end as owed,
    case when :luy_ke then s.paid else s.period_paid end as paid,
    case when :luy_ke then s.recovered else s.period_recovered end as recovered,
    case when :luy_ke then s.paid - s.recovered else s.period_paid - s.period_recovered end as spent,
    case when :luy_ke then s.undelivered else s.period_undelivered end as undelivered,
    case when :luy_ke then s.underway + s.unordered else s.period_underway + s.period_unordered end as waiting,
    case when :luy_ke then s.agent_returned else s.period_agent_returned end as agent_returned,
    case when :luy_ke then s.fee else s.period_fee end as fee,
    s.remaining,
    case when :luy_ke then s.recovered_former else s.period_recovered_former end as recovered_former,
    case when :luy_ke then s.paid_former + s.fee_former else s.period_paid_former + s.period_fee_former end as spent_former
from published.funding_settlement_v1 s
    join published.unit_v1 u on u.unit_id = s.unit_id
    left join nguon g on g.code = s.fund
where s.through_month = :den_ky and s.unit_id in (select n.unit_id from noi n)
    and s.state <> 'RETURNED' and (not :da_duyet or s.state = 'ACCEPTED')
order by u.level desc, u.name, u.unit_id, s.program, fund_name
