package vn.ansinh.core.benefit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.unit.Units;

/**
 * Takes one closed list back. Everything that stands against it is told as a sentence; the database's own function, which
 * alone may touch closed rows, checks once more.
 */
final class PayrollAnnulment {

    private final Connection connection;
    private final Access access;
    private final Units units;

    PayrollAnnulment(Connection connection, Access access, Units units) {
        this.connection = connection;
        this.access = access;
        this.units = units;
    }

    private record Closed(String program, YearMonth month, long unitId, String state) {}

    void annul(long payrollId, String reason) throws SQLException {
        Caller caller = access.require(Permissions.PAYROLL_ANNUL);
        Closed found = find(payrollId);
        if (found == null || !units.isWithin(found.unitId(), caller.unitId())) {
            throw Problem.notFound(
                    "AS-PAYROLL", "Không tìm thấy danh sách chi trả này, hoặc không thuộc địa bàn được giao.");
        }
        access.require(Permissions.PAYROLL_ANNUL, found.unitId(), found.program());
        if (caller.unitId() == found.unitId()) {
            throw Problem.forbidden(
                    "AS-PAYROLL-ANNUL-SUPERIOR",
                    "Chỉ đơn vị cấp trên mới được hủy chốt danh sách của xã, phường. Vui lòng báo cáo cấp trên, nêu rõ lý"
                            + " do.");
        }
        Map<Long, YearMonth> closedThrough =
                CommuneLocks.forClosing(connection, found.program(), List.of(found.unitId()));
        found = find(payrollId);
        if (found.state().equals("ANNULLED")) {
            return;
        }
        check(payrollId, found, closedThrough.get(found.unitId()));
        try (PreparedStatement call = connection.prepareStatement("select ansinh.payroll_annul(?, ?, ?)")) {
            call.setLong(1, payrollId);
            call.setString(2, reason);
            call.setString(3, caller.account());
            call.executeQuery().close();
        }
    }

    private void check(long payrollId, Closed found, YearMonth closedThrough) throws SQLException {
        String list = "Danh sách kỳ " + Vietnamese.month(found.month()) + " của " + units.fullName(found.unitId());
        if (found.state().equals("DRAFT")) {
            throw Problem.conflict(
                    "AS-PAYROLL-ANNUL-DRAFT", list + " chưa chốt nên không cần hủy; chỉ cần lập lại danh sách.");
        }
        if (!found.month().equals(closedThrough)) {
            throw Problem.conflict(
                    "AS-PAYROLL-ANNUL-LATER",
                    list + " không hủy được vì kỳ " + Vietnamese.month(closedThrough)
                            + " đã chốt sau đó. Chỉ hủy được kỳ chốt gần nhất; sai sót của kỳ trước sẽ được truy lĩnh,"
                            + " hủy chi hoặc truy thu ở kỳ sau.");
        }
        Boolean left = orderLeft(payrollId);
        if (left != null) {
            throw Problem.conflict(
                    "AS-PAYROLL-ANNUL-ORDERED",
                    left
                            ? list
                                    + " đã gửi lệnh chi nên không hủy được nữa. Sai sót sẽ được truy lĩnh, hủy chi hoặc truy"
                                    + " thu ở kỳ sau."
                            : list + " đang nằm trong một lệnh chi chưa gửi. Hãy hủy lệnh chi đó rồi hủy chốt.");
        }
    }

    private Closed find(long payrollId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select program, month, unit_id, state from ansinh.payroll where id = ?")) {
            select.setLong(1, payrollId);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Closed(row.getString(1), EntitlementRows.month(row, 2), row.getLong(3), row.getString(4))
                        : null;
            }
        }
    }

    /** @return {@code null} when no payment order holds lines of it, otherwise whether one has left */
    private Boolean orderLeft(long payrollId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select bool_or(o.state <> 'DRAFT')"
                + " from ansinh.payment_order_payroll p join ansinh.payment_order o on o.id = p.order_id"
                + " where p.payroll_id = ? and o.state <> 'WITHDRAWN'")) {
            select.setLong(1, payrollId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                boolean left = row.getBoolean(1);
                return row.wasNull() ? null : left;
            }
        }
    }
}
