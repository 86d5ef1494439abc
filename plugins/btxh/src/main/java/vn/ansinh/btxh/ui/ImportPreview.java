package vn.ansinh.btxh.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.Tooltip;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ansinh.api.text.Money;
import vn.ansinh.btxh.imports.ExcelImports;
import vn.ansinh.btxh.imports.Finding;
import vn.ansinh.btxh.imports.ImportSummary;
import vn.ansinh.btxh.imports.ImportSummary.SheetColumn;
import vn.ansinh.btxh.imports.PreviewRow;
import vn.ansinh.btxh.imports.Severity;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.grid.PageSource;
import vn.ansinh.ui.kit.job.Downloads;
import vn.ansinh.ui.kit.text.Texts;

/** The rows of a list as Excel shows them, with Excel's row numbers and column letters, and what was found in them. */
final class ImportPreview extends Div {

    private static final Texts TEXTS = Texts.of(ImportPreview.class);
    private static final String RESULT = "result";

    private final transient ExcelImports imports;
    private final transient ImportSummary summary;
    private final transient Runnable changed;
    private final Tabs tabs = new Tabs();
    private final transient Map<Tab, Severity> severityOf = new LinkedHashMap<>();
    private final Div holder = new Div();

    /** @param changed told after choices were made, when the counts are other ones */
    ImportPreview(ExcelImports imports, ImportSummary summary, Runnable changed) {
        this.imports = imports;
        this.summary = summary;
        this.changed = changed;
        addClassName("as-list");
        holder.addClassName("as-list");
        if (summary.choices() > 0 && summary.written() == null) {
            add(MessageBar.warn(TEXTS.get("preview.choices-lead"), TEXTS.get("preview.choices", summary.choices()))
                    .action(new Button(TEXTS.get("preview.choose"), event -> choose())));
        }
        add(bar(), holder);
        Shortcuts.addShortcutListener(this, this::onlyErrors, Key.F8);
        show();
    }

    private FilterBar bar() {
        FilterBar bar = new FilterBar();
        tab(null, summary.rows());
        tab(Severity.ERROR, summary.errors());
        if (summary.choices() > 0) {
            tab(Severity.CHOICE, summary.choices());
        }
        tab(Severity.WARNING, summary.warnings());
        tab(Severity.OK, summary.correct());
        tabs.addSelectedChangeListener(event -> show());
        bar.addField(tabs);
        if (summary.errors() + summary.choices() > 0) {
            bar.addAtEnd(Downloads.of(
                    TEXTS.get("preview.download", summary.errors() + summary.choices()),
                    "dong-phai-sua.xlsx",
                    ExcelImports.XLSX,
                    this::rejected));
        }
        return bar;
    }

    private void onlyErrors() {
        severityOf.forEach((tab, severity) -> {
            if (severity == Severity.ERROR) {
                tabs.setSelectedTab(tab);
            }
        });
    }

    private void tab(Severity severity, int count) {
        Span number = new Span(Money.format(count));
        number.addClassName("as-tabnum");
        if (severity == Severity.ERROR && count > 0) {
            number.addClassName("red");
        }
        Tab tab = new Tab(new Span(severity == null ? TEXTS.get("preview.all") : severity.label()), number);
        if (severity == Severity.ERROR) {
            Tooltip.forComponent(tab).setText(TEXTS.get("preview.errors-key"));
        }
        severityOf.put(tab, severity);
        tabs.add(tab);
    }

