-- What reports read: views of schema published, and nothing else. Each reads as who asks, so row-level security holds below it.
-- A view's columns never change their meaning: what must be different becomes _v2 beside it. The comments are the documentation.

-- What the law in force calls its benefits and which of them reveal health, HIV or abuse; kept in step by the platform. What is not
-- here counts as sensitive, and so does a key of facts.
create table published_benefit (
    benefit     text primary key,
    program     text not null,
    name        text not null,
    kind_name   text not null,
    groups      text[] not null,
    cadence     text not null,
    fund        text,
    sensitive   boolean not null
);
comment on column published_benefit.groups is 'of each of which only the highest is paid; who is in one is hidden among the others';

create table published_fact_key (
    key        text primary key,
    label      text not null,
    sensitive  boolean not null
);

-- A single neutral name among plain ones would point at its bearer: where a unit pays or has paid something sensitive, all of its
-- group are neutral there; where it has no group or nobody knows it, all of its program.
create table published_neutral (
    unit_id  bigint not null references unit,
    benefit  text not null,
    primary key (unit_id, benefit)
);

do $$
declare
    part text;
begin
    foreach part in array array['published_benefit', 'published_fact_key', 'published_neutral'] loop
        execute format('alter table ansinh.%I enable row level security', part);
        execute format('create policy %I on ansinh.%I for select using (true)', part || '_seen', part);
        execute format('create policy %I on ansinh.%I for insert with check ((select ansinh.platform()))', part || '_added', part);
        execute format('create policy %I on ansinh.%I for update using ((select ansinh.platform()))', part || '_changed', part);
        execute format('create policy %I on ansinh.%I for delete using ((select ansinh.platform()))', part || '_removed', part);
    end loop;
end $$;

create function published_neutral_follows() returns trigger
    language plpgsql security definer set search_path = ansinh, pg_temp as $$
begin
    insert into published_neutral (unit_id, benefit)
    select distinct s.unit_id, b.benefit
    from (select distinct c.unit_id, c.program, c.benefit, k.groups
            from changed c left join published_benefit k on k.benefit = c.benefit
            where k.sensitive is distinct from false) s
        join published_benefit b on b.groups && s.groups
            or coalesce(cardinality(s.groups), 0) = 0 and b.program = s.program
    on conflict do nothing;
    return null;
end $$;
create trigger published_neutral_added after insert on entitlement
    referencing new table as changed for each statement execute function published_neutral_follows();
create trigger published_neutral_changed after update on entitlement
    referencing new table as changed for each statement execute function published_neutral_follows();

-- All of it anew, after the law's words changed.
create function published_neutral_renew() returns void
    language plpgsql set search_path = ansinh, pg_temp as $$
begin
    perform platform();
    delete from published_neutral;
    insert into published_neutral (unit_id, benefit)
    with sensitive as (
        select e.unit_id, e.program, e.id, k.groups
        from entitlement e left join published_benefit k on k.benefit = e.benefit
        where k.sensitive is distinct from false),
    placed as (
        select distinct unit_id, program, groups from sensitive
        union
        select f.unit_id, s.program, s.groups from sensitive s join entitlement_former_unit f on f.entitlement_id = s.id)
    select distinct p.unit_id, b.benefit
    from placed p join published_benefit b on b.groups && p.groups
        or coalesce(cardinality(p.groups), 0) = 0 and b.program = p.program
    on conflict do nothing;
end $$;

-- Of a number of a paper as much as lists show, as NumberSight does.
create function published_masked(number text) returns text
    language sql immutable parallel safe
begin atomic
    select case when length(number) > 6 then left(number, 3) || repeat('•', length(number) - 6) || right(number, 3)
        else repeat('•', length(number)) end;
end;

-- Whether numbers are shown whole: for no report unless the platform says so of it.
create function published_whole_numbers() returns boolean
    language sql stable parallel safe
begin atomic
    select false;
end;

-- First day of the month in which the question is asked.
create function published_this_month() returns date
    language sql stable parallel safe
begin atomic
    select date_trunc('month', now() at time zone 'Asia/Ho_Chi_Minh')::date;
end;

create schema published;
comment on schema published is 'Những gì báo cáo được đọc. Tên và ý nghĩa của cột không đổi; cần khác thì có khung nhìn _v2.';

create view published.unit_v1 with (security_invoker = true) as
select u.id as unit_id, u.code, u.name, u.level, u.parent_id, u.valid_from, u.valid_to
from ansinh.unit u;

create view published.unit_tree_v1 with (security_invoker = true) as
select s.ancestor_id, s.unit_id from ansinh.unit_sight s
union all
select 0::bigint, u.id from ansinh.unit u;

