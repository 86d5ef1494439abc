package vn.ansinh.ui.shell.report;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.Reports.Use;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.job.Downloads;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** Who ran a report, when and with what; what was chosen can be chosen again, and a file that is still kept taken again. */
final class HistoryDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(HistoryDialog.class);
    private static final int SHOWN = 100;

    private final transient ReportServices services;
    private final transient ReportDefinition report;

    HistoryDialog(ReportServices services, ReportDefinition report) {
        this.services = services;
        this.report = report;
        setHeaderTitle(TEXTS.get("history.title", report.title()));
        setWidth("900px");
        setMaxWidth("96vw");
        setHeight("560px");
        LazyGrid<Use> grid = new LazyGrid<>(TEXTS.get("history.name"));
        grid.link("asOf", TEXTS.get("history.as-of"), use -> Formats.time(use.asOf()), this::again)
                .setWidth("150px")
                .setFlexGrow(0);
        grid.wrapped("who", TEXTS.get("history.who"), Use::fullName).setFlexGrow(2);
        grid.wrapped("chosen", TEXTS.get("history.chosen"), this::chosen).setFlexGrow(4);
        grid.text("format", TEXTS.get("history.format"), HistoryDialog::format)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.numeric("rows", TEXTS.get("history.rows"), use -> Money.format(use.rows()));
        grid.component("file", TEXTS.get("history.file"), this::file)
                .setWidth("120px")
                .setFlexGrow(0);
        grid.narrow(
                TEXTS.get("history.name"),
                use -> new NarrowRow(
                        Formats.time(use.asOf()), use.fullName() + " · " + chosen(use), format(use), null, ""),
                this::again);
        grid.setEmptyText(TEXTS.get("history.none"));
        grid.setRows(services.reports().history(report.id(), SHOWN));
        grid.addClassName("as-dialog-list");
        add(grid);
        getFooter().add(new Button(TEXTS.get("close"), event -> close()));
    }

    private String chosen(Use use) {
        return String.join(" · ", services.reports().words(report.id(), use.values()));
    }

    private static String format(Use use) {
        return use.format() == null ? TEXTS.get("history.screen") : use.format().label();
    }

    private Component file(Use use) {
        return use.job() != 0 && Downloads.has(services.jobs(), use.job())
                ? Downloads.ofJob(services.jobs(), use.job(), TEXTS.get("history.download"))
                : new Span();
    }

    private void again(Use use) {
        close();
        ReportAddress.open(report.id(), use.values());
    }
}
