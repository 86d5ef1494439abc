package vn.ansinh.core.funding;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.funding.Allocations.Allocation;
import vn.ansinh.api.funding.Allocations.AllocationDraft;
import vn.ansinh.api.funding.Allocations.AllocationLine;
import vn.ansinh.api.funding.Allocations.AllocationPage;
import vn.ansinh.api.funding.Allocations.AllocationQuery;
import vn.ansinh.api.funding.Allocations.Kind;
import vn.ansinh.api.funding.Allocations.Voucher;
import vn.ansinh.api.funding.FundingState;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.identity.PersonScope;
import vn.ansinh.core.payment.Sql;
import vn.ansinh.core.sql.Slice;

/** Decisions as they are read: a unit sees its own whole, and of those from above the lines to it and to units below it. */
final class DecisionPages {

    private static final String SELECT =
            "select x.id, x.program, x.kind, x.unit_id, x.year, x.number, x.day, x.voucher_kind,"
                    + " x.voucher_number, x.about, x.state, " + Papers.SIGNATURES + " from ansinh.funding_decision x";

    private final Connection connection;
    private final Caller caller;
    private final Units units;

    /** @param connection reaches what the caller may see */
    DecisionPages(Connection connection, Caller caller, Units units) {
        this.connection = connection;
        this.caller = caller;
        this.units = units;
    }

    /** A decision with the lines that the transaction reaches. */
    static Optional<Allocation> byId(Connection connection, long id) throws SQLException {
        return withLines(connection, Sql.of(SELECT + " where x.id = ?", id).list(connection, DecisionPages::head))
                .stream()
                .findFirst();
    }

    AllocationPage page(AllocationQuery query) throws SQLException {
        List<Allocation> rows = withLines(
                connection,
                filtered(Sql.of(SELECT + " where"), query)
                        .and(
                                " and x.id < ? order by x.id desc limit ?",
                                Papers.before(query.cursor()),
                                query.limit() + 1)
                        .list(connection, DecisionPages::head));
        long[] sums = filtered(
                        Sql.of("select count(distinct x.id), coalesce(sum(m.amount) filter (where x.state = 'APPROVED'"
                                + " and x.kind = 'BUDGET'), 0), coalesce(sum(m.amount) filter"
                                + " (where x.state = 'APPROVED' and x.kind = 'GIVE'), 0),"
                                + " coalesce(sum(m.amount) filter (where x.state = 'APPROVED'"
                                + " and x.kind in ('TAKE_BACK', 'RETURN')), 0)"
                                + " from ansinh.funding_decision x"
                                + " join ansinh.funding_line m on m.decision_id = x.id where"),
                        query)
                .one(connection, row -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)});
        Slice<Allocation> page = Slice.of(rows, query.limit());
        return new AllocationPage(
                page.rows(), (int) sums[0], sums[1], sums[2], sums[3], page.next(last -> Long.toString(last.id())));
    }

    private Sql filtered(Sql sql, AllocationQuery query) {
        sql.and(" (")
                .and(PersonScope.of(caller, query.unitId(), units, "x.unit_id", "x.program"))
                .and(" or exists (select from ansinh.funding_line l where l.decision_id = x.id and")
                .and(PersonScope.of(caller, query.unitId(), units, "l.unit_id", "l.program"))
                .and("))");
        if (query.program() != null) {
            sql.and(" and x.program = ?", query.program());
        }
        if (query.year() != 0) {
            sql.and(" and x.year = ?", query.year());
        }
        if (query.state() != null) {
            sql.and(" and x.state = ?", query.state().name());
        }
        return sql;
    }

    private static Allocation head(ResultSet row) throws SQLException {
        return new Allocation(
                row.getLong(1),
                new AllocationDraft(
                        row.getString(2),
                        Kind.valueOf(row.getString(3)),
                        row.getLong(4),
                        row.getInt(5),
                        row.getString(6),
                        Accounts.day(row, 7),
                        new Voucher(row.getString(8), row.getString(9)),
                        row.getString(10),
                        List.of()),
                FundingState.valueOf(row.getString(11)),
                Papers.signatures(row, 12));
    }

    private static List<Allocation> withLines(Connection connection, List<Allocation> heads) throws SQLException {
        if (heads.isEmpty()) {
            return heads;
        }
        Map<Long, List<AllocationLine>> lines = new HashMap<>();
        Sql.of(
                        "select decision_id, unit_id, fund, chapter, category, division, item, sub_item, amount"
                                + " from ansinh.funding_line where decision_id = any(?) order by decision_id, no",
                        heads.stream().map(Allocation::id).toList())
                .list(
                        connection,
                        row -> lines.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                                .add(new AllocationLine(
                                        row.getLong(2), row.getString(3), Accounts.codes(row, 4), row.getLong(9))));
        return heads.stream().map(head -> with(head, lines.get(head.id()))).toList();
    }

    private static Allocation with(Allocation head, List<AllocationLine> lines) {
        AllocationDraft draft = head.draft();
        return new Allocation(
                head.id(),
                new AllocationDraft(
                        draft.program(),
                        draft.kind(),
                        draft.unitId(),
                        draft.year(),
                        draft.number(),
                        draft.day(),
                        draft.voucher(),
                        draft.about(),
                        lines == null ? List.of() : lines),
                head.state(),
                head.signatures());
    }
}
