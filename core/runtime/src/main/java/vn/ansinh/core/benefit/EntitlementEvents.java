package vn.ansinh.core.benefit;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.function.LongFunction;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.benefit.Decision;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.benefit.EntitlementEvent.Kind;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;

/**
 * What decisions do to one entitlement. The row is locked first, so two officials act one after the other; every act
 * touches the row, so that the next run and a closing under way see it; and every act leaves its event.
 */
final class EntitlementEvents {

    private final Connection connection;
    private final Access access;
    private final String account;

    EntitlementEvents(Connection connection, Access access, String account) {
        this.connection = connection;
        this.access = access;
        this.account = account;
    }

    /** A pause that counts. @param to {@code null} while it lasts */
    private record Pause(long id, YearMonth from, YearMonth to) {}

    /** @param reasonName Vietnamese, as the code list has it on this day */
    void suspend(long id, YearMonth from, Decision decision, String reasonName) throws SQLException {
        Entitlement entitlement = lock(id);
        if (from.isBefore(entitlement.from())) {
            throw Problem.invalid(
                    "AS-ENTITLEMENT-SUSPEND",
                    "Tháng tạm dừng không được trước tháng bắt đầu hưởng (" + Vietnamese.month(entitlement.from())
                            + ").");
        }
        if (entitlement.to() != null && from.isAfter(entitlement.to())) {
            throw ended(entitlement);
        }
        Pause last = lastPause(id);
        if (last != null && last.to() == null && last.from().equals(from)) {
            return;
        }
        if (last != null && (last.to() == null || !last.to().isBefore(from))) {
            throw Problem.conflict(
                    "AS-ENTITLEMENT-SUSPENDED",
                    "Người này đã tạm dừng từ tháng " + Vietnamese.month(last.from())
                            + (last.to() == null
                                    ? ". Muốn đổi, hãy cho hưởng lại rồi tạm dừng theo quyết định mới."
                                    : " đến tháng " + Vietnamese.month(last.to()) + "; hãy chọn tháng sau đó."));
        }
        pause(id, from, null, decision.reason(), reasonName);
        touch(id);
        tell(id, Kind.SUSPEND, from, decision, null);
    }

    void resume(long id, YearMonth from, boolean payBack, Decision decision) throws SQLException {
        Entitlement entitlement = lock(id);
        Pause pause = lastPause(id);
        if (entitlement.to() != null && from.isAfter(entitlement.to())) {
            takeBackEnd(entitlement, pause, from, payBack, decision);
            return;
        }
        if (pause == null || pause.to() != null) {
            throw Problem.conflict(
                    "AS-ENTITLEMENT-NOT-SUSPENDED",
                    "Người này không trong thời gian tạm dừng nên không cần cho hưởng lại.");
        }
        if (from.isBefore(pause.from())) {
            throw Problem.invalid(
                    "AS-ENTITLEMENT-RESUME",
                    "Tháng hưởng lại không được trước tháng tạm dừng (" + Vietnamese.month(pause.from()) + ").");
        }
        finish(pause, from, payBack);
        touch(id);
        tell(
                id,
                Kind.RESUME,
                from,
                decision,
                payBack
                        ? "Truy lĩnh những tháng tạm dừng, từ tháng " + Vietnamese.month(pause.from())
                        : "Không truy lĩnh những tháng tạm dừng");
    }

    private void finish(Pause pause, YearMonth from, boolean payBack) throws SQLException {
        boolean never = !from.isAfter(pause.from());
        try (PreparedStatement update = connection.prepareStatement(
                "update ansinh.entitlement_pause set to_month = ?, paid_back = ? where id = ?")) {
            update.setDate(1, never ? null : EntitlementRows.date(from.minusMonths(1)));
            update.setBoolean(2, payBack || never);
            update.setLong(3, pause.id());
            update.executeUpdate();
        }
    }

    /** As if it had not ended: a death that was another's. The months between are paid, or stay unpaid like suspended ones. */
    private void takeBackEnd(Entitlement entitlement, Pause pause, YearMonth from, boolean payBack, Decision decision)
            throws SQLException {
        YearMonth first = entitlement.to().plusMonths(1);
        if (heldOtherwise(entitlement, first)) {
            throw Problem.conflict(
                    "AS-ENTITLEMENT-TWICE",
                    "Người này đã hưởng chế độ ấy theo quyết định khác từ sau tháng "
                            + Vietnamese.month(entitlement.to()) + ": một chế độ không chi hai lần cho một tháng.");
        }
        YearMonth unpaid = from.minusMonths(1);
        if (pause != null && pause.to() == null) {
            finish(pause, from, payBack);
            unpaid = pause.from().isAfter(unpaid) ? unpaid : pause.from().minusMonths(1);
        }
        if (!payBack && !unpaid.isBefore(first)) {
            pause(entitlement.id(), first, unpaid, decision.reason(), "Những tháng đã thôi hưởng, không truy lĩnh");
        }
        try (PreparedStatement update = connection.prepareStatement(
                "update ansinh.entitlement set to_month = null, changed_at = now() where id = ?")) {
            update.setLong(1, entitlement.id());
            update.executeUpdate();
        }
        tell(
                entitlement.id(),
                Kind.RESUME,
                from,
                decision,
                "Trước đó hưởng hết tháng " + Vietnamese.month(entitlement.to())
                        + (payBack ? "; truy lĩnh những tháng sau đó" : ""));
    }

