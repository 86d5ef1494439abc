package vn.ansinh.core.benefit;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.benefit.Decision;
import vn.ansinh.api.benefit.Receivable;
import vn.ansinh.api.benefit.Receivable.State;
import vn.ansinh.api.benefit.Receivables.Recovery;
import vn.ansinh.api.benefit.RecoveryDecision.Instalment;
import vn.ansinh.api.benefit.RecoveryDecision.Receipt;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Money;

/** Decides, gives up, takes back and receives what is owed. Holds the commune's lock, as closings do: the difference stands still. */
final class Recovering {

    private final Connection connection;
    private final Access access;
    private final String account;

    Recovering(Connection connection, Access access, String account) {
        this.connection = connection;
        this.access = access;
        this.account = account;
    }

    private record Debt(String program, long unitId, long amount, long received, String withdrawn) {}

    long decide(Recovery recovery) throws SQLException {
        List<Receivable> proposals = lock(recovery.receivableIds());
        Receivable first = proposals.get(0);
        if (proposals.stream().anyMatch(other -> other.personId() != first.personId())) {
            throw Problem.invalid("AS-RECEIVABLE-PEOPLE", "Mỗi quyết định truy thu chỉ dành cho một người.");
        }
        long known = decided(first.personId(), recovery);
        if (known != 0) {
            return known;
        }
        checkProposed(proposals);
        long claimable = proposals.stream()
                .mapToLong(proposal -> proposal.amount() - proposal.waiting())
                .sum();
        if (recovery.amount() > claimable) {
            throw Problem.invalid(
                    "AS-RECEIVABLE-AMOUNT",
                    "Chỉ truy thu được số tiền đã nhận: " + Money.format(claimable)
                            + " đồng. Phần còn lại chưa có kết quả" + " chi trả; hãy đợi kết quả hoặc kỳ chốt sau.");
        }
        long decision = insert(first, recovery);
        long rest = recovery.amount();
        for (Receivable proposal : proposals) {
            long part = Math.min(rest, proposal.amount() - proposal.waiting());
            if (part > 0) {
                settle(proposal, part, State.DECIDED, decision, null, null);
            }
            rest -= part;
        }
        return decision;
    }

    void waive(List<Long> ids, Decision decision, String reason) throws SQLException {
        List<Receivable> proposals = lock(ids);
        if (proposals.stream().allMatch(proposal -> proposal.state() == State.WAIVED)) {
            return;
        }
        checkProposed(proposals);
        for (Receivable proposal : proposals) {
            if (proposal.waiting() > 0) {
                throw Problem.conflict(
                        "AS-RECEIVABLE-WAITING",
                        "Còn khoản chưa có kết quả chi trả. Vui lòng đợi kết quả hoặc kỳ chốt sau rồi quyết định.");
            }
            settle(proposal, proposal.amount(), State.WAIVED, 0, decision, reason);
        }
    }

    void withdraw(long decisionId, String reason) throws SQLException {
        Debt debt = lockDecision(decisionId);
        if (debt.withdrawn() != null) {
            return;
        }
        if (debt.received() > 0) {
            throw Problem.conflict(
                    "AS-RECEIVABLE-RECEIVED",
                    "Đã thu " + Money.format(debt.received())
                            + " đồng theo quyết định này nên không rút được. Hãy hoàn trả theo quyết định riêng.");
        }
        execute(
                "update ansinh.receivable_decision set withdrawn_reason = ?, withdrawn_by = ?, withdrawn_at = now() where id = ?",
                reason,
                account,
                decisionId);
        execute(
                "update ansinh.receivable set state = 'WITHDRAWN', note = ?, changed_at = now(), changed_by = ?"
                        + " where decision_id = ?",
                reason,
                account,
                decisionId);
    }

    void receive(long decisionId, Receipt receipt) throws SQLException {
        Debt debt = lockDecision(decisionId);
        Long known = receipt(decisionId, receipt.document());
        if (known != null && known == receipt.amount()) {
            return;
        }
        if (known != null) {
            throw Problem.conflict(
                    "AS-RECEIVABLE-RECEIPT",
                    "Chứng từ này đã được ghi với số tiền " + Money.format(known)
                            + " đồng. Vui lòng kiểm tra lại số chứng từ.");
        }
        long balance = debt.withdrawn() == null ? debt.amount() - debt.received() : 0;
        if (receipt.amount() > balance) {
            throw Problem.invalid(
                    "AS-RECEIVABLE-BALANCE",
                    "Số tiền thu lớn hơn số còn phải thu (" + Money.format(balance) + " đồng). Vui lòng kiểm tra lại.");
        }
        execute(
                "insert into ansinh.receivable_receipt (decision_id, day, amount, document, recorded_by)"
                        + " values (?, ?, ?, ?, ?)",
                decisionId,
                Date.valueOf(receipt.day()),
                receipt.amount(),
                receipt.document(),
                account);
        execute(
                "update ansinh.receivable_decision set received = received + ? where id = ?",
                receipt.amount(),
                decisionId);
    }

