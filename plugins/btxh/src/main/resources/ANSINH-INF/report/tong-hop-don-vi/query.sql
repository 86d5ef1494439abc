-- Each unit of the subtree belongs to exactly one row: the highest unit above it that lies below the one asked for.
with recursive noi as materialized (
    select t.unit_id from published.unit_tree_v1 t where t.ancestor_id = :don_vi),
nhanh (unit_id, branch) as (
    select u.unit_id, u.unit_id
    from published.unit_v1 u
    where u.unit_id in (select n.unit_id from noi n)
        and (u.unit_id = :don_vi or u.parent_id is null or u.parent_id = :don_vi
            or u.parent_id not in (select n.unit_id from noi n))
    union
    select u.unit_id, b.branch
    from published.unit_v1 u join nhanh b on u.parent_id = b.unit_id and b.unit_id <> :don_vi
    where u.unit_id in (select n.unit_id from noi n)),
chi as (
    select b.branch, l.person_id, l.cadence = 'ONCE' as once, l.arrears, l.amount, l.month, l.line_id
    from published.payroll_line_v1 l join nhanh b on b.unit_id = l.unit_id
    where l.program = 'btxh' and l.state = 'CLOSED'
        and l.month between cast(:tu_ky as date) and cast(:den_ky as date)
        and l.unit_id in (select n.unit_id from noi n)),
tien as (
    select c.branch,
        coalesce(sum(c.amount) filter (where not c.once), 0) as monthly_amount,
        coalesce(sum(c.amount) filter (where not c.once and c.arrears), 0) as monthly_arrears,
        coalesce(sum(c.amount) filter (where c.once), 0) as once_amount,
        sum(c.amount) as amount
    from chi c group by c.branch),
-- where each was paid last
nguoi as (
    select c.once, (max(array[c.month - date '2000-01-01', c.line_id, c.branch]))[3] as branch
    from chi c group by c.person_id, c.once),
dem as (
    select p.branch, count(*) filter (where not p.once) as monthly_people, count(*) filter (where p.once) as once_people
    from nguoi p group by p.branch)
select u.unit_id, u.name as unit_name,
    coalesce(d.monthly_people, 0) as monthly_people, coalesce(t.monthly_amount, 0) as monthly_amount,
    coalesce(t.monthly_arrears, 0) as monthly_arrears, coalesce(d.once_people, 0) as once_people,
    coalesce(t.once_amount, 0) as once_amount, coalesce(t.amount, 0) as amount
from published.unit_v1 u
    left join tien t on t.branch = u.unit_id
    left join dem d on d.branch = u.unit_id
where u.unit_id in (select b.branch from nhanh b)
    and (t.branch is not null
        or u.valid_from <= cast(:den_ky as date) and (u.valid_to is null or u.valid_to > cast(:den_ky as date))
            and u.unit_id <> :don_vi)
order by u.code, u.unit_id
