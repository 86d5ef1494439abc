-- Money of a year that reached people, and fees of its orders, after that year's accounts were accepted: shown once, in the accounts
-- that come next. It is paid from what the old year has left.

alter table funding_settlement_row
    add column paid_former bigint not null default 0,
    add column fee_former bigint not null default 0;
comment on column funding_settlement_row.paid_former is 'on lists of years before, since their accounts were accepted';
comment on column funding_settlement_row.fee_former is 'of orders of years before, since their accounts were accepted';

create or replace view published.funding_settlement_v1 with (security_invoker = true) as
select s.id as settlement_id, s.program, s.unit_id, s.year, s.through_month, s.state, s.as_of, r.fund,
    r.received,
    r.returned,
    r.given,
    r.closed,
    r.cancelled,
    r.paid,
    r.undelivered,
    r.underway,
    r.unordered,
    r.agent_returned,
    r.fee,
    r.received + r.carried_in - r.returned - r.carried_out - r.given - r.paid - r.fee as remaining,
    r.received - coalesce(f.received, 0) as period_received,
    r.returned - coalesce(f.returned, 0) as period_returned,
    r.given - coalesce(f.given, 0) as period_given,
    r.closed - coalesce(f.closed, 0) as period_closed,
    r.cancelled - coalesce(f.cancelled, 0) as period_cancelled,
    r.paid - coalesce(f.paid, 0) as period_paid,
    r.undelivered - coalesce(f.undelivered, 0) as period_undelivered,
    r.underway - coalesce(f.underway, 0) as period_underway,
    r.unordered - coalesce(f.unordered, 0) as period_unordered,
    r.agent_returned - coalesce(f.agent_returned, 0) as period_agent_returned,
    r.fee - coalesce(f.fee, 0) as period_fee,
    r.carried_in,
    r.carried_out,
    r.recovered,
    r.recovered_former,
    r.carried_in - coalesce(f.carried_in, 0) as period_carried_in,
    r.carried_out - coalesce(f.carried_out, 0) as period_carried_out,
    r.recovered - coalesce(f.recovered, 0) as period_recovered,
    r.recovered_former - coalesce(f.recovered_former, 0) as period_recovered_former,
    r.paid_former,
    r.fee_former,
    r.paid_former - coalesce(f.paid_former, 0) as period_paid_former,
    r.fee_former - coalesce(f.fee_former, 0) as period_fee_former
from ansinh.funding_settlement s
    join ansinh.funding_settlement_row r on r.settlement_id = s.id
    left join lateral (select b.id from ansinh.funding_settlement b
        where b.program = s.program and b.unit_id = s.unit_id and b.year = s.year and b.through_month < s.through_month
            and b.state = 'ACCEPTED'
        order by b.through_month desc limit 1) w on true
    left join ansinh.funding_settlement_row f on f.settlement_id = w.id and f.fund = r.fund;

comment on column published.funding_settlement_v1.paid_former is 'Đã chi của danh sách các năm trước sau khi quyết toán năm ấy được duyệt; lũy kế, đồng.';
comment on column published.funding_settlement_v1.fee_former is 'Phí chi trả của lệnh các năm trước sau khi quyết toán năm ấy được duyệt; lũy kế, đồng.';
comment on column published.funding_settlement_v1.period_paid_former is 'Đã chi của danh sách các năm trước, trong kỳ, đồng.';
comment on column published.funding_settlement_v1.period_fee_former is 'Phí chi trả của lệnh các năm trước, trong kỳ, đồng.';