    /** The rows, oldest month first, with nobody closing meanwhile. */
    private List<Receivable> lock(List<Long> ids) throws SQLException {
        Map<String, TreeSet<Long>> communes = new TreeMap<>();
        for (Receivable found : read(ids, "")) {
            access.require(Permissions.RECEIVABLE_DECIDE, found.unitId(), found.program());
            communes.computeIfAbsent(found.program(), program -> new TreeSet<>())
                    .add(found.unitId());
        }
        for (Map.Entry<String, TreeSet<Long>> entry : communes.entrySet()) {
            CommuneLocks.forClosing(connection, entry.getKey(), entry.getValue());
        }
        List<Receivable> proposals = read(ids, " for update of r");
        if (proposals.isEmpty() || proposals.size() < ids.stream().distinct().count()) {
            throw Problem.notFound(
                    "AS-RECEIVABLE", "Không tìm thấy khoản truy thu này, hoặc không thuộc địa bàn được giao.");
        }
        return proposals;
    }

    private List<Receivable> read(List<Long> ids, String locking) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select " + ReceivableRows.COLUMNS
                + ReceivableRows.FROM + " where r.id = any(?) order by r.period, r.id" + locking)) {
            select.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            List<Receivable> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(ReceivableRows.read(row));
                }
            }
            return rows;
        }
    }

    private static void checkProposed(List<Receivable> proposals) {
        if (proposals.stream().anyMatch(proposal -> proposal.state() != State.PROPOSED)) {
            throw Problem.conflict(
                    "AS-RECEIVABLE-CHANGED",
                    "Có khoản vừa được người khác xử lý hoặc không còn chênh lệch. Vui lòng mở lại danh sách truy thu.");
        }
    }

    /** @return id of the same decision when it is known, else 0 */
    private long decided(long personId, Recovery recovery) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select id from ansinh.receivable_decision"
                + " where person_id = ? and number = ? and date = ? and withdrawn_reason is null")) {
            select.setLong(1, personId);
            select.setString(2, recovery.number());
            select.setDate(3, Date.valueOf(recovery.date()));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private long insert(Receivable first, Recovery recovery) throws SQLException {
        long id;
        try (PreparedStatement insert = connection.prepareStatement("insert into ansinh.receivable_decision"
                + " (program, person_id, unit_id, number, date, debtor, amount, decided_by)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?) returning id")) {
            insert.setString(1, first.program());
            insert.setLong(2, first.personId());
            insert.setLong(3, first.unitId());
            insert.setString(4, recovery.number());
            insert.setDate(5, Date.valueOf(recovery.date()));
            insert.setString(6, recovery.debtor());
            insert.setLong(7, recovery.amount());
            insert.setString(8, account);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                id = row.getLong(1);
            }
        }
        int ord = 0;
        for (Instalment instalment : recovery.instalments()) {
            execute(
                    "insert into ansinh.receivable_instalment (decision_id, ord, due, amount) values (?, ?, ?, ?)",
                    id,
                    ++ord,
                    Date.valueOf(instalment.due()),
                    instalment.amount());
        }
        return id;
    }

    /** Turns a proposal, or a part of it, into something settled; the rest stays proposed. */
    private void settle(Receivable proposal, long part, State state, long decisionId, Decision paper, String note)
            throws SQLException {
        if (part < proposal.amount()) {
            execute(
                    "insert into ansinh.receivable (program, entitlement_id, person_id, unit_id, period, amount, state, reason,"
                            + " collected_by, decision_id, changed_by) select program, entitlement_id, person_id, unit_id,"
                            + " period, ?, 'DECIDED', reason, collected_by, ?, ? from ansinh.receivable where id = ?",
                    part,
                    decisionId,
                    account,
                    proposal.id());
            execute(
                    "update ansinh.receivable set amount = amount - ?, changed_at = now(), changed_by = ? where id = ?",
                    part,
                    account,
                    proposal.id());
            return;
        }
        execute(
                "update ansinh.receivable set state = ?, decision_id = ?, waived_number = ?, waived_date = ?, note = ?,"
                        + " changed_at = now(), changed_by = ? where id = ?",
                state.name(),
                decisionId == 0 ? null : decisionId,
                paper == null ? null : paper.number(),
                paper == null ? null : Date.valueOf(paper.date()),
                note,
                account,
                proposal.id());
    }

    private Debt lockDecision(long id) throws SQLException {
        Debt found = readDecision(id, "");
        access.require(Permissions.RECEIVABLE_DECIDE, found.unitId(), found.program());
        CommuneLocks.forClosing(connection, found.program(), List.of(found.unitId()));
        return readDecision(id, " for update");
    }

    private Debt readDecision(long id, String locking) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select program, unit_id, amount, received,"
                + " withdrawn_reason from ansinh.receivable_decision where id = ?" + locking)) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw Problem.notFound(
                            "AS-RECEIVABLE-DECISION",
                            "Không tìm thấy quyết định truy thu này, hoặc không thuộc địa bàn được giao.");
                }
                return new Debt(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getString(5));
            }
        }
    }

    private Long receipt(long decisionId, String document) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select amount from ansinh.receivable_receipt where decision_id = ? and document = ?")) {
            select.setLong(1, decisionId);
            select.setString(2, document);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : null;
            }
        }
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
