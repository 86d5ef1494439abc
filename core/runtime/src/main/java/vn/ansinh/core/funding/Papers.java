package vn.ansinh.core.funding;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.funding.FundingState;
import vn.ansinh.api.funding.Signatures;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.payment.Sql;

/** What estimates, decisions and submissions have in common: one account writes them, another decides them, once. */
final class Papers {

    /** Columns of {@link #signatures}; the table is called {@code x}. */
    static final String SIGNATURES =
            "x.proposed_by, x.proposed_name, x.proposed_at, x.decided_by, x.decided_name," + " x.decided_at, x.reason";

    private static final int LONGEST_PAGE = 500;

    private final String table;
    private final Transactions scoped;
    private final Clock clock;

    /** @param table for instance {@code ansinh.funding_estimate} @param scoped reach what the caller sees */
    Papers(String table, Transactions scoped, Clock clock) {
        this.table = table;
        this.scoped = scoped;
        this.clock = clock;
    }

    /** Reads {@link #SIGNATURES} from a column on. */
    static Signatures signatures(ResultSet row, int at) throws SQLException {
        return new Signatures(
                row.getString(at),
                row.getString(at + 1),
                Sql.instant(row, at + 2),
                row.getString(at + 3),
                row.getString(at + 4),
                Sql.instant(row, at + 5),
                row.getString(at + 6));
    }

    /** @throws Problem CONFLICT when it was decided, FORBIDDEN for who wrote it */
    static void requireDecidable(FundingState state, Signatures signatures, Caller caller) {
        requireOpen(state);
        if (signatures.by().equals(caller.account())) {
            throw Problem.forbidden(
                    "AS-FUNDING-SAME-PERSON",
                    "Người lập không được tự duyệt hoặc tự trả lại. Vui lòng để người khác quyết định.");
        }
    }

    /** @throws Problem CONFLICT when it was decided, FORBIDDEN for everybody but who wrote it */
    static void requireWithdrawable(FundingState state, Signatures signatures, Caller caller) {
        requireOpen(state);
        if (!signatures.by().equals(caller.account())) {
            throw Problem.forbidden("AS-FUNDING-NOT-WRITER", "Chỉ người lập mới được rút lại.");
        }
    }

    private static void requireOpen(FundingState state) {
        if (state != FundingState.PROPOSED) {
            throw Problem.conflict(
                    "AS-FUNDING-DECIDED",
                    "Văn bản này đang ở trạng thái «" + state.label()
                            + "» nên không thay đổi được nữa. Vui lòng mở lại trang để xem.");
        }
    }

    /** The reason as it is kept. @throws Problem INVALID when there is none */
    static String reason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("AS-FUNDING-REASON", "Vui lòng ghi lý do.");
        }
        return Vietnamese.normalize(reason);
    }

    /** Text as it is kept: never {@code null}. */
    static String text(String typed) {
        return typed == null ? "" : Vietnamese.normalize(typed);
    }

    /** @throws Problem INVALID when a page is empty or too long */
    static void requireLimit(int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Problem.invalid("AS-FUNDING-LIMIT", "Mỗi trang có từ 1 đến 500 dòng.");
        }
    }

    /** Where a page begins: ids below this one. @throws Problem INVALID when it is no cursor */
    static long before(String cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Problem.invalid("AS-FUNDING-CURSOR", "Vị trí trang «" + cursor + "» không đúng.");
        }
    }

    /** Locks a paper until the transaction ends. */
    void lock(Connection connection, long id) throws SQLException {
        Sql.of("select 1 from " + table + " where id = ? for update", id).list(connection, row -> true);
    }

    /** As {@link #requireSeen(Transactions, String, long)}, of these papers. */
    void requireSeen(long id) {
        requireSeen(scoped, table, id);
    }

    /**
     * Of what others have nobody learns that it is there. Asked before a transaction everywhere begins: in one nothing is hidden.
     *
     * @throws Problem NOT_FOUND unless row security shows the row to the caller
     */
    static void requireSeen(Transactions scoped, String table, long id) {
        boolean seen = scoped.call(connection -> Sql.of("select 1 from " + table + " where id = ?", id)
                .first(connection, row -> true)
                .isPresent());
        if (!seen) {
            throw unknown();
        }
    }

    /** What is not there, or not for this caller. */
    static Problem unknown() {
        return Problem.notFound(
                "AS-FUNDING", "Không tìm thấy văn bản kinh phí này, hoặc không thuộc địa bàn được giao.");
    }

    /** Decides it. @param reason {@code null} when approved */
    void decide(Connection connection, long id, FundingState state, Caller caller, String reason) throws SQLException {
        Sql.of(
                        "update " + table
                                + " set state = ?, decided_by = ?, decided_name = ?, decided_at = ?, reason = ?"
                                + " where id = ?",
                        state.name(),
                        caller.account(),
                        caller.fullName(),
                        clock.instant(),
                        reason,
                        id)
                .execute(connection);
    }
}
