package vn.ansinh.core.csv;

import java.util.List;
import java.util.stream.Collectors;

/** Records as they are written. */
public final class CsvText {

    private CsvText() {}

    /** One record with its end of line; quoted where it must be, {@code null} is empty, a line break becomes a blank. */
    public static String line(List<?> values) {
        return values.stream().map(CsvText::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(Object value) {
        String text = value == null ? "" : value.toString();
        return text.matches("[^\",\r\n]*")
                ? text
                : '"' + text.replaceAll("[\r\n]+", " ").replace("\"", "\"\"") + '"';
    }
}
