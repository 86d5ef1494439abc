package vn.ansinh.api.chart;

import java.util.ArrayList;
import java.util.List;

/** How much room text takes. The hand that draws has its own face: widths are those of a wide one. */
final class Lettering {

    private static final double WIDE = 0.66 * ChartDrawing.TEXT;
    private static final double PLAIN = 0.55 * ChartDrawing.TEXT;
    private static final double NARROW = 0.31 * ChartDrawing.TEXT;

    private Lettering() {}

    static double width(String text) {
        return text.chars()
                .mapToDouble(c -> " .,:;'()-/iíìỉĩịjlt1|".indexOf(c) >= 0 && c != '1'
                        ? NARROW
                        : Character.isUpperCase(c) || c == 'm' || c == 'w' ? WIDE : PLAIN)
                .sum();
    }

    /** Breaks text into at most so many lines; what does not fit ends with an ellipsis. */
    static List<String> lines(String text, double room, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        String[] words = text.strip().split("\\s+");
        for (int i = 0; i < words.length; i++) {
            String longer = line.isEmpty() ? words[i] : line + " " + words[i];
            if (line.isEmpty() || width(longer) <= room) {
                line = new StringBuilder(longer);
            } else if (lines.size() + 1 < most) {
                lines.add(cut(line.toString(), room));
                line = new StringBuilder(words[i]);
            } else {
                line.append(" …");
                break;
            }
        }
        lines.add(cut(line.toString(), room));
        return lines;
    }

    private static String cut(String text, double room) {
        if (width(text) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(text.substring(0, end) + "…") > room) {
            end--;
        }
        return text.substring(0, end).replaceAll("[ …]+$", "") + "…";
    }
}