    private void show() {
        Severity severity = severityOf.get(tabs.getSelectedTab());
        LazyGrid<PreviewRow> grid = new LazyGrid<>(TEXTS.get("preview.label"));
        Grid<PreviewRow> rows = grid.grid();
        rows.addThemeVariants(GridVariant.LUMO_COLUMN_BORDERS);
        grid.numeric("number", TEXTS.get("preview.row"), row -> Integer.toString(row.number()))
                .setFrozen(true)
                .setPartNameGenerator(row -> "row-no");
        List<SheetColumn> columns = summary.columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).column() != null) {
                addColumn(grid, columns.get(i), i);
            }
        }
        grid.wrapped(RESULT, TEXTS.get("preview.result"), row -> "")
                .setRenderer(results())
                .setWidth("320px")
                .setFlexGrow(1)
                .setFrozenToEnd(true);
        grid.narrow(TEXTS.get("preview.label"), row -> narrow(row), row -> {});
        grid.setEmptyText(TEXTS.get("preview.empty"));
        grid.setSource((cursor, limit) -> page(severity, cursor, limit), limit -> Math.min(limit, count(severity)));
        holder.removeAll();
        holder.add(grid);
    }

    private void addColumn(LazyGrid<PreviewRow> grid, SheetColumn column, int index) {
        grid.text(column.letter(), column.letter() + " " + column.title(), row -> cell(row, index, column))
                .setAutoWidth(true)
                .setFlexGrow(0)
                .setPartNameGenerator(row -> mark(row, column));
    }

    /** An empty cell that is the matter says that it is empty. */
    private static String cell(PreviewRow row, int index, SheetColumn column) {
        String text = index < row.cells().size() ? row.cells().get(index) : "";
        return text.isEmpty() && mark(row, column) != null ? TEXTS.get("preview.blank") : text;
    }

    private static String mark(PreviewRow row, SheetColumn column) {
        String mark = null;
        for (Finding finding : row.findings()) {
            if (finding.column() == column.column()) {
                if (!finding.severity().written()) {
                    return "bad";
                }
                mark = "doubt";
            }
        }
        return mark;
    }

    /** The worst finding gives icon and colour; each finding is a line of its own. */
    private LitRenderer<PreviewRow> results() {
        return LitRenderer.<PreviewRow>of("<span class=\"as-result ${item.look}\"><vaadin-icon icon=\"${item.icon}\">"
                        + "</vaadin-icon><span class=\"as-wrap\">${item.text}</span></span>")
                .withProperty("look", row -> look(row.severity()))
                .withProperty("icon", row -> icon(row.severity()))
                .withProperty("text", this::told);
    }

    private static String look(Severity severity) {
        return switch (severity) {
            case ERROR -> "as-red";
            case CHOICE, WARNING -> "as-amber";
            case OK -> "as-green";
        };
    }

    private static String icon(Severity severity) {
        return switch (severity) {
            case ERROR -> "vaadin:close-circle";
            case CHOICE, WARNING -> "vaadin:warning";
            case OK -> "vaadin:check";
        };
    }

    private String told(PreviewRow row) {
        return row.findings().isEmpty()
                ? Severity.OK.label()
                : row.findings().stream().map(this::told).collect(Collectors.joining("\n"));
    }

    private String told(Finding finding) {
        return summary.columns().stream()
                .filter(column -> finding.column() != null && column.column() == finding.column())
                .findFirst()
                .map(column -> TEXTS.get("preview.at", column.letter(), finding.message()))
                .orElse(finding.message());
    }

    private NarrowRow narrow(PreviewRow row) {
        return new NarrowRow(TEXTS.get("preview.row-n", Integer.toString(row.number())), told(row), "", null);
    }

    private PageSource.Slice<PreviewRow> page(Severity severity, String cursor, int limit) {
        List<PreviewRow> rows =
                imports.rows(summary.id(), severity, cursor == null ? 0 : Integer.parseInt(cursor), limit);
        boolean last = rows.size() < limit;
        return new PageSource.Slice<>(
                rows, last ? null : Integer.toString(rows.get(rows.size() - 1).number()));
    }

    private int count(Severity severity) {
        if (severity == null) {
            return summary.rows();
        }
        return switch (severity) {
            case ERROR -> summary.errors();
            case CHOICE -> summary.choices();
            case WARNING -> summary.warnings();
            case OK -> summary.correct();
        };
    }

    private void choose() {
        new SplitDialog(imports, summary, changed).open();
    }

    private InputStream rejected() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        imports.rejected(summary.id(), file);
        return new ByteArrayInputStream(file.toByteArray());
    }
}
