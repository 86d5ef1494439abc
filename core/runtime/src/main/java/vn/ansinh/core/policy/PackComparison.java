package vn.ansinh.core.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.api.policy.PackDetail;
import vn.ansinh.api.policy.PackDifference.Change;
import vn.ansinh.api.policy.PackDifference.Kind;
import vn.ansinh.api.policy.PackDifference.Line;
import vn.ansinh.api.text.Money;

/** What two versions of a pack have not in common: lines for who writes packs, meaning for who answers for them. */
final class PackComparison {

    /** Above it (a thousand changed lines against a thousand) all that is between is told as changed. */
    private static final int MOST_CELLS = 1_000_000;

    private PackComparison() {}

    /** All lines of both, in order; a longest common subsequence stays. */
    static List<Line> lines(String older, String newer) {
        String[] a = older.isEmpty() ? new String[0] : older.split("\\R", -1);
        String[] b = newer.isEmpty() ? new String[0] : newer.split("\\R", -1);
        int head = 0;
        while (head < a.length && head < b.length && a[head].equals(b[head])) {
            head++;
        }
        int tail = 0;
        while (tail < a.length - head
                && tail < b.length - head
                && a[a.length - 1 - tail].equals(b[b.length - 1 - tail])) {
            tail++;
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < head; i++) {
            lines.add(new Line(Kind.SAME, i + 1, i + 1, a[i]));
        }
        between(a, head, a.length - tail, b, head, b.length - tail, lines);
        for (int i = tail; i > 0; i--) {
            lines.add(new Line(Kind.SAME, a.length - i + 1, b.length - i + 1, a[a.length - i]));
        }
        return lines;
    }

    private static void between(String[] a, int i, int aEnd, String[] b, int j, int bEnd, List<Line> lines) {
        int[][] common = lengths(a, i, aEnd, b, j, bEnd);
        int row = 0;
        int column = 0;
        while (i + row < aEnd || j + column < bEnd) {
            boolean both = i + row < aEnd && j + column < bEnd;
            if (both && common != null && a[i + row].equals(b[j + column])) {
                lines.add(new Line(Kind.SAME, i + row + 1, j + column + 1, a[i + row]));
                row++;
                column++;
            } else if (i + row < aEnd
                    && (!both || common == null || common[row + 1][column] >= common[row][column + 1])) {
                lines.add(new Line(Kind.REMOVED, i + row + 1, 0, a[i + row]));
                row++;
            } else {
                lines.add(new Line(Kind.ADDED, 0, j + column + 1, b[j + column]));
                column++;
            }
        }
    }

    /** Length of the longest common subsequence of what follows each pair of lines; {@code null} when it is too much. */
    private static int[][] lengths(String[] a, int i, int aEnd, String[] b, int j, int bEnd) {
        int rows = aEnd - i;
        int columns = bEnd - j;
        if ((long) rows * columns > MOST_CELLS) {
            return null;
        }
        int[][] common = new int[rows + 1][columns + 1];
        for (int row = rows - 1; row >= 0; row--) {
            for (int column = columns - 1; column >= 0; column--) {
                common[row][column] = a[i + row].equals(b[j + column])
                        ? common[row + 1][column + 1] + 1
                        : Math.max(common[row + 1][column], common[row][column + 1]);
            }
        }
        return common;
    }

    /** What changed in meaning: values, then benefits, then examples. */
    static List<Change> changes(PackDetail older, PackDetail newer) {
        Map<String, String> before = meaning(older);
        Map<String, String> after = meaning(newer);
        Set<String> all = new LinkedHashSet<>(after.keySet());
        all.addAll(before.keySet());
        List<Change> changes = new ArrayList<>();
        for (String what : all) {
            String was = before.get(what);
            String is = after.get(what);
            if (was == null || !was.equals(is)) {
                changes.add(new Change(what, was, is));
            }
        }
        return changes;
    }

    private static Map<String, String> meaning(PackDetail detail) {
        Map<String, String> meaning = new LinkedHashMap<>();
        for (PackDetail.Timeline timeline : detail.timelines()) {
            for (PackDetail.Value value : timeline.values()) {
                if (value.own()) {
                    meaning.put(
                            timeline.name() + ", tính từ "
                                    + PackReading.month(value.cited().countedFrom()),
                            value.written() + " (" + value.cited().clause()
                                    + (value.cited().provisional() ? ", tạm tính)" : ")"));
                }
            }
        }
        detail.benefits()
                .forEach(benefit ->
                        meaning.put("Chế độ " + benefit.code(), benefit.name() + " (" + benefit.clause() + ")"));
        detail.examples()
                .forEach(example -> meaning.put(
                        "Ví dụ «" + example.name() + "», kỳ " + example.month() + ", " + example.benefit(),
                        Money.format(example.expected()) + " đồng"));
        return meaning;
    }
}
