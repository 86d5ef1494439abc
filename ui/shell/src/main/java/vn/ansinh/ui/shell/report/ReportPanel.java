package vn.ansinh.ui.shell.report;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.Command;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportFormat;
import vn.ansinh.api.report.Reports;
import vn.ansinh.api.report.Reports.Preview;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.job.JobPanel;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** One report: what it asks, what it shows, its files and its history. */
final class ReportPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(ReportPanel.class);
    /** Rows of detail on the screen; a file has all. */
    private static final int SHOWN = 1_000;

    private final transient ReportServices services;
    private transient ReportDefinition report;
    private boolean favourite;

    private final Div messages = new Div();
    private final Div asked = new Div();
    private final JobPanel job;
    private final Div result = new Div();
    private final Button run = new Button(TEXTS.get("run"), VaadinIcon.PLAY.create());
    private final Button export = new Button(TEXTS.get("export"), VaadinIcon.DOWNLOAD.create());
    private final Div starred = new Div();
    private ParameterBar bar;
    /** Which run is waited for: what an earlier one brings is not shown any more. */
    private int runs;

    /** @param values to begin with */
    ReportPanel(ReportServices services, ReportDefinition report, Map<String, String> values) {
        this.services = services;
        this.report = report;
        addClassName("as-contents");
        messages.addClassName("as-contents");
        asked.addClassName("as-contents");
        result.addClassName("as-contents");
        starred.addClassName("as-contents");
        job = new JobPanel(services.jobs());
        run.addClickListener(event -> run());
        ask(values);
        result.add(hint());
        add(messages, asked, job, result);
    }

    ReportDefinition report() {
        return report;
    }

    private void ask(Map<String, String> values) {
        bar = new ParameterBar(services, report, values);
        asked.removeAll();
        if (!report.parameters().isEmpty()) {
            asked.add(bar);
        }
    }

    private Component hint() {
        Div hint = new Div(
                report.basis() == null
                        ? report.description()
                        : TEXTS.get("basis", report.description(), report.basis()));
        hint.addClassName("as-empty");
        return hint;
    }

    /** What stands at the right of the title, from left to right. */
    List<Component> actions() {
        favourite = services.reports().favourites().contains(report.id());
        showStar();
        Button history = new Button(TEXTS.get("history"), VaadinIcon.CLOCK.create());
        history.addClickListener(event -> Problems.guard(() -> new HistoryDialog(services, report).open()));
        if (report.parameters().isEmpty()) {
            return List.of(starred, history, exportMenu());
        }
        return List.of(starred, new SavedMenu(services, () -> report, () -> bar.values()), history, exportMenu());
    }

    Button mainAction() {
        return run;
    }

    private void showStar() {
        starred.removeAll();
        starred.add(ReportCatalogue.star(report, favourite, () -> {
            services.reports().favour(report.id(), !favourite);
            favourite = !favourite;
            showStar();
        }));
    }

    private Component exportMenu() {
        Div entries = new Div();
        entries.addClassName("as-menu");
        Popover menu = new Popover(entries);
        menu.setTarget(export);
        menu.setModal(true);
        menu.setAutofocus(true);
        menu.setPosition(PopoverPosition.BOTTOM_END);
        menu.setAriaLabel(TEXTS.get("export"));
        for (ReportFormat format : services.reports().formats()) {
            Button entry = new Button(TEXTS.get("export.as", format.label(), format.extension()), event -> {
                menu.close();
                export(format);
            });
            entry.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            entries.add(entry);
        }
        Div both = new Div(export, menu);
        both.addClassName("as-contents");
        return both;
    }

    /** Runs with what the address says; from the catalogue one is asked first. */
    void begin() {
        Map<String, String> chosen = ReportAddress.chosen(report);
        if (!chosen.isEmpty() || report.parameters().isEmpty()) {
            ask(chosen);
            run();
        } else {
            bar.focusFirst();
        }
    }

    /** The report came, went or is another now. @param now empty when there is none */
    void changed(Optional<ReportDefinition> now) {
        boolean gone = !export.isEnabled();
        if (!gone && now.filter(report::equals).isPresent()) {
            // another one came or went
            return;
        }
        messages.removeAll();
        run.setEnabled(now.isPresent());
        export.setEnabled(now.isPresent());
        if (now.isEmpty()) {
            messages.add(MessageBar.warn(TEXTS.get("gone.lead"), TEXTS.get("gone")));
        } else if (!now.get().equals(report)) {
            Map<String, String> typed = bar.typed();
            report = now.get();
            ask(typed);
            messages.add(MessageBar.info(TEXTS.get("newer.lead", report.version()), TEXTS.get("newer")));
        } else if (gone) {
            messages.add(MessageBar.info(TEXTS.get("back.lead"), TEXTS.get("back")));
        }
    }

    private void run() {
        bar.values().ifPresent(values -> {
            ReportAddress.keep(report, values);
            messages.removeAll();
            result.removeAll();
            result.add(working());
            run.setEnabled(false);
            UI ui = UI.getCurrent();
            Caller caller = services.access().require();
            int mine = ++runs;
            Thread thread = new Thread(() -> preview(ui, caller, mine, values), "ansinh-report");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private static Component working() {
        ProgressBar progress = new ProgressBar();
        progress.setIndeterminate(true);
        progress.getElement().setAttribute("aria-label", TEXTS.get("running"));
        Div working = new Div(new Div(TEXTS.get("running")), progress);
        working.addClassName("as-empty");
        working.getElement().setAttribute("role", "status");
        return working;
    }

    /** On a thread of its own: a page never waits for more than a second. */
    private void preview(UI ui, Caller caller, int mine, Map<String, String> values) {
        try (Access.Binding binding = services.access().bind(caller)) {
            Preview preview = services.reports().preview(report.id(), values, SHOWN);
            later(
                    ui,
                    mine,
                    () -> result.add(new PreviewPanel(
                            preview, new CellLinks(services, preview.definition(), preview.values()))));
        } catch (RuntimeException e) {
            later(ui, mine, () -> result.add(Problems.bar(e)));
        }
    }

    private void later(UI ui, int mine, Command show) {
        try {
            ui.access(() -> {
                if (mine == runs) {
                    run.setEnabled(true);
                    result.removeAll();
                    show.execute();
                }
            });
        } catch (UIDetachedException closed) {
            // nobody looks any more
        }
    }

    private void export(ReportFormat format) {
        bar.values().ifPresent(values -> {
            Map<String, String> parameters = new LinkedHashMap<>(values);
            parameters.put(Reports.REPORT, report.id());
            parameters.put(Reports.FORMAT, format.name());
            job.submit(
                    Reports.JOB,
                    TEXTS.get("export.title", report.title(), format.label()),
                    parameters,
                    null,
                    ended -> {});
        });
    }
}
