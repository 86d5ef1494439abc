package vn.ansinh.core.report.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportParameter;

/** What was chosen for a report's parameters: read from the text in which it travels. */
public final class ReportValues {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;
    private static final int HALF = 7;

    private ReportValues() {}

    /**
     * Reads values as {@link ReportParameter} says they are written.
     *
     * @param texts by name of parameter; blank is none; names that the report does not ask for are passed over
     * @return by name of parameter; lacks what has no value
     * @throws Problem INVALID when one is missing or not written as it should be
     */
    public static Map<String, Object> of(ReportDefinition definition, Map<String, String> texts) {
        Map<String, Object> values = new HashMap<>();
        for (ReportParameter parameter : definition.parameters()) {
            String text = texts.getOrDefault(parameter.name(), "");
            if (text != null && !text.isBlank()) {
                values.put(parameter.name(), value(parameter, text.strip()));
            } else if (parameter.required()) {
                throw Problem.invalid("AS-REPORT-MISSING", "Chưa chọn «" + parameter.label() + "».");
            }
        }
        return values;
    }

    /**
     * Reads one value.
     *
     * @param text not blank
     * @throws Problem INVALID when it is not written as it should be
     */
    public static Object value(ReportParameter parameter, String text) {
        try {
            return switch (parameter.kind()) {
                case UNIT, NUMBER -> Long.valueOf(text);
                case MONTH -> inRange(YearMonth.parse(text).atDay(1));
                case HALF_YEAR -> half(inRange(LocalDate.parse(text)));
                case DAY -> inRange(LocalDate.parse(text));
                case YEAR -> inRange(LocalDate.of(Integer.parseInt(text), 1, 1)).getYear();
                case FLAG -> flag(text);
                case CODE, TEXT -> text;
            };
        } catch (DateTimeException | NumberFormatException e) {
            throw Problem.invalid("AS-REPORT-VALUE", "«" + parameter.label() + "» không đúng: «" + text + "».");
        }
    }

    private static LocalDate inRange(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("year");
        }
        return day;
    }

    private static LocalDate half(LocalDate day) {
        if (day.getDayOfMonth() != 1 || day.getMonthValue() != 1 && day.getMonthValue() != HALF) {
            throw new DateTimeException("half-year");
        }
        return day;
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new DateTimeException("flag");
        };
    }
}
