package vn.ansinh.core.codelist;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.codelist.CodeDraft.Kind;
import vn.ansinh.api.codelist.CodeEntry;
import vn.ansinh.api.codelist.CodeProposal;
import vn.ansinh.api.codelist.CodeValues;
import vn.ansinh.core.sql.Change;
import vn.ansinh.core.sql.Rows;

/** Rows of {@code code_list} and {@code code_entry}. */
final class CodeTables {

    private static final String ENTRY =
            "select e.id, e.list, e.code, coalesce(e.unit_id, 0), e.name, e.synonyms, e.ord,"
                    + " e.from_date, e.to_date, e.basis, e.bundle, e.revision, exists (select from ansinh.code_change g"
                    + " join ansinh.code_proposal p on p.id = g.proposal_id where g.list = e.list and g.code = e.code"
                    + " and p.state = 'WAITING'), e.changed from ansinh.code_entry e";
    private static final String ORDER = " order by e.ord, e.code, e.from_date desc nulls last";
    private static final String LATEST = " order by e.code, e.from_date desc nulls last";

    private CodeTables() {}

    /** @param bundle whoever named the list */
    record ListRow(String code, String name, String basis, boolean local, String bundle) {}

    static Map<String, Long> editions(Connection connection) throws SQLException {
        Map<String, Long> editions = new HashMap<>();
        Rows.list(
                connection,
                "select code, edition from ansinh.code_list",
                statement -> {},
                row -> editions.put(row.getString(1), row.getLong(2)));
        return editions;
    }

    static List<ListRow> lists(Connection connection) throws SQLException {
        return Rows.list(
                connection,
                "select code, name, basis, local, bundle from ansinh.code_list",
                statement -> {},
                CodeTables::listRow);
    }

