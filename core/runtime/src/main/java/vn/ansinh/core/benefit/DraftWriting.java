package vn.ansinh.core.benefit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.core.sql.CopyIn;

/**
 * Writes what a run computes into its drafts and keeps their figures. Lines go out in batches, because nothing else can be
 * asked of the connection while a COPY is under way.
 */
final class DraftWriting implements PayrollComputation.Sink, CarryOver.Tally {

    private static final int BATCH = 10_000;
    private static final int STEP = 500;

    private static final String FIGURES = """
            update ansinh.payroll y set people = f.people, lines = f.lines, total = f.total, arrears = f.arrears
            from unnest(?::bigint[], ?::integer[], ?::integer[], ?::bigint[], ?::bigint[])
                f (id, people, lines, total, arrears)
            where y.id = f.id""";

    private static final String RULE_USE =
            "insert into ansinh.payroll_rule_use (payroll_id, rule_id) select * from unnest(?::bigint[], ?::integer[])"
                    + " on conflict do nothing";

    private static final String LINES =
            "ansinh.payroll_line (month, payroll_id, entitlement_id, person_id, period, months,"
                    + " rule_id, multiple, due, paid_before, amount, payment_method, account_number, bank, payee_name, payee_number,"
                    + " payee_role, steady_through, counts)";

    private static final String NOTICES = "ansinh.payroll_notice (payroll_id, person_id, benefit, period, reason)";

    private final Connection connection;
    private final PayrollRules rules;
    private final YearMonth month;
    private final Map<Long, Long> payrollOfUnit;
    private final Map<Long, Sum> sums = new HashMap<>();
    private final PayrollDrafting.Progress progress;
    private final int expected;
    private int carried;
    private int told;
    private final List<Written> lines = new ArrayList<>();
    private final List<SetAside> notices = new ArrayList<>();
    private final List<Excess> excesses = new ArrayList<>();

    /**
     * @param month cycle of the drafts
     * @param payrollOfUnit the drafts, by commune
     * @param expected how many people will be computed
     */
    DraftWriting(
            Connection connection,
            YearMonth month,
            Map<Long, Long> payrollOfUnit,
            PayrollDrafting.Progress progress,
            int expected)
            throws SQLException {
        this.connection = connection;
        this.rules = new PayrollRules(connection);
        this.month = month;
        this.payrollOfUnit = payrollOfUnit;
        this.progress = progress;
        this.expected = expected;
        payrollOfUnit.values().forEach(payroll -> sums.put(payroll, new Sum(payroll)));
    }

    private Sum ofUnit(long unitId) {
        return sums.get(payrollOfUnit.get(unitId));
    }

    @Override
    public void carried(long payroll, int people, int lines, long amount) {
        sums.get(payroll).carried(people, lines, amount);
        carried += people;
    }

    @Override
    public void line(DueLine line, boolean counts) throws SQLException {
        int rule = rules.of(line.rule());
        ofUnit(line.unitId()).add(line, rule, counts, month);
        lines.add(new Written(line, rule, counts));
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
        if (count - told >= STEP || count == expected) {
            told = count;
            progress.told(count, expected);
        }
    }

    private void copyLines() throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        try (CopyIn copy = CopyIn.into(connection, LINES)) {
            for (Written written : lines) {
                DueLine line = written.line();
                PaymentDetails payment = line.payment();
                copy.row(
                        month.atDay(1),
                        payrollOfUnit.get(line.unitId()),
                        line.entitlementId(),
                        line.personId(),
                        line.period().atDay(1),
                        line.months(),
                        written.rule(),
                        line.multiple(),
                        line.due(),
                        line.paidBefore(),
                        line.amount(),
                        payment.method(),
                        payment.accountNumber(),
                        payment.bank(),
                        payment.payeeName(),
                        payment.payeeNumber(),
                        payment.payeeRole(),
                        line.steadyThrough().atDay(1),
                        written.counts());
            }
            copy.finish();
        }
        lines.clear();
    }

    private void keepExcesses() throws SQLException {
        new NegativeDifferences(connection).keep(excesses, payrollOfUnit);
        excesses.clear();
    }

    private void copyNotices() throws SQLException {
        try (CopyIn copy = CopyIn.into(connection, NOTICES)) {
            for (SetAside notice : notices) {
                copy.row(
                        payrollOfUnit.get(notice.unitId()),
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
                    connection.createArrayOf(
                            "bigint", all.stream().map(sum -> sum.payrollId).toArray()));
            update.setArray(
                    2,
                    connection.createArrayOf(
                            "integer", all.stream().map(sum -> sum.people).toArray()));
            update.setArray(
                    3,
                    connection.createArrayOf(
                            "integer", all.stream().map(sum -> sum.lines).toArray()));
            update.setArray(
                    4,
                    connection.createArrayOf(
                            "bigint", all.stream().map(sum -> sum.total).toArray()));
            update.setArray(
                    5,
                    connection.createArrayOf(
                            "bigint", all.stream().map(sum -> sum.arrears).toArray()));
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
            insert.setArray(1, connection.createArrayOf("bigint", payrolls.toArray()));
            insert.setArray(2, connection.createArrayOf("integer", rules.toArray()));
            insert.executeUpdate();
        }
    }

    int people() {
        return sums.values().stream().mapToInt(sum -> sum.people).sum();
    }

    /** How many of {@link #people()} were carried over. */
    int carried() {
        return carried;
    }

    int lines() {
        return sums.values().stream().mapToInt(sum -> sum.lines).sum();
    }

    long total() {
        return sums.values().stream().mapToLong(sum -> sum.total).sum();
    }

    private record Written(DueLine line, int rule, boolean counts) {}

    /** Figures of one commune while its lines are written. */
    private static final class Sum {

        private final long payrollId;
        private final TreeSet<Integer> rules = new TreeSet<>();
        private int people;
        private int lines;
        private long total;
        private long arrears;

        Sum(long payrollId) {
            this.payrollId = payrollId;
        }

        void carried(int persons, int more, long amount) {
            people += persons;
            lines += more;
            total += amount;
        }

        void add(DueLine line, int rule, boolean counts, YearMonth month) {
            if (counts) {
                people++;
            }
            lines++;
            total += line.amount();
            if (!line.period().equals(month)) {
                arrears += line.amount();
            }
            rules.add(rule);
        }
    }
}
