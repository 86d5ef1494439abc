package vn.ansinh.core.report.closing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportColumn.Type;
import vn.ansinh.api.report.ReportRow;

/** What tells a row from the others when the report is computed anew, or by another unit: its texts and days, and its groups'. */
final class RowKeys {

    private static final char BETWEEN = '\u001f';

    private final List<ReportColumn> columns;

    RowKeys(List<ReportColumn> columns) {
        this.columns = columns;
    }

    /** @return by position; {@code null} for what is no row of detail */
    List<String> of(List<ReportRow> rows) {
        Deque<String> groups = new ArrayDeque<>();
        Map<String, Integer> seen = new HashMap<>();
        List<String> keys = new ArrayList<>(rows.size());
        for (ReportRow row : rows) {
            String key = null;
            switch (row.kind()) {
                case GROUP -> groups.addLast(String.valueOf(row.values().get(0)));
                case SUBTOTAL -> groups.pollLast();
                case DETAIL -> {
                    String texts = String.join(String.valueOf(BETWEEN), groups) + BETWEEN + texts(row);
                    key = texts + BETWEEN + seen.merge(texts, 1, Integer::sum);
                }
                case TOTAL -> groups.clear();
            }
            keys.add(key);
        }
        return keys;
    }

    private String texts(ReportRow row) {
        return String.join(String.valueOf(BETWEEN), named(row).values());
    }

    /** Texts and days of a row by column. */
    Map<String, String> named(ReportRow row) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            ReportColumn column = columns.get(i);
            Object value = row.values().get(i);
            if (value != null && !isNumber(column) && column.type() != Type.ORDINAL) {
                named.put(column.name(), value.toString());
            }
        }
        return named;
    }

    static boolean isNumber(ReportColumn column) {
        return column.type() == Type.MONEY || column.type() == Type.NUMBER;
    }
}