    private static ListRow listRow(ResultSet row) throws SQLException {
        return new ListRow(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4), row.getString(5));
    }

    static Optional<ListRow> list(Connection connection, String list) throws SQLException {
        return find(connection, list, "");
    }

    /** Keeps others from changing the list until the transaction ends. */
    static Optional<ListRow> lock(Connection connection, String list) throws SQLException {
        return find(connection, list, " for update");
    }

    private static Optional<ListRow> find(Connection connection, String list, String how) throws SQLException {
        return Rows.list(
                        connection,
                        "select code, name, basis, local, bundle from ansinh.code_list where code = ?" + how,
                        statement -> statement.setString(1, list),
                        CodeTables::listRow)
                .stream()
                .findFirst();
    }

    static void addList(Connection connection, String list, String name) throws SQLException {
        Change.of(
                connection,
                "insert into ansinh.code_list (code, name, local) values (?, ?, false) on conflict do nothing",
                statement -> {
                    statement.setString(1, list);
                    statement.setString(2, name);
                });
    }

    static void nameList(Connection connection, ListRow list) throws SQLException {
        Change.of(
                connection,
                "update ansinh.code_list set name = ?, basis = ?, local = ?, bundle = ? where code = ?",
                statement -> {
                    statement.setString(1, list.name());
                    statement.setString(2, list.basis());
                    statement.setBoolean(3, list.local());
                    statement.setString(4, list.bundle());
                    statement.setString(5, list.code());
                });
    }

    /** Lets every node read the list anew. */
    static void touch(Connection connection, String list) throws SQLException {
        Change.of(
                connection,
                "update ansinh.code_list set edition = edition + 1 where code = ?",
                statement -> statement.setString(1, list));
    }

    /** An entry and whether officials changed what a bundle brought. */
    record Kept(CodeEntry entry, boolean changed) {}

    /** All spans of a list in its own order. */
    static List<CodeEntry> entries(Connection connection, String list) throws SQLException {
        return Rows.list(
                connection,
                ENTRY + " where e.list = ?" + ORDER,
                statement -> statement.setString(1, list),
                CodeTables::entry);
    }

    /** All spans of a list, the latest of a code before its others. */
    static List<Kept> kept(Connection connection, String list) throws SQLException {
        return Rows.list(
                connection,
                ENTRY + " where e.list = ?" + LATEST,
                statement -> statement.setString(1, list),
                row -> new Kept(entry(row), row.getBoolean(14)));
    }

    /** All spans of a code, the latest first. */
    static List<CodeEntry> spans(Connection connection, String list, String code) throws SQLException {
        return Rows.list(
                connection,
                ENTRY + " where e.list = ? and e.code = ?" + LATEST,
                statement -> {
                    statement.setString(1, list);
                    statement.setString(2, code);
                },
                CodeTables::entry);
    }

    private static CodeEntry entry(ResultSet row) throws SQLException {
        return new CodeEntry(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                values(row, 5),
                row.getString(11),
                row.getInt(12),
                row.getBoolean(13));
    }

    /** Name, synonyms, order, first and last day, basis, from a position on. */
    static CodeValues values(ResultSet row, int at) throws SQLException {
        return new CodeValues(
                row.getString(at),
                List.of((String[]) row.getArray(at + 1).getArray()),
                row.getInt(at + 2),
                row.getObject(at + 3, LocalDate.class),
                row.getObject(at + 4, LocalDate.class),
                row.getString(at + 5));
    }

    /** The same order. @return the position after */
    static int bind(PreparedStatement statement, int at, CodeValues values) throws SQLException {
        Array synonyms = statement
                .getConnection()
                .createArrayOf("text", values.synonyms().toArray());
        statement.setString(at, values.name());
        statement.setArray(at + 1, synonyms);
        statement.setInt(at + 2, values.order());
        statement.setObject(at + 3, values.from(), Types.DATE);
        statement.setObject(at + 4, values.to(), Types.DATE);
        statement.setString(at + 5, values.basis());
        return at + 6;
    }

    /**
     * Puts a change into force.
     *
     * @param upon the span it was made upon; {@code null} for a new code
     * @param unitId province whose own a new code is, 0 for the country's
     * @param bundle who brings it; {@code null} for officials
     */
    static void apply(
            Connection connection, String list, CodeProposal.Item item, CodeEntry upon, long unitId, String bundle)
            throws SQLException {
        if (upon == null) {
            insert(connection, list, item, unitId, bundle);
        } else if (!beginsAnew(item)) {
            update(connection, upon.id(), item.after(), bundle);
        } else {
            if (item.kind() == Kind.CHANGE) {
                update(
                        connection,
                        upon.id(),
                        item.before().until(item.after().from().minusDays(1)),
                        bundle);
            }
            insert(connection, list, item, upon.unitId(), bundle);
        }
    }

    /** Whether a change opens a span of its own. */
    private static boolean beginsAnew(CodeProposal.Item item) {
        return item.kind() == Kind.CHANGE
                || item.kind() == Kind.REOPEN
                        && item.after().from() != null
                        && !item.after().from().equals(item.before().from());
    }

    private static void insert(Connection connection, String list, CodeProposal.Item item, long unitId, String bundle)
            throws SQLException {
        Change.of(
                connection,
                "insert into ansinh.code_entry (name, synonyms, ord, from_date, to_date, basis, list, code, unit_id, bundle)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, nullif(?::bigint, 0), ?)",
                statement -> {
                    int next = bind(statement, 1, item.after());
                    statement.setString(next, list);
                    statement.setString(next + 1, item.code());
                    statement.setLong(next + 2, unitId);
                    statement.setString(next + 3, bundle);
                });
    }

    private static void update(Connection connection, long id, CodeValues values, String bundle) throws SQLException {
        Change.of(
                connection,
                "update ansinh.code_entry set name = ?, synonyms = ?, ord = ?, from_date = ?, to_date = ?, basis = ?,"
                        + " revision = revision + 1, changed = changed or ?::text is null, bundle = coalesce(?, bundle)"
                        + " where id = ?",
                statement -> {
                    int next = bind(statement, 1, values);
                    statement.setString(next, bundle);
                    statement.setString(next + 1, bundle);
                    statement.setLong(next + 2, id);
                });
    }
}
