package vn.ansinh.ui.shell.policy;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.job.Job;
import vn.ansinh.api.job.JobState;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.PackSimulation;
import vn.ansinh.api.policy.PackSimulation.Effect;
import vn.ansinh.api.policy.PackSimulation.Month;
import vn.ansinh.api.policy.PackSimulation.Outcome;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.api.policy.Packs;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.BarChart;
import vn.ansinh.ui.kit.component.BarChart.Bar;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.job.JobPanel;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.shell.Services;

/** What a version would cost and to whom: a job over real people in the unit and month of the page, which writes nothing. */
final class SimulationPanel extends Panel {

    /** Among how many of the account's latest jobs an earlier result is looked for. */
    private static final int LATEST = 50;

    private final transient Services services;
    private final transient PackVersion version;
    private final Button run = new Button(text("simulation.run"), VaadinIcon.PLAY.create());
    private final Span when = new Span();
    private final Div result = new Div();
    private final JobPanel job;

    SimulationPanel(Services services, PackVersion version) {
        super(text("simulation.title"));
        this.services = services;
        this.version = version;
        job = new JobPanel(services.jobs());
        when.addClassName("as-sub");
        run.addThemeVariants(ButtonVariant.LUMO_SMALL);
        run.addClickListener(event -> submit());
        run.setEnabled(services.access().require().may(Permissions.PAYROLL_READ));
        atEnd(when, run);
        result.addClassName("as-lines");
        content(new Div(job, result));
        result.add(muted(text("simulation.lead", where())));
        Problems.guard(() -> latest().ifPresent(this::show));
    }

    private String where() {
        WorkContext context = WorkContext.current();
        return text("simulation.where", context.unitName(), Formats.month(context.month()));
    }

    private Map<String, String> parameters() {
        WorkContext context = WorkContext.current();
        return Map.of(
                "pack", version.pack(),
                "version", Integer.toString(version.version()),
                "unit", Long.toString(context.unitId()),
                "from", context.month().toString(),
                "to", context.month().toString());
    }

    private Optional<Job> latest() {
        Map<String, String> asked = parameters();
        return services.jobs().latest(LATEST).stream()
                .filter(one -> one.type().equals(Packs.SIMULATE)
                        && one.state() == JobState.DONE
                        && one.parameters().equals(asked))
                .findFirst();
    }

    private void submit() {
        job.submit(Packs.SIMULATE, text("simulation.job", version, where()), parameters(), null, ended -> {
            if (ended.state() == JobState.DONE) {
                job.clear();
                show(ended);
            }
        });
    }

    private void show(Job ended) {
        PackSimulation simulation = PackSimulation.of(ended.result());
        when.setText(text(
                "simulation.when",
                Formats.time(ended.endedAt()),
                Math.max(1, Math.round(simulation.millis() / 1000.0))));
        run.setText(text("simulation.again"));
        result.removeAll();
        if (simulation.months().isEmpty()) {
            result.add(muted(text("simulation.nobody", where())));
            return;
        }
        Month month = simulation.months().get(simulation.months().size() - 1);
        result.add(muted(text("simulation.people", simulation.people(), where())));
        result.add(BarChart.bars(
                text("simulation.chart", Money.format(month.now()), Money.format(month.with())),
                List.of(
                        new Bar(text("simulation.now"), month.now(), Money.format(month.now())),
                        new Bar(text("simulation.with"), month.with(), Money.format(month.with())))));
        result.add(difference(month));
        if (simulation.arrears() != 0) {
            result.add(muted(text("simulation.arrears", Money.format(simulation.arrears()))));
        }
        result.add(outcomes(simulation.outcomes()));
    }

    private static Component difference(Month month) {
        long more = month.with() - month.now();
        String share = month.now() == 0 ? "" : text("simulation.share", tenths(more, month.now()));
        Div line = new Div(text("simulation.difference", signed(Money.format(more), more), share));
        line.addClassName("as-b");
        return line;
    }

    private static String tenths(long part, long whole) {
        long tenths = Math.round(1000.0 * part / whole);
        return (tenths > 0 ? "+" : "") + (tenths / 10) + "," + Math.abs(tenths % 10);
    }

    private static String signed(String written, long value) {
        return value > 0 ? "+" + written : written;
    }

    private Component outcomes(List<Outcome> outcomes) {
        DataTable table = new DataTable(
                text("simulation.outcomes"),
                List.of(text("simulation.outcome"), ">" + text("simulation.count"), ">" + text("simulation.monthly")));
        for (Effect effect : Effect.values()) {
            List<Outcome> same =
                    outcomes.stream().filter(one -> one.effect() == effect).toList();
            Span name = new Span(effect.label());
            name.addClassName("as-b");
            table.row(name, bold(Money.format(people(same))), bold(signed(Money.format(monthly(same)), monthly(same))));
            for (Outcome one : same) {
                table.row(
                        named(one),
                        new Span(Money.format(one.people())),
                        new Span(signed(Money.format(one.monthly()), one.monthly())));
            }
        }
        return table;
    }

    private Component named(Outcome outcome) {
        String benefit = services.policies()
                .benefit(outcome.benefit())
                .map(Benefit::name)
                .orElse(outcome.benefit());
        List<Component> lines = new ArrayList<>();
        lines.add(new Div(benefit));
        if (!outcome.reason().isBlank()) {
            Div reason = new Div(outcome.reason());
            reason.addClassNames("as-small", "as-muted");
            lines.add(reason);
        }
        return new Div(lines.toArray(Component[]::new));
    }

    private static long people(List<Outcome> outcomes) {
        return outcomes.stream().mapToLong(Outcome::people).sum();
    }

    private static long monthly(List<Outcome> outcomes) {
        return outcomes.stream().mapToLong(Outcome::monthly).sum();
    }

    private static Component bold(String figure) {
        Span span = new Span(figure);
        span.addClassName("as-b");
        return span;
    }

    private static Div muted(String words) {
        Div div = new Div(words);
        div.addClassNames("as-muted", "as-small");
        return div;
    }
}