create view published.code_v1 with (security_invoker = true) as
select c.list, c.code, c.name, c.ord, c.unit_id, c.from_date as valid_from, c.to_date + 1 as valid_to
from ansinh.code_entry c;

create view published.person_v1 with (security_invoker = true) as
select p.id as person_id, p.unit_id, p.full_name, p.sort_key, p.sex, p.birth_date, p.birth_year_only, p.ethnicity,
    case when (select ansinh.published_whole_numbers()) then coalesce(p.id_number, p.old_id_number)
        else ansinh.published_masked(coalesce(p.id_number, p.old_id_number)) end as id_number,
    p.address, p.deceased_on
from ansinh.person p
where p.deleted_at is null;

create view published.household_v1 with (security_invoker = true) as
select h.id as household_id, h.unit_id, a.hamlet, a.address, h.from_date as from_day, h.to_date as to_day
from ansinh.household h
    left join ansinh.household_address a on a.household_id = h.id and a.to_date is null;

create view published.household_member_v1 with (security_invoker = true) as
select m.household_id, m.person_id, m.relation, m.from_date as from_day, m.to_date as to_day,
    exists (select from ansinh.household_head d
        where d.household_id = m.household_id and d.person_id = m.person_id
          and d.from_date < coalesce(m.to_date, 'infinity')
          and coalesce(d.to_date, 'infinity') >= coalesce(m.to_date, 'infinity')) as is_head
from ansinh.household_member m;

create view published.fact_v1 with (security_invoker = true, security_barrier = true) as
select f.subject_kind, f.subject_id, f.key, f.value, f.valid_from, f.valid_to
from ansinh.fact f
where f.retracted_at is null
  and f.key = any ((select array_agg(k.key) from ansinh.published_fact_key k where not k.sensitive)::text[]);

create view published.entitlement_v1 with (security_invoker = true) as
select e.id as entitlement_id, e.person_id, e.program,
    case when w.plain then e.benefit else 'CHUNG' end as benefit,
    case when w.plain then b.name else 'Trợ giúp xã hội hằng tháng' end as benefit_name,
    case when w.plain then b.kind_name else 'Trợ giúp xã hội hằng tháng' end as kind_name,
    e.unit_id, e.from_month as first_month, e.to_month as last_month,
    case when e.to_month < (select ansinh.published_this_month()) then 'ENDED'
        when e.from_month > (select ansinh.published_this_month()) then 'WAITING'
        when exists (select from ansinh.entitlement_pause x
            where x.entitlement_id = e.id and not x.paid_back and x.from_month <= (select ansinh.published_this_month())
              and (x.to_month is null or x.to_month >= (select ansinh.published_this_month()))) then 'SUSPENDED'
        else 'RUNNING' end as state,
    e.decision_number, e.decision_date as decision_day,
    case when w.plain then b.cadence else 'MONTH' end as cadence,
    case when w.plain then b.fund end as fund,
    e.payment_method, e.payee_role, e.payee_name, e.paid_through,
    p.full_name, p.sort_key, p.sex, p.birth_date, p.birth_year_only, p.ethnicity,
    case when (select ansinh.published_whole_numbers()) then coalesce(p.id_number, p.old_id_number)
        else ansinh.published_masked(coalesce(p.id_number, p.old_id_number)) end as id_number,
    p.address
from ansinh.entitlement e
    left join ansinh.published_benefit b on b.benefit = e.benefit
    left join ansinh.published_neutral n on n.unit_id = e.unit_id and n.benefit = e.benefit
    cross join lateral (select b.sensitive is not distinct from false and n.unit_id is null as plain) w
    left join ansinh.person p on p.id = e.person_id;

create view published.entitlement_event_v1 with (security_invoker = true) as
select v.id as event_id, v.entitlement_id, v.kind, v.effective_month as month, v.reason, v.decision_number,
    v.decision_date as decision_day, v.recorded_at as at
from ansinh.entitlement_event v;

create view published.entitlement_pause_v1 with (security_invoker = true) as
select x.entitlement_id, x.from_month as first_month, x.to_month as last_month, x.paid_back
from ansinh.entitlement_pause x;

create view published.payroll_v1 with (security_invoker = true) as
select y.id as payroll_id, y.program, y.unit_id, y.month, y.state, y.people, y.lines, y.total, y.arrears, y.drafted_at, y.closed_at
from ansinh.payroll y;

