-- The end of a budget year: what is left goes back or is carried over; what people had too much and gave back is accounted for.

alter table funding_decision drop constraint funding_decision_kind_check;
alter table funding_decision add constraint funding_decision_kind_check
    check (kind in ('BUDGET', 'GIVE', 'TAKE_BACK', 'RETURN', 'CARRY_OVER'));
alter table funding_decision add constraint funding_decision_clause check (kind <> 'CARRY_OVER' or btrim(about) <> '');
alter table funding_decision add constraint funding_decision_year_over
    check (kind <> 'CARRY_OVER' or extract(year from day) > year);
comment on column funding_decision.year is 'budget year whose money it is; a CARRY_OVER takes it to the year after';

create or replace view funding_entry with (security_invoker = true) as
select e.program, e.unit_id, e.year, l.fund, coalesce(l.granted, 0) as estimated, 0::bigint as received, 0::bigint as given,
    0::bigint as closed, 0::bigint as cancelled, 0::bigint as fee
from funding_estimate e join funding_estimate_line l on l.estimate_id = e.id where e.state = 'APPROVED'
union all
select d.program, l.unit_id, d.year, l.fund, 0, case when d.kind in ('BUDGET', 'GIVE') then l.amount else -l.amount end,
    0, 0, 0, 0
from funding_decision d join funding_line l on l.decision_id = d.id where d.state = 'APPROVED'
union all
select d.program, l.unit_id, d.year + 1, l.fund, 0, l.amount, 0, 0, 0, 0
from funding_decision d join funding_line l on l.decision_id = d.id where d.state = 'APPROVED' and d.kind = 'CARRY_OVER'
union all
select d.program, d.unit_id, d.year, l.fund, 0, 0, case when d.kind = 'GIVE' then l.amount else -l.amount end, 0, 0, 0
from funding_decision d join funding_line l on l.decision_id = d.id
where d.state = 'APPROVED' and d.kind not in ('BUDGET', 'CARRY_OVER')
union all
select u.program, u.bearer_id, u.year, u.fund, 0, 0, 0, u.amount, u.cancelled, 0
from funding_use u join payroll y on y.id = u.payroll_id and y.state = 'CLOSED'
union all
select c.program, c.unit_id, c.year, c.fund, 0, 0, 0, 0, 0, c.amount
from funding_charge c;

alter table funding_settlement add column receipts_through bigint not null default 0;
comment on column funding_settlement.receipts_through is 'last row of receivable_receipt that was there when it was drawn up';

alter table funding_settlement_row
    add column carried_in bigint not null default 0,
    add column carried_out bigint not null default 0,
    add column recovered bigint not null default 0,
    add column recovered_former bigint not null default 0;
comment on column funding_settlement_row.recovered is 'of lists of the year, given back by people: goes to the budget, is not there again';
comment on column funding_settlement_row.recovered_former is 'of lists of years before, come in after their accounts were accepted or 31 January';

-- What people gave back, by the account that had paid it: each receipt fills the debts of its decision, the oldest month first, and
-- each debt the lists that paid that month, the latest first. What a receipt fills never changes: decisions and closed lists do not.
create function funding_recovered(of_program text, of_bearer bigint, of_year integer)
    returns table (fund text, day date, amount bigint, former boolean)
    language sql stable
