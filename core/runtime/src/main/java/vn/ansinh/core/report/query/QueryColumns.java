package vn.ansinh.core.report.query;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportColumn.Type;
import vn.ansinh.api.report.ReportDefinition;

/** How the columns of a query answer to those of its definition. */
final class QueryColumns {

    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "name", "unknown");
    private static final Set<String> WHOLE = Set.of("int2", "int4", "int8");
    private static final Set<String> EXACT = Set.of("int2", "int4", "int8", "numeric");

    /** A cell longer than this is no cell. */
    private static final int LONGEST = 32_000;

    private final ReportDefinition definition;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, String> types = new TreeMap<>();
    private final Map<String, Integer> keys = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    QueryColumns(ReportDefinition definition, ResultSetMetaData found) throws SQLException {
        this.definition = definition;
        for (int i = 1; i <= found.getColumnCount(); i++) {
            String name = found.getColumnLabel(i);
            types.put(name, found.getColumnTypeName(i));
            if (places.put(name, i) != null) {
                faults.add("Truy vấn trả về hai cột «" + name + "».");
            }
        }
        definition.columns().forEach(this::compare);
    }

    /** What does not fit, Vietnamese. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    private void compare(ReportColumn column) {
        if (column.type() != Type.ORDINAL) {
            fit(column.name(), allowed(column.type()), column.type());
        }
        if (column.key() != null && fit(column.key(), WHOLE, null)) {
            keys.put(column.key(), places.get(column.key()));
        }
    }

    private static Set<String> allowed(Type type) {
        return switch (type) {
            case TEXT -> TEXTS;
            case MONEY, NUMBER -> EXACT;
            case DATE, MONTH -> Set.of("date");
            case ORDINAL -> Set.of();
        };
    }

    private boolean fit(String name, Set<String> allowed, Type type) {
        String found = types.get(name);
        if (found == null) {
            faults.add("Truy vấn không trả về cột «" + name + "»; các cột trả về: " + String.join(", ", types.keySet())
                    + ".");
            return false;
        }
        if (!allowed.contains(found)) {
            faults.add("Cột «" + name + "» kiểu " + found + " không hợp với khai báo: viết (…)::" + cast(type) + " as "
                    + name + ".");
            return false;
        }
        return true;
    }

    private static String cast(Type type) {
        if (type == null) {
            return "bigint";
        }
        return switch (type) {
            case TEXT -> "text";
            case MONEY -> "bigint";
            case NUMBER -> "numeric";
            case DATE, MONTH -> "date";
            case ORDINAL -> throw new IllegalArgumentException();
        };
    }

    /** The values of a row, one per column of the definition. */
    Object[] values(ResultSet row) throws SQLException {
        List<ReportColumn> columns = definition.columns();
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            ReportColumn column = columns.get(i);
            if (column.type() != Type.ORDINAL) {
                values[i] = value(row, places.get(column.name()), column);
            }
        }
        return values;
    }

    /** Ids for what cells open, by name. */
    Map<String, Long> keys(ResultSet row) throws SQLException {
        if (keys.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> found = new HashMap<>(keys.size() * 2);
        for (Map.Entry<String, Integer> key : keys.entrySet()) {
            long id = row.getLong(key.getValue());
            if (!row.wasNull()) {
                found.put(key.getKey(), id);
            }
        }
        return found;
    }

    private Object value(ResultSet row, int place, ReportColumn column) throws SQLException {
        return switch (column.type()) {
            case TEXT -> text(row.getString(place), column);
            case MONEY -> whole(number(row, place, column), column);
            case NUMBER -> number(row, place, column);
            case DATE, MONTH -> row.getObject(place, LocalDate.class);
            case ORDINAL -> null;
        };
    }

    private static String text(String text, ReportColumn column) {
        if (text != null && text.length() > LONGEST) {
            throw Problem.invalid(
                    "AS-REPORT-CELL", "Một ô của cột «" + column.title() + "» dài quá " + LONGEST + " ký tự.");
        }
        return text == null || Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** {@code Long} where it is whole, else {@code BigDecimal}. */
    private Number number(ResultSet row, int place, ReportColumn column) throws SQLException {
        if (WHOLE.contains(types.get(column.name()))) {
            long number = row.getLong(place);
            return row.wasNull() ? null : number;
        }
        String text = row.getString(place);
        if (text == null) {
            return null;
        }
        BigDecimal number = exact(text, column);
        boolean whole = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
        return whole && number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
                ? (Number) number.longValueExact()
                : number;
    }

    private static BigDecimal exact(String text, ReportColumn column) {
        try {
            BigDecimal number = new BigDecimal(text);
            if (number.precision() <= LONGEST && Math.abs((long) number.scale()) <= LONGEST) {
                return number;
            }
        } catch (NumberFormatException e) {
            // NaN and infinity are numbers to the server
        }
        throw notANumber(column);
    }

    private static Long whole(Number number, ReportColumn column) {
        if (number == null || number instanceof Long) {
            return (Long) number;
        }
        throw notANumber(column);
    }

    private static Problem notANumber(ReportColumn column) {
        return Problem.invalid(
                "AS-REPORT-NUMBER",
                "Một ô của cột «" + column.title() + "» không phải số "
                        + (column.type() == Type.MONEY
                                ? "nguyên: tiền tính bằng đồng, hãy làm tròn trong truy vấn."
                                : "."));
    }
}
