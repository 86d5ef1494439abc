package vn.ansinh.btxh.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell.Kind;
import vn.ansinh.api.sheet.Spreadsheets.SheetRow;
import vn.ansinh.api.text.LegacyText;

/** Where each column stands in a list. */
public final class Header {

    private static final int FEWEST_COLUMNS = 3;
    private static final Map<String, ImportColumn> BY_NAME = namesOfColumns();

    private final Map<ImportColumn, Integer> positions;
    private final List<String> titles;

    private Header(Map<ImportColumn, Integer> positions, List<String> titles) {
        this.positions = positions;
        this.titles = titles;
    }

    /**
     * Reads a row as the header.
     *
     * @return empty when the row is none: titles above a list, for instance
     * @throws Problem INVALID when it is a header that lacks a required column or has one twice
     */
    public static Optional<Header> of(SheetRow row) {
        Map<ImportColumn, Integer> positions = new EnumMap<>(ImportColumn.class);
        List<String> titles = new ArrayList<>();
        String twice = null;
        for (int i = 0; i < row.cells().size(); i++) {
            SheetCell cell = row.cell(i);
            String title =
                    cell.kind() == Kind.TEXT ? LegacyText.recognise(cell.text()).text() : "";
            titles.add(title);
            ImportColumn column = BY_NAME.get(ImportColumn.compared(title));
            if (column != null && positions.putIfAbsent(column, i) != null) {
                twice = title;
            }
        }
        if (positions.size() < FEWEST_COLUMNS || !positions.containsKey(ImportColumn.NAME)) {
            return Optional.empty();
        }
        if (twice != null) {
            throw Problem.invalid(
                    "AS-BTXH-HEADER",
                    "Dòng tiêu đề (dòng " + row.number() + ") có hai cột “" + twice
                            + "”, không rõ lấy cột nào. Bỏ một cột rồi tải lên lại.");
        }
        String missing = Arrays.stream(ImportColumn.values())
                .filter(column -> column.required() && !positions.containsKey(column))
                .map(column -> "“" + column.title() + "”")
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw Problem.invalid(
                    "AS-BTXH-HEADER",
                    "Dòng tiêu đề (dòng " + row.number() + ") thiếu cột " + missing
                            + ". Thêm cột, hoặc chép danh sách vào tệp mẫu rồi tải lên lại.");
        }
        return Optional.of(new Header(positions, titles));
    }

    /** Position of a column from 0, or -1 when the list has none. */
    public int position(ImportColumn column) {
        return positions.getOrDefault(column, -1);
    }

    /** Column letter as Excel shows it, or {@code ""} when the list has no such column. */
    public String letter(ImportColumn column) {
        int position = position(column);
        return position < 0 ? "" : letter(position);
    }

    /** Titles as they stand in the file, from column A on. */
    public List<String> titles() {
        return titles;
    }

    /** The column that stands at {@code position}, if it is one that is read. */
    public Optional<ImportColumn> at(int position) {
        return positions.entrySet().stream()
                .filter(entry -> entry.getValue() == position)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** {@code 0} is A, {@code 26} is AA. */
    public static String letter(int position) {
        String last = Character.toString((char) ('A' + position % 26));
        return position < 26 ? last : letter(position / 26 - 1) + last;
    }

    private static Map<String, ImportColumn> namesOfColumns() {
        Map<String, ImportColumn> names = new HashMap<>();
        for (ImportColumn column : ImportColumn.values()) {
            for (String name : column.comparedNames()) {
                names.put(name, column);
            }
        }
        return Map.copyOf(names);
    }
}
