package vn.ansinh.core.review;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** What was done about rows of the review list. Who writes has looked before whose rows they are. */
public final class ReviewMarks {

    /** How many rows at once. */
    public static final int MOST = 2000;

    private static final String KEYS =
            "unnest(?::text[], ?::bigint[], ?::bigint[], ?::date[]) k (kind, person_id, entitlement_id, due)";

    private final Connection connection;
    private final String account;

    /** @param account who does it */
    public ReviewMarks(Connection connection, String account) {
        this.connection = connection;
        this.account = account;
    }

    /**
     * Takes rows off the list; those that are off it stay as they are.
     *
     * @param decision that takes care of them, 0 for none
     * @return how many were taken off
     */
    public int mark(String program, List<ReviewKey> rows, String note, long decision) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into ansinh.review_mark (program, kind,"
                + " person_id, entitlement_id, due, note, decision_id, marked_by) select ?, k.kind, k.person_id,"
                + " k.entitlement_id, k.due, ?, nullif(?, 0), ? from " + KEYS + " on conflict do nothing")) {
            insert.setString(1, program);
            insert.setString(2, note);
            insert.setLong(3, decision);
            insert.setString(4, account);
            bind(insert, 5, rows);
            return insert.executeUpdate();
        }
    }

    /** Puts rows back that no decision takes care of. @return how many */
    int reopen(String program, List<ReviewKey> rows) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from ansinh.review_mark m using " + KEYS
                + " where (m.kind, m.person_id, m.entitlement_id, m.due) = (k.kind, k.person_id, k.entitlement_id, k.due)"
                + " and m.program = ? and m.decision_id is null")) {
            delete.setString(bind(delete, 1, rows), program);
            return delete.executeUpdate();
        }
    }

    /** Puts back what a decision was to take care of. */
    public void release(long decision) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from ansinh.review_mark where decision_id = ?")) {
            delete.setLong(1, decision);
            delete.executeUpdate();
        }
    }

    /** Puts back what a decision was to take care of, for some rights. */
    public void release(long decision, List<Long> entitlements) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from ansinh.review_mark where decision_id = ? and entitlement_id = any(?)")) {
            delete.setLong(1, decision);
            delete.setArray(2, array("bigint", entitlements.toArray()));
            delete.executeUpdate();
        }
    }

    private int bind(PreparedStatement statement, int first, List<ReviewKey> rows) throws SQLException {
        statement.setArray(
                first, array("text", rows.stream().map(ReviewKey::kind).toArray()));
        statement.setArray(
                first + 1,
                array("bigint", rows.stream().map(ReviewKey::personId).toArray()));
        statement.setArray(
                first + 2,
                array("bigint", rows.stream().map(ReviewKey::entitlementId).toArray()));
        statement.setArray(
                first + 3,
                array("date", rows.stream().map(row -> row.due().toString()).toArray()));
        return first + 4;
    }

    private Array array(String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }
}