    private boolean heldOtherwise(Entitlement entitlement, YearMonth first) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select exists (select from ansinh.entitlement e"
                + " where e.person_id = ? and e.benefit = ? and e.id <> ?"
                + " and (e.to_month is null or e.to_month >= greatest(e.from_month, ?)))")) {
            select.setLong(1, entitlement.personId());
            select.setString(2, entitlement.benefit());
            select.setLong(3, entitlement.id());
            select.setDate(4, EntitlementRows.date(first));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** @param to {@code null} while it lasts */
    private void pause(long id, YearMonth from, YearMonth to, String reason, String reasonName) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into ansinh.entitlement_pause"
                + " (entitlement_id, from_month, to_month, reason, reason_name, recorded_by)"
                + " values (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setDate(2, EntitlementRows.date(from));
            insert.setDate(3, EntitlementRows.date(to));
            insert.setString(4, reason);
            insert.setString(5, reasonName);
            insert.setString(6, account);
            insert.executeUpdate();
        }
    }

    void end(long id, YearMonth last, Decision decision) throws SQLException {
        Entitlement entitlement = lock(id);
        if (last.equals(entitlement.to())) {
            return;
        }
        if (entitlement.to() != null && last.isAfter(entitlement.to())) {
            throw ended(entitlement);
        }
        if (last.isBefore(entitlement.from().minusMonths(1))) {
            throw Problem.invalid(
                    "AS-ENTITLEMENT-END",
                    "Tháng hưởng cuối cùng không được trước tháng bắt đầu hưởng ("
                            + Vietnamese.month(entitlement.from()) + ").");
        }
        try (PreparedStatement update = connection.prepareStatement(
                "update ansinh.entitlement set to_month = ?, changed_at = now() where id = ?")) {
            update.setDate(1, EntitlementRows.date(last));
            update.setLong(2, id);
            update.executeUpdate();
        }
        tell(
                id,
                Kind.END,
                last,
                decision,
                entitlement.to() == null ? null : "Trước đó hưởng hết tháng " + Vietnamese.month(entitlement.to()));
    }

    /** @param detail Vietnamese, from what to what */
    void changePayment(long id, PaymentDetails payment, YearMonth now, Decision decision, String detail)
            throws SQLException {
        Entitlement entitlement = lock(id);
        if (payment.equals(entitlement.payment())) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement("update ansinh.entitlement set payment_method = ?,"
                + " account_number = ?, bank = ?, payee_name = ?, payee_number = ?, payee_role = ?, changed_at = now()"
                + " where id = ?")) {
            update.setString(1, payment.method());
            update.setString(2, payment.accountNumber());
            update.setString(3, payment.bank());
            update.setString(4, payment.payeeName());
            update.setString(5, payment.payeeNumber());
            update.setString(6, payment.payeeRole().name());
            update.setLong(7, id);
            update.executeUpdate();
        }
        tell(id, Kind.CHANGE, now, decision, detail);
    }

    /** @param name tells a unit's full name */
    void move(long id, long unitId, YearMonth from, Decision decision, LongFunction<String> name) throws SQLException {
        Entitlement entitlement = lock(id);
        if (entitlement.unitId() == unitId) {
            return;
        }
        if (entitlement.to() != null && from.isAfter(entitlement.to())) {
            throw ended(entitlement);
        }
        if (from.isBefore(entitlement.from())) {
            throw Problem.invalid(
                    "AS-ENTITLEMENT-MOVE",
                    "Tháng chuyển nơi chi trả không được trước tháng bắt đầu hưởng ("
                            + Vietnamese.month(entitlement.from()) + ").");
        }
        try (PreparedStatement update = connection.prepareStatement(
                "update ansinh.entitlement set unit_id = ?, changed_at = now() where id = ?")) {
            update.setLong(1, unitId);
            update.setLong(2, id);
            update.executeUpdate();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into ansinh.entitlement_former_unit (entitlement_id, unit_id,"
                        + " until_month) values (?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setLong(2, entitlement.unitId());
            insert.setDate(3, EntitlementRows.date(from));
            insert.executeUpdate();
        }
        tell(id, Kind.MOVE, from, decision, "Từ " + name.apply(entitlement.unitId()) + " đến " + name.apply(unitId));
    }

    private Entitlement lock(long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select " + EntitlementRows.COLUMNS + " from ansinh.entitlement e where e.id = ? for update")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw Problem.notFound("AS-ENTITLEMENT", "Không tìm thấy lần hưởng này.");
                }
                Entitlement entitlement = EntitlementRows.read(row, 1);
                access.require(Permissions.ENTITLEMENT_WRITE, entitlement.unitId(), entitlement.program());
                return entitlement;
            }
        }
    }

    private static Problem ended(Entitlement entitlement) {
        return Problem.conflict(
                "AS-ENTITLEMENT-ENDED",
                "Người này đã thôi hưởng, hưởng hết tháng " + Vietnamese.month(entitlement.to()) + ".");
    }

    private Pause lastPause(long id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select id, from_month, to_month from ansinh.entitlement_pause"
                        + " where entitlement_id = ? and not paid_back order by from_month desc limit 1")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Pause(row.getLong(1), EntitlementRows.month(row, 2), EntitlementRows.month(row, 3))
                        : null;
            }
        }
    }

    private void touch(long id) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update ansinh.entitlement set changed_at = now() where id = ?")) {
            update.setLong(1, id);
            update.executeUpdate();
        }
    }

    private void tell(long id, Kind kind, YearMonth month, Decision decision, String detail) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into ansinh.entitlement_event"
                + " (entitlement_id, kind, effective_month, reason, decision_number, decision_date, detail, recorded_by)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setString(2, kind.name());
            insert.setDate(3, EntitlementRows.date(month));
            insert.setString(4, decision.reason());
            insert.setString(5, decision.number());
            insert.setDate(6, decision.date() == null ? null : Date.valueOf(decision.date()));
            insert.setString(7, detail);
            insert.setString(8, account);
            insert.executeUpdate();
        }
    }
}
