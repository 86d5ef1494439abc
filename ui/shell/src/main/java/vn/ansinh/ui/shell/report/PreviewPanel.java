package vn.ansinh.ui.shell.report;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import vn.ansinh.api.chart.Chart;
import vn.ansinh.api.chart.ChartSvg;
import vn.ansinh.api.report.Reports.Preview;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** What a report brought: of when it is, how much it is, and its rows or its charts. */
final class PreviewPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(PreviewPanel.class);
    private static final int CHART_WIDTH = 900;
    /** Query parameter, set when charts are shown. */
    private static final String CHARTS = "bieu-do";

    private final transient Preview preview;
    private final RowGrid grid;
    private final Div charts = new Div();
    private final Button turn = new Button();

    PreviewPanel(Preview preview, CellLinks links) {
        this.preview = preview;
        this.grid = new RowGrid(preview, links);
        addClassName("as-contents");
        add(head());
        if (!preview.complete()) {
            add(MessageBar.info(TEXTS.get("rows.first", shown(), preview.count())));
        }
        charts.addClassName("as-report-charts");
        preview.charts().forEach(chart -> charts.add(panel(chart)));
        add(charts, grid);
        show(!preview.charts().isEmpty() && PageAddress.current().get(CHARTS).isPresent());
    }

    private long shown() {
        return preview.rows().stream()
                .filter(row -> row.kind() == vn.ansinh.api.report.ReportRow.Kind.DETAIL)
                .count();
    }

    private Component head() {
        Span what = new Span(String.join(" · ", preview.subtitles()));
        what.addClassName("as-b");
        Span when = new Span(TEXTS.get("rows.as-of", preview.count(), Formats.time(preview.asOf())));
        when.addClassName("as-muted");
        when.getElement().setAttribute("role", "status");
        Span space = new Span();
        space.addClassName("as-grow");
        Div head = new Div(what, when, space);
        head.addClassNames("as-row", "wrap");
        if (!preview.charts().isEmpty()) {
            turn.addThemeVariants(ButtonVariant.LUMO_SMALL);
            turn.addClickListener(event -> show(grid.isVisible()));
            head.add(turn);
        }
        Button columns = grid.getContent().columnChooser();
        columns.addThemeVariants(ButtonVariant.LUMO_SMALL);
        head.add(columns);
        return head;
    }

    private void show(boolean asCharts) {
        charts.setVisible(asCharts);
        grid.setVisible(!asCharts);
        turn.setText(TEXTS.get(asCharts ? "show.table" : "show.charts"));
        turn.setIcon((asCharts ? VaadinIcon.TABLE : VaadinIcon.BAR_CHART_H).create());
        PageAddress.current().put(CHARTS, asCharts ? "1" : "");
    }

    private static Panel panel(Chart chart) {
        return new Panel(chart.title()).content(new Html(ChartSvg.of(chart, CHART_WIDTH)));
    }
}
