package vn.ansinh.btxh.imports;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ansinh.api.sheet.Spreadsheets.SheetRow;

/** The rows of an import as the file has them, and what was found in them. Every call runs inside a transaction. */
final class StagingTable {

    /**
     * A row as it stands.
     *
     * @param severity as the last check left it
     * @param chosenUnit commune an official chose, or {@code null}
     */
    record Row(SheetRow row, Severity severity, Long chosenUnit) {}

    private final Connection connection;
    private final long batchId;

    StagingTable(Connection connection, long batchId) {
        this.connection = connection;
        this.batchId = batchId;
    }

    /** Removes everything staged, as a check that is run again does. */
    void clear() throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from btxh.import_row where batch_id = ?")) {
            delete.setLong(1, batchId);
            delete.executeUpdate();
        }
    }

    /** How many rows are staged. */
    int rowCount() throws SQLException {
        return counts().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Stages rows. Arrays make one statement of a chunk, as fast as COPY and without the driver's own classes. */
    void add(List<SheetRow> rows) throws SQLException {
        List<Integer> numbers = new ArrayList<>(rows.size());
        List<String> kinds = new ArrayList<>(rows.size());
        List<String> cells = new ArrayList<>(rows.size());
        for (SheetRow row : rows) {
            StagedRow staged = StagedRow.of(row);
            numbers.add(row.number());
            kinds.add(staged.kinds());
            cells.add(staged.cells());
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into btxh.import_row"
                + " (batch_id, row_number, kinds, cells)"
                + " select ?, * from unnest(?::integer[], ?::text[], ?::text[])")) {
            insert.setLong(1, batchId);
            insert.setArray(2, array("integer", numbers));
            insert.setArray(3, array("text", kinds));
            insert.setArray(4, array("text", cells));
            insert.executeUpdate();
        }
    }

    /** Up to {@code limit} rows after {@code number}, in order. */
    List<Row> after(int number, int limit) throws SQLException {
        String sql = "select row_number, kinds, cells, severity, chosen_unit_id from btxh.import_row"
                + " where batch_id = ? and row_number > ? order by row_number limit ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, batchId);
            select.setInt(2, number);
            select.setInt(3, limit);
            List<Row> rows = new ArrayList<>(limit);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    SheetRow row = new StagedRow(result.getString(2), result.getString(3)).toRow(result.getInt(1));
                    Severity severity = Severity.valueOf(result.getString(4));
                    rows.add(new Row(row, severity, result.getObject(5, Long.class)));
                }
            }
            return rows;
        }
    }

    /** Replaces what was found in rows. */
    void record(List<ReadRow> rows) throws SQLException {
        List<Integer> numbers = new ArrayList<>(rows.size());
        List<String> severities = new ArrayList<>(rows.size());
        List<String> splits = new ArrayList<>(rows.size());
        for (ReadRow row : rows) {
            numbers.add(row.number());
            severities.add(row.severity().name());
            splits.add(row.splitCode());
        }
        String sql = "update btxh.import_row r set severity = n.severity, split_code = coalesce(n.split, r.split_code)"
                + " from unnest(?::integer[], ?::text[], ?::text[]) as n(number, severity, split)"
                + " where r.batch_id = ? and r.row_number = n.number"
                + " and (r.severity <> n.severity or n.split is not null)";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setArray(1, array("integer", numbers));
            update.setArray(2, array("text", severities));
            update.setArray(3, array("text", splits));
            update.setLong(4, batchId);
            update.executeUpdate();
        }
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from btxh.import_finding where batch_id = ? and row_number = any (?::integer[])")) {
            delete.setLong(1, batchId);
            delete.setArray(2, array("integer", numbers));
            delete.executeUpdate();
        }
        addFindings(rows);
    }

    /** How many rows there are of each severity. */
    Map<Severity, Integer> counts() throws SQLException {
        Map<Severity, Integer> counts = new TreeMap<>();
        for (Severity severity : Severity.values()) {
            counts.put(severity, 0);
        }
        try (PreparedStatement select = connection.prepareStatement(
                "select severity, count(*) from btxh.import_row where batch_id = ? group by severity")) {
            select.setLong(1, batchId);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    counts.put(Severity.valueOf(result.getString(1)), result.getInt(2));
                }
            }
        }
        return counts;
    }

    private void addFindings(List<ReadRow> rows) throws SQLException {
        List<Integer> numbers = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<String> severities = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        for (ReadRow row : rows) {
            int place = 0;
            for (Finding finding : row.findings()) {
                numbers.add(row.number());
                places.add(place++);
                severities.add(finding.severity().name());
                columns.add(finding.column() == null ? null : finding.column().name());
                codes.add(finding.code());
                messages.add(finding.message());
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into btxh.import_finding"
                + " (batch_id, row_number, place, severity, column_key, code, message) select ?, *"
                + " from unnest(?::integer[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::text[])")) {
            insert.setLong(1, batchId);
            insert.setArray(2, array("integer", numbers));
            insert.setArray(3, array("integer", places));
            insert.setArray(4, array("text", severities));
            insert.setArray(5, array("text", columns));
            insert.setArray(6, array("text", codes));
            insert.setArray(7, array("text", messages));
            insert.executeUpdate();
        }
    }

    private Array array(String type, List<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }
}
