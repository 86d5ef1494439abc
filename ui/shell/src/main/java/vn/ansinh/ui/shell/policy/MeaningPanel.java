package vn.ansinh.ui.shell.policy;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.ansinh.api.policy.Citation;
import vn.ansinh.api.policy.PackDetail;
import vn.ansinh.api.policy.PackDetail.Timeline;
import vn.ansinh.api.policy.PackDetail.Value;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.component.StepChart;
import vn.ansinh.ui.kit.component.StepChart.Age;
import vn.ansinh.ui.kit.component.StepChart.Step;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.shell.Services;

/** What a pack means: its parameters in time as steps, its rates as a table, since when and where. */
final class MeaningPanel extends Panel {

    /** Parameters that are drawn at once; the others are one click away. */
    private static final int SHOWN = 2;

    private final transient LocalDate today;

    MeaningPanel(Services services, PackDetail detail) {
        super(text("policy.meaning"));
        today = LocalDate.now(services.clock());
        Span unit = new Span(text("policy.meaning.sub"));
        unit.addClassName("as-sub");
        beside(unit);
        List<Component> parts = new ArrayList<>();
        List<Timeline> bases =
                detail.timelines().stream().filter(Timeline::base).toList();
        bases.stream().limit(SHOWN).forEach(timeline -> parts.add(chart(timeline, bases.size() > 1)));
        Paragraph sentence = new Paragraph(sentence(services, detail));
        sentence.addClassNames("as-small", "as-muted");
        parts.add(sentence);
        if (bases.size() > SHOWN) {
            Div others = new Div();
            others.addClassName("as-lines");
            bases.stream().skip(SHOWN).forEach(timeline -> others.add(chart(timeline, true)));
            parts.add(new Details(text("policy.parameters", bases.size() - SHOWN), others));
        }
        List<Timeline> rates = detail.timelines().stream()
                .filter(timeline -> !timeline.base() && !timeline.values().isEmpty())
                .toList();
        if (!rates.isEmpty()) {
            Details more = new Details(text("policy.rates", rates.size()), table(rates));
            parts.add(more);
        }
        Div lines = new Div(parts.toArray(Component[]::new));
        lines.addClassName("as-lines");
        content(lines);
    }

    private Component chart(Timeline timeline, boolean named) {
        Div chart = new Div();
        if (named) {
            chart.add(new H3(timeline.name()));
        }
        chart.add(StepChart.of(
                text("policy.chart", timeline.name(), spoken(timeline)),
                timeline.values().stream().map(value -> step(timeline, value)).toList()));
        return chart;
    }

    private static String spoken(Timeline timeline) {
        List<String> steps = timeline.values().stream()
                .map(value ->
                        text("policy.chart.step", Formats.month(value.cited().countedFrom()), value.written()))
                .toList();
        return String.join("; ", steps);
    }

    private Step step(Timeline timeline, Value value) {
        Citation cited = value.cited();
        boolean provisional = cited.provisional() && value.gazetteReference() == null;
        int place = timeline.values().indexOf(value);
        boolean last = place == timeline.values().size() - 1;
        Age age = Age.PAST;
        if (cited.inForce().isAfter(today) || cited.countedFrom().isAfter(YearMonth.from(today))) {
            age = Age.COMING;
        } else if (last
                || timeline.values().get(place + 1).cited().countedFrom().isAfter(YearMonth.from(today))) {
            age = Age.PRESENT;
        }
        String written = value.written().replace(" đồng", "");
        return new Step(
                provisional ? text("policy.provisional-value", written) : written,
                value.number() == null ? 1 : value.number().doubleValue(),
                Formats.month(cited.countedFrom()),
                cited.clause(),
                age,
                provisional);
    }

    /** In force since, counted from, where, and what it changes. */
    private static String sentence(Services services, PackDetail detail) {
        List<String> sentences = new ArrayList<>();
        detail.timelines().stream()
                .flatMap(timeline -> timeline.values().stream())
                .filter(Value::own)
                .map(Value::cited)
                .max(Comparator.comparing(Citation::inForce).thenComparing(Citation::countedFrom))
                .ifPresent(latest -> sentences.add(
                        YearMonth.from(latest.inForce()).isAfter(latest.countedFrom())
                                ? text(
                                        "policy.retroactive",
                                        Formats.date(latest.inForce()),
                                        Formats.month(latest.countedFrom()))
                                : text("policy.in-force", Formats.date(latest.inForce()))));
        sentences.add(text("policy.holds-in", PackGrid.territory(services, detail.state())));
        if (!detail.state().amends().isEmpty()) {
            sentences.add(text("policy.amends", String.join(", ", detail.state().amends())));
        }
        return String.join(" ", sentences);
    }

    private static Component table(List<Timeline> rates) {
        DataTable table = new DataTable(
                text("policy.rates.label"),
                List.of(
                        text("policy.rate"),
                        text("policy.counted-from"),
                        ">" + text("policy.value"),
                        text("policy.clause"),
                        text("policy.value-state")));
        for (Timeline rate : rates) {
            String name = rate.name();
            for (Value value : rate.values()) {
                boolean provisional = value.cited().provisional() && value.gazetteReference() == null;
                table.row(
                        new Span(name),
                        new Span(Formats.month(value.cited().countedFrom())),
                        new Span(value.written()),
                        new Span(value.cited().clause()),
                        provisional ? new StateBadge(State.PROVISIONAL) : new Span());
                name = "";
            }
        }
        Div scroll = new Div(table);
        scroll.addClassName("as-xscroll");
        scroll.getElement().setAttribute("tabindex", "0");
        scroll.getElement().setAttribute("role", "region");
        scroll.getElement().setAttribute("aria-label", text("policy.rates.label"));
        return scroll;
    }
}
