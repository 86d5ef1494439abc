package vn.ansinh.core.csv;

import java.util.List;

/** Records as they are written. */
public final class CsvText {

    /** What makes Excel take a text for a formula, the wide ones of eastern keyboards included. */
    private static final String BEGINS_FORMULA = "=+-@\t\r＝＋－＠";

    private CsvText() {}

    /** One record with its end of line; quoted where it must be, {@code null} is empty, a line break becomes a blank. */
    public static String line(List<?> values) {
        StringBuilder line = new StringBuilder(16 * values.size());
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                line.append(',');
            }
            quote(values.get(i), line);
        }
        return line.append("\r\n").toString();
    }

    /** A text that people wrote, as Excel shows it without computing: with an apostrophe before what would begin a formula. */
    public static String harmless(String text) {
        return text.length() > 1 && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static void quote(Object value, StringBuilder line) {
        String text = value == null ? "" : value.toString();
        if (!mustBeQuoted(text)) {
            line.append(text);
            return;
        }
        line.append('"')
                .append(text.replaceAll("[\r\n]+", " ").replace("\"", "\"\""))
                .append('"');
    }

    private static boolean mustBeQuoted(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == ',' || c == '\r' || c == '\n') {
                return true;
            }
        }
        return false;
    }
}
