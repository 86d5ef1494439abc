package vn.ansinh.core.benefit;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.policy.PolicyBook;
import vn.ansinh.core.policy.PolicyRegistry;
import vn.ansinh.core.sql.Rows;

/**
 * Writes the drafts of one month for the communes of a subtree, in one transaction: nothing is seen before all of it is
 * there, and after a crash none of it is.
 */
final class PayrollDrafting {

    /** Communes of that month with entitlements, and those with a draft that may have to be emptied. */
    private static final String COMMUNES = """
            select u.id from ansinh.unit u
            where (? = 0 or u.id in (select unit_id from ansinh.unit_closure where ancestor_id = ?))
              and u.valid_from <= ? and (u.valid_to is null or u.valid_to > ?)
              and (exists (select from ansinh.entitlement e
                      where e.program = ? and e.unit_id = u.id and e.from_month <= ?)
                or exists (select from ansinh.payroll y where y.program = ? and y.unit_id = u.id and y.month = ?))""";

    private static final String OUT_OF_TIME = """
            select u.name from ansinh.unit u
            where u.id = ? and not (u.valid_from <= ? and (u.valid_to is null or u.valid_to > ?))""";

    private static final String DELETE_LINES = """
            delete from ansinh.payroll_line where month = ? and payroll_id in (
                select id from ansinh.payroll
                where program = ? and month = ? and unit_id = any(?) and state = 'DRAFT')""";

    private static final String DELETE_DETAILS = """
            delete from ansinh.%s where payroll_id in (
                select id from ansinh.payroll
                where program = ? and month = ? and unit_id = any(?) and state = 'DRAFT')""";

    private static final String DRAFT = """
            insert into ansinh.payroll as y (program, month, unit_id, state, run_id, run_count, follows, people, lines,
                total, arrears, drafted_at)
            select c.program, ?, c.unit_id, 'DRAFT', ?, 1, c.closed_through, 0, 0, 0, 0, clock_timestamp()
            from ansinh.payroll_commune c where c.program = ? and c.unit_id = any(?) order by c.unit_id
            on conflict (program, month, unit_id) where state <> 'ANNULLED' do update set
                run_id = excluded.run_id, run_count = y.run_count + 1, follows = excluded.follows,
                drafted_at = excluded.drafted_at
            returning id, unit_id""";

    /** For the joins over a whole month; only while a run is under way. */
    static final String ROOM = "set local work_mem = '256MB'";

    private static final String UNIQUE_VIOLATION = "23505";

    private final Transactions transactions;
    private final Connection connection;
    private final PolicyRegistry policies;
    private final String program;
    private final YearMonth month;

    /** @param transactions where readers of their own connections come from */
    PayrollDrafting(
            Transactions transactions,
            Connection connection,
            PolicyRegistry policies,
            String program,
            YearMonth month) {
        this.transactions = transactions;
        this.connection = connection;
        this.policies = policies;
        this.program = program;
        this.month = month;
    }

