-- Closing a month of the whole country asks which source and whose account for all lists at once, not list by list.
create or replace function funding_need(lists bigint[], cycle date) returns table (payroll_id bigint, program text,
        unit_id bigint, benefit text, pack_fund text, fund text, bearer_id bigint, amount bigint)
    language sql stable
begin atomic
    with need as materialized (
        select s.payroll_id, y.program, y.unit_id, y.month, r.benefit, r.fund, sum(s.amount)::bigint as amount
        from (select l.payroll_id, l.rule_id, sum(l.amount) as amount from ansinh.payroll_line l
            where l.month = cycle and l.payroll_id = any (lists) group by l.payroll_id, l.rule_id) s
            join ansinh.payroll_rule r on r.id = s.rule_id
            join ansinh.payroll y on y.id = s.payroll_id
        group by s.payroll_id, y.program, y.unit_id, y.month, r.benefit, r.fund),
    -- as funding_bearer
    rule as (
        select distinct on (p.program, p.unit_id, p.month, r.unit_id) p.program, p.unit_id, p.month, r.unit_id as set_at,
            r.pooled, u.level
        from (select distinct n.program, n.unit_id, n.month from need n) p
            join ansinh.unit_closure c on c.unit_id = p.unit_id and c.ancestor_id <> p.unit_id
            join ansinh.funding_rule r on r.unit_id = c.ancestor_id and r.program = p.program and r.from_month <= p.month
            join ansinh.unit u on u.id = r.unit_id
        order by p.program, p.unit_id, p.month, r.unit_id, r.from_month desc, r.id desc),
    bearer as (
        select distinct on (r.program, r.unit_id, r.month) r.program, r.unit_id, r.month, r.set_at, r.pooled
        from rule r order by r.program, r.unit_id, r.month, ansinh.funding_depth(r.level) desc),
    -- as funding_fund
    source as (
        select distinct on (p.program, p.unit_id, p.month, p.benefit) p.program, p.unit_id, p.month, p.benefit, s.fund
        from (select distinct n.program, n.unit_id, n.month, n.benefit from need n where n.fund is null) p
            join ansinh.unit_closure c on c.unit_id = p.unit_id
            join ansinh.funding_source s on s.unit_id = c.ancestor_id and s.program = p.program
                and s.from_month <= p.month and s.benefit in ('', p.benefit)
            join ansinh.unit u on u.id = s.unit_id
        order by p.program, p.unit_id, p.month, p.benefit, s.benefit desc, ansinh.funding_depth(u.level) desc,
            s.from_month desc, s.id desc)
    select n.payroll_id, n.program, n.unit_id, n.benefit, n.fund, coalesce(n.fund, s.fund, ''),
        case when b.pooled then b.set_at else n.unit_id end, n.amount
    from need n
        left join bearer b on (b.program, b.unit_id, b.month) = (n.program, n.unit_id, n.month)
        left join source s on (s.program, s.unit_id, s.month, s.benefit) = (n.program, n.unit_id, n.month, n.benefit);
end;
