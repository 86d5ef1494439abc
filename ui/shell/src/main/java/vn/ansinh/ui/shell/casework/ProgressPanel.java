package vn.ansinh.ui.shell.casework;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.casework.CaseFiles.Counts;
import vn.ansinh.api.casework.CaseFiles.View;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Step;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.BarChart;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.KeyFigures;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** How far the cases are: how many stand at each step, and which units have them. */
final class ProgressPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(ProgressPanel.class);

    private final transient CaseServices services;
    private final transient List<Procedure> procedures;
    private final Div figures = new Div();

    ProgressPanel(CaseServices services, List<Procedure> procedures, Runnable changed) {
        this.services = services;
        this.procedures = procedures;
        addClassNames("as-home", "as-scroll");
        figures.addClassName("as-home");
        add(filter().bar(procedures, false, () -> Problems.guard(this::fill), changed), figures);
        fill();
    }

    /** Of all steps, which are told apart here. */
    private static CaseFilter filter() {
        return CaseFilter.ofAddress(View.RUNNING).with(View.RUNNING).in(null);
    }

    private void fill() {
        CaseFilter filter = filter();
        Counts running = services.cases().counts(filter.query(null, 1));
        Counts waiting = services.cases().counts(filter.with(View.WAITING).query(null, 1));
        Counts decided = services.cases().counts(filter.with(View.DECIDED).query(null, 1));
        figures.removeAll();
        figures.add(new KeyFigures()
                .figure(TEXTS.get("view.RUNNING"), filter.count(running.all(), TEXTS.get("view.RUNNING")))
                .figure(TEXTS.get("progress.late"), filter.onlyLate().count(running.late(), TEXTS.get("progress.late")))
                .figure(
                        TEXTS.get("view.WAITING"),
                        filter.with(View.WAITING).count(waiting.all(), TEXTS.get("view.WAITING")))
                .figure(
                        TEXTS.get("view.DECIDED"),
                        filter.with(View.DECIDED).count(decided.all(), TEXTS.get("view.DECIDED"))));
        Div columns = new Div(bySteps(running, filter), PunctualityPanel.holders(services, procedures));
        columns.addClassNames("as-cols", "as-halves");
        figures.add(columns);
    }

    private Panel bySteps(Counts counts, CaseFilter filter) {
        Panel panel = new Panel(TEXTS.get("progress.steps"));
        if (counts.byStep().isEmpty()) {
            Span none =
                    new Span(TEXTS.get("progress.none", WorkContext.current().unitName()));
            none.addClassName("as-muted");
            return panel.content(none);
        }
        DataTable table = new DataTable(
                TEXTS.get("progress.steps"), List.of(TEXTS.get("list.step"), ">" + TEXTS.get("progress.cases")));
        List<BarChart.Bar> bars = new ArrayList<>();
        inOrder(counts.byStep(), filter.procedure()).forEach((step, number) -> {
            bars.add(new BarChart.Bar(step, number, Money.format(number)));
            table.row(new Span(step), filter.in(step).count(number, step));
        });
        Div both = new Div(
                BarChart.bars(TEXTS.get("progress.label", WorkContext.current().unitName()), bars), table);
        both.addClassName("as-stack");
        return panel.content(both);
    }

    /** Of one procedure in its own order; of several the fullest step first. */
    private Map<String, Integer> inOrder(Map<String, Integer> counts, String procedure) {
        Map<String, Integer> ordered = new LinkedHashMap<>();
        procedures.stream()
                .filter(one -> one.id().equals(procedure))
                .flatMap(one -> one.steps().stream())
                .map(Step::name)
                .filter(counts::containsKey)
                .forEach(step -> ordered.put(step, counts.get(step)));
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(step -> ordered.putIfAbsent(step.getKey(), step.getValue()));
        return ordered;
    }
}