    /**
     * Drafts anew what is not closed.
     *
     * @param unitId 0 for the whole country
     * @throws Problem INVALID when there was no such unit in that month, CONFLICT when at this moment another commune drafts
     *     for somebody who has just moved
     */
    Drafted draft(PolicyBook book, long unitId, LocalDate asOf, String account, Progress progress) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ROOM);
        }
        checkTime(unitId);
        TreeSet<Long> communes = communes(unitId);
        Map<Long, YearMonth> closedThrough = CommuneLocks.forDrafting(connection, program, communes);
        List<Long> open = communes.stream()
                .filter(unit -> closedThrough.get(unit) == null
                        || closedThrough.get(unit).isBefore(month))
                .toList();
        PayrollChanges.hold(connection);
        RunKnowledge now = RunKnowledge.now(connection, book, asOf);
        clear(open);
        Map<Long, Long> drafts =
                payrolls(open, now.keep(connection, program, EntitlementRows.date(month), unitId, account));
        PayrollPeople people = new PayrollPeople(connection, program);
        CarryOver carryOver = new CarryOver(connection, policies, program, month);
        carryOver.prepare(drafts, closedThrough, book, now, people);
        DraftWriting writing = new DraftWriting(connection, month, drafts, progress, people.count());
        try {
            // before this month's partition fills: no statistics tell a planner how full it is
            Map<Long, Boolean> elsewhere = people.onOtherLists(drafts.keySet(), month);
            if (people.count() < SpreadComputation.MANY) {
                carryOver.carry(drafts.values(), writing);
                new PayrollComputation(connection, book, program, month, asOf)
                        .compute(people, drafts.keySet(), elsewhere, writing);
            } else {
                try (SpreadComputation spread =
                        new SpreadComputation(transactions, book, program, month, asOf, drafts.keySet(), elsewhere)) {
                    spread.start(people);
                    carryOver.carry(drafts.values(), writing);
                    spread.drainTo(writing);
                }
            }
            writing.finish();
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw movedMeanwhile(e);
            }
            throw e;
        }
        return new Drafted(
                open.size(),
                communes.size() - open.size(),
                writing.people(),
                writing.carried(),
                writing.lines(),
                writing.total());
    }

    private static Problem movedMeanwhile(SQLException cause) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "AS-PAYROLL-BUSY",
                "Có người vừa được chuyển nơi chi và đơn vị kia đang lập danh sách cùng kỳ. Vui lòng đợi ít phút rồi lập lại.",
                cause);
    }

    private void checkTime(long unitId) throws SQLException {
        List<String> names = Rows.list(
                connection,
                OUT_OF_TIME,
                select -> {
                    select.setLong(1, unitId);
                    select.setDate(2, Date.valueOf(month.atEndOfMonth()));
                    select.setDate(3, EntitlementRows.date(month));
                },
                row -> row.getString(1));
        if (!names.isEmpty()) {
            throw Problem.invalid(
                    "AS-PAYROLL-UNIT-TIME",
                    "Kỳ " + Vietnamese.month(month) + " không có đơn vị " + names.get(0)
                            + ". Mỗi kỳ do đơn vị của thời gian đó lập danh sách: hãy chọn đơn vị có trong kỳ.");
        }
    }

    private TreeSet<Long> communes(long unitId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COMMUNES)) {
            select.setLong(1, unitId);
            select.setLong(2, unitId);
            select.setDate(3, Date.valueOf(month.atEndOfMonth()));
            select.setDate(4, EntitlementRows.date(month));
            select.setString(5, program);
            select.setDate(6, EntitlementRows.date(month));
            select.setString(7, program);
            select.setDate(8, EntitlementRows.date(month));
            TreeSet<Long> communes = new TreeSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    communes.add(row.getLong(1));
                }
            }
            return communes;
        }
    }

    private void clear(List<Long> units) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE_LINES)) {
            delete.setDate(1, EntitlementRows.date(month));
            bindDrafts(delete, 2, units);
            delete.executeUpdate();
        }
        for (String table : List.of("payroll_notice", "payroll_excess", "payroll_rule_use")) {
            try (PreparedStatement delete = connection.prepareStatement(DELETE_DETAILS.formatted(table))) {
                bindDrafts(delete, 1, units);
                delete.executeUpdate();
            }
        }
    }

    private void bindDrafts(PreparedStatement statement, int position, List<Long> units) throws SQLException {
        statement.setString(position, program);
        statement.setDate(position + 1, EntitlementRows.date(month));
        statement.setArray(position + 2, array("bigint", units));
    }

    private Map<Long, Long> payrolls(List<Long> units, long run) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(DRAFT)) {
            insert.setDate(1, EntitlementRows.date(month));
            insert.setLong(2, run);
            insert.setString(3, program);
            insert.setArray(4, array("bigint", units));
            Map<Long, Long> payrolls = new HashMap<>();
            try (ResultSet row = insert.executeQuery()) {
                while (row.next()) {
                    payrolls.put(row.getLong(2), row.getLong(1));
                }
            }
            return payrolls;
        }
    }

    private java.sql.Array array(String type, List<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    /** Told after every few people; may throw to stop. */
    interface Progress {
        void told(int done, int total);
    }

    /**
     * What was drafted.
     *
     * @param closed communes left alone because they are closed
     * @param carried how many of {@code people} were carried over from the month before
     */
    record Drafted(int communes, int closed, int people, int carried, int lines, long total) {}
}
