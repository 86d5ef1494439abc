package vn.ansinh.core.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.api.job.Job;
import vn.ansinh.api.job.JobState;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.sql.Rows;

/** The rows of {@code ansinh.job}. */
final class JobStore {

    /** A job begun more often than this without an end brings the server down: it is not begun again. */
    static final int MOST_ATTEMPTS = 3;

    /**
     * A job taken by a worker.
     *
     * @param inputPath {@code null} when it came without a file
     * @param attempts how often it was begun, this time included
     */
    record Taken(long id, String type, Owner owner, Map<String, String> parameters, String inputPath, int attempts) {}

    /**
     * Whose jobs: an account's, or those alone that one of its tokens submitted.
     *
     * @param tokenId 0 for all of the account's
     */
    record Owner(String account, long tokenId) {

        private static final String IS = "account = ? and (? = 0 or token_id = ?)";

        /** Fills in the question {@link #IS}. @return the next parameter's position */
        private int bind(PreparedStatement statement, int at) throws SQLException {
            statement.setString(at, account);
            statement.setLong(at + 1, tokenId);
            statement.setLong(at + 2, tokenId);
            return at + 3;
        }
    }

    /** The file a job made. */
    record Output(String path, String name, String mediaType) {}

    private static final String COLUMNS = "select id, type, title, state, done, total, message, account, submitted_at,"
            + " started_at, ended_at, input_path,"
            + " array(select key from jsonb_each_text(parameters) order by key) parameter_keys,"
            + " array(select value from jsonb_each_text(parameters) order by key) parameter_values,"
            + " array(select key from jsonb_each_text(result) order by key) result_keys,"
            + " array(select value from jsonb_each_text(result) order by key) result_values";

    private final Transactions transactions;

    JobStore(Transactions transactions) {
        this.transactions = transactions;
    }

