package vn.ansinh.core.report.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.ansinh.api.report.ReportCell;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.core.paper.TablePaper;
import vn.ansinh.core.paper.TablePaper.Alignment;
import vn.ansinh.core.paper.TablePaper.Column;
import vn.ansinh.core.paper.TablePaper.Kind;
import vn.ansinh.core.paper.TablePaper.Row;
import vn.ansinh.core.report.render.ReportContent.Heading;

/**
 * A report's table as it stands on paper: values as text, widths shared out. What rows are grouped by has no column, the row above
 * a group says it.
 */
final class PaperTable {

    private static final double ALL = 100;
    /** Characters of the largest type that a line holds, upright and lying. */
    private static final double UPRIGHT = 95;

    private static final double LYING = 150;
    private static final double LARGEST = 11;
    private static final double SMALLEST = 7.5;
    /** Characters that text may need in one piece: numbers of papers. */
    private static final int UNBROKEN = 16;

    private static final double BREAKING = 0.5;
    /** Characters that the edges of a cell take. */
    private static final double EDGES = 2;

    /** Characters of a province's sums: billions. */
    private static final int MONEY = 14;

    private final List<ReportColumn> columns;
    private final int[] shown;
    private final boolean landscape;

    PaperTable(ReportDefinition definition) {
        this.columns = definition.columns();
        this.landscape = definition.landscape();
        int[] ungrouped = IntStream.range(0, columns.size())
                .filter(i -> !definition.groups().contains(columns.get(i).name()))
                .toArray();
        this.shown = ungrouped.length > 0
                ? ungrouped
                : IntStream.range(0, columns.size()).toArray();
    }

    /** What stands above the table of a report, and how wide its columns are. */
    TablePaper paper(ReportContent content) {
        ReportDefinition definition = content.definition();
        Heading heading = content.heading();
        return new TablePaper(
                heading.agencyAbove(),
                heading.agency(),
                ReportNotes.number(heading),
                heading.place(),
                heading.date(),
                definition.form(),
                definition.title(),
                content.subtitles(),
                content.mark(),
                definition.landscape(),
                textSize(),
                columns());
    }

    /** The columns from left to right. */
    List<Column> columns() {
        double all = width();
        return IntStream.of(shown)
                .mapToObj(columns::get)
                .map(column ->
                        new Column(column.title(), column.band(), alignment(column.type()), room(column) * ALL / all))
                .toList();
    }

    /** Points: the more a line has to hold, the smaller, within what can be read. */
    double textSize() {
        double fitting = LARGEST * Math.sqrt((landscape ? LYING : UPRIGHT) / width());
        return Math.max(SMALLEST, Math.min(LARGEST, Math.floor(fitting * 2) / 2));
    }

    private double width() {
        return IntStream.of(shown).mapToDouble(i -> room(columns.get(i))).sum();
    }

    /** Characters: what breaks into lines may be narrower than on a sheet, what does not keeps its room, and so do titles. */
    private static double room(ReportColumn column) {
        int width = column.type() == ReportColumn.Type.MONEY ? Math.max(MONEY, column.width()) : column.width();
        double room = column.type() == ReportColumn.Type.TEXT && width > UNBROKEN
                ? UNBROKEN + (width - UNBROKEN) * BREAKING
                : width + EDGES;
        int word = Stream.of(column.title().split(" "))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return Math.max(room, word + 2 * EDGES);
    }

    private static Alignment alignment(ReportColumn.Type type) {
        return switch (type) {
            case TEXT -> Alignment.LEFT;
            case MONEY, NUMBER -> Alignment.RIGHT;
            case DATE, MONTH, ORDINAL -> Alignment.CENTER;
        };
    }

    /** A row as text. */
    Row row(ReportRow row) {
        List<String> cells = new ArrayList<>(shown.length);
        for (int i : shown) {
            cells.add(ReportCell.text(columns.get(i).type(), row.values().get(i)));
        }
        return switch (row.kind()) {
            case DETAIL -> new Row(Kind.DETAIL, cells);
            case GROUP -> {
                cells.set(0, String.valueOf(row.values().get(0)));
                yield new Row(Kind.GROUP, cells);
            }
            case SUBTOTAL, TOTAL -> new Row(Kind.SUM, labelled(cells, row));
        };
    }

    /** The words before a sum stay when they stood in a column that paper does not show. */
    private List<String> labelled(List<String> cells, ReportRow row) {
        boolean there = IntStream.of(shown).anyMatch(i -> row.values().get(i) instanceof String);
        if (!there) {
            row.values().stream()
                    .filter(String.class::isInstance)
                    .findFirst()
                    .ifPresent(label -> cells.set(0, label + (cells.get(0).isEmpty() ? "" : " " + cells.get(0))));
        }
        return cells;
    }
}