create view published.payroll_line_v1 with (security_invoker = true) as
select l.payroll_id, y.program, l.month, y.state, l.id as line_id, l.person_id, l.entitlement_id, y.unit_id,
    case when w.plain then r.benefit else 'CHUNG' end as benefit,
    case when w.plain then b.name else 'Trợ giúp xã hội hằng tháng' end as benefit_name,
    case when w.plain then b.kind_name else 'Trợ giúp xã hội hằng tháng' end as kind_name,
    case when w.plain then r.rate_name else 'Trợ giúp xã hội hằng tháng' end as rate_name,
    l.period, l.months, r.base, r.coefficient, l.multiple, l.due, l.paid_before, l.amount, l.period < l.month as arrears, l.counts,
    case when w.plain then r.fund end as fund,
    case when w.plain then concat_ws('; ', r.base_clause, r.coefficient_clause) else r.base_clause end as basis,
    coalesce(b.cadence, 'MONTH') as cadence, l.payee_name, l.payee_role, l.payment_method,
    p.full_name, p.sort_key, p.sex, p.birth_date, p.birth_year_only, p.ethnicity,
    case when (select ansinh.published_whole_numbers()) then coalesce(p.id_number, p.old_id_number)
        else ansinh.published_masked(coalesce(p.id_number, p.old_id_number)) end as id_number,
    p.address
from ansinh.payroll_line l
    join ansinh.payroll y on y.id = l.payroll_id and y.month = l.month
    join ansinh.payroll_rule r on r.id = l.rule_id
    left join ansinh.published_benefit b on b.benefit = r.benefit
    left join ansinh.published_neutral n on n.unit_id = y.unit_id and n.benefit = r.benefit
    cross join lateral (select b.sensitive is not distinct from false and n.unit_id is null as plain) w
    left join ansinh.person p on p.id = l.person_id;

create view published.payment_v1 with (security_invoker = true) as
select t.order_id, o.number as order_number, t.item, o.program, t.month, t.unit_id, t.person_id, t.name as full_name, t.payee_name,
    t.amount, t.retried, o.method as payment_method, o.channel,
    case o.state when 'DRAFT' then 'PLANNED' when 'WITHDRAWN' then 'WITHDRAWN' else t.state end as state,
    t.reason, t.day as result_day, t.recorded_at as result_at
from ansinh.payment_item t join ansinh.payment_order o on o.id = t.order_id and o.month = t.month;

create view published.receivable_v1 with (security_invoker = true) as
select v.id as receivable_id, v.program, v.entitlement_id, v.person_id, v.unit_id, v.period, v.amount, v.state, v.decision_id,
    d.number as decision_number, d.date as decision_day, d.amount as decided, d.received
from ansinh.receivable v left join ansinh.receivable_decision d on d.id = v.decision_id;

-- For reports declared sensitive, on a login of their own.
create view published.sensitive_fact_v1 with (security_invoker = true) as
select f.subject_kind, f.subject_id, f.key, f.value, f.valid_from, f.valid_to,
    coalesce((select k.sensitive from ansinh.published_fact_key k where k.key = f.key), true) as sensitive
from ansinh.fact f
where f.retracted_at is null;

create view published.sensitive_entitlement_v1 with (security_invoker = true) as
select e.id as entitlement_id, e.person_id, e.program, e.benefit, coalesce(b.name, e.benefit) as benefit_name,
    coalesce(b.kind_name, e.benefit) as kind_name, coalesce(b.sensitive, true) as sensitive,
    e.unit_id, e.from_month as first_month, e.to_month as last_month, b.cadence, b.fund
from ansinh.entitlement e left join ansinh.published_benefit b on b.benefit = e.benefit;

create view published.sensitive_payroll_line_v1 with (security_invoker = true) as
select l.payroll_id, y.program, l.month, y.state, l.id as line_id, l.person_id, l.entitlement_id, y.unit_id, r.benefit,
    coalesce(b.name, r.benefit) as benefit_name, coalesce(b.kind_name, r.benefit) as kind_name, r.rate_name,
    coalesce(b.sensitive, true) as sensitive, l.period, l.months, r.base, r.coefficient, l.multiple, l.amount,
    l.period < l.month as arrears, l.counts, r.fund
from ansinh.payroll_line l
    join ansinh.payroll y on y.id = l.payroll_id and y.month = l.month
    join ansinh.payroll_rule r on r.id = l.rule_id
    left join ansinh.published_benefit b on b.benefit = r.benefit;

comment on view published.unit_v1 is 'Đơn vị hành chính, cả đơn vị đã hết hiệu lực.';
comment on column published.unit_v1.unit_id is 'Số của đơn vị; không đổi khi đổi tên, không dùng lại.';
comment on column published.unit_v1.code is 'Mã đơn vị hành chính; mã cũ có thể được dùng lại cho đơn vị khác sau này.';
comment on column published.unit_v1.name is 'Tên đầy đủ, ví dụ Xã Thạch Hà.';
comment on column published.unit_v1.level is 'Cấp: PROVINCE (tỉnh), DISTRICT (huyện, đến 06/2025), COMMUNE (xã).';
comment on column published.unit_v1.parent_id is 'Đơn vị cấp trên trực tiếp; trống ở cấp tỉnh.';
comment on column published.unit_v1.valid_from is 'Ngày đầu tiên có hiệu lực.';
comment on column published.unit_v1.valid_to is 'Ngày đầu tiên không còn hiệu lực; trống khi còn.';