    long add(String type, String title, Map<String, String> parameters, Owner owner, String inputPath, Instant now) {
        return transactions.call(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into ansinh.job (type, title, state, parameters, account, token_id, input_path, submitted_at)"
                            + " values (?, ?, 'QUEUED', jsonb_object(?, ?), ?, nullif(?, 0), ?, ?) returning id")) {
                insert.setString(1, type);
                insert.setString(2, title);
                bindMap(connection, insert, 3, parameters);
                insert.setString(5, owner.account());
                insert.setLong(6, owner.tokenId());
                insert.setString(7, inputPath);
                insert.setTimestamp(8, Timestamp.from(now));
                try (ResultSet rows = insert.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
    }

    Optional<Job> byId(long id) {
        return list(" where id = ?", select -> select.setLong(1, id)).stream().findFirst();
    }

    /** As {@link #byId(long)}; empty for somebody else's. */
    Optional<Job> byId(long id, Owner owner) {
        return list(" where id = ? and " + Owner.IS, select -> {
                    select.setLong(1, id);
                    owner.bind(select, 2);
                })
                .stream()
                .findFirst();
    }

    List<Job> latest(Owner owner, int limit) {
        return list(
                " where " + Owner.IS + " order by id desc limit ?",
                select -> select.setInt(owner.bind(select, 1), limit));
    }

    private List<Job> list(String which, Rows.Binding binding) {
        return transactions.call(
                connection -> Rows.list(connection, COLUMNS + " from ansinh.job" + which, binding, JobStore::read));
    }

    Optional<Output> output(long id, Owner owner) {
        return transactions.call(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select output_path, output_name, output_type from ansinh.job"
                            + " where id = ? and output_path is not null and " + Owner.IS)) {
                select.setLong(1, id);
                owner.bind(select, 2);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next()
                            ? Optional.of(new Output(rows.getString(1), rows.getString(2), rows.getString(3)))
                            : Optional.empty();
                }
            }
        });
    }

    /** Takes the oldest queued job of the given types; committed at once, so the row is not locked while it runs. */
    Optional<Taken> take(Collection<String> types, String node, String process, Instant now) {
        return transactions.call(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update ansinh.job set state = 'RUNNING', node = ?, process = ?, attempts = attempts + 1,"
                            + " started_at = ?, done = 0, total = 0, message = '', result = '{}'"
                            + " where id = (select id from ansinh.job where state = 'QUEUED' and type = any(?)"
                            + " order by id for update skip locked limit 1)"
                            + " returning id, type, account, coalesce(token_id, 0) token_id, input_path, attempts,"
                            + " array(select key from jsonb_each_text(parameters) order by key) parameter_keys,"
                            + " array(select value from jsonb_each_text(parameters) order by key) parameter_values")) {
                update.setString(1, node);
                update.setString(2, process);
                update.setTimestamp(3, Timestamp.from(now));
                update.setArray(4, connection.createArrayOf("text", types.toArray()));
                try (ResultSet rows = update.executeQuery()) {
                    return rows.next()
                            ? Optional.of(new Taken(
                                    rows.getLong("id"),
                                    rows.getString("type"),
                                    new Owner(rows.getString("account"), rows.getLong("token_id")),
                                    readMap(rows, "parameter"),
                                    rows.getString("input_path"),
                                    rows.getInt("attempts")))
                            : Optional.empty();
                }
            }
        });
    }

    /** Writes how far a job is. @return whether somebody asked it to stop */
    boolean progress(long id, String process, long done, long total, String message) {
        return transactions.call(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("update ansinh.job set done = ?, total = ?, message = ?"
                            + " where id = ? and process = ? and state = 'RUNNING' returning cancel")) {
                update.setLong(1, done);
                update.setLong(2, total);
                update.setString(3, message);
                update.setLong(4, id);
                update.setString(5, process);
                return isTrue(update);
            }
        });
    }

    /** Whether somebody asked the job to stop. */
    boolean isCancelAsked(long id) {
        return transactions.call(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select cancel from ansinh.job where id = ?")) {
                select.setLong(1, id);
                return isTrue(select);
            }
        });
    }

    /** Ends a running job as {@code outcome} says. */
    void end(JobOutcome outcome, String process, Instant now) {
        Output output = outcome.output();
        transactions.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update ansinh.job set state = ?, message = ?, result = jsonb_object(?, ?), done = ?, total = ?,"
                            + " output_path = ?, output_name = ?, output_type = ?, input_path = null, ended_at = ?"
                            + " where id = ? and process = ? and state = 'RUNNING'")) {
                update.setString(1, outcome.state().name());
                update.setString(2, outcome.message());
                bindMap(connection, update, 3, outcome.result());
                update.setLong(5, outcome.done());
                update.setLong(6, outcome.total());
                update.setString(7, output == null ? null : output.path());
                update.setString(8, output == null ? null : output.name());
                update.setString(9, output == null ? null : output.mediaType());
                update.setTimestamp(10, Timestamp.from(now));
                update.setLong(11, outcome.id());
                update.setString(12, process);
                update.executeUpdate();
            }
        });
    }

    /** Ends a queued job, or marks a running one to stop. @return whether it had not ended yet */
    boolean cancel(long id, String message, Instant now) {
        return transactions.call(connection -> {
            try (PreparedStatement update = connection.prepareStatement("update ansinh.job set cancel = true,"
                    + " ended_at = case when state = 'QUEUED' then ?::timestamptz end,"
                    + " message = case when state = 'QUEUED' then ? else message end,"
                    + " input_path = case when state = 'QUEUED' then null else input_path end,"
                    + " state = case when state = 'QUEUED' then 'CANCELLED' else state end"
                    + " where id = ? and state in ('QUEUED', 'RUNNING')")) {
                update.setTimestamp(1, Timestamp.from(now));
                update.setString(2, message);
                update.setLong(3, id);
                return update.executeUpdate() == 1;
            }
        });
    }

    /**
     * Puts a running job of this life back into the queue.
     *
     * @param attempted whether it counts as begun
     */
    void giveBack(long id, String process, String message, boolean attempted) {
        transactions.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update ansinh.job set state = 'QUEUED', node = null, process = null, started_at = null, done = 0,"
                            + " total = 0, attempts = attempts - ?, message = ?"
                            + " where id = ? and process = ? and state = 'RUNNING'")) {
                update.setInt(1, attempted ? 0 : 1);
                update.setString(2, message);
                update.setLong(3, id);
                update.setString(4, process);
                update.executeUpdate();
            }
        });
    }

    /** Puts what a former life of this node was running back into the queue. @return how many jobs it found */
    int recover(String node, String process, String again, String tooOften, String cancelled, Instant now) {
        return transactions.call(connection -> {
            try (PreparedStatement update = connection.prepareStatement("update ansinh.job set"
                    + " state = case when cancel then 'CANCELLED' when attempts >= ? then 'FAILED' else 'QUEUED' end,"
                    + " message = case when cancel then ? when attempts >= ? then ? else ? end,"
                    + " ended_at = case when cancel or attempts >= ? then ?::timestamptz end,"
                    + " input_path = case when cancel or attempts >= ? then null else input_path end,"
                    + " done = 0, total = 0, started_at = null, node = null, process = null"
                    + " where state = 'RUNNING' and node = ? and process <> ?")) {
                update.setInt(1, MOST_ATTEMPTS);
                update.setString(2, cancelled);
                update.setInt(3, MOST_ATTEMPTS);
                update.setString(4, tooOften);
                update.setString(5, again);
                update.setInt(6, MOST_ATTEMPTS);
                update.setTimestamp(7, Timestamp.from(now));
                update.setInt(8, MOST_ATTEMPTS);
                update.setString(9, node);
                update.setString(10, process);
                return update.executeUpdate();
            }
        });
    }

    /** Lets go of the outputs of jobs that ended before {@code instant}. */
    void forgetOutputsBefore(Instant instant) {
        transactions.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update ansinh.job set output_path = null where output_path is not null and ended_at < ?")) {
                update.setTimestamp(1, Timestamp.from(instant));
                update.executeUpdate();
            }
        });
    }

    /** Which of {@code paths} a row still knows. */
    Set<String> known(Collection<String> paths) {
        return transactions.call(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select input_path from ansinh.job where input_path = any(?)"
                            + " union select output_path from ansinh.job where output_path = any(?)")) {
                select.setArray(1, connection.createArrayOf("text", paths.toArray()));
                select.setArray(2, connection.createArrayOf("text", paths.toArray()));
                Set<String> known = new HashSet<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        known.add(rows.getString(1));
                    }
                }
                return known;
            }
        });
    }

    private static boolean isTrue(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static void bindMap(Connection connection, PreparedStatement statement, int at, Map<String, String> map)
            throws SQLException {
        List<String> keys = List.copyOf(map.keySet());
        statement.setArray(at, connection.createArrayOf("text", keys.toArray()));
        statement.setArray(
                at + 1,
                connection.createArrayOf("text", keys.stream().map(map::get).toArray()));
    }

    private static Map<String, String> readMap(ResultSet row, String column) throws SQLException {
        String[] keys = (String[]) row.getArray(column + "_keys").getArray();
        String[] values = (String[]) row.getArray(column + "_values").getArray();
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < keys.length; i++) {
            map.put(keys[i], values[i]);
        }
        return map;
    }

    private static Job read(ResultSet row) throws SQLException {
        return new Job(
                row.getLong("id"),
                row.getString("type"),
                row.getString("title"),
                JobState.valueOf(row.getString("state")),
                readMap(row, "parameter"),
                row.getLong("done"),
                row.getLong("total"),
                row.getString("message"),
                readMap(row, "result"),
                row.getString("account"),
                row.getTimestamp("submitted_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "ended_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
