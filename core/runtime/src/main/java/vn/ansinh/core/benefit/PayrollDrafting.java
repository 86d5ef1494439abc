package vn.ansinh.core.benefit;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.core.policy.PolicyBook;
import vn.ansinh.core.sql.CopyIn;

/**
 * Writes the drafts of one month for the communes of a subtree, in one transaction: nothing is seen before all of it is
 * there, and after a crash none of it is.
 */
final class PayrollDrafting {

    private static final int BATCH = 10_000;

    /** Communes with entitlements, and those with a draft that may have to be emptied. */
    private static final String COMMUNES =
            """
            select unit_id from ansinh.entitlement where program = ? and (%1$s) and from_month <= ?
            union
            select unit_id from ansinh.payroll where program = ? and (%1$s) and month = ?""".formatted("? = 0 or unit_id in (select unit_id from ansinh.unit_closure where ancestor_id = ?)");

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
            from ansinh.payroll_commune c where c.program = ? and c.unit_id = any(?)
            on conflict (program, month, unit_id) where state <> 'ANNULLED' do update set
                run_id = excluded.run_id, run_count = y.run_count + 1, follows = excluded.follows,
                drafted_at = excluded.drafted_at
            returning id, unit_id""";

    private static final String FIGURES = """
            update ansinh.payroll y set people = f.people, lines = f.lines, total = f.total, arrears = f.arrears
            from unnest(?::bigint[], ?::integer[], ?::integer[], ?::bigint[], ?::bigint[])
                f (id, people, lines, total, arrears)
            where y.id = f.id""";

    private static final String RULE_USE =
            "insert into ansinh.payroll_rule_use (payroll_id, rule_id) select * from unnest(?::bigint[], ?::integer[])";

    private static final String LINES =
            "ansinh.payroll_line (month, payroll_id, entitlement_id, person_id, period, months,"
                    + " rule_id, multiple, due, paid_before, amount, payment_method, account_number, bank, payee_name, payee_number,"
                    + " payee_role)";

    private static final String NOTICES = "ansinh.payroll_notice (payroll_id, person_id, benefit, period, reason)";

    private final Connection connection;
    private final String program;
    private final YearMonth month;

    PayrollDrafting(Connection connection, String program, YearMonth month) {
        this.connection = connection;
        this.program = program;
        this.month = month;
    }

    /**
     * Drafts anew what is not closed.
     *
     * @param unitId 0 for the whole country
     */
    Drafted draft(PolicyBook book, long unitId, LocalDate asOf, String account, Progress progress) throws SQLException {
        TreeSet<Long> communes = communes(unitId);
        Map<Long, YearMonth> closedThrough = CommuneLocks.take(connection, program, communes);
        List<Long> open = communes.stream()
                .filter(unit -> closedThrough.get(unit) == null
                        || closedThrough.get(unit).isBefore(month))
                .toList();
        clear(open);
        long run = run(unitId, asOf, account);
        Writing writing = new Writing(payrolls(open, run), progress, people(open));
        new PayrollComputation(connection, book, program, month, asOf).compute(open, writing);
        writing.finish();
        return new Drafted(
                open.size(), communes.size() - open.size(), writing.people(), writing.lines(), writing.total());
    }

    private TreeSet<Long> communes(long unitId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COMMUNES)) {
            select.setString(1, program);
            select.setLong(2, unitId);
            select.setLong(3, unitId);
            select.setDate(4, EntitlementRows.date(month));
            select.setString(5, program);
            select.setLong(6, unitId);
            select.setLong(7, unitId);
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

    private long run(long unitId, LocalDate asOf, String account) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into ansinh.payroll_run"
                + " (program, month, unit_id, as_of, started_at, account)"
                + " values (?, ?, nullif(?, 0), ?, clock_timestamp(), ?) returning id")) {
            insert.setString(1, program);
            insert.setDate(2, EntitlementRows.date(month));
            insert.setLong(3, unitId);
            insert.setDate(4, Date.valueOf(asOf));
            insert.setString(5, account);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private Map<Long, Sum> payrolls(List<Long> units, long run) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(DRAFT)) {
            insert.setDate(1, EntitlementRows.date(month));
            insert.setLong(2, run);
            insert.setString(3, program);
            insert.setArray(4, array("bigint", units));
            Map<Long, Sum> payrolls = new HashMap<>();
            try (ResultSet row = insert.executeQuery()) {
                while (row.next()) {
                    payrolls.put(row.getLong(2), new Sum(row.getLong(1)));
                }
            }
            return payrolls;
        }
    }

    private int people(List<Long> units) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select count(distinct person_id)"
                + " from ansinh.entitlement where program = ? and unit_id = any(?)")) {
            select.setString(1, program);
            select.setArray(2, array("bigint", units));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private java.sql.Array array(String type, List<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    /** Told after every few people; may throw to stop. */
    interface Progress {
        void told(int done, int total);
    }

    /** What was drafted. @param closed communes left alone because they are closed */
    record Drafted(int communes, int closed, int people, int lines, long total) {}

    /** Figures of one commune while its lines are written. */
    private static final class Sum {

        private final long payrollId;
        private final TreeSet<Integer> rules = new TreeSet<>();
        private long lastPerson;
        private int people;
        private int lines;
        private long total;
        private long arrears;

        Sum(long payrollId) {
            this.payrollId = payrollId;
        }

        void add(DueLine line, YearMonth month) {
            if (line.personId() != lastPerson) {
                lastPerson = line.personId();
                people++;
            }
            lines++;
            total += line.amount();
            if (!line.period().equals(month)) {
                arrears += line.amount();
            }
            rules.add(line.rule());
        }
    }

    /** Lines go out in batches, because nothing else can be asked of the connection while a COPY is under way. */
    private final class Writing implements PayrollComputation.Sink {

        private static final int STEP = 500;

        private final Map<Long, Sum> sums;
        private final Progress progress;
        private final int expected;
        private final List<DueLine> lines = new ArrayList<>();
        private final List<SetAside> notices = new ArrayList<>();
        private final List<Excess> excesses = new ArrayList<>();

        Writing(Map<Long, Sum> sums, Progress progress, int expected) {
            this.sums = sums;
            this.progress = progress;
            this.expected = expected;
        }

        @Override
        public void line(DueLine line) throws SQLException {
            sums.get(line.unitId()).add(line, month);
            lines.add(line);
            if (lines.size() == BATCH) {
                copyLines();
            }
        }

        @Override
        public void setAside(SetAside notice) throws SQLException {
            notices.add(notice);
            if (notices.size() == BATCH) {
                copyNotices();
            }
        }

        @Override
        public void excess(Excess excess) throws SQLException {
            excesses.add(excess);
            if (excesses.size() == BATCH) {
                keepExcesses();
            }
        }

        @Override
        public void person(int count) {
            if (count % STEP == 0 || count == expected) {
                progress.told(count, expected);
            }
        }

        private void copyLines() throws SQLException {
            try (CopyIn copy = CopyIn.into(connection, LINES)) {
                for (DueLine line : lines) {
                    PaymentDetails payment = line.payment();
                    copy.row(
                            month.atDay(1),
                            sums.get(line.unitId()).payrollId,
                            line.entitlementId(),
                            line.personId(),
                            line.period().atDay(1),
                            line.months(),
                            line.rule(),
                            line.multiple(),
                            line.due(),
                            line.paidBefore(),
                            line.amount(),
                            payment.method(),
                            payment.accountNumber(),
                            payment.bank(),
                            payment.payeeName(),
                            payment.payeeNumber(),
                            payment.payeeRole());
                }
                copy.finish();
            }
            lines.clear();
        }

        private void keepExcesses() throws SQLException {
            Map<Long, Long> payrollOfUnit = new HashMap<>();
            sums.forEach((unit, sum) -> payrollOfUnit.put(unit, sum.payrollId));
            new NegativeDifferences(connection).keep(excesses, payrollOfUnit);
            excesses.clear();
        }

        private void copyNotices() throws SQLException {
            try (CopyIn copy = CopyIn.into(connection, NOTICES)) {
                for (SetAside notice : notices) {
                    copy.row(
                            sums.get(notice.unitId()).payrollId,
                            notice.personId(),
                            notice.benefit(),
                            notice.period().atDay(1),
                            notice.reason());
                }
                copy.finish();
            }
            notices.clear();
        }

        void finish() throws SQLException {
            copyLines();
            copyNotices();
            keepExcesses();
            figures();
            ruleUse();
        }

        private void figures() throws SQLException {
            List<Sum> all = List.copyOf(sums.values());
            try (PreparedStatement update = connection.prepareStatement(FIGURES)) {
                update.setArray(
                        1,
                        array("bigint", all.stream().map(sum -> sum.payrollId).toList()));
                update.setArray(
                        2, array("integer", all.stream().map(sum -> sum.people).toList()));
                update.setArray(
                        3, array("integer", all.stream().map(sum -> sum.lines).toList()));
                update.setArray(
                        4, array("bigint", all.stream().map(sum -> sum.total).toList()));
                update.setArray(
                        5, array("bigint", all.stream().map(sum -> sum.arrears).toList()));
                update.executeUpdate();
            }
        }

        private void ruleUse() throws SQLException {
            List<Long> payrolls = new ArrayList<>();
            List<Integer> rules = new ArrayList<>();
            for (Sum sum : sums.values()) {
                for (int rule : sum.rules) {
                    payrolls.add(sum.payrollId);
                    rules.add(rule);
                }
            }
            try (PreparedStatement insert = connection.prepareStatement(RULE_USE)) {
                insert.setArray(1, array("bigint", payrolls));
                insert.setArray(2, array("integer", rules));
                insert.executeUpdate();
            }
        }

        int people() {
            return sums.values().stream().mapToInt(sum -> sum.people).sum();
        }

        int lines() {
            return sums.values().stream().mapToInt(sum -> sum.lines).sum();
        }

        long total() {
            return sums.values().stream().mapToLong(sum -> sum.total).sum();
        }
    }
}
