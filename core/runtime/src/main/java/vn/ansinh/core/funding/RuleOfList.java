package vn.ansinh.core.funding;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.funding.FundingRules.Rule;
import vn.ansinh.core.payment.Sql;

/** What holds for a commune's list: set at the unit, or at the nearest one above it. */
final class RuleOfList {

    private static final String OF = """
            with rule as materialized (
                select distinct on (c.unit_id, r.unit_id) c.unit_id as list_unit, r.unit_id, r.approval, r.blocks, r.pooled,
                    u.level
                from ansinh.funding_rule r
                    join ansinh.unit_closure c on c.ancestor_id = r.unit_id
                    join ansinh.unit u on u.id = r.unit_id
                where c.unit_id = any(?) and r.program = ? and r.from_month <= ?
                order by c.unit_id, r.unit_id, r.from_month desc, r.id desc),
            above as materialized (
                select distinct on (list_unit) list_unit, unit_id, approval, blocks, pooled from rule where unit_id <> list_unit
                order by list_unit, ansinh.funding_depth(level) desc),
            k as materialized (
                select n.unit_id, ?::text as program, case when a.pooled then a.unit_id else n.unit_id end as bearer_id,
                    coalesce(a.approval, false) as approval, coalesce(a.blocks, o.blocks, false) as blocks
                from unnest(?::bigint[]) n (unit_id)
                    left join above a on a.list_unit = n.unit_id
                    left join rule o on o.list_unit = n.unit_id and o.unit_id = n.unit_id)
            select k.unit_id, """ + Accounts.KEPT + ", k.bearer_id, k.approval, k.blocks from k";

    private RuleOfList() {}

    static Rule of(Connection connection, String program, long unitId, YearMonth month) throws SQLException {
        return of(connection, program, List.of(unitId), month).get(unitId);
    }

    /** @return for each of the units */
    static Map<Long, Rule> of(Connection connection, String program, Collection<Long> units, YearMonth month)
            throws SQLException {
        Map<Long, Rule> rules = new HashMap<>();
        Sql.of(OF, units, program, month, program, units)
                .list(
                        connection,
                        row -> rules.put(
                                row.getLong(1),
                                new Rule(row.getBoolean(2), row.getLong(3), row.getBoolean(4), row.getBoolean(5))));
        return rules;
    }
}
