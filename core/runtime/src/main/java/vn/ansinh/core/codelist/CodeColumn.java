package vn.ansinh.core.codelist;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.sheet.Spreadsheets.Column;
import vn.ansinh.api.sheet.Spreadsheets.SheetRow;
import vn.ansinh.api.text.Vietnamese;

/** Columns of a list's file, by their headings; the last two are read by people only. */
enum CodeColumn {
    CODE("Mã", Column.Type.TEXT, 16),
    NAME("Tên", Column.Type.TEXT, 60),
    SYNONYMS("Từ đồng nghĩa", Column.Type.TEXT, 40),
    ORDER("Thứ tự", Column.Type.NUMBER, 8),
    FROM("Từ ngày", Column.Type.DATE, 12),
    TO("Đến hết ngày", Column.Type.DATE, 13),
    BASIS("Căn cứ", Column.Type.TEXT, 40),
    WHOSE("Phạm vi", Column.Type.TEXT, 24),
    STATE("Tình trạng", Column.Type.TEXT, 14);

    private final String title;
    private final Column.Type type;
    private final int width;

    CodeColumn(String title, Column.Type type, int width) {
        this.title = title;
        this.type = type;
        this.width = width;
    }

    String title() {
        return title;
    }

    static List<Column> sheet() {
        return Arrays.stream(values())
                .map(column -> new Column(column.title, column.type, column.width))
                .toList();
    }

    /** Where each column of a heading row stands; empty when the row is no heading. */
    static Map<CodeColumn, Integer> found(SheetRow row) {
        Map<CodeColumn, Integer> found = new EnumMap<>(CodeColumn.class);
        for (int i = 0; i < row.cells().size(); i++) {
            String heading = Vietnamese.fold(row.cell(i).text());
            for (CodeColumn column : values()) {
                if (Vietnamese.fold(column.title).equals(heading)) {
                    found.putIfAbsent(column, i);
                }
            }
        }
        return found.containsKey(CODE) && found.containsKey(NAME) ? found : Map.of();
    }
}
