package vn.ansinh.ui.shell.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.ansinh.api.board.Boards;
import vn.ansinh.api.board.Projection;
import vn.ansinh.api.job.Job;
import vn.ansinh.api.job.JobState;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.job.JobPanel;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** What is ahead: a job over those who hold rights today; the account's latest result for the same question is shown at once. */
final class AheadPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(AheadPanel.class);

    /** Among how many of the account's latest jobs an earlier result is looked for. */
    private static final int LATEST = 50;

    private final transient BoardServices services;
    private final transient Set<String> programs;
    private final transient WorkContext context;
    private final Button run = new Button(TEXTS.get("ahead.run"), VaadinIcon.PLAY.create());
    private final Span when = new Span();
    private final Div result = new Div();
    private final Component report;
    private final JobPanel job;

    AheadPanel(BoardServices services, Set<String> programs, WorkContext context) {
        this.services = services;
        this.programs = new TreeSet<>(programs);
        this.context = context;
        addClassName("as-home");
        result.addClassName("as-home");
        job = new JobPanel(services.jobs());
        when.addClassName("as-sub");
        run.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        run.addClassName("as-no-print");
        run.addClickListener(event -> submit());
        report = BoardReport.AHEAD.link(services.access().require(), context, programs);
        report.setVisible(false);
        Panel panel =
                new Panel(TEXTS.get("ahead.title", Projection.AHEAD, context.unitName())).atEnd(when, report, run);
        panel.content(new Paragraph(TEXTS.get("ahead.lead")), BoardPanels.muted(TEXTS.get("ahead.not")), job);
        panel.body().addClassName("as-stack");
        add(panel, result);
        Problems.guard(() -> latest().ifPresent(this::show));
    }

    private Map<String, String> parameters() {
        return Map.of(
                "programs", String.join(",", programs),
                "unit", Long.toString(context.unitId()),
                "from", context.month().toString());
    }

    private Optional<Job> latest() {
        Map<String, String> asked = parameters();
        return services.jobs().latest(LATEST).stream()
                .filter(one -> one.type().equals(Boards.PROJECT)
                        && one.state() == JobState.DONE
                        && one.parameters().equals(asked))
                .findFirst();
    }

    private void submit() {
        String title = TEXTS.get("ahead.job", context.unitName(), Formats.month(context.month()));
        job.submit(Boards.PROJECT, title, parameters(), null, ended -> {
            if (ended.state() == JobState.DONE) {
                job.clear();
                show(ended);
            }
        });
    }

    private void show(Job ended) {
        Projection projection = Projection.of(ended.result());
        when.setText(TEXTS.get("ahead.when", Formats.time(ended.endedAt())));
        report.setVisible(true);
        run.setText(TEXTS.get("ahead.again"));
        run.removeThemeVariants(ButtonVariant.LUMO_PRIMARY);
        result.removeAll();
        Component[] shown = projection.people() == 0
                ? new Component[] {BoardPanels.muted(TEXTS.get("ahead.nobody", context.unitName()))}
                : new AheadTables(projection, context.unitName()).all();
        result.add(shown);
    }
}