begin atomic
    with receipt as (
        select x.id, x.decision_id, x.day, x.amount,
            sum(x.amount) over (partition by x.decision_id order by x.id) as upto
        from ansinh.receivable_receipt x join ansinh.receivable_decision d on d.id = x.decision_id
        where d.program = of_program),
    debt as (
        select r.id, r.decision_id, r.entitlement_id, r.period, r.amount,
            sum(r.amount) over (partition by r.decision_id order by r.period, r.id) as upto
        from ansinh.receivable r
        where r.state = 'DECIDED' and r.program = of_program
            and r.decision_id in (select x.decision_id from receipt x)),
    piece as (
        select x.id as receipt_id, x.day, o.id as debt_id,
            greatest(x.upto - x.amount - o.upto + o.amount, 0) as low, least(x.upto - o.upto + o.amount, o.amount) as high
        from receipt x join debt o on o.decision_id = x.decision_id
            and x.upto > o.upto - o.amount and o.upto > x.upto - x.amount),
    held as (
        select o.id as debt_id, l.payroll_id, q.benefit, q.fund,
            sum(l.due - l.paid_before) over latest - (l.due - l.paid_before) as low,
            case when row_number() over latest < count(*) over (partition by o.id)
                then sum(l.due - l.paid_before) over latest end as high
        from debt o
            join ansinh.receivable_decision d on d.id = o.decision_id
            join ansinh.payroll_line l on l.entitlement_id = o.entitlement_id and l.month >= o.period
                and l.period <= o.period and o.period < l.period + make_interval(months => l.months)
            join ansinh.payroll y on y.id = l.payroll_id and y.state = 'CLOSED' and y.closed_at <= d.decided_at
            join ansinh.payroll_rule q on q.id = l.rule_id
        window latest as (partition by o.id order by l.month desc, l.id desc)),
    filled as (
        select p.receipt_id, p.day, u.fund, u.year,
            (least(p.high, coalesce(h.high, p.high)) - greatest(p.low, h.low))::bigint as amount
        from piece p join held h on h.debt_id = p.debt_id and p.high > h.low and (h.high is null or h.high > p.low)
            join ansinh.funding_use u on u.payroll_id = h.payroll_id and u.list_id = h.payroll_id and u.amount > 0
                and u.benefit = h.benefit and u.pack_fund is not distinct from h.fund
        where u.bearer_id = of_bearer and u.year <= of_year),
    -- the first year whose accounts did not leave it out
    told as (
        select f.fund, f.day, f.amount, f.year, (
                select min(z.year) from generate_series(f.year, of_year) z (year)
                where (z.year > f.year and z.year >= extract(year from f.day)
                        or z.year = f.year and f.day <= make_date(f.year + 1, 1, 31))
                    and not exists (select from ansinh.funding_settlement s
                        where s.program = of_program and s.unit_id = of_bearer and s.year = z.year
                            and s.through_month = make_date(z.year, 12, 1) and s.state = 'ACCEPTED'
                            and s.receipts_through < f.receipt_id)) as told_in
        from filled f)
    select t.fund, t.day, t.amount, t.year < of_year from told t where t.told_in = of_year;
end;

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
    r.recovered_former - coalesce(f.recovered_former, 0) as period_recovered_former
from ansinh.funding_settlement s
    join ansinh.funding_settlement_row r on r.settlement_id = s.id
    left join lateral (select b.id from ansinh.funding_settlement b
        where b.program = s.program and b.unit_id = s.unit_id and b.year = s.year and b.through_month < s.through_month
            and b.state = 'ACCEPTED'
        order by b.through_month desc limit 1) w on true
    left join ansinh.funding_settlement_row f on f.settlement_id = w.id and f.fund = r.fund;

comment on column published.funding_settlement_v1.remaining is 'Chưa chi: nhận và chuyển sang, trừ nộp trả, chuyển đi, cấp dưới, đã chi và phí; lũy kế, đồng.';
comment on column published.funding_settlement_v1.carried_in is 'Năm trước chuyển sang, lũy kế, đồng.';
comment on column published.funding_settlement_v1.carried_out is 'Chuyển sang năm sau, lũy kế, đồng.';
comment on column published.funding_settlement_v1.recovered is 'Người nhận thừa đã nộp lại, của danh sách trong năm; nộp ngân sách; lũy kế, đồng.';
comment on column published.funding_settlement_v1.recovered_former is 'Người nhận thừa đã nộp lại, của danh sách các năm trước; lũy kế, đồng.';
comment on column published.funding_settlement_v1.period_carried_in is 'Năm trước chuyển sang, trong kỳ, đồng.';
comment on column published.funding_settlement_v1.period_carried_out is 'Chuyển sang năm sau, trong kỳ, đồng.';
comment on column published.funding_settlement_v1.period_recovered is 'Người nhận thừa đã nộp lại, của danh sách trong năm, trong kỳ, đồng.';
comment on column published.funding_settlement_v1.period_recovered_former is 'Người nhận thừa đã nộp lại, của danh sách các năm trước, trong kỳ, đồng.';
comment on column published.funding_decision_v1.kind is 'BUDGET (ngân sách giao), GIVE (cấp), TAKE_BACK (thu hồi), RETURN (nộp trả), CARRY_OVER (chuyển sang năm sau).';
