-- What reports read of case files. Nothing in it depends on what the case is about: no benefit, answer, missing paper, step (one
-- that reveals HIV is never posted), reason, or whether it is sensitive.
create view published.case_file_v1 with (security_invoker = true) as
select c.id as case_id, c.program, c.procedure, c.version, c.number, c.person_id, c.unit_id, c.state, c.received_on, c.promised_on,
    c.decided_on, c.decided_late,
    case when c.state in ('DECIDED', 'DONE', 'REJECTED') then c.decided_on
        when c.state = 'WITHDRAWN' then coalesce((select max(e.day) from ansinh.case_event e
            where e.case_id = c.id and e.kind = 'WITHDRAWN'), (c.changed_at at time zone 'Asia/Ho_Chi_Minh')::date) end as settled_on
from ansinh.case_file c;

comment on view published.case_file_v1 is 'Hồ sơ giải quyết thủ tục, ở xã đang giữ; không nói hồ sơ về chế độ nào.';
comment on column published.case_file_v1.case_id is 'Số của hồ sơ trong hệ thống.';
comment on column published.case_file_v1.program is 'Chương trình.';
comment on column published.case_file_v1.procedure is 'Mã thủ tục.';
comment on column published.case_file_v1.version is 'Phiên bản quy định mà hồ sơ theo.';
comment on column published.case_file_v1.number is 'Số trên giấy tiếp nhận.';
comment on column published.case_file_v1.person_id is 'Người mà hồ sơ nói về.';
comment on column published.case_file_v1.unit_id is 'Xã đang giữ hồ sơ; chuyển đi thì là xã mới.';
comment on column published.case_file_v1.state is
    'OPEN (đang giải quyết), WAITING (chờ công dân bổ sung), DECIDED (đã quyết định), DONE (đã trả kết quả), REJECTED (từ chối), WITHDRAWN (công dân rút).';
comment on column published.case_file_v1.received_on is 'Ngày nhận.';
comment on column published.case_file_v1.promised_on is 'Ngày hẹn trả, kể cả hẹn lại; trống khi không hẹn.';
comment on column published.case_file_v1.decided_on is 'Ngày quyết định gần nhất; hồ sơ chuyển đi còn đang giải quyết ở nơi mới cũng có.';
comment on column published.case_file_v1.decided_late is 'Quyết định ấy có sau thời hạn không; trống khi chưa quyết định.';
comment on column published.case_file_v1.settled_on is 'Ngày giải quyết xong: quyết định, từ chối hoặc rút; trống khi còn đang giải quyết.';
