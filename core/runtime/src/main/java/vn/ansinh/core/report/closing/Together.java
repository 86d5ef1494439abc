package vn.ansinh.core.report.closing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.report.ReportClosings.Figure;
import vn.ansinh.api.report.ReportRow;

/** Reports of the units below put together, beside what the data say of all. Whole numbers of the same row are added up. */
final class Together {

    private final List<Figure> figures = new ArrayList<>();
    private int same;

    /** A figure by its row's key and its column. */
    private record Place(String rowKey, String column) {}

    /** @param sum of what was sent below @param named texts of the row */
    private record Below(long sum, Map<String, String> named) {

        Below and(long more) {
            return new Below(Math.addExact(sum, more), named);
        }
    }

    /** @param parts what counts of each unit below */
    Together(FigureRows.Table whole, Collection<FigureRows.Table> parts) {
        Map<Place, Below> below = new LinkedHashMap<>();
        parts.forEach(part -> add(part, below));
        if (!parts.isEmpty()) {
            compare(whole, below);
        }
        below.forEach((place, left) -> {
            if (left.sum() != 0) {
                figures.add(new Figure(-1, left.named(), place.column(), null, null, left.sum()));
            }
        });
    }

    private static void add(FigureRows.Table part, Map<Place, Below> below) {
        RowKeys keys = new RowKeys(part.columns());
        List<String> ofRows = keys.of(part.rows());
        for (int row = 0; row < ofRows.size(); row++) {
            if (ofRows.get(row) != null) {
                for (int i = 0; i < part.columns().size(); i++) {
                    if (RowKeys.isNumber(part.columns().get(i))
                            && part.rows().get(row).values().get(i) instanceof Long value) {
                        Map<String, String> named = keys.named(part.rows().get(row));
                        below.merge(
                                new Place(ofRows.get(row), part.columns().get(i).name()),
                                new Below(value, named),
                                (sum, more) -> sum.and(more.sum()));
                    }
                }
            }
        }
    }

    /** Takes out of {@code below} what the whole has, too. */
    private void compare(FigureRows.Table whole, Map<Place, Below> below) {
        RowKeys keys = new RowKeys(whole.columns());
        List<String> ofRows = keys.of(whole.rows());
        for (int row = 0; row < ofRows.size(); row++) {
            if (ofRows.get(row) != null) {
                for (int i = 0; i < whole.columns().size(); i++) {
                    if (RowKeys.isNumber(whole.columns().get(i))) {
                        Place place = new Place(
                                ofRows.get(row), whole.columns().get(i).name());
                        Below sum = below.remove(place);
                        compare(whole, keys, row, i, sum == null ? 0 : sum.sum());
                    }
                }
            }
        }
    }

    private void compare(FigureRows.Table whole, RowKeys keys, int row, int column, long sum) {
        ReportRow counts = whole.rows().get(row);
        Object value = counts.values().get(column);
        if (value instanceof Long || value == null) {
            long number = value == null ? 0 : (Long) value;
            if (number == sum) {
                same++;
            } else {
                Object computed = whole.computed().get(row).values().get(column);
                figures.add(new Figure(
                        row,
                        keys.named(counts),
                        whole.columns().get(column).name(),
                        computed instanceof Long said ? said : null,
                        (Long) value,
                        sum));
            }
        }
    }

    List<Figure> figures() {
        return figures;
    }

    /** How many figures are the same on both sides. */
    int same() {
        return same;
    }
}
