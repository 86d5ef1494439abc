package vn.ansinh.core.report.catalogue;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.api.report.ReportFormat;
import vn.ansinh.api.report.Reports.Use;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.sql.Change;
import vn.ansinh.core.sql.Rows;

/** What accounts chose, marked and ran: rows of the caller's own, and uses of the subtree for who may see them. */
final class ReportMemory {

    private static final String USE =
            "select u.id, u.report, u.version, u.format, u.account, u.full_name, u.as_of, u.rows, u.job,"
                    + " array(select c.key from jsonb_each_text(u.chosen) c order by c.key),"
                    + " array(select c.value from jsonb_each_text(u.chosen) c order by c.key)"
                    + " from ansinh.report_use u where u.report = ?";

    private final Transactions transactions;

    ReportMemory(Transactions transactions) {
        this.transactions = transactions;
    }

    /** What an account chose last, as far as it differs from what the report says by itself. */
    Map<String, String> chosen(String account, String report) {
        return transactions.call(connection -> {
            Map<String, String> chosen = new LinkedHashMap<>();
            Rows.list(
                    connection,
                    "select t.key, t.value from ansinh.report_choice c, jsonb_each_text(c.chosen) t"
                            + " where c.account = ? and c.report = ?",
                    select -> {
                        select.setString(1, account);
                        select.setString(2, report);
                    },
                    row -> chosen.put(row.getString(1), row.getString(2)));
            return chosen;
        });
    }

    void choose(Connection connection, String account, String report, Map<String, String> chosen) throws SQLException {
        Map<String, String> ordered = new LinkedHashMap<>(chosen);
        Change.of(
                connection,
                "insert into ansinh.report_choice (account, report, chosen) values (?, ?, jsonb_object(?, ?))"
                        + " on conflict (account, report) do update set chosen = excluded.chosen"
                        + " where report_choice.chosen <> excluded.chosen",
                insert -> {
                    insert.setString(1, account);
                    insert.setString(2, report);
                    insert.setArray(3, texts(connection, ordered.keySet()));
                    insert.setArray(4, texts(connection, ordered.values()));
                });
    }

    Set<String> favourites(String account) {
        return transactions.call(connection -> new HashSet<>(Rows.list(
                connection,
                "select report from ansinh.report_favourite where account = ?",
                select -> select.setString(1, account),
                row -> row.getString(1))));
    }

    void favour(String account, String report, boolean favourite) {
        transactions.run(connection -> Change.of(
                connection,
                favourite
                        ? "insert into ansinh.report_favourite (account, report) values (?, ?) on conflict do nothing"
                        : "delete from ansinh.report_favourite where account = ? and report = ?",
                change -> {
                    change.setString(1, account);
                    change.setString(2, report);
                }));
    }

    /** @param use its id does not count @param unitId whose subtree the account can see */
    long used(Connection connection, Use use, long unitId) throws SQLException {
        return Rows.list(
                        connection,
                        "insert into ansinh.report_use (report, version, chosen, format, account, full_name, unit_id,"
                                + " as_of, rows, job) values (?, ?, jsonb_object(?, ?), ?, ?, ?, ?, ?, ?, ?) returning id",
                        insert -> {
                            Map<String, String> ordered = new LinkedHashMap<>(use.values());
                            insert.setString(1, use.report());
                            insert.setString(2, use.version());
                            insert.setArray(3, texts(connection, ordered.keySet()));
                            insert.setArray(4, texts(connection, ordered.values()));
                            insert.setString(
                                    5,
                                    use.format() == null ? null : use.format().name());
                            insert.setString(6, use.account());
                            insert.setString(7, use.fullName());
                            insert.setLong(8, unitId);
                            insert.setTimestamp(9, Timestamp.from(use.asOf()));
                            insert.setLong(10, use.rows());
                            insert.setLong(11, use.job());
                        },
                        row -> row.getLong(1))
                .get(0);
    }

    /** Uses of a report, newest first. @param account {@code null} for everybody in the scope */
    List<Use> uses(String report, String account, int limit) {
        return transactions.call(connection -> Rows.list(
                connection,
                USE + (account == null ? "" : " and u.account = ?") + " order by u.id desc limit " + limit,
                select -> {
                    select.setString(1, report);
                    if (account != null) {
                        select.setString(2, account);
                    }
                },
                ReportMemory::use));
    }

    private static Use use(ResultSet row) throws SQLException {
        String format = row.getString(4);
        return new Use(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                values((String[]) row.getArray(10).getArray(), (String[])
                        row.getArray(11).getArray()),
                format == null ? null : ReportFormat.valueOf(format),
                row.getString(5),
                row.getString(6),
                row.getTimestamp(7).toInstant(),
                row.getLong(8),
                row.getLong(9));
    }

    private static Map<String, String> values(String[] names, String[] texts) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            values.put(names[i], texts[i]);
        }
        return values;
    }

    private static Array texts(Connection connection, Iterable<String> texts) throws SQLException {
        List<String> list = new ArrayList<>();
        texts.forEach(list::add);
        return connection.createArrayOf("text", list.toArray());
    }
}