comment on view published.unit_tree_v1 is 'Đơn vị nào nằm trong đơn vị nào: chính nó, cấp dưới và những đơn vị trước sắp xếp mà nó kế tục. Đơn vị trên số 0 là cả nước.';
comment on column published.unit_tree_v1.ancestor_id is 'Đơn vị ở trên; 0 là cả nước.';
comment on column published.unit_tree_v1.unit_id is 'Đơn vị nằm trong, kể cả chính nó.';

comment on view published.code_v1 is 'Danh mục: mỗi mã một dòng cho mỗi khoảng thời gian mang cùng một tên.';
comment on column published.code_v1.list is 'Danh mục, ví dụ dan-toc.';
comment on column published.code_v1.code is 'Mã.';
comment on column published.code_v1.name is 'Tên trong khoảng thời gian này.';
comment on column published.code_v1.ord is 'Thứ tự trong danh mục.';
comment on column published.code_v1.unit_id is 'Tỉnh có mã riêng này; trống nếu của cả nước.';
comment on column published.code_v1.valid_from is 'Ngày đầu tiên; trống nếu từ trước đến nay.';
comment on column published.code_v1.valid_to is 'Ngày đầu tiên không còn dùng; trống khi còn.';

comment on view published.person_v1 is 'Người, như hồ sơ hiện nay; không có hồ sơ đã xóa hoặc đã gộp.';
comment on column published.person_v1.person_id is 'Số của người trong hệ thống.';
comment on column published.person_v1.unit_id is 'Xã nơi người ấy ở hiện nay.';
comment on column published.person_v1.full_name is 'Họ và tên.';
comment on column published.person_v1.sort_key is 'Để xếp theo tên đúng thứ tự tiếng Việt: order by sort_key.';
comment on column published.person_v1.sex is 'MALE (nam) hoặc FEMALE (nữ).';
comment on column published.person_v1.birth_date is 'Ngày sinh; chỉ biết năm thì là ngày 01/01 của năm ấy.';
comment on column published.person_v1.birth_year_only is 'Chỉ biết năm sinh.';
comment on column published.person_v1.ethnicity is 'Mã dân tộc theo danh mục dan-toc; trống nếu chưa ghi.';
comment on column published.person_v1.id_number is 'Số định danh hoặc số CMND, che ở giữa; đủ số khi báo cáo xin (so-day-du) và người chạy được xem.';
comment on column published.person_v1.address is 'Địa chỉ trong xã.';
comment on column published.person_v1.deceased_on is 'Ngày chết; trống nếu còn sống.';

comment on view published.household_v1 is 'Hộ, như hiện nay.';
comment on column published.household_v1.household_id is 'Số của hộ trong hệ thống.';
comment on column published.household_v1.unit_id is 'Xã nơi hộ ở.';
comment on column published.household_v1.hamlet is 'Thôn, tổ; trống nếu chưa rõ.';
comment on column published.household_v1.address is 'Địa chỉ trong xã.';
comment on column published.household_v1.from_day is 'Ngày đầu tiên có hộ.';
comment on column published.household_v1.to_day is 'Ngày đầu tiên không còn hộ; trống khi còn.';

comment on view published.household_member_v1 is 'Ai ở hộ nào, từ bao giờ đến bao giờ.';
comment on column published.household_member_v1.household_id is 'Hộ.';
comment on column published.household_member_v1.person_id is 'Người.';
comment on column published.household_member_v1.relation is 'Quan hệ với chủ hộ lúc ấy, mã theo danh mục quan-he; trống nếu chưa ghi.';
comment on column published.household_member_v1.from_day is 'Ngày vào hộ.';
comment on column published.household_member_v1.to_day is 'Ngày đầu tiên không còn ở hộ; trống khi còn.';
comment on column published.household_member_v1.is_head is 'Là chủ hộ vào ngày cuối cùng ở hộ, hoặc hiện nay.';

comment on view published.fact_v1 is 'Sự kiện về người hoặc hộ mà pháp luật hỏi đến; không có loại lộ sức khỏe, HIV, bị xâm hại.';
comment on column published.fact_v1.subject_kind is 'PERSON (người) hoặc HOUSEHOLD (hộ).';
comment on column published.fact_v1.subject_id is 'person_id hoặc household_id.';
comment on column published.fact_v1.key is 'Khóa, ví dụ ho-ngheo.';
comment on column published.fact_v1.value is 'Giá trị viết như khóa quy định, ví dụ co, ngheo, 2020-05-01.';
comment on column published.fact_v1.valid_from is 'Ngày đầu tiên đúng.';
comment on column published.fact_v1.valid_to is 'Ngày đầu tiên không còn đúng; trống khi còn.';

