package vn.ansinh.core.benefit;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.ansinh.api.benefit.Cancellation;
import vn.ansinh.api.benefit.Receivable;
import vn.ansinh.api.benefit.RecoveryDecision;
import vn.ansinh.api.benefit.RecoveryDecision.Instalment;
import vn.ansinh.api.benefit.RecoveryDecision.Receipt;

/** How receivables and what belongs to them are read. Columns are found by position. */
final class ReceivableRows {

    /** đồng of the month of receivable {@code r} that somebody collected and that no decision has claimed or given up. */
    private static final String COLLECTED = """
            greatest(0, (
                select coalesce(sum(l.due - l.paid_before - coalesce((select sum(c.amount) from ansinh.payroll_cancellation c
                    where c.month = l.month and c.line_id = l.id and c.period = r.period and not c.annulled), 0)), 0)
                from ansinh.payroll_line l
                    join ansinh.payroll y on y.id = l.payroll_id and y.state = 'CLOSED'
                    join ansinh.payment_line m on m.month = l.month and m.line_id = l.id and m.state = 'PAID'
                where l.entitlement_id = r.entitlement_id and l.period <= r.period
                  and r.period < l.period + make_interval(months => l.months))
              - (select coalesce(sum(s.amount), 0) from ansinh.receivable s
                where s.entitlement_id = r.entitlement_id and s.period = r.period and s.state in ('DECIDED', 'WAIVED')))""";

    /** đồng of receivable {@code r} that cannot be decided yet: nobody knows whether it was collected. */
    static final String WAITING =
            "case when r.state = 'PROPOSED' then greatest(0, r.amount - " + COLLECTED + ") else 0 end";

    /** For a select list over {@link #FROM}. */
    static final String COLUMNS = "r.id, r.program, r.entitlement_id, r.person_id, p.full_name, r.unit_id, e.benefit,"
            + " r.period, r.amount, " + WAITING + ", r.state, r.reason, r.collected_by, p.deceased_on is not null,"
            + " coalesce(r.decision_id, 0), r.changed_at";

    static final String FROM = " from ansinh.receivable r join ansinh.entitlement e on e.id = r.entitlement_id"
            + " join ansinh.person p on p.id = r.person_id";

    /** For a select list over {@code receivable_decision r} with its person {@code p}, its instalments and receipts. */
    static final String DECISION_COLUMNS = "r.id, r.program, r.person_id, p.full_name, r.unit_id, r.number, r.date,"
            + " r.debtor, r.amount, r.received, r.withdrawn_reason, r.decided_by, r.decided_at"
            + instalments("due") + instalments("amount") + receipts("day") + receipts("amount") + receipts("document");

    static final String DECISION_FROM = " from ansinh.receivable_decision r join ansinh.person p on p.id = r.person_id";

    static final String CANCELLATIONS = "select c.id, c.line_id, c.month, c.entitlement_id, c.person_id, p.full_name,"
            + " y.unit_id, e.benefit, c.period, c.amount, c.reason, c.recorded_at from ansinh.payroll y"
            + " join ansinh.payroll_cancellation c on c.payroll_id = y.id"
            + " join ansinh.entitlement e on e.id = c.entitlement_id join ansinh.person p on p.id = c.person_id";

    private ReceivableRows() {}

    private static String instalments(String column) {
        return ", array(select i." + column + " from ansinh.receivable_instalment i where i.decision_id = r.id"
                + " order by i.ord)";
    }

    private static String receipts(String column) {
        return ", array(select t." + column + " from ansinh.receivable_receipt t where t.decision_id = r.id"
                + " order by t.day, t.id)";
    }

    static Receivable read(ResultSet row) throws SQLException {
        return new Receivable(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                EntitlementRows.month(row, 8),
                row.getLong(9),
                row.getLong(10),
                Receivable.State.valueOf(row.getString(11)),
                row.getString(12),
                row.getString(13),
                row.getBoolean(14),
                row.getLong(15),
                row.getObject(16, OffsetDateTime.class).toInstant());
    }

    static RecoveryDecision readDecision(ResultSet row) throws SQLException {
        return new RecoveryDecision(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                EntitlementRows.day(row, 7),
                row.getString(8),
                row.getLong(9),
                row.getLong(10),
                instalments(row, 14),
                receipts(row, 16),
                row.getString(11),
                row.getString(12),
                row.getObject(13, OffsetDateTime.class).toInstant());
    }

    static Cancellation readCancellation(ResultSet row) throws SQLException {
        return new Cancellation(
                row.getLong(1),
                row.getLong(2),
                EntitlementRows.month(row, 3),
                row.getLong(4),
                row.getLong(5),
                row.getString(6),
                row.getLong(7),
                row.getString(8),
                EntitlementRows.month(row, 9),
                row.getLong(10),
                row.getString(11),
                row.getObject(12, OffsetDateTime.class).toInstant());
    }

    private static List<Instalment> instalments(ResultSet row, int column) throws SQLException {
        LocalDate[] due = days(row, column);
        Long[] amounts = (Long[]) row.getArray(column + 1).getArray();
        List<Instalment> instalments = new ArrayList<>();
        for (int i = 0; i < due.length; i++) {
            instalments.add(new Instalment(due[i], amounts[i]));
        }
        return instalments;
    }

    private static List<Receipt> receipts(ResultSet row, int column) throws SQLException {
        LocalDate[] days = days(row, column);
        Long[] amounts = (Long[]) row.getArray(column + 1).getArray();
        String[] documents = (String[]) row.getArray(column + 2).getArray();
        List<Receipt> receipts = new ArrayList<>();
        for (int i = 0; i < days.length; i++) {
            receipts.add(new Receipt(days[i], amounts[i], documents[i]));
        }
        return receipts;
    }

    private static LocalDate[] days(ResultSet row, int column) throws SQLException {
        return Arrays.stream((Date[]) row.getArray(column).getArray())
                .map(Date::toLocalDate)
                .toArray(LocalDate[]::new);
    }
}
