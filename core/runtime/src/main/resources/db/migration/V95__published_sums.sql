-- Sums for statistics: by unit, month and kind, no person in them, so kinds are named that no list of people may name beside others. What
-- reveals health, HIV or abuse stands together with the smallest plain kinds of the unit until the group has five people; which
-- ones is the same for all months, so that months can be laid over each other.
create view published.benefit_month_v1 with (security_invoker = true) as
with seen as (
    select s.program, s.unit_id, s.benefit, max(s.people) as people, b.sensitive is distinct from false as hidden
    from ansinh.board_benefit s left join ansinh.published_benefit b on b.benefit = s.benefit
    group by s.program, s.unit_id, s.benefit, b.sensitive),
weighed as (
    select s.program, s.unit_id, s.benefit, s.hidden,
        bool_or(s.hidden) over (partition by s.program, s.unit_id) as any_hidden,
        row_number() over (partition by s.program, s.unit_id, s.hidden order by s.people, s.benefit) as place,
        coalesce(sum(s.people) over (partition by s.program, s.unit_id order by s.hidden desc, s.people, s.benefit
            rows between unbounded preceding and 1 preceding), 0) as smaller
    from seen s),
named as (
    select w.program, w.unit_id, w.benefit, w.hidden or w.any_hidden and (w.place = 1 or w.smaller < 5) as common
    from weighed w)
select s.program, s.month, s.unit_id,
    case when n.common then 'CHUNG' else s.benefit end as benefit,
    case when n.common then 'Các chế độ khác' else b.name end as benefit_name,
    coalesce(b.cadence, 'MONTH') as cadence,
    case when n.common then null else b.fund end as fund,
    sum(s.people) as people, sum(s.rights) as rights, sum(s.rights - s.kept - s.opened) as joined,
    sum(s.former - s.kept) as gone, sum(s.opened) as opened, sum(s.amount) as amount, sum(s.arrears) as arrears
from ansinh.board_benefit s
    join named n on n.program = s.program and n.unit_id = s.unit_id and n.benefit = s.benefit
    left join ansinh.published_benefit b on b.benefit = s.benefit
group by 1, 2, 3, 4, 5, 6, 7;

comment on view published.benefit_month_v1 is 'Số liệu của các danh sách đã chốt theo xã, tháng, chế độ; không có người nào trong đó. Chế độ lộ bệnh tật, HIV, bạo lực đứng chung với những chế độ ít người nhất của xã cho đủ năm người.';
comment on column published.benefit_month_v1.program is 'Chương trình.';
comment on column published.benefit_month_v1.month is 'Kỳ chi trả, ngày 01 của tháng.';
comment on column published.benefit_month_v1.unit_id is 'Xã của danh sách.';
comment on column published.benefit_month_v1.benefit is 'Mã chế độ; CHUNG cho những chế độ đứng chung.';
comment on column published.benefit_month_v1.benefit_name is 'Tên chế độ, hoặc «Các chế độ khác».';
comment on column published.benefit_month_v1.cadence is 'Kỳ chi: MONTH, DAY, YEAR, ONCE.';
comment on column published.benefit_month_v1.fund is 'Mã nguồn kinh phí; trống là nguồn thường của chương trình.';
comment on column published.benefit_month_v1.people is 'Số người được chi; ở dòng chung, người hưởng hai chế độ đếm hai lần.';
comment on column published.benefit_month_v1.rights is 'Số quyền hưởng được chi cho chính tháng ấy.';
comment on column published.benefit_month_v1.joined is 'Trong đó tháng trước không có ở xã này.';
comment on column published.benefit_month_v1.gone is 'Số quyền hưởng tháng trước có ở xã này mà tháng này không.';
comment on column published.benefit_month_v1.opened is 'Số quyền hưởng vào sổ tháng ấy mà trước đó đã hưởng ở hệ thống khác; không tính là tăng.';
comment on column published.benefit_month_v1.amount is 'Số tiền, đồng, cả truy lĩnh.';
comment on column published.benefit_month_v1.arrears is 'Trong đó truy lĩnh, đồng.';