comment on view published.entitlement_v1 is 'Quyền hưởng chế độ theo quyết định. Xã có người hưởng chế độ lộ sức khỏe, HIV, bị xâm hại thì mọi chế độ cùng nhóm ở xã ấy mang tên chung.';
comment on column published.entitlement_v1.entitlement_id is 'Số của quyền hưởng.';
comment on column published.entitlement_v1.person_id is 'Người hưởng.';
comment on column published.entitlement_v1.program is 'Chương trình, ví dụ btxh.';
comment on column published.entitlement_v1.benefit is 'Mã chế độ; CHUNG khi mang tên chung.';
comment on column published.entitlement_v1.benefit_name is 'Tên chế độ theo chính sách đang áp dụng, hoặc tên chung.';
comment on column published.entitlement_v1.kind_name is 'Loại chế độ: tên nhóm chỉ hưởng mức cao nhất, không có nhóm thì là tên chế độ.';
comment on column published.entitlement_v1.unit_id is 'Xã chi trả hiện nay.';
comment on column published.entitlement_v1.first_month is 'Tháng đầu tiên được hưởng, ngày 01 của tháng.';
comment on column published.entitlement_v1.last_month is 'Tháng cuối cùng được hưởng, ngày 01 của tháng; trống khi chưa thôi hưởng.';
comment on column published.entitlement_v1.state is 'Tháng này: RUNNING (đang hưởng), SUSPENDED (tạm dừng), ENDED (đã thôi hưởng), WAITING (chưa đến tháng hưởng).';
comment on column published.entitlement_v1.decision_number is 'Số quyết định; trống nếu thiếu giấy tờ.';
comment on column published.entitlement_v1.decision_day is 'Ngày quyết định.';
comment on column published.entitlement_v1.cadence is 'Kỳ chi: MONTH (tháng), DAY (theo ngày), YEAR (năm), ONCE (một lần).';
comment on column published.entitlement_v1.fund is 'Mã nguồn kinh phí; trống là nguồn thường của chương trình.';
comment on column published.entitlement_v1.payment_method is 'Hình thức chi trả, mã theo danh mục hinh-thuc-chi-tra.';
comment on column published.entitlement_v1.payee_role is 'Ai nhận tiền: SELF (chính người ấy), COLLECTOR (nhận thay), CAREGIVER (chăm sóc).';
comment on column published.entitlement_v1.payee_name is 'Tên người nhận tiền khi không phải chính người ấy.';
comment on column published.entitlement_v1.paid_through is 'Tháng cuối cùng đã chi ở hệ thống trước khi vào sổ này, ngày 01 của tháng; trống nếu không có.';
comment on column published.entitlement_v1.full_name is 'Họ và tên người hưởng.';
comment on column published.entitlement_v1.sort_key is 'Để xếp theo tên đúng thứ tự tiếng Việt.';
comment on column published.entitlement_v1.sex is 'MALE (nam) hoặc FEMALE (nữ).';
comment on column published.entitlement_v1.birth_date is 'Ngày sinh; chỉ biết năm thì là ngày 01/01 của năm ấy.';
comment on column published.entitlement_v1.birth_year_only is 'Chỉ biết năm sinh.';
comment on column published.entitlement_v1.ethnicity is 'Mã dân tộc theo danh mục dan-toc.';
comment on column published.entitlement_v1.id_number is 'Số định danh hoặc số CMND, che như ở person_v1.';
comment on column published.entitlement_v1.address is 'Địa chỉ trong xã.';

comment on view published.entitlement_event_v1 is 'Những gì đã xảy ra với quyền hưởng; chỉ thêm, không sửa.';
comment on column published.entitlement_event_v1.event_id is 'Số của việc; số lớn hơn ghi sau.';
comment on column published.entitlement_event_v1.entitlement_id is 'Quyền hưởng.';
comment on column published.entitlement_event_v1.kind is 'OPEN (hưởng mới), CHANGE (điều chỉnh), MOVE (chuyển nơi hưởng), SUSPEND (tạm dừng), RESUME (hưởng lại), END (thôi hưởng).';
comment on column published.entitlement_event_v1.month is 'Tháng bắt đầu có hiệu lực, ngày 01 của tháng.';
comment on column published.entitlement_event_v1.reason is 'Lý do, mã theo danh mục ly-do-tang-giam; có thể trống.';
comment on column published.entitlement_event_v1.decision_number is 'Số quyết định; có thể trống.';
comment on column published.entitlement_event_v1.decision_day is 'Ngày quyết định; có thể trống.';
comment on column published.entitlement_event_v1.at is 'Lúc ghi vào hệ thống.';

