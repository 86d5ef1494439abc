package vn.ansinh.ui.shell.closing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import vn.ansinh.api.deadline.Cadence;
import vn.ansinh.api.report.ReportClosings;
import vn.ansinh.api.report.ReportClosings.Standing;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.KeyFigures;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.deadline.DueWords;

/** Where the units below stand with one report, the late ones first. */
final class BelowPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(BelowPanel.class);
    private static final String REPORT = "bao-cao";
    private static final String PERIOD = "ky-bao-cao";
    private static final int PERIODS = 6;

    private final transient ClosingServices services;
    private final transient List<ReportDefinition> reports;
    private final transient LongConsumer open;
    private final Component choice;
    private final Div list = new Div();

    /**
     * @param choice begins the line above the list
     * @param open told the number of a report to look at
     */
    BelowPanel(ClosingServices services, List<ReportDefinition> reports, Component choice, LongConsumer open) {
        this.choice = choice;
        this.services = services;
        this.reports = reports;
        this.open = open;
        addClassName("as-list");
        list.addClassName("as-list");
        show();
    }

    static boolean hasBelow(ClosingServices services, long unitId, LocalDate day) {
        return unitId == 0
                || services.units()
                                .byId(unitId)
                                .filter(unit -> unit.level() != Level.COMMUNE)
                                .isPresent()
                        && !services.units().children(unitId, day).isEmpty();
    }

    private void show() {
        ReportDefinition report = report();
        removeAll();
        add(bar(report), list);
        fill(report);
    }

    private ReportDefinition report() {
        String asked = PageAddress.current().get(REPORT).orElse("");
        return reports.stream()
                .filter(report -> report.id().equals(asked))
                .findFirst()
                .orElse(reports.get(0));
    }

    private static Cadence cadence(ReportDefinition report) {
        return report.submission().orElseThrow().levels().get(0).rule().cadence();
    }

    private LocalDate period(ReportDefinition report) {
        return cadence(report)
                .periodOf(PageAddress.current()
                        .get(PERIOD)
                        .filter(text -> text.matches("\\d{4}-\\d{2}-01"))
                        .map(LocalDate::parse)
                        .orElse(LocalDate.now(services.clock())));
    }

    private FilterBar bar(ReportDefinition report) {
        ComboBox<ReportDefinition> which = new ComboBox<>();
        which.setAriaLabel(TEXTS.get("standing.report"));
        which.setItems(reports);
        which.setItemLabelGenerator(each -> each.form() == null ? each.title() : each.form() + " – " + each.title());
        which.setValue(report);
        which.setWidth("380px");
        which.addValueChangeListener(event -> {
            if (event.getValue() == null) {
                which.setValue(event.getOldValue());
            } else if (event.isFromClient()) {
                PageAddress.current().put(REPORT, event.getValue().id());
                show();
            }
        });
        Select<LocalDate> when = new Select<>();
        when.setAriaLabel(TEXTS.get("standing.period"));
        when.setItems(periods(report));
        when.setItemLabelGenerator(day -> DueWords.period(cadence(report), day));
        when.setValue(period(report));
        when.setWidth("210px");
        when.addValueChangeListener(event -> {
            PageAddress.current().put(PERIOD, event.getValue().toString());
            fill(report);
        });
        FilterBar bar = new FilterBar();
        bar.addField(choice);
        bar.addField(which);
        bar.addField(when);
        return bar;
    }

    private List<LocalDate> periods(ReportDefinition report) {
        List<LocalDate> periods = new ArrayList<>();
        LocalDate period = cadence(report).periodOf(LocalDate.now(services.clock()));
        for (int i = 0; i < PERIODS; i++) {
            periods.add(period);
            period = cadence(report).periodOf(period.minusDays(1));
        }
        if (!periods.contains(period(report))) {
            periods.add(period(report));
        }
        return periods;
    }

    private void fill(ReportDefinition report) {
        list.removeAll();
        Problems.guard(() -> {
            List<Standing> standings = services.closings()
                    .standings(report.id(), WorkContext.current().unitId(), period(report));
            list.add(figures(standings), grid(standings));
        });
    }

    private static KeyFigures figures(List<Standing> standings) {
        return new KeyFigures()
                .figure(TEXTS.get("below.units"), Money.format(standings.size()))
                .figure(
                        TEXTS.get("below.late"),
                        count(standings.stream()
                                .filter(each -> each.late() && StandingWords.isOpen(each))
                                .count()))
                .figure(ReportClosings.State.SENT.label(), of(standings, ReportClosings.State.SENT))
                .figure(ReportClosings.State.RECEIVED.label(), of(standings, ReportClosings.State.RECEIVED))
                .figure(ReportClosings.State.RETURNED.label(), of(standings, ReportClosings.State.RETURNED));
    }

    private static String of(List<Standing> standings, ReportClosings.State state) {
        return count(standings.stream().filter(each -> each.state() == state).count());
    }

    private static String count(long number) {
        return Money.format(number);
    }

    private LazyGrid<Standing> grid(List<Standing> standings) {
        LazyGrid<Standing> grid = new LazyGrid<>(TEXTS.get("below.title"));
        grid.link("unit", TEXTS.get("standing.unit"), this::unit, this::open).setFlexGrow(3);
        grid.wrapped("due", TEXTS.get("standing.due"), StandingWords::due).setFlexGrow(2);
        grid.numeric("sent", TEXTS.get("standing.sent"), standing -> Formats.time(standing.sentAt()));
        grid.wrapped("by", TEXTS.get("standing.by"), standing -> standing.sentBy() == null ? "" : standing.sentBy())
                .setFlexGrow(2);
        grid.state("state", TEXTS.get("standing.state"), StandingWords::look, StandingWords::word);
        grid.narrow(
                TEXTS.get("below.title"),
                standing -> new NarrowRow(
                        unit(standing),
                        StandingWords.due(standing),
                        "",
                        StandingWords.look(standing),
                        StandingWords.word(standing)),
                this::open);
        grid.setEmptyText(TEXTS.get("below.none"));
        grid.setRows(standings);
        return grid;
    }

    private String unit(Standing standing) {
        return services.units()
                .byId(standing.unitId())
                .map(AdministrativeUnit::name)
                .orElse("");
    }

    private void open(Standing standing) {
        if (standing.closing() == 0) {
            Problems.done(TEXTS.get("below.not-begun", unit(standing)));
        } else {
            open.accept(standing.closing());
        }
    }
}
