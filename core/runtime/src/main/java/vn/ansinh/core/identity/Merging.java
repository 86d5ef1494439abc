package vn.ansinh.core.identity;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ansinh.api.identity.Duplicates.Difference;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.PersonEvent.Kind;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.sql.Rows;

/** One merge, or its undoing, in the transaction of {@link StoredDuplicates}. */
final class Merging {

    /** Columns of a record that a merge may change, with their types. */
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("full_name", "text"),
            Map.entry("search_name", "text"),
            Map.entry("sort_key", "text"),
            Map.entry("birth_date", "date"),
            Map.entry("birth_year_only", "boolean"),
            Map.entry("sex", "text"),
            Map.entry("id_number", "text"),
            Map.entry("old_id_number", "text"),
            Map.entry("ethnicity", "text"),
            Map.entry("unit_id", "bigint"),
            Map.entry("address", "text"),
            Map.entry("origin", "text"),
            Map.entry("deceased_on", "date"));

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final List<String> NAME = List.of("full_name", "search_name", "sort_key");

    /** What a choice decides on. Where nothing was to choose, what is known counts. */
    private static final Map<String, List<String>> FIELDS = Map.of(
            "fullName", NAME,
            "birth", List.of("birth_date", "birth_year_only"),
            "sex", List.of("sex"),
            "idNumber", List.of("id_number"),
            "oldIdNumber", List.of("old_id_number"),
            "ethnicity", List.of("ethnicity"),
            "origin", List.of("origin"),
            "residence", List.of("unit_id", "address"),
            "deceasedOn", List.of("deceased_on"));

    private static final String SNAPSHOT = "(select to_jsonb(x) from (select " + String.join(", ", COLUMNS.keySet())
            + " from ansinh.person where id = %s) x)";

    /** A month that is being closed pays whom it was computed for; the merge waits until it is. */
    private static final String WAIT_FOR_CLOSING = """
            select from ansinh.payroll_commune c
            where (c.program, c.unit_id) in (select program, unit_id from ansinh.entitlement where person_id in (?, ?))
            order by c.unit_id, c.program for key share""";

    private static final String TAKE_TURNS = "select pg_advisory_xact_lock(hashtextextended('ansinh.person', 0)),"
            + " pg_advisory_xact_lock(hashtextextended('ansinh.entitlement', 0)),"
            + " pg_advisory_xact_lock(hashtextextended('ansinh.fact', 0))";

    private final Connection connection;
    private final String account;
    private final LocalDate today;

    Merging(Connection connection, String account, LocalDate today) {
        this.connection = connection;
        this.account = account;
        this.today = today;
    }

    /** Holds both records, and whoever would write about them, until the end of the transaction. */
    void lock(long one, long other) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '20s'");
            execute(WAIT_FOR_CLOSING, one, other);
            statement.execute(TAKE_TURNS);
            execute("select from ansinh.person where id in (?, ?) order by id for update", one, other);
            statement.execute("set local lock_timeout = default");
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "AS-MERGE-BUSY",
                        "Danh sách chi trả của địa bàn này đang được chốt hoặc đang nhập. Vui lòng đợi ít phút rồi làm lại.",
                        e);
            }
            throw e;
        }
    }

    private void execute(String sql, long one, long other) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, one);
            statement.setLong(2, other);
            statement.execute();
        }
    }

    /** @param choices complete */
    long merge(Person kept, Person gone, List<Difference> differences, Map<String, Long> choices, String why)
            throws SQLException {
        long merge = begin(kept.id(), gone.id(), why);
        List<String> overruled = facts(differences, choices, gone.id());
        List<String> dropped = facts(differences, choices, kept.id());
        new MergeRows(connection, merge, kept.id(), gone.id(), account).over(overruled, dropped, Date.valueOf(today));
        leave(gone.id(), kept.id(), why);
        complete(kept.id(), gone.id(), choices);
        update("update ansinh.person_merge set after = " + SNAPSHOT.formatted("kept_id") + " where id = ?", merge);
        PersonEvents.tell(
                connection,
                kept.id(),
                Kind.MERGE,
                "Hồ sơ số " + gone.id() + " (" + gone.fullName() + ") gộp vào hồ sơ này",
                why,
                account);
        PersonEvents.tell(
                connection,
                gone.id(),
                Kind.MERGE,
                "Gộp vào hồ sơ số " + kept.id() + " (" + kept.fullName() + ")",
                why,
                account);
        return merge;
    }

    private static List<String> facts(List<Difference> differences, Map<String, Long> choices, long chosen) {
        return differences.stream()
                .map(Difference::field)
                .filter(field -> field.startsWith(MergeComparison.FACT) && choices.get(field) == chosen)
                .map(field -> field.substring(MergeComparison.FACT.length()))
                .toList();
    }

    private long begin(long kept, long gone, String why) throws SQLException {
        String snapshot = SNAPSHOT.formatted("?");
        try (PreparedStatement insert = connection.prepareStatement("insert into ansinh.person_merge (kept_id, gone_id,"
                + " before, after, why, merged_by) values (?, ?, " + snapshot + ", '{}', ?, ?) returning id")) {
            insert.setLong(1, kept);
            insert.setLong(2, gone);
            insert.setLong(3, kept);
            insert.setString(4, why);
            insert.setString(5, account);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void leave(long gone, long kept, String why) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update ansinh.person set deleted_at = now(),"
                + " deleted_by = ?, deleted_reason = ?, merged_into = ?, updated_at = now() where id = ?")) {
            update.setString(1, account);
            update.setString(2, why);
            update.setLong(3, kept);
            update.setLong(4, gone);
            update.executeUpdate();
        }
    }

    private void complete(long kept, long gone, Map<String, Long> choices) throws SQLException {
        List<String> sets = new ArrayList<>();
        FIELDS.forEach((field, columns) -> {
            boolean other = choices.getOrDefault(field, kept) == gone;
            for (String column : columns) {
                sets.add(column + " = " + (other ? "g." + column : "coalesce(k." + column + ", g." + column + ")"));
            }
        });
        update(
                "update ansinh.person k set updated_at = now(), " + String.join(", ", sets)
                        + " from ansinh.person g where k.id = ? and g.id = ?",
                kept,
                gone);
    }

    /** @throws Problem CONFLICT when the number was given to somebody else */
    void undo(long merge, long kept, long gone, String why) throws SQLException {
        String sets = COLUMNS.entrySet().stream()
                .map(column ->
                        "%1$s = case when k.%1$s::text is not distinct from m.after ->> '%1$s' then (m.before ->> '%1$s')::%2$s else k.%1$s end"
                                .formatted(column.getKey(), column.getValue()))
                .collect(Collectors.joining(", "));
        update(
                "update ansinh.person k set updated_at = now(), " + sets
                        + " from ansinh.person_merge m where m.id = ? and k.id = m.kept_id",
                merge);
        boolean taken = Rows.list(
                        connection,
                        "select exists (select from ansinh.person p join ansinh.person g on g.id = ?"
                                + " where p.id_number = g.id_number and p.deleted_at is null)",
                        select -> select.setLong(1, gone),
                        row -> row.getBoolean(1))
                .get(0);
        if (taken) {
            throw Problem.conflict(
                    "AS-MERGE-NUMBER",
                    "Số định danh của hồ sơ đã gộp nay thuộc một hồ sơ khác, nên chưa hủy gộp được. Hãy sửa số của hồ sơ kia"
                            + " trước.");
        }
        update(
                "update ansinh.person set deleted_at = null, deleted_by = null, deleted_reason = null, merged_into = null,"
                        + " updated_at = now() where id = ?",
                gone);
        new MergeRows(connection, merge, kept, gone, account).back(Date.valueOf(today));
        try (PreparedStatement update = connection.prepareStatement(
                "update ansinh.person_merge set undone_at = now(), undone_by = ?, undone_why = ? where id = ?")) {
            update.setString(1, account);
            update.setString(2, why);
            update.setLong(3, merge);
            update.executeUpdate();
        }
        PersonEvents.tell(connection, kept, Kind.UNMERGE, "Hồ sơ số " + gone + " tách ra lại", why, account);
        PersonEvents.tell(connection, gone, Kind.UNMERGE, "Không còn gộp vào hồ sơ số " + kept, why, account);
    }

    private void update(String sql, long... parameters) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                update.setLong(i + 1, parameters[i]);
            }
            update.executeUpdate();
        }
    }
}