comment on view published.entitlement_pause_v1 is 'Các tháng quyền hưởng bị tạm dừng.';
comment on column published.entitlement_pause_v1.entitlement_id is 'Quyền hưởng.';
comment on column published.entitlement_pause_v1.first_month is 'Tháng đầu tiên không chi.';
comment on column published.entitlement_pause_v1.last_month is 'Tháng cuối cùng không chi; trống khi còn tạm dừng.';
comment on column published.entitlement_pause_v1.paid_back is 'Đã hưởng lại và trả đủ: coi như không có lần tạm dừng này.';

comment on view published.payroll_v1 is 'Danh sách chi trả của một xã, một chương trình, một tháng.';
comment on column published.payroll_v1.payroll_id is 'Số của danh sách.';
comment on column published.payroll_v1.program is 'Chương trình.';
comment on column published.payroll_v1.unit_id is 'Xã.';
comment on column published.payroll_v1.month is 'Kỳ chi trả, ngày 01 của tháng.';
comment on column published.payroll_v1.state is 'DRAFT (đang lập), CLOSED (đã chốt), ANNULLED (đã hủy chốt: không tính vào đâu).';
comment on column published.payroll_v1.people is 'Số người.';
comment on column published.payroll_v1.lines is 'Số dòng.';
comment on column published.payroll_v1.total is 'Tổng tiền, đồng.';
comment on column published.payroll_v1.arrears is 'Trong đó truy lĩnh, đồng.';
comment on column published.payroll_v1.drafted_at is 'Lúc lập.';
comment on column published.payroll_v1.closed_at is 'Lúc chốt; trống khi chưa.';

comment on view published.payroll_line_v1 is 'Từng dòng của danh sách chi trả, đã chốt và đang lập (xem state). Tên chế độ che như ở entitlement_v1.';
comment on column published.payroll_line_v1.payroll_id is 'Danh sách.';
comment on column published.payroll_line_v1.program is 'Chương trình.';
comment on column published.payroll_line_v1.month is 'Kỳ chi trả, ngày 01 của tháng. Nên luôn lọc theo cột này.';
comment on column published.payroll_line_v1.state is 'DRAFT (đang lập) hoặc CLOSED (đã chốt).';
comment on column published.payroll_line_v1.line_id is 'Số của dòng trong kỳ.';
comment on column published.payroll_line_v1.person_id is 'Người hưởng.';
comment on column published.payroll_line_v1.entitlement_id is 'Quyền hưởng.';
comment on column published.payroll_line_v1.unit_id is 'Xã của danh sách.';
comment on column published.payroll_line_v1.benefit is 'Mã chế độ; CHUNG khi mang tên chung.';
comment on column published.payroll_line_v1.benefit_name is 'Tên chế độ, hoặc tên chung.';
comment on column published.payroll_line_v1.kind_name is 'Loại chế độ, như ở entitlement_v1.';
comment on column published.payroll_line_v1.rate_name is 'Tên mức hưởng như in trên danh sách, hoặc tên chung.';
comment on column published.payroll_line_v1.period is 'Tháng đầu tiên mà dòng này trả cho, ngày 01 của tháng.';
comment on column published.payroll_line_v1.months is 'Số tháng liền nhau mà dòng này trả, kể từ period.';
comment on column published.payroll_line_v1.base is 'Mức chuẩn hoặc số tiền gốc, đồng.';
comment on column published.payroll_line_v1.coefficient is 'Hệ số.';
comment on column published.payroll_line_v1.multiple is 'Số người hoặc số ngày nhân với mức hưởng.';
comment on column published.payroll_line_v1.due is 'Số phải trả mỗi tháng, đồng.';
comment on column published.payroll_line_v1.paid_before is 'Số các kỳ trước đã trả cho mỗi tháng ấy, đồng.';
comment on column published.payroll_line_v1.amount is 'Số tiền của dòng: (due − paid_before) × months, đồng.';
comment on column published.payroll_line_v1.arrears is 'Là truy lĩnh: trả cho tháng trước kỳ chi trả.';
comment on column published.payroll_line_v1.counts is 'Đúng một dòng của mỗi người trong danh sách có giá trị đúng: count(*) filter (where counts) là số người.';
comment on column published.payroll_line_v1.fund is 'Mã nguồn kinh phí; trống là nguồn thường của chương trình.';
comment on column published.payroll_line_v1.basis is 'Điều khoản làm căn cứ.';
comment on column published.payroll_line_v1.cadence is 'Kỳ chi, như ở entitlement_v1; đúng cả khi chế độ mang tên chung: danh sách các tháng đã cho thấy.';
comment on column published.payroll_line_v1.payee_name is 'Tên người nhận tiền khi không phải chính người ấy.';
comment on column published.payroll_line_v1.payee_role is 'SELF (chính người ấy), COLLECTOR (nhận thay), CAREGIVER (chăm sóc).';
comment on column published.payroll_line_v1.payment_method is 'Hình thức chi trả, mã theo danh mục hinh-thuc-chi-tra.';
comment on column published.payroll_line_v1.full_name is 'Họ và tên người hưởng, như hồ sơ hiện nay.';
comment on column published.payroll_line_v1.sort_key is 'Để xếp theo tên đúng thứ tự tiếng Việt.';
comment on column published.payroll_line_v1.sex is 'MALE (nam) hoặc FEMALE (nữ).';
comment on column published.payroll_line_v1.birth_date is 'Ngày sinh; chỉ biết năm thì là ngày 01/01 của năm ấy.';
comment on column published.payroll_line_v1.birth_year_only is 'Chỉ biết năm sinh.';
comment on column published.payroll_line_v1.ethnicity is 'Mã dân tộc theo danh mục dan-toc.';
comment on column published.payroll_line_v1.id_number is 'Số định danh hoặc số CMND, che như ở person_v1.';
comment on column published.payroll_line_v1.address is 'Địa chỉ trong xã.';

