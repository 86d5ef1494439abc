-- What reports read of money: no person in it, so it is as who asks reads it.
create view published.funding_balance_v1 with (security_invoker = true) as
select n.program, n.unit_id, n.year, n.fund, sum(n.estimated)::bigint as estimated, sum(n.received)::bigint as received,
    sum(n.given)::bigint as given, sum(n.closed)::bigint as closed, sum(n.cancelled)::bigint as cancelled,
    sum(n.fee)::bigint as fee,
    sum(n.received - n.given - n.closed + n.cancelled - n.fee)::bigint as available
from ansinh.funding_entry n
group by n.program, n.unit_id, n.year, n.fund;

create view published.funding_decision_v1 with (security_invoker = true) as
select d.id as decision_id, d.program, d.kind, d.unit_id as giver_id, l.unit_id, d.year, d.number, d.day, d.voucher_kind,
    d.voucher_number, d.about, d.state, l.fund, l.chapter, l.category, l.division, l.item, l.sub_item, l.amount
from ansinh.funding_decision d join ansinh.funding_line l on l.decision_id = d.id;

create view published.funding_settlement_v1 with (security_invoker = true) as
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
    r.received - r.returned - r.given - r.paid - r.fee as remaining,
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
    r.fee - coalesce(f.fee, 0) as period_fee
from ansinh.funding_settlement s
    join ansinh.funding_settlement_row r on r.settlement_id = s.id
    left join lateral (select b.id from ansinh.funding_settlement b
        where b.program = s.program and b.unit_id = s.unit_id and b.year = s.year and b.through_month < s.through_month
            and b.state = 'ACCEPTED'
        order by b.through_month desc limit 1) w on true
    left join ansinh.funding_settlement_row f on f.settlement_id = w.id and f.fund = r.fund;

comment on view published.funding_balance_v1 is 'Kinh phí của từng đơn vị theo nguồn, tính đến lúc hỏi; không có người nào trong đó.';
comment on column published.funding_balance_v1.program is 'Chương trình.';
comment on column published.funding_balance_v1.unit_id is 'Đơn vị giữ kinh phí.';
comment on column published.funding_balance_v1.year is 'Năm ngân sách.';
comment on column published.funding_balance_v1.fund is 'Mã nguồn kinh phí theo danh mục nguon-kinh-phi; chuỗi rỗng là chưa xác định.';
comment on column published.funding_balance_v1.estimated is 'Dự toán được giao, đồng.';
comment on column published.funding_balance_v1.received is 'Đã nhận, trừ phần nộp trả hoặc bị thu hồi, đồng.';
comment on column published.funding_balance_v1.given is 'Đã cấp cho cấp dưới, trừ phần thu về, đồng.';
comment on column published.funding_balance_v1.closed is 'Trên danh sách đã chốt, đồng.';
comment on column published.funding_balance_v1.cancelled is 'Đã chốt nhưng chưa ai nhận và không còn phải chi, đồng.';
comment on column published.funding_balance_v1.fee is 'Phí chi trả của các lệnh đã quyết toán, đồng.';
comment on column published.funding_balance_v1.available is 'Còn cho danh sách sau, đồng; âm là đã chốt quá số được cấp.';

comment on view published.funding_decision_v1 is 'Quyết định về kinh phí, mỗi dòng một đơn vị, một nguồn.';
comment on column published.funding_decision_v1.decision_id is 'Số của quyết định trong hệ thống.';
comment on column published.funding_decision_v1.program is 'Chương trình.';
comment on column published.funding_decision_v1.kind is 'BUDGET (ngân sách giao), GIVE (cấp), TAKE_BACK (thu hồi), RETURN (nộp trả).';
comment on column published.funding_decision_v1.giver_id is 'Đơn vị cấp, thu hồi hoặc nhận nộp trả.';
comment on column published.funding_decision_v1.unit_id is 'Đơn vị được cấp, bị thu hồi hoặc nộp trả.';
comment on column published.funding_decision_v1.year is 'Năm ngân sách.';
comment on column published.funding_decision_v1.number is 'Số quyết định.';
comment on column published.funding_decision_v1.day is 'Ngày quyết định.';
comment on column published.funding_decision_v1.voucher_kind is 'Loại chứng từ theo danh mục loai-chung-tu-ke-toan; trống khi chưa có.';
comment on column published.funding_decision_v1.voucher_number is 'Số chứng từ; trống khi chưa có.';
comment on column published.funding_decision_v1.about is 'Nội dung.';
comment on column published.funding_decision_v1.state is 'PROPOSED (chờ duyệt), APPROVED (đã duyệt), RETURNED (trả lại), WITHDRAWN (đã rút).';
comment on column published.funding_decision_v1.fund is 'Mã nguồn kinh phí.';
comment on column published.funding_decision_v1.chapter is 'Chương, mã theo danh mục muc-luc-ngan-sach.';
comment on column published.funding_decision_v1.category is 'Loại.';
comment on column published.funding_decision_v1.division is 'Khoản.';
comment on column published.funding_decision_v1.item is 'Mục.';
comment on column published.funding_decision_v1.sub_item is 'Tiểu mục.';
comment on column published.funding_decision_v1.amount is 'Số tiền, đồng, luôn dương; chiều đi theo kind.';

