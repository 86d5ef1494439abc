package vn.ansinh.ui.shell.closing;

import com.vaadin.flow.component.Composite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import vn.ansinh.api.report.ReportCell;
import vn.ansinh.api.report.ReportClosings.Closing;
import vn.ansinh.api.report.ReportClosings.Correction;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportColumn.Type;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.api.report.ReportRow.Kind;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.report.BandRow;

/** A report's figures as they count, the computed one beside each that was corrected. */
final class FigureGrid extends Composite<LazyGrid<FigureGrid.Line>> {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(FigureGrid.class);
    private static final int CHARACTER = 8;
    private static final int PADDING = 24;
    private static final int NARROWEST = 72;
    private static final int WIDEST = 320;
    private static final int ALL_SHOWN = 60;

    private final transient Closing closing;
    private final transient IntConsumer correct;
    private final transient Map<String, Correction> corrections = new HashMap<>();
    private final List<ReportColumn> columns;
    private final int named;

    /** A row and where it stands. */
    record Line(int position, ReportRow row) {}

    /** @param correct told the row that is to be corrected; {@code null} when nothing can be */
    FigureGrid(Closing closing, IntConsumer correct) {
        this.closing = closing;
        this.correct = correct;
        this.columns = closing.definition().columns();
        this.named = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).type() == Type.TEXT)
                .findFirst()
                .orElse(0);
        closing.corrections().forEach(each -> corrections.put(each.row() + "|" + each.column(), each));
    }

    @Override
    protected LazyGrid<Line> initContent() {
        String title = closing.definition().title();
        LazyGrid<Line> grid = new LazyGrid<>(title);
        for (int i = 0; i < columns.size(); i++) {
            column(grid, i);
        }
        grid.narrow(title, this::narrow, this::open);
        grid.grid().setPartNameGenerator(line -> switch (line.row().kind()) {
            case GROUP -> "strong open";
            case SUBTOTAL, TOTAL -> "strong sub";
            case DETAIL -> null;
        });
        BandRow.above(grid.grid(), columns);
        List<Line> lines = IntStream.range(0, closing.rows().size())
                .mapToObj(i -> new Line(i, closing.rows().get(i)))
                .toList();
        grid.setEmptyText(TEXTS.get("figures.none"));
        if (lines.size() <= ALL_SHOWN) {
            grid.grid().setAllRowsVisible(true);
            grid.addClassName("as-short");
        }
        grid.setRows(lines);
        return grid;
    }

    private void column(LazyGrid<Line> grid, int i) {
        ReportColumn column = columns.get(i);
        int width = Math.min(WIDEST, Math.max(NARROWEST, column.width() * CHARACTER + PADDING));
        if (i == named && correct != null) {
            grid.link(
                            column.name(),
                            column.title(),
                            line -> text(line, i),
                            line -> line.row().kind() == Kind.DETAIL,
                            this::open)
                    .setWidth(width + "px")
                    .setFlexGrow(column.width());
        } else if (column.type() == Type.TEXT) {
            grid.wrapped(column.name(), column.title(), line -> text(line, i))
                    .setWidth(width + "px")
                    .setFlexGrow(column.width());
        } else {
            grid.numeric(column.name(), column.title(), line -> text(line, i))
                    .setPartNameGenerator(line -> isCorrected(line, i) ? "doubt" : null);
        }
    }

    private boolean isCorrected(Line line, int i) {
        return corrections.containsKey(line.position() + "|" + columns.get(i).name());
    }

    private void open(Line line) {
        if (correct != null && line.row().kind() == Kind.DETAIL) {
            correct.accept(line.position());
        }
    }

    private String text(Line line, int i) {
        Object value = line.row().values().get(i);
        if (line.row().kind() != Kind.DETAIL && i == named) {
            return line.row().values().stream()
                    .filter(Objects::nonNull)
                    .findFirst()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .orElse(TEXTS.get("figures.total"));
        }
        if (line.row().kind() != Kind.DETAIL && value instanceof String) {
            return "";
        }
        String shown = ReportCell.text(columns.get(i).type(), value);
        if (isCorrected(line, i)) {
            Object computed = closing.computed().get(line.position()).values().get(i);
            return TEXTS.get(
                    "figures.corrected",
                    shown,
                    computed == null
                            ? TEXTS.get("figures.empty")
                            : ReportCell.text(columns.get(i).type(), computed));
        }
        return shown;
    }

    private NarrowRow narrow(Line line) {
        List<String> figures = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String text = text(line, i);
            if (i != named && columns.get(i).type() != Type.ORDINAL && !text.isEmpty()) {
                figures.add(columns.get(i).title() + ": " + text);
            }
        }
        return new NarrowRow(text(line, named), String.join(" · ", figures), "", null, "");
    }
}