comment on view published.payment_v1 is 'Từng khoản của lệnh chi, với kết quả chi trả.';
comment on column published.payment_v1.order_id is 'Lệnh chi.';
comment on column published.payment_v1.order_number is 'Số của lệnh chi.';
comment on column published.payment_v1.item is 'Số thứ tự trong lệnh chi.';
comment on column published.payment_v1.program is 'Chương trình.';
comment on column published.payment_v1.month is 'Kỳ chi trả, ngày 01 của tháng.';
comment on column published.payment_v1.unit_id is 'Xã.';
comment on column published.payment_v1.person_id is 'Người hưởng.';
comment on column published.payment_v1.full_name is 'Họ và tên như ghi trong lệnh chi.';
comment on column published.payment_v1.payee_name is 'Tên người nhận tiền khi không phải chính người ấy.';
comment on column published.payment_v1.amount is 'Số tiền, đồng.';
comment on column published.payment_v1.retried is 'Trong đó chi lại vì lần trước không chi được, đồng.';
comment on column published.payment_v1.payment_method is 'Hình thức chi trả, mã theo danh mục hinh-thuc-chi-tra.';
comment on column published.payment_v1.channel is 'Kênh chi trả; trống khi chưa gửi.';
comment on column published.payment_v1.state is 'PLANNED (lệnh còn nháp), WITHDRAWN (lệnh đã rút), WAITING (chờ kết quả), PAID (đã chi), UNPAID (không chi được).';
comment on column published.payment_v1.reason is 'Lý do không chi được; trống nếu không có.';
comment on column published.payment_v1.result_day is 'Ngày chi hoặc ngày trả lại; trống khi chờ.';
comment on column published.payment_v1.result_at is 'Lúc ghi kết quả vào hệ thống.';

comment on view published.receivable_v1 is 'Tiền đã nhận nhưng không được hưởng: đề nghị và quyết định thu hồi.';
comment on column published.receivable_v1.receivable_id is 'Số của khoản.';
comment on column published.receivable_v1.program is 'Chương trình.';
comment on column published.receivable_v1.entitlement_id is 'Quyền hưởng.';
comment on column published.receivable_v1.person_id is 'Người hưởng.';
comment on column published.receivable_v1.unit_id is 'Xã.';
comment on column published.receivable_v1.period is 'Tháng đã chi thừa, ngày 01 của tháng.';
comment on column published.receivable_v1.amount is 'Số tiền của khoản, đồng.';
comment on column published.receivable_v1.state is 'PROPOSED (đề nghị), DECIDED (đã có quyết định), WAIVED (không thu), WITHDRAWN (đã rút).';
comment on column published.receivable_v1.decision_id is 'Quyết định thu hồi; một quyết định gồm nhiều khoản.';
comment on column published.receivable_v1.decision_number is 'Số quyết định thu hồi.';
comment on column published.receivable_v1.decision_day is 'Ngày quyết định thu hồi.';
comment on column published.receivable_v1.decided is 'Tổng số phải thu của quyết định, đồng; lặp lại ở mọi khoản của quyết định.';
comment on column published.receivable_v1.received is 'Tổng số đã thu của quyết định, đồng; lặp lại ở mọi khoản của quyết định.';

