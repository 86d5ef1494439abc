package vn.ansinh.core.funding;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.api.funding.FundingRules.Rule;
import vn.ansinh.core.payment.Sql;

/** What holds for a commune's list: set at the unit, or at the nearest one above it. */
final class RuleOfList {

    private RuleOfList() {}

    private record Set(long unitId, boolean approval, boolean blocks) {}

    static Rule of(Connection connection, String program, long unitId, YearMonth month) throws SQLException {
        List<Set> nearest = Sql.of(
                        "select n.unit_id, n.approval, n.blocks from (select distinct on (r.unit_id) r.unit_id, r.approval,"
                                + " r.blocks, u.level from ansinh.unit_closure c"
                                + " join ansinh.funding_rule r on r.unit_id = c.ancestor_id"
                                + " join ansinh.unit u on u.id = r.unit_id"
                                + " where c.unit_id = ? and r.program = ? and r.from_month <= ?"
                                + " order by r.unit_id, r.from_month desc, r.id desc) n"
                                + " order by ansinh.funding_depth(n.level) desc",
                        unitId,
                        program,
                        month)
                .list(connection, row -> new Set(row.getLong(1), row.getBoolean(2), row.getBoolean(3)));
        Set above = nearest.stream()
                .filter(set -> set.unitId() != unitId)
                .findFirst()
                .orElse(null);
        Set own = nearest.stream()
                .filter(set -> set.unitId() == unitId)
                .findFirst()
                .orElse(null);
        long bearer = Sql.of("select ansinh.funding_bearer(?, ?, ?)", program, unitId, month)
                .one(connection, row -> row.getLong(1));
        boolean blocks = above != null ? above.blocks() : own != null && own.blocks();
        return new Rule(Accounts.kept(connection, program, bearer), bearer, above != null && above.approval(), blocks);
    }
}
