package vn.ansinh.core.report.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportColumn.Type;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.api.report.ReportRow.Kind;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.core.report.render.ReportContent;

/** Numbers details, puts them into groups and sums them up, one by one as they come. */
final class GroupedRows {

    private static final String NOTHING = "(không ghi)";

    private final List<ReportColumn> columns;
    private final int[] groups;
    private final boolean summing;
    private final int label;
    private final long shown;
    private final ReportContent.RowConsumer to;
    private final Object[] current;
    private final Number[][] sums;
    private long count;

    /** @param shown rows of detail to hand on; sums count all */
    GroupedRows(ReportDefinition definition, long shown, ReportContent.RowConsumer to) {
        this.columns = definition.columns();
        this.groups = definition.groups().stream().mapToInt(this::position).toArray();
        this.summing = columns.stream().anyMatch(ReportColumn::total);
        this.label = label(columns);
        this.shown = shown;
        this.to = to;
        this.current = new Object[groups.length];
        this.sums = new Number[groups.length + 1][columns.size()];
    }

    private int position(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name);
    }

    /** The first column of texts, where the words before a sum stand; the first of all where there is none. */
    private static int label(List<ReportColumn> columns) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).type() == Type.TEXT) {
                return i;
            }
        }
        return 0;
    }

    /** @param values one per column; what stands at an ordinal's place is overwritten */
    void detail(Object[] values, Map<String, Long> keys) throws Exception {
        int changed = changed(values);
        if (changed < groups.length) {
            closeGroups(changed);
            openGroups(changed, values);
        }
        count++;
        for (int i = 0; i < values.length; i++) {
            ReportColumn column = columns.get(i);
            if (column.type() == Type.ORDINAL) {
                values[i] = count;
            } else if (column.total() && values[i] != null) {
                for (Number[] level : sums) {
                    level[i] = plus(level[i], (Number) values[i]);
                }
            }
        }
        if (count <= shown) {
            to.row(new ReportRow(Kind.DETAIL, Arrays.asList(values), keys));
        }
    }

    /** Closes what is open and tells the total. @return how many details there were */
    long end() throws Exception {
        if (count > 0) {
            closeGroups(0);
        }
        if (summing) {
            to.row(sum(Kind.TOTAL, "Tổng cộng", sums[groups.length]));
        }
        return count;
    }

    /** The outermost group in which a row differs from the one before; the number of groups when in none. */
    private int changed(Object[] values) {
        if (count == 0) {
            return 0;
        }
        for (int i = 0; i < groups.length; i++) {
            if (!Objects.equals(current[i], values[groups[i]])) {
                return i;
            }
        }
        return groups.length;
    }

    private void openGroups(int from, Object[] values) throws Exception {
        for (int i = from; i < groups.length; i++) {
            current[i] = values[groups[i]];
            if (count < shown) {
                Object[] row = new Object[columns.size()];
                row[0] = name(i);
                to.row(new ReportRow(Kind.GROUP, Arrays.asList(row), Map.of()));
            }
        }
    }

    private void closeGroups(int from) throws Exception {
        for (int i = groups.length - 1; count > 0 && i >= from; i--) {
            if (summing && count <= shown) {
                to.row(sum(Kind.SUBTOTAL, "Cộng " + name(i), sums[i]));
            }
            Arrays.fill(sums[i], null);
        }
    }

    private ReportRow sum(Kind kind, String words, Number[] level) {
        List<Object> row = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            row.add(columns.get(i).total() ? Objects.requireNonNullElse(level[i], 0L) : null);
        }
        if (!columns.get(label).total()) {
            row.set(label, words);
        }
        return new ReportRow(kind, row, Map.of());
    }

    private String name(int group) {
        Object value = current[group];
        if (value == null) {
            return NOTHING;
        }
        if (value instanceof LocalDate day) {
            return columns.get(groups[group]).type() == Type.MONTH
                    ? Vietnamese.month(YearMonth.from(day))
                    : Vietnamese.day(day);
        }
        return value instanceof BigDecimal number
                ? number.stripTrailingZeros().toPlainString().replace('.', ',')
                : value.toString();
    }

    /** @throws ArithmeticException beyond what a Long holds, which no sum of đồng reaches */
    private static Number plus(Number sum, Number value) {
        if (sum == null) {
            return value;
        }
        if (sum instanceof Long one && value instanceof Long other) {
            return Math.addExact(one, other);
        }
        return decimal(sum).add(decimal(value));
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
    }
}
