package vn.ansinh.core.benefit;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;

/** How entitlements are read from table {@code ansinh.entitlement}. Columns are found by position. */
final class EntitlementRows {

    /** Payment columns of a table named {@code %s}. */
    private static final String PAYMENT =
            "%1$s.payment_method, %1$s.account_number, %1$s.bank, %1$s.payee_name, %1$s.payee_number, %1$s.payee_role";

    /** For a select list, with the table named {@code e}. */
    static final String COLUMNS = "e.id, e.person_id, e.program, e.benefit, e.unit_id, e.from_month, e.to_month,"
            + " e.paid_through, e.decision_number, e.decision_date, " + PAYMENT.formatted("e");

    /** How many {@link #COLUMNS} there are. */
    static final int WIDTH = 16;

    private EntitlementRows() {}

    static String payment(String table) {
        return PAYMENT.formatted(table);
    }

    /** @param first position of {@code e.id}, from 1 */
    static Entitlement read(ResultSet row, int first) throws SQLException {
        return new Entitlement(
                row.getLong(first),
                row.getLong(first + 1),
                row.getString(first + 2),
                row.getString(first + 3),
                row.getLong(first + 4),
                month(row, first + 5),
                month(row, first + 6),
                month(row, first + 7),
                row.getString(first + 8),
                day(row, first + 9),
                payment(row, first + 10));
    }

    static PaymentDetails payment(ResultSet row, int first) throws SQLException {
        return new PaymentDetails(
                row.getString(first),
                row.getString(first + 1),
                row.getString(first + 2),
                row.getString(first + 3),
                row.getString(first + 4),
                PayeeRole.valueOf(row.getString(first + 5)));
    }

    static YearMonth month(ResultSet row, int column) throws SQLException {
        LocalDate day = day(row, column);
        return day == null ? null : YearMonth.from(day);
    }

    static LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** A month as the tables keep it: its first day; {@code null} stays {@code null}. */
    static Date date(YearMonth month) {
        return month == null ? null : Date.valueOf(month.atDay(1));
    }
}
