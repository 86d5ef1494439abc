-- Counted once each, where the file is: carried in or received, and then settled or still running at the end.
with ky as (
    select cast(:tu_ky as date) as first, cast(cast(:den_ky as date) + interval '1 month' as date) - 1 as last),
ten (procedure, name) as (values
    ('btxh.tro-cap-hang-thang', 'Trợ cấp xã hội hằng tháng'),
    ('btxh.dieu-chinh', 'Điều chỉnh mức hưởng'),
    ('btxh.thoi-huong', 'Thôi hưởng'),
    ('btxh.doi-noi-o-trong-dia-ban', 'Đổi nơi ở trong địa bàn'),
    ('btxh.doi-noi-o-khac-dia-ban', 'Đổi nơi ở sang địa bàn khác'),
    ('btxh.mai-tang', 'Hỗ trợ chi phí mai táng'),
    ('btxh.vao-co-so', 'Vào cơ sở trợ giúp xã hội')),
ho_so as (
    select c.unit_id, c.procedure, c.state, c.decided_late, c.promised_on, c.received_on < k.first as carried,
        c.settled_on is not null and c.settled_on <= k.last as settled, least(k.last, current_date) as last
    from published.case_file_v1 c cross join ky k
    where c.program = 'btxh' and c.received_on <= k.last and (c.settled_on is null or c.settled_on >= k.first)
        and c.unit_id in (select t.unit_id from published.unit_tree_v1 t where t.ancestor_id = :don_vi))
select u.name as unit_name, coalesce(t.name, h.procedure) as procedure_name,
    count(*) filter (where h.carried) as carried,
    count(*) filter (where not h.carried) as received,
    count(*) filter (where h.settled and h.state in ('DECIDED', 'DONE') and not h.decided_late) as on_time,
    count(*) filter (where h.settled and h.state in ('DECIDED', 'DONE') and h.decided_late) as late,
    count(*) filter (where h.settled and h.state in ('REJECTED', 'WITHDRAWN')) as turned_away,
    count(*) filter (where not h.settled and not coalesce(h.promised_on < h.last, false)) as running,
    count(*) filter (where not h.settled and h.promised_on < h.last) as running_late
from ho_so h join published.unit_v1 u on u.unit_id = h.unit_id left join ten t on t.procedure = h.procedure
group by u.code, u.unit_id, u.name, coalesce(t.name, h.procedure)
order by u.code, u.unit_id, coalesce(t.name, h.procedure)
