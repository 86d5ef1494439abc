package vn.ansinh.btxh.imports;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell;

/** Reads staged rows for people to look at. Every call runs inside a transaction. */
final class ImportRows {

    private final Connection connection;
    private final long batchId;

    ImportRows(Connection connection, long batchId) {
        this.connection = connection;
        this.batchId = batchId;
    }

    /**
     * One page, by row number.
     *
     * @param severity only such rows; {@code null} for all
     * @param after the last row of the page before, 0 for the first page
     */
    List<PreviewRow> page(Severity severity, int after, int limit) throws SQLException {
        String sql =
                "select row_number, severity, kinds, cells from btxh.import_row where batch_id = ? and row_number > ?"
                        + (severity == null ? "" : " and severity = ?") + " order by row_number limit ?";
        Map<Integer, PreviewRow> rows = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int place = 1;
            select.setLong(place++, batchId);
            select.setInt(place++, after);
            if (severity != null) {
                select.setString(place++, severity.name());
            }
            select.setInt(place, limit);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    int number = result.getInt(1);
                    List<String> cells = new StagedRow(result.getString(3), result.getString(4))
                            .toRow(number).cells().stream().map(SheetCell::text).toList();
                    Severity found = Severity.valueOf(result.getString(2));
                    rows.put(number, new PreviewRow(number, found, cells, new ArrayList<>()));
                }
            }
        }
        addFindings(rows);
        return List.copyOf(rows.values());
    }

    /** Rows that wait for a choice, and those for which one was made, by code. */
    Map<String, Integer> splitCodes() throws SQLException {
        Map<String, Integer> codes = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement("select split_code, count(*)"
                + " from btxh.import_row where batch_id = ? and split_code is not null group by 1 order by 1")) {
            select.setLong(1, batchId);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    codes.put(result.getString(1), result.getInt(2));
                }
            }
        }
        return codes;
    }

    /**
     * Keeps a choice for the rows of a split commune.
     *
     * @param row the one row, or {@code null} for all of the commune that have no choice of their own
     * @return rows it holds for
     */
    int choose(String code, Integer row, long unitId) throws SQLException {
        String sql = "update btxh.import_row set chosen_unit_id = ? where batch_id = ? and split_code = ?"
                + (row == null ? " and severity = 'CHOICE'" : " and row_number = ?");
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, unitId);
            update.setLong(2, batchId);
            update.setString(3, code);
            if (row != null) {
                update.setInt(4, row);
            }
            return update.executeUpdate();
        }
    }

    private void addFindings(Map<Integer, PreviewRow> rows) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select row_number, severity, column_key, code, message from btxh.import_finding"
                        + " where batch_id = ? and row_number = any (?) order by row_number, place")) {
            Array numbers = connection.createArrayOf("integer", rows.keySet().toArray());
            select.setLong(1, batchId);
            select.setArray(2, numbers);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    String column = result.getString(3);
                    rows.get(result.getInt(1))
                            .findings()
                            .add(new Finding(
                                    Severity.valueOf(result.getString(2)),
                                    column == null ? null : ImportColumn.valueOf(column),
                                    result.getString(4),
                                    result.getString(5)));
                }
            }
        }
    }
}