comment on view published.funding_settlement_v1 is 'Quyết toán kinh phí của đơn vị theo nguồn: lũy kế từ đầu năm, và phần của kỳ (period_…) từ quyết toán được duyệt trước đó.';
comment on column published.funding_settlement_v1.settlement_id is 'Số của quyết toán trong hệ thống.';
comment on column published.funding_settlement_v1.program is 'Chương trình.';
comment on column published.funding_settlement_v1.unit_id is 'Đơn vị.';
comment on column published.funding_settlement_v1.year is 'Năm ngân sách.';
comment on column published.funding_settlement_v1.through_month is 'Đến hết tháng, ngày 01 của tháng.';
comment on column published.funding_settlement_v1.state is 'DRAFT (nháp), SENT (đã gửi), ACCEPTED (đã duyệt), RETURNED (trả lại).';
comment on column published.funding_settlement_v1.as_of is 'Thời điểm của số liệu.';
comment on column published.funding_settlement_v1.fund is 'Mã nguồn kinh phí; chuỗi rỗng là chưa xác định.';
comment on column published.funding_settlement_v1.received is 'Cấp trên cấp hoặc ngân sách giao, lũy kế, đồng.';
comment on column published.funding_settlement_v1.returned is 'Đã nộp trả hoặc bị thu hồi, lũy kế, đồng.';
comment on column published.funding_settlement_v1.given is 'Đã cấp cho cấp dưới, trừ phần thu về, lũy kế, đồng.';
comment on column published.funding_settlement_v1.closed is 'Trên danh sách đã chốt, lũy kế, đồng.';
comment on column published.funding_settlement_v1.cancelled is 'Đã chốt nhưng chưa ai nhận và không còn phải chi, lũy kế, đồng.';
comment on column published.funding_settlement_v1.paid is 'Đã đến tay người nhận, lũy kế, đồng.';
comment on column published.funding_settlement_v1.undelivered is 'Chưa nhận, còn phải chi, lũy kế, đồng.';
comment on column published.funding_settlement_v1.underway is 'Đang ở nơi chi trả, chưa có kết quả, lũy kế, đồng.';
comment on column published.funding_settlement_v1.unordered is 'Đã chốt, chưa vào lệnh đã gửi, lũy kế, đồng.';
comment on column published.funding_settlement_v1.agent_returned is 'Nơi chi trả đã nộp lại vì không ai nhận, lũy kế, đồng.';
comment on column published.funding_settlement_v1.fee is 'Phí chi trả của các lệnh đã quyết toán, lũy kế, đồng.';
comment on column published.funding_settlement_v1.remaining is 'Chưa chi: nhận trừ nộp trả, cấp dưới, đã chi và phí; lũy kế, đồng.';
comment on column published.funding_settlement_v1.period_received is 'Cấp trên cấp hoặc ngân sách giao, trong kỳ, đồng.';
comment on column published.funding_settlement_v1.period_returned is 'Đã nộp trả hoặc bị thu hồi, trong kỳ, đồng.';
comment on column published.funding_settlement_v1.period_given is 'Đã cấp cho cấp dưới, trừ phần thu về, trong kỳ, đồng.';
comment on column published.funding_settlement_v1.period_closed is 'Trên danh sách đã chốt, trong kỳ, đồng.';
comment on column published.funding_settlement_v1.period_cancelled is 'Đã chốt nhưng chưa ai nhận và không còn phải chi, trong kỳ, đồng.';
comment on column published.funding_settlement_v1.period_paid is 'Đã đến tay người nhận, trong kỳ, đồng.';
comment on column published.funding_settlement_v1.period_undelivered is 'Chưa nhận, còn phải chi, trong kỳ, đồng.';
comment on column published.funding_settlement_v1.period_underway is 'Đang ở nơi chi trả, chưa có kết quả, trong kỳ, đồng.';
comment on column published.funding_settlement_v1.period_unordered is 'Đã chốt, chưa vào lệnh đã gửi, trong kỳ, đồng.';
comment on column published.funding_settlement_v1.period_agent_returned is 'Nơi chi trả đã nộp lại vì không ai nhận, trong kỳ, đồng.';
comment on column published.funding_settlement_v1.period_fee is 'Phí chi trả của các lệnh đã quyết toán, trong kỳ, đồng.';
