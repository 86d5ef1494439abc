package vn.ansinh.core.paper;

import freemarker.core.TemplateClassResolver;
import freemarker.core.XMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.ansinh.api.chart.Chart;
import vn.ansinh.api.chart.ChartDrawing;
import vn.ansinh.api.report.ColumnBand;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.training.Training;
import vn.ansinh.core.paper.TablePaper.Column;
import vn.ansinh.core.paper.TablePaper.Ending;
import vn.ansinh.core.paper.TablePaper.Kind;
import vn.ansinh.core.paper.TablePaper.Row;

/** Fills {@code table.ftlx}. Values are escaped by the template's format; it can reach no class. */
final class TableTemplate {

    /** Nobody signs a page that shows nothing of the list. */
    private static final int ROWS_ABOVE_ENDING = 3;

    private final Template template;
    private final Training training;

    TableTemplate(Training training) {
        this.training = training;
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(TableTemplate.class, "");
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocale(Locale.ROOT);
        configuration.setOutputFormat(XMLOutputFormat.INSTANCE);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        try {
            template = configuration.getTemplate("table.ftlx");
        } catch (IOException e) {
            throw new IllegalStateException("table.ftlx is part of this bundle", e);
        }
    }

    /**
     * One part of the paper.
     *
     * @param rows of this part
     * @param ending {@code null} in all parts but the last
     * @param drawings of the ending's charts
     */
    String fill(TablePaper paper, List<Row> rows, boolean first, Ending ending, List<ChartDrawing> drawings)
            throws IOException {
        Map<String, Object> values = new HashMap<>();
        values.put("training", training.active() ? Training.WORDS : null);
        values.put("first", first);
        values.put("last", ending != null);
        int kept = ending == null ? rows.size() : Math.max(0, rows.size() - ROWS_ABOVE_ENDING);
        values.put("blocks", blocks(rows.subList(0, kept)));
        values.put(
                "lastRows",
                rows.subList(kept, rows.size()).stream().map(TableTemplate::row).toList());
        values.put("agencyAbove", paper.agencyAbove());
        values.put("agency", paper.agency());
        values.put("number", paper.number());
        String date = Vietnamese.dayInWords(paper.date());
        values.put("placed", paper.place() == null ? date : paper.place() + ", " + date);
        values.put("form", paper.form());
        values.put("title", paper.title());
        values.put("subtitles", paper.subtitles());
        values.put("mark", paper.mark());
        values.put("landscape", paper.landscape());
        values.put("size", String.format(Locale.ROOT, "%.1f", paper.textSize()));
        values.put(
                "columns", paper.columns().stream().map(TableTemplate::column).toList());
        values.put("upper", upper(paper.columns()));
        if (ending != null) {
            values.put("inWords", ending.inWords());
            values.put("notes", ending.notes());
            values.put(
                    "signatories",
                    ending.signatories().stream()
                            .map(each -> Map.of("title", each.title(), "instruction", each.instruction()))
                            .toList());
            values.put("recipients", ending.recipients());
            values.put("charts", charts(ending.charts(), drawings));
            values.put("chartWidth", PaperCharts.WIDTH);
        }
        try (StringWriter html = new StringWriter()) {
            template.process(values, html);
            return html.toString();
        } catch (TemplateException e) {
            throw new IOException(e);
        }
    }

    /** Rows in blocks: the name of a group and the row after it stay on one page. */
    private static List<Map<String, Object>> blocks(List<Row> rows) {
        List<Map<String, Object>> blocks = new ArrayList<>();
        for (int from = 0; from < rows.size(); ) {
            boolean group = rows.get(from).kind() == Kind.GROUP;
            int to = from;
            while (to < rows.size() && (rows.get(to).kind() == Kind.GROUP) == group) {
                to++;
            }
            to = group ? Math.min(to + 1, rows.size()) : to;
            blocks.add(Map.of(
                    "together",
                    group,
                    "from",
                    from,
                    "rows",
                    rows.subList(from, to).stream().map(TableTemplate::row).toList()));
            from = to;
        }
        return blocks;
    }

    /** How many cells the label of a row takes; 0 for one without. */
    static int span(Row row) {
        return switch (row.kind()) {
            case DETAIL -> 0;
            case GROUP -> row.cells().size();
            case SUM -> labelSpan(row.cells());
        };
    }

    private static Map<String, Object> row(Row row) {
        int span = span(row);
        return Map.of(
                "sum",
                row.kind() == Kind.SUM,
                "span",
                span,
                "label",
                String.join("", row.cells().subList(0, span)),
                "cells",
                row.cells());
    }

    private static Map<String, Object> column(Column column) {
        Map<String, Object> values = new HashMap<>();
        values.put("title", column.title());
        values.put("band", column.band());
        values.put("align", column.alignment().name().toLowerCase(Locale.ROOT));
        values.put("width", String.format(Locale.ROOT, "%.2f", column.width()));
        return values;
    }

    /** The upper row of the table's head: bands over their columns, titles over two rows; empty where there are no bands. */
    private static List<Map<String, Object>> upper(List<Column> columns) {
        List<Map<String, Object>> cells = new ArrayList<>();
        for (ColumnBand band : ColumnBand.of(columns.stream().map(Column::band).toList())) {
            boolean over = band.title() != null;
            cells.add(Map.of(
                    "text",
                    over ? band.title() : columns.get(band.from()).title(),
                    "columns",
                    band.columns(),
                    "rows",
                    over ? 1 : 2));
        }
        return cells;
    }

    private static List<Map<String, Object>> charts(List<Chart> charts, List<ChartDrawing> drawings) {
        List<Map<String, Object>> rooms = new ArrayList<>();
        for (int i = 0; i < charts.size(); i++) {
            rooms.add(Map.of(
                    "id",
                    PaperCharts.id(i),
                    "title",
                    charts.get(i).title(),
                    "height",
                    drawings.get(i).height()));
        }
        return rooms;
    }

    /** How many cells the label takes: itself, the blank ones before it and those after it. */
    private static int labelSpan(List<String> cells) {
        int span = 0;
        boolean met = false;
        while (span < cells.size() && (cells.get(span).isBlank() || !met)) {
            met |= !cells.get(span).isBlank();
            span++;
        }
        return span;
    }
}
