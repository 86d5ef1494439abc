package vn.ansinh.core.report.closing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.report.ReportClosings.Hand;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportColumn.Opens;
import vn.ansinh.api.report.ReportColumn.Privacy;
import vn.ansinh.api.report.ReportColumn.Type;
import vn.ansinh.api.report.ReportFormat;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.core.sql.Change;
import vn.ansinh.core.sql.Rows;

/** What a report that is sent up says: columns, rows, corrections, files. */
final class FigureRows {

    private final Connection connection;

    FigureRows(Connection connection) {
        this.connection = connection;
    }

    /** A correction by the key of its row. */
    record Written(String rowKey, String column, long corrected, String reason, Hand by) {}

    /**
     * A report's table.
     *
     * @param rows as they count
     */
    record Table(List<ReportColumn> columns, List<ReportRow> computed, List<ReportRow> rows) {}

    /** The tables of several reports at once. */
    Map<Long, Table> tables(Collection<Long> ids) throws SQLException {
        Map<Long, Table> tables = new LinkedHashMap<>();
        ids.forEach(id -> tables.put(id, new Table(new ArrayList<>(), new ArrayList<>(), new ArrayList<>())));
        Rows.list(
                connection,
                "select closing_id, name, title, band, type, width, total from ansinh.report_closing_column"
                        + " where closing_id = any (?) order by closing_id, ord",
                select -> bind(select, ids),
                row -> tables.get(row.getLong(1)).columns().add(column(row)));
        Rows.list(
                connection,
                "select closing_id, kind, computed, corrected from ansinh.report_closing_row"
                        + " where closing_id = any (?) order by closing_id, ord",
                select -> bind(select, ids),
                row -> {
                    Table table = tables.get(row.getLong(1));
                    ReportRow.Kind kind = ReportRow.Kind.valueOf(row.getString(2));
                    ReportRow computed = row(kind, (String[]) row.getArray(3).getArray());
                    table.computed().add(computed);
                    return table.rows()
                            .add(
                                    row.getArray(4) == null
                                            ? computed
                                            : row(kind, (String[])
                                                    row.getArray(4).getArray()));
                });
        return tables;
    }

    private void bind(PreparedStatement select, Collection<Long> ids) throws SQLException {
        select.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
    }

    private static ReportColumn column(ResultSet row) throws SQLException {
        return new ReportColumn(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Type.valueOf(row.getString(5)),
                row.getInt(6),
                Privacy.PUBLIC,
                row.getBoolean(7),
                Opens.NOTHING,
                null);
    }

    private static ReportRow row(ReportRow.Kind kind, String[] cells) {
        return new ReportRow(kind, Cells.values(cells), Map.of());
    }

    /** Puts another table in the place of a draft's. */
    void replace(long id, List<ReportColumn> columns, List<ReportRow> computed) throws SQLException {
        delete("report_closing_column", id);
        delete("report_closing_row", id);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into ansinh.report_closing_column (closing_id, ord, name, title, band, type, width, total)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < columns.size(); i++) {
                ReportColumn column = columns.get(i);
                insert.setLong(1, id);
                insert.setInt(2, i);
                insert.setString(3, column.name());
                insert.setString(4, column.title());
                insert.setString(5, column.band());
                insert.setString(6, column.type().name());
                insert.setInt(7, column.width());
                insert.setBoolean(8, column.total());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into ansinh.report_closing_row (closing_id, ord, kind, computed) values (?, ?, ?, ?)")) {
            for (int i = 0; i < computed.size(); i++) {
                insert.setLong(1, id);
                insert.setInt(2, i);
                insert.setString(3, computed.get(i).kind().name());
                insert.setArray(4, texts(computed.get(i)));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private java.sql.Array texts(ReportRow row) throws SQLException {
        return connection.createArrayOf("text", Cells.texts(row.values()));
    }

    private void delete(String table, long id) throws SQLException {
        Change.of(connection, "delete from ansinh." + table + " where closing_id = ?", delete -> delete.setLong(1, id));
    }

    /** Writes what counts where it is not what it was. */
    void correct(long id, Table table, List<ReportRow> rows) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update ansinh.report_closing_row set corrected = ? where closing_id = ? and ord = ?")) {
            for (int i = 0; i < rows.size(); i++) {
                List<Object> values = rows.get(i).values();
                if (!Cells.same(values, table.rows().get(i).values())) {
                    boolean computed =
                            Cells.same(values, table.computed().get(i).values());
                    update.setArray(1, computed ? null : texts(rows.get(i)));
                    update.setLong(2, id);
                    update.setInt(3, i);
                    update.addBatch();
                }
            }
            update.executeBatch();
        }
    }

    List<Written> corrections(long id) throws SQLException {
        return Rows.list(
                connection,
                "select row_key, column_name, corrected, reason, account, full_name, at"
                        + " from ansinh.report_closing_correction where closing_id = ? order by row_key collate \"C\", column_name collate \"C\"",
                select -> select.setLong(1, id),
                row -> new Written(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        new Hand(
                                row.getString(5),
                                row.getString(6),
                                row.getTimestamp(7).toInstant())));
    }

    /** Puts other corrections in the place of a draft's. */
    void replaceCorrections(long id, Collection<Written> corrections) throws SQLException {
        delete("report_closing_correction", id);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into ansinh.report_closing_correction (closing_id, row_key, column_name, corrected, reason, account,"
                        + " full_name, at) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Written correction : corrections) {
                insert.setLong(1, id);
                insert.setString(2, correction.rowKey());
                insert.setString(3, correction.column());
                insert.setLong(4, correction.corrected());
                insert.setString(5, correction.reason());
                insert.setString(6, correction.by().account());
                insert.setString(7, correction.by().fullName());
                insert.setTimestamp(8, Timestamp.from(correction.by().at()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    void addFile(long id, ReportFormat format, byte[] content) throws SQLException {
        Change.of(
                connection,
                "insert into ansinh.report_closing_file (closing_id, format, sha256, content) values (?, ?, ?, ?)",
                insert -> {
                    insert.setLong(1, id);
                    insert.setString(2, format.name());
                    insert.setString(3, Digest.of(content));
                    insert.setBytes(4, content);
                });
    }

    List<ReportFormat> formats(long id) throws SQLException {
        return Rows.list(
                        connection,
                        "select format from ansinh.report_closing_file where closing_id = ?",
                        select -> select.setLong(1, id),
                        row -> ReportFormat.valueOf(row.getString(1)))
                .stream()
                .sorted()
                .toList();
    }

    /** @return empty when it was not kept in this format */
    List<KeptFile> file(long id, ReportFormat format) throws SQLException {
        return Rows.list(
                connection,
                "select content, sha256 from ansinh.report_closing_file where closing_id = ? and format = ?",
                select -> {
                    select.setLong(1, id);
                    select.setString(2, format.name());
                },
                row -> new KeptFile(row.getBytes(1), row.getString(2)));
    }

    /** A file as it was made. */
    record KeptFile(byte[] content, String sha256) {}
}