comment on view published.sensitive_fact_v1 is 'Như fact_v1, cả loại lộ sức khỏe, HIV, bị xâm hại. Chỉ báo cáo khai nhay-cam: true đọc được.';
comment on column published.sensitive_fact_v1.subject_kind is 'PERSON (người) hoặc HOUSEHOLD (hộ).';
comment on column published.sensitive_fact_v1.subject_id is 'person_id hoặc household_id.';
comment on column published.sensitive_fact_v1.key is 'Khóa.';
comment on column published.sensitive_fact_v1.value is 'Giá trị.';
comment on column published.sensitive_fact_v1.valid_from is 'Ngày đầu tiên đúng.';
comment on column published.sensitive_fact_v1.valid_to is 'Ngày đầu tiên không còn đúng; trống khi còn.';
comment on column published.sensitive_fact_v1.sensitive is 'Có lộ sức khỏe, HIV, bị xâm hại.';

comment on view published.sensitive_entitlement_v1 is 'Như entitlement_v1, với đúng tên chế độ. Chỉ báo cáo khai nhay-cam: true đọc được.';
comment on column published.sensitive_entitlement_v1.entitlement_id is 'Số của quyền hưởng.';
comment on column published.sensitive_entitlement_v1.person_id is 'Người hưởng.';
comment on column published.sensitive_entitlement_v1.program is 'Chương trình.';
comment on column published.sensitive_entitlement_v1.benefit is 'Mã chế độ.';
comment on column published.sensitive_entitlement_v1.benefit_name is 'Tên chế độ.';
comment on column published.sensitive_entitlement_v1.kind_name is 'Loại chế độ.';
comment on column published.sensitive_entitlement_v1.sensitive is 'Có lộ sức khỏe, HIV, bị xâm hại.';
comment on column published.sensitive_entitlement_v1.unit_id is 'Xã chi trả hiện nay.';
comment on column published.sensitive_entitlement_v1.first_month is 'Tháng đầu tiên được hưởng.';
comment on column published.sensitive_entitlement_v1.last_month is 'Tháng cuối cùng được hưởng; trống khi chưa thôi hưởng.';
comment on column published.sensitive_entitlement_v1.cadence is 'Kỳ chi: MONTH, DAY, YEAR, ONCE.';
comment on column published.sensitive_entitlement_v1.fund is 'Mã nguồn kinh phí; trống là nguồn thường.';

comment on view published.sensitive_payroll_line_v1 is 'Như payroll_line_v1, với đúng tên chế độ. Chỉ báo cáo khai nhay-cam: true đọc được.';
comment on column published.sensitive_payroll_line_v1.payroll_id is 'Danh sách.';
comment on column published.sensitive_payroll_line_v1.program is 'Chương trình.';
comment on column published.sensitive_payroll_line_v1.month is 'Kỳ chi trả, ngày 01 của tháng.';
comment on column published.sensitive_payroll_line_v1.state is 'DRAFT (đang lập) hoặc CLOSED (đã chốt).';
comment on column published.sensitive_payroll_line_v1.line_id is 'Số của dòng trong kỳ.';
comment on column published.sensitive_payroll_line_v1.person_id is 'Người hưởng.';
comment on column published.sensitive_payroll_line_v1.entitlement_id is 'Quyền hưởng.';
comment on column published.sensitive_payroll_line_v1.unit_id is 'Xã của danh sách.';
comment on column published.sensitive_payroll_line_v1.benefit is 'Mã chế độ.';
comment on column published.sensitive_payroll_line_v1.benefit_name is 'Tên chế độ.';
comment on column published.sensitive_payroll_line_v1.kind_name is 'Loại chế độ.';
comment on column published.sensitive_payroll_line_v1.rate_name is 'Tên mức hưởng.';
comment on column published.sensitive_payroll_line_v1.sensitive is 'Có lộ sức khỏe, HIV, bị xâm hại.';
comment on column published.sensitive_payroll_line_v1.period is 'Tháng đầu tiên mà dòng này trả cho.';
comment on column published.sensitive_payroll_line_v1.months is 'Số tháng liền nhau mà dòng này trả.';
comment on column published.sensitive_payroll_line_v1.base is 'Mức chuẩn hoặc số tiền gốc, đồng.';
comment on column published.sensitive_payroll_line_v1.coefficient is 'Hệ số.';
comment on column published.sensitive_payroll_line_v1.multiple is 'Số người hoặc số ngày nhân với mức hưởng.';
comment on column published.sensitive_payroll_line_v1.amount is 'Số tiền của dòng, đồng.';
comment on column published.sensitive_payroll_line_v1.arrears is 'Là truy lĩnh.';
comment on column published.sensitive_payroll_line_v1.counts is 'Đúng một dòng của mỗi người trong danh sách.';
comment on column published.sensitive_payroll_line_v1.fund is 'Mã nguồn kinh phí; trống là nguồn thường.';
