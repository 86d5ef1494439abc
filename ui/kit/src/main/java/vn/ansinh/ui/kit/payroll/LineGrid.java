package vn.ansinh.ui.kit.payroll;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.benefit.PayrollLine;
import vn.ansinh.api.benefit.Payrolls;
import vn.ansinh.api.benefit.Payrolls.LineFilter;
import vn.ansinh.api.benefit.Payrolls.LinePage;
import vn.ansinh.api.benefit.Payrolls.LineQuery;
import vn.ansinh.api.benefit.Payrolls.Totals;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.grid.PageSource;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** The lines of a payment list. An open line tells how its figure came about. */
final class LineGrid extends LazyGrid<PayrollLine> {

    private static final Texts TEXTS = Texts.of(LineGrid.class);

    private final String program;
    private final transient PayrollServices services;
    private final YearMonth month;
    private final Set<Long> continued = new HashSet<>();
    private final Map<String, Long> lastOf = new HashMap<>();

    /** @param severalCommunes whether each line says which commune pays it */
    LineGrid(String program, PayrollServices services, YearMonth month, boolean severalCommunes) {
        super(TEXTS.get("lines.label"));
        this.program = program;
        this.services = services;
        this.month = month;
        addColumns();
        if (!severalCommunes) {
            hideAtFirst("unit");
        }
        Grid<PayrollLine> grid = grid();
        grid.setPartNameGenerator(line -> arrears(line) || continued.contains(line.id()) ? "sub" : null);
        grid.setItemDetailsRenderer(
                new ComponentRenderer<>(line -> new LineExplanation(line, services, program, month)));
        grid.setDetailsVisibleOnClick(true);
    }

    private void addColumns() {
        link("name", TEXTS.get("lines.name"), this::name, this::toggle)
                .setFlexGrow(2)
                .setWidth("170px");
        numeric("birth", TEXTS.get("lines.birth"), line -> arrears(line) ? "" : line.birth());
        wrapped("benefit", TEXTS.get("lines.benefit"), this::benefit)
                .setFlexGrow(3)
                .setWidth("200px");
        numeric("period", TEXTS.get("lines.period"), PlainWords::months);
        money("base", TEXTS.get("lines.base"), PayrollLine::base);
        numeric("coefficient", TEXTS.get("lines.coefficient"), LineGrid::coefficient);
        numeric("multiple", TEXTS.get("lines.multiple"), line -> line.multiple() == 1 ? "" : "× " + line.multiple());
        money("amount", TEXTS.get("lines.amount"), PayrollLine::amount).setPartNameGenerator(line -> "strong");
        text("method", TEXTS.get("lines.method"), this::method).setFlexGrow(1).setWidth("120px");
        wrapped("address", TEXTS.get("lines.address"), line -> line.address() == null ? "" : line.address());
        wrapped("unit", TEXTS.get("communes.unit"), this::commune)
                .setFlexGrow(1)
                .setWidth("110px");
        hideAtFirst("address");
        narrow(
                TEXTS.get("lines.label"),
                line -> new NarrowRow(
                        name(line), benefit(line) + ", " + PlainWords.months(line), Money.format(line.amount()), null),
                this::toggle);
    }

    /** Shows the lines that a search and a quick filter leave, with their sums in the footer. */
    void show(long unitId, String text, LineFilter filter, String emptyText) {
        setEmptyText(emptyText);
        continued.clear();
        lastOf.clear();
        Totals totals = services.payrolls().totals(query(unitId, text, filter, null, 1));
        setSource(
                (cursor, limit) -> slice(cursor, services.payrolls().lines(query(unitId, text, filter, cursor, limit))),
                limit -> Math.min(limit, totals.lines()));
        footer("name", totals.lines() == 0 ? "" : TEXTS.get("lines.people", totals.people()));
        footer("amount", totals.lines() == 0 ? "" : Money.format(totals.total()));
    }

    private Payrolls.LineQuery query(long unitId, String text, LineFilter filter, String cursor, int limit) {
        return new LineQuery(program, unitId, month, text, filter, cursor, limit);
    }

    /** Notes which lines go on with the person of the line before, also across pages. */
    private PageSource.Slice<PayrollLine> slice(String cursor, LinePage page) {
        long before = cursor == null ? 0 : lastOf.getOrDefault(cursor, 0L);
        for (PayrollLine line : page.lines()) {
            if (line.personId() == before) {
                continued.add(line.id());
            }
            before = line.personId();
        }
        if (page.next() != null) {
            lastOf.put(page.next(), before);
        }
        return new PageSource.Slice<>(page.lines(), page.next());
    }

    private void toggle(PayrollLine line) {
        grid().setDetailsVisible(line, !grid().isDetailsVisible(line));
    }

    private boolean arrears(PayrollLine line) {
        return line.period().isBefore(month);
    }

    /** Money for care goes by the name of who receives it; a person's second line stands below the first. */
    private String name(PayrollLine line) {
        String name = line.payment().payeeRole() == PayeeRole.CAREGIVER
                ? TEXTS.get("lines.caregiver", line.payment().payeeName(), line.personName())
                : line.personName();
        return continued.contains(line.id()) ? TEXTS.get("lines.same-person", name) : name;
    }

    private static String coefficient(PayrollLine line) {
        return line.clause() == null ? "" : "× " + Formats.coefficient(line.coefficient());
    }

    private String benefit(PayrollLine line) {
        String name = services.discretion().tell(line.benefit(), line.rateName());
        return arrears(line) ? TEXTS.get("lines.arrears", name) : name;
    }

    private String commune(PayrollLine line) {
        return services.units()
                .byId(line.unitId())
                .map(AdministrativeUnit::name)
                .orElse("");
    }

    private String method(PayrollLine line) {
        return TEXTS.get("method." + line.payment().method());
    }
}
