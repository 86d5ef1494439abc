package vn.ansinh.core.benefit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.core.sql.CopyIn;

/**
 * Takes the lines out of drafts that would come out otherwise if they were computed now, and tells why. Computed are those
 * to whom something happened that the run did not see, and those who have rights elsewhere ({@link PayrollClosing}).
 */
final class ChangedLines {

    private static final String STAGE = """
            create temp table if not exists line_now (
                payroll_id bigint not null, entitlement_id bigint not null, period date not null, months integer not null,
                due bigint not null, paid_before bigint not null, payment_method text not null, account_number text, bank text,
                payee_name text, payee_number text, payee_role text not null) on commit drop;
            delete from pg_temp.line_now""";

    private static final String COPIED =
            "pg_temp.line_now (payroll_id, entitlement_id, period, months, due, paid_before,"
                    + " payment_method, account_number, bank, payee_name, payee_number, payee_role)";

    private static final String TAKE_OUT = """
            with gone as (
                delete from ansinh.payroll_line l
                where l.month = ? and l.payroll_id = any(?)
                  and l.person_id in (select person_id from pg_temp.payroll_holder)
                  and not exists (
                    select from pg_temp.line_now n
                    where n.payroll_id = l.payroll_id and n.entitlement_id = l.entitlement_id and n.period = l.period
                      and n.months = l.months and n.due = l.due and n.paid_before = l.paid_before
                      and (n.payment_method, n.account_number, n.bank, n.payee_name, n.payee_number, n.payee_role)
                        is not distinct from
                        (l.payment_method, l.account_number, l.bank, l.payee_name, l.payee_number, l.payee_role))
                returning l.payroll_id, l.entitlement_id, l.person_id, l.month, l.period, l.months, l.due, l.paid_before,
                    l.amount)
            insert into pg_temp.line_gone select * from gone""";

    private static final String STAGE_GONE = """
            create temp table if not exists line_gone (
                payroll_id bigint not null, entitlement_id bigint not null, person_id bigint not null, month date not null,
                period date not null, months integer not null, due bigint not null, paid_before bigint not null,
                amount bigint not null) on commit drop;
            delete from pg_temp.line_gone""";

    private static final String FIGURES = """
            update ansinh.payroll y set people = y.people - g.people, lines = y.lines - g.lines, total = y.total - g.total,
                arrears = y.arrears - g.arrears
            from (select payroll_id, sum(lines) as lines, sum(total) as total, sum(arrears) as arrears,
                    count(*) filter (where not exists (select from ansinh.payroll_line l
                        where l.month = p.month and l.payroll_id = p.payroll_id and l.person_id = p.person_id)) as people
                from (select payroll_id, person_id, month, count(*) as lines, sum(amount) as total,
                        coalesce(sum(amount) filter (where period < month), 0) as arrears
                    from pg_temp.line_gone group by payroll_id, person_id, month) p
                group by payroll_id) g
            where y.id = g.payroll_id""";

    /** What is taken out is still to be paid, also the months of a long line that did not change. */
    private static final String REMEMBER = """
            insert into ansinh.payroll_change (person_id, from_month)
            select person_id, min(period) from pg_temp.line_gone group by person_id""";

    private static final String TOLD = """
            select p.full_name, g.period, g.months, g.due, g.paid_before, n.months, n.due, n.paid_before
            from pg_temp.line_gone g join ansinh.person p on p.id = g.person_id
                left join pg_temp.line_now n
                  on n.payroll_id = g.payroll_id and n.entitlement_id = g.entitlement_id and n.period = g.period
            order by p.sort_key, p.id, g.period desc""";

    /** Who is about to be paid for a month in which another commune or program may pay the same person. */
    private static final String CROSSING = """
            insert into pg_temp.payroll_crossing
            select distinct l.payroll_id, l.person_id
            from pg_temp.payroll_paid l join ansinh.entitlement e on e.person_id = l.person_id
                and (e.unit_id <> l.unit_id or e.program <> ?)
                and e.from_month <= ? and (e.to_month is null or e.to_month >= l.first)""";

    /** Set down and analysed, so that a planner sees whether it is a commune or the country. */
    private static final String PAID = """
            insert into pg_temp.payroll_paid
            select l.payroll_id, y.unit_id, l.person_id, min(l.period)
            from ansinh.payroll y join ansinh.payroll_line l on l.payroll_id = y.id
            where y.id = any(?) and l.month = ?
            group by l.payroll_id, y.unit_id, l.person_id""";

    private static final String STAGE_CROSSING = """
            create temp table if not exists payroll_crossing (payroll_id bigint not null, person_id bigint not null)
                on commit drop;
            create temp table if not exists payroll_paid (
                payroll_id bigint not null, unit_id bigint not null, person_id bigint not null, first date not null)
                on commit drop;
            delete from pg_temp.payroll_crossing;
            delete from pg_temp.payroll_paid""";

    private static final String LOCK_CROSSING = """
            select from ansinh.person where id in (select person_id from pg_temp.payroll_crossing)
            order by id for no key update""";

    private static final String ADD_CROSSING = "insert into pg_temp.payroll_asked select person_id, "
            + PayrollPeople.EVER + " from pg_temp.payroll_crossing where payroll_id = any(?)";

