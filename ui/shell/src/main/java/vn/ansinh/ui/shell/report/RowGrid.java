package vn.ansinh.ui.shell.report;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import java.math.BigDecimal;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import vn.ansinh.api.report.ReportCell;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportColumn.Opens;
import vn.ansinh.api.report.ReportColumn.Type;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.api.report.ReportRow.Kind;
import vn.ansinh.api.report.Reports.Preview;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.text.Texts;

/** A report's rows on the screen: bands above columns, groups with their sums, the sums of all in the footer. */
final class RowGrid extends Composite<LazyGrid<ReportRow>> {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(RowGrid.class);
    private static final int CHARACTER = 6;
    private static final int PADDING = 20;
    private static final int NARROWEST = 60;
    private static final int WIDEST = 320;
    /** So many values stand in the second line of a row on a phone. */
    private static final int ON_PHONE = 3;

    private final transient Preview preview;
    private final transient CellLinks links;
    private final List<ReportColumn> columns;
    /** The column in which a group is named and totals say what they are. */
    private final int named;

    /** @param links what cells lead to */
    RowGrid(Preview preview, CellLinks links) {
        this.preview = preview;
        this.links = links;
        this.columns = preview.definition().columns();
        List<String> groups = preview.definition().groups();
        this.named = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).type() == Type.TEXT
                        && !groups.contains(columns.get(i).name()))
                .findFirst()
                .orElse(0);
    }

    @Override
    protected LazyGrid<ReportRow> initContent() {
        LazyGrid<ReportRow> grid = new LazyGrid<>(preview.definition().title());
        boolean sortable = preview.complete() && preview.definition().groups().isEmpty();
        for (int i = 0; i < columns.size(); i++) {
            Grid.Column<ReportRow> column = column(grid, i);
            // who it is about stays while one goes to the right
            column.setFrozen(i <= named);
            if (sortable) {
                column.setSortable(true);
                column.setComparator(byColumn(i));
            }
        }
        grid.narrow(
                preview.definition().title(),
                this::narrow,
                row -> row.kind() == Kind.DETAIL,
                row -> new RowDialog(columns, row, links).open());
        grid.grid().setPartNameGenerator(row -> switch (row.kind()) {
            case GROUP -> "strong open";
            case SUBTOTAL, TOTAL -> "strong sub";
            case DETAIL -> null;
        });
        BandRow.above(grid.grid(), columns);
        // their headings say it already
        preview.definition().groups().forEach(grid::hideAtFirst);
        grid.setEmptyText(TEXTS.get("rows.none"));
        grid.setRows(
                preview.rows().stream().filter(row -> row.kind() != Kind.TOTAL).toList());
        preview.rows().stream()
                .filter(row -> row.kind() == Kind.TOTAL)
                .findFirst()
                .ifPresent(total -> foot(grid, total));
        return grid;
    }

    private Grid.Column<ReportRow> column(LazyGrid<ReportRow> grid, int i) {
        ReportColumn column = columns.get(i);
        if (column.opens() != Opens.NOTHING && links.opens(column)) {
            return sized(
                    grid.link(
                            column.name(),
                            column.title(),
                            row -> text(row, i),
                            row -> links.opens(column, row),
                            row -> links.open(column, row)),
                    column);
        }
        return switch (column.type()) {
            case TEXT -> sized(grid.wrapped(column.name(), column.title(), row -> text(row, i)), column);
            default -> grid.numeric(column.name(), column.title(), row -> text(row, i));
        };
    }

    private static Grid.Column<ReportRow> sized(Grid.Column<ReportRow> grid, ReportColumn column) {
        int width = Math.min(WIDEST, Math.max(NARROWEST, column.width() * CHARACTER + PADDING));
        return grid.setWidth(width + "px").setFlexGrow(column.width());
    }

    private String text(ReportRow row, int i) {
        Object value = row.values().get(i);
        if (row.kind() == Kind.DETAIL) {
            return ReportCell.text(columns.get(i).type(), value);
        }
        if (i == named) {
            return label(row);
        }
        return value instanceof String ? "" : ReportCell.text(columns.get(i).type(), value);
    }

    /** What a group or a sum is called, wherever it stands in the row. */
    private static String label(ReportRow row) {
        return row.values().stream()
                .filter(Objects::nonNull)
                .findFirst()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .orElse("");
    }

    private void foot(LazyGrid<ReportRow> grid, ReportRow total) {
        String label = label(total);
        grid.footer(columns.get(named).name(), label.isEmpty() ? TEXTS.get("rows.total") : label);
        for (int i = 0; i < columns.size(); i++) {
            if (i != named && total.values().get(i) != null && !(total.values().get(i) instanceof String)) {
                grid.footer(columns.get(i).name(), text(total, i));
            }
        }
    }

    /** Vietnamese for names, by size for figures; what is empty comes last. */
    private static Comparator<ReportRow> byColumn(int i) {
        Collator collator = Collator.getInstance(new Locale("vi", "VN"));
        Comparator<Object> values = (one, other) -> {
            if (one instanceof Number left && other instanceof Number right) {
                return decimal(left).compareTo(decimal(right));
            }
            if (one instanceof LocalDate left && other instanceof LocalDate right) {
                return left.compareTo(right);
            }
            return collator.compare(one.toString(), other.toString());
        };
        return Comparator.comparing(row -> row.values().get(i), Comparator.nullsLast(values));
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal exact ? exact : BigDecimal.valueOf(number.longValue());
    }

    private NarrowRow narrow(ReportRow row) {
        String end = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).total() || columns.get(i).type() == Type.MONEY)
                .mapToObj(i -> text(row, i))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        List<String> others = new ArrayList<>();
        for (int i = 0; i < columns.size() && others.size() < ON_PHONE; i++) {
            String text = text(row, i);
            boolean told = i == named || columns.get(i).type() == Type.ORDINAL || text.equals(end);
            if (!told && !text.isEmpty()) {
                others.add(columns.get(i).title() + ": " + text);
            }
        }
        return new NarrowRow(text(row, named), String.join(" · ", others), end, null, "");
    }
}
