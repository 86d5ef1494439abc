package vn.ansinh.ui.shell.casework;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.casework.CaseFiles.Punctuality;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.ui.kit.component.BarChart;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.KeyFigures;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** On time and late by unit: of what was decided in a period, and of what runs today. A name goes down into the unit. */
final class PunctualityPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(PunctualityPanel.class);
    private static final String FROM = "tu";
    private static final String TO = "den";
    private static final int BARS = 15;

    private final transient CaseServices services;
    private final transient List<Procedure> procedures;
    private final Div figures = new Div();

    PunctualityPanel(CaseServices services, List<Procedure> procedures) {
        this.services = services;
        this.procedures = procedures;
        addClassNames("as-home", "as-scroll");
        figures.addClassName("as-home");
        FilterBar bar = new FilterBar();
        bar.addField(day(FROM, TEXTS.get("punctuality.from"), from(services.today())));
        bar.addField(day(TO, TEXTS.get("punctuality.to"), to(services.today())));
        add(bar, figures);
        fill();
    }

    private DateField day(String parameter, String label, LocalDate now) {
        DateField field = new DateField(null);
        field.setAriaLabel(label);
        field.setTooltipText(label);
        field.setValue(now);
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                PageAddress.current()
                        .put(
                                parameter,
                                event.getValue() == null ? "" : event.getValue().toString());
                Problems.guard(this::fill);
            }
        });
        return field;
    }

    private static LocalDate from(LocalDate today) {
        return day(FROM, today.withDayOfYear(1));
    }

    private static LocalDate to(LocalDate today) {
        return day(TO, today);
    }

    private static LocalDate day(String parameter, LocalDate otherwise) {
        try {
            return PageAddress.current().get(parameter).map(LocalDate::parse).orElse(otherwise);
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }

    /** A program has figures of its own; here a unit is as punctual as with all of them together. */
    private static List<Punctuality> together(
            CaseServices services, List<Procedure> procedures, LocalDate from, LocalDate to) {
        Map<Long, Punctuality> byUnit = new LinkedHashMap<>();
        procedures.stream()
                .map(Procedure::program)
                .distinct()
                .forEach(program -> services.cases()
                        .punctuality(program, WorkContext.current().unitId(), from, to)
                        .forEach(one -> byUnit.merge(one.unitId(), one, PunctualityPanel::sum)));
        return List.copyOf(byUnit.values());
    }

    private static Punctuality sum(Punctuality one, Punctuality other) {
        return new Punctuality(
                one.unitId(),
                one.onTime() + other.onTime(),
                one.late() + other.late(),
                one.running() + other.running(),
                one.runningLate() + other.runningLate(),
                one.waiting() + other.waiting());
    }

    private void fill() {
        figures.removeAll();
        LocalDate today = services.today();
        LocalDate from = from(today);
        LocalDate to = to(today);
        List<Punctuality> units = together(services, procedures, from, to);
        Punctuality all = units.stream().reduce(new Punctuality(0, 0, 0, 0, 0, 0), PunctualityPanel::sum);
        figures.add(new KeyFigures()
                .figure(TEXTS.get("punctuality.on-time"), Money.format(all.onTime()), share(all))
                .figure(TEXTS.get("punctuality.late"), Money.format(all.late()))
                .figure(TEXTS.get("punctuality.running"), Money.format(all.running()))
                .figure(TEXTS.get("punctuality.running-late"), Money.format(all.runningLate()))
                .figure(TEXTS.get("punctuality.waiting"), Money.format(all.waiting())));
        Panel table = new Panel(TEXTS.get("punctuality.title", Formats.date(from), Formats.date(to)));
        Panel plot = new Panel(TEXTS.get("punctuality.worst"));
        if (units.isEmpty()) {
            table.content(muted("punctuality.none"));
            plot.content(muted("punctuality.none"));
        } else {
            table.content(table(services, units, true));
            plot.content(plot(units));
        }
        figures.add(table, plot);
    }

    private Component plot(List<Punctuality> units) {
        List<BarChart.Bar> bars = units.stream()
                .filter(unit -> unit.late() + unit.runningLate() > 0)
                .sorted(Comparator.comparingInt((Punctuality unit) -> unit.late() + unit.runningLate())
                        .reversed())
                .limit(BARS)
                .map(unit -> new BarChart.Bar(
                        name(services, unit),
                        unit.late() + unit.runningLate(),
                        Money.format(unit.late() + unit.runningLate())))
                .toList();
        return bars.isEmpty()
                ? muted("punctuality.nothing-late")
                : BarChart.bars(
                        TEXTS.get("punctuality.label", WorkContext.current().unitName()), bars);
    }

    private static Span muted(String key) {
        Span sentence = new Span(TEXTS.get(key, WorkContext.current().unitName()));
        sentence.addClassName("as-muted");
        return sentence;
    }

    /** Which units have the cases that run. */
    static Panel holders(CaseServices services, List<Procedure> procedures) {
        Panel panel = new Panel(TEXTS.get("punctuality.holders"));
        LocalDate today = services.today();
        List<Punctuality> units = together(services, procedures, today, today).stream()
                .filter(unit -> unit.running() + unit.waiting() > 0)
                .sorted(Comparator.comparingInt(Punctuality::running).reversed())
                .toList();
        return panel.content(units.isEmpty() ? muted("punctuality.none") : table(services, units, false));
    }

    /** @param decided whether what was decided is told, too */
    private static Component table(CaseServices services, List<Punctuality> units, boolean decided) {
        List<String> headers = decided
                ? List.of("unit", ">on-time", ">late", ">share", ">running", ">running-late", ">waiting")
                : List.of("unit", ">running", ">running-late", ">waiting");
        DataTable table = new DataTable(
                TEXTS.get("punctuality.holders"),
                headers.stream()
                        .map(key -> key.startsWith(">")
                                ? ">" + TEXTS.get("punctuality." + key.substring(1))
                                : TEXTS.get("punctuality." + key))
                        .toList());
        for (Punctuality unit : units) {
            Component name = down(services, unit);
            Span running = new Span(Money.format(unit.running()));
            Span late = new Span(Money.format(unit.runningLate()));
            Span waiting = new Span(Money.format(unit.waiting()));
            if (unit.runningLate() > 0) {
                late.addClassNames("as-red", "as-b");
            }
            if (decided) {
                table.row(
                        name,
                        new Span(Money.format(unit.onTime())),
                        new Span(Money.format(unit.late())),
                        new Span(share(unit)),
                        running,
                        late,
                        waiting);
            } else {
                table.row(name, running, late, waiting);
            }
        }
        table.addClassName("as-wide-table");
        Div scroll = new Div(table);
        scroll.addClassName("as-table-scroll");
        scroll.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", TEXTS.get("punctuality.holders"));
        return scroll;
    }

    /** {@code 97,5 %} of what was decided was in time; blank while nothing was. */
    private static String share(Punctuality unit) {
        int decided = unit.onTime() + unit.late();
        if (decided == 0) {
            return "";
        }
        long tenths = Math.round(1000.0 * unit.onTime() / decided);
        return TEXTS.get("punctuality.percent", tenths / 10 + "," + tenths % 10);
    }

    private static String name(CaseServices services, Punctuality unit) {
        return services.units()
                .byId(unit.unitId())
                .map(AdministrativeUnit::name)
                .orElse("");
    }

    private static Component down(CaseServices services, Punctuality unit) {
        WorkContext context = WorkContext.current();
        if (unit.unitId() == context.unitId()) {
            return new Span(name(services, unit));
        }
        Button down = new Button(name(services, unit), event -> context.change(unit.unitId(), context.month()));
        down.addClassNames("as-link", "as-wrap");
        return down;
    }
}