    private final Connection connection;
    private final String program;
    private final YearMonth month;

    ChangedLines(Connection connection, String program, YearMonth month) {
        this.connection = connection;
        this.program = program;
        this.month = month;
    }

    /** Sees to it that nobody else closes for the same people until this transaction ends. */
    void lockCrossing(Long[] payrolls) throws SQLException {
        execute(STAGE_CROSSING);
        try (PreparedStatement insert = connection.prepareStatement(PAID)) {
            insert.setArray(1, connection.createArrayOf("bigint", payrolls));
            insert.setDate(2, EntitlementRows.date(month));
            insert.executeUpdate();
        }
        execute("analyze pg_temp.payroll_paid");
        try (PreparedStatement insert = connection.prepareStatement(CROSSING)) {
            insert.setString(1, program);
            insert.setDate(2, EntitlementRows.date(month));
            insert.executeUpdate();
        }
        execute(LOCK_CROSSING);
    }

    /**
     * @param known what the run of the drafts knew
     * @param payrollOfUnit the drafts, by commune
     * @return one sentence per line taken out, in Vietnamese, with the person's name
     */
    List<String> takeOut(PayrollComputation computation, RunKnowledge known, Map<Long, Long> payrollOfUnit)
            throws SQLException {
        PayrollPeople people = new PayrollPeople(connection, program);
        if (known.isUsable(connection)) {
            people.changedSince(known.seen(), payrollOfUnit.keySet(), null, month, payrollOfUnit.values());
            try (PreparedStatement insert = connection.prepareStatement(ADD_CROSSING)) {
                insert.setArray(1, ids(payrollOfUnit));
                insert.executeUpdate();
            }
        } else {
            people.everybody(payrollOfUnit.keySet());
            people.onLists(month, payrollOfUnit.values());
        }
        people.gather(month);
        execute(STAGE);
        execute(STAGE_GONE);
        Staging staging = new Staging(payrollOfUnit);
        computation.compute(
                people, payrollOfUnit.keySet(), people.onOtherLists(payrollOfUnit.keySet(), month), staging);
        staging.copy();
        new NegativeDifferences(connection).keepInstead(staging.excesses, payrollOfUnit);
        execute("analyze pg_temp.line_now");
        try (PreparedStatement delete = connection.prepareStatement(TAKE_OUT)) {
            delete.setDate(1, EntitlementRows.date(month));
            delete.setArray(2, ids(payrollOfUnit));
            delete.executeUpdate();
        }
        execute(FIGURES);
        execute(REMEMBER);
        return told();
    }

    private java.sql.Array ids(Map<Long, Long> payrollOfUnit) throws SQLException {
        return connection.createArrayOf("bigint", payrollOfUnit.values().toArray());
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> told() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TOLD)) {
            List<String> takenOut = new ArrayList<>();
            while (row.next()) {
                takenOut.add(row.getString(1) + ": tháng " + months(row) + ", " + reason(row) + ".");
            }
            return takenOut;
        }
    }

    private static String months(ResultSet row) throws SQLException {
        YearMonth first = EntitlementRows.month(row, 2);
        return Vietnamese.months(first, first.plusMonths(row.getInt(3) - 1L));
    }

    private static String reason(ResultSet row) throws SQLException {
        int months = row.getInt(6);
        if (row.wasNull()) {
            return "không còn khoản phải chi ở đơn vị này (thôi hưởng, không còn đủ điều kiện, đã chi hoặc chuyển nơi chi)";
        }
        long due = row.getLong(7);
        if (due != row.getLong(4)) {
            return "mức được hưởng đã thay đổi từ " + Money.format(row.getLong(4)) + " thành " + Money.format(due)
                    + " đồng";
        }
        if (row.getLong(8) != row.getLong(5)) {
            return "đã chi một phần ở danh sách khác";
        }
        return months == row.getInt(3)
                ? "người nhận hoặc hình thức chi trả đã thay đổi"
                : "số tháng được truy lĩnh đã thay đổi";
    }

    /** Keeps what comes out now in the temporary table. */
    private final class Staging implements PayrollComputation.Sink {

        private static final int BATCH = 10_000;

        private final Map<Long, Long> payrollOfUnit;
        private final List<DueLine> lines = new ArrayList<>();
        private final List<Excess> excesses = new ArrayList<>();

        Staging(Map<Long, Long> payrollOfUnit) {
            this.payrollOfUnit = payrollOfUnit;
        }

        @Override
        public void line(DueLine line, boolean counts) throws SQLException {
            lines.add(line);
            if (lines.size() == BATCH) {
                copy();
            }
        }

        @Override
        public void excess(Excess excess) {
            excesses.add(excess);
        }

        void copy() throws SQLException {
            try (CopyIn copy = CopyIn.into(connection, COPIED)) {
                for (DueLine line : lines) {
                    PaymentDetails payment = line.payment();
                    copy.row(
                            payrollOfUnit.get(line.unitId()),
                            line.entitlementId(),
                            line.period().atDay(1),
                            line.months(),
                            line.due(),
                            line.paidBefore(),
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

        @Override
        public void setAside(SetAside notice) {
            // nothing is paid, so nothing can be taken out
        }

        @Override
        public void person(int count) {
            // closing is too short to tell how far it is
        }
    }
}
