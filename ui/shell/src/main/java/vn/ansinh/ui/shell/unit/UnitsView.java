package vn.ansinh.ui.shell.unit;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.shell.layout.SidePanel;

/** Administrative units as they were on a day: from province to commune, or by search; what became of each. */
@Permitted(Permissions.UNIT_READ)
public class UnitsView extends Page implements AfterNavigationObserver {

    private static final long serialVersionUID = 1L;
    private static final int HITS = 300;
    private static final String DAY = "ngay";
    private static final String ABOVE = "thuoc";
    private static final String SEARCH = "tim";

    private final transient Units units;
    private final transient Clock clock;
    private final Div filters = new Div();
    private final LazyGrid<AdministrativeUnit> grid = new LazyGrid<>(text("units.title"));
    private final SidePanel side = new SidePanel(grid);

    public UnitsView(Units units, Clock clock) {
        super(text("units.title"));
        this.units = units;
        this.clock = clock;
        filters.addClassName("as-contents");
        grid.text("code", text("units.code"), AdministrativeUnit::code)
                .setWidth("84px")
                .setFlexGrow(0);
        grid.link("name", text("units.name"), AdministrativeUnit::name, this::open)
                .setFlexGrow(3);
        grid.text("level", text("units.level"), unit -> text("units.level." + unit.level()))
                .setWidth("100px")
                .setFlexGrow(0);
        grid.wrapped("above", text("units.above"), this::above).setFlexGrow(3);
        grid.date("from", text("units.from"), AdministrativeUnit::validFrom);
        grid.date("to", text("units.to"), AdministrativeUnit::validTo)
                .setAutoWidth(false)
                .setWidth("136px");
        grid.narrow(text("units.name"), unit -> new NarrowRow(unit.name(), above(unit), unit.code(), null), this::open);
        grid.setEmptyText(text("units.none"));
        add(filters, side);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        showFilters();
        load();
    }

    private void showFilters() {
        PageAddress address = PageAddress.current();
        FilterBar bar = new FilterBar();
        bar.search(text("units.search"), SEARCH, this::load);
        DateField date = new DateField(null);
        date.setAriaLabel(text("units.day"));
        date.setTooltipText(text("units.day"));
        date.setValue(day());
        date.addValueChangeListener(change -> {
            LocalDate day = change.getValue();
            if (day != null) {
                address.put(DAY, day.equals(LocalDate.now(clock)) ? "" : day.toString());
                load();
            }
        });
        bar.addField(date);
        within().ifPresent(unit -> bar.chip(text("units.in"), unit.name(), () -> goInto(null)));
        filters.removeAll();
        filters.add(bar);
    }

    private void load() {
        Problems.guard(() -> {
            LocalDate day = day();
            String wanted = PageAddress.current().get(SEARCH).orElse("");
            long above = within().map(AdministrativeUnit::id).orElse(0L);
            List<AdministrativeUnit> rows;
            if (!wanted.isEmpty()) {
                rows = units.search(wanted, above, day, HITS);
            } else {
                rows = above == 0 ? units.provinces(day) : units.children(above, day);
            }
            grid.setRows(rows);
            grid.footer("name", rows.size() < HITS ? text("units.count", rows.size()) : text("units.many", HITS));
            setSub(text("units.as-of", Formats.date(day)));
        });
    }

    private LocalDate day() {
        try {
            return PageAddress.current().get(DAY).map(LocalDate::parse).orElseGet(() -> LocalDate.now(clock));
        } catch (DateTimeParseException e) {
            return LocalDate.now(clock);
        }
    }

    private Optional<AdministrativeUnit> within() {
        return PageAddress.current().get(ABOVE).flatMap(code -> units.byCode(code, day()));
    }

    private String above(AdministrativeUnit unit) {
        return unit.parentId() == 0 ? "" : units.fullName(unit.parentId());
    }

    /** Lists what lies below a unit; {@code null} for the provinces. */
    private void goInto(AdministrativeUnit unit) {
        PageAddress.current().put(Map.of(ABOVE, unit == null ? "" : unit.code(), SEARCH, ""));
        side.close();
        showFilters();
        load();
    }

    private void open(AdministrativeUnit unit) {
        Problems.guard(() -> {
            LocalDate day = day();
            List<Component> content = new ArrayList<>();
            content.add(new FactList()
                    .fact(text("units.code"), unit.code())
                    .fact(text("units.level"), text("units.level." + unit.level()))
                    .fact(text("units.above"), above(unit))
                    .fact(text("units.from"), Formats.date(unit.validFrom()))
                    .fact(text("units.to"), Formats.date(unit.validTo())));
            int below = units.children(unit.id(), day).size();
            if (below > 0) {
                content.add(new Button(text("units.below", below), VaadinIcon.LIST_UL.create(), event -> goInto(unit)));
            }
            content.add(SidePanel.heading(text("units.before")));
            content.add(steps(text("units.before"), units.predecessors(unit.id()), text("units.before.none")));
            content.add(SidePanel.heading(text("units.after")));
            content.add(steps(text("units.after"), units.successors(unit.id()), text("units.after.none")));
            boolean lasts = unit.validTo() == null;
            StateBadge state =
                    new StateBadge(lasts ? State.APPROVED : State.ENDED, text(lasts ? "units.lasts" : "units.ended"));
            side.open(unit.name(), new Component[] {state}, content.toArray(Component[]::new));
        });
    }

    private Component steps(String caption, List<Units.Succession> steps, String none) {
        if (steps.isEmpty()) {
            Div nothing = new Div(none);
            nothing.addClassName("as-muted");
            return nothing;
        }
        DataTable table = new DataTable(
                caption,
                List.of(text("units.code"), text("units.name"), text("units.part"), ">" + text("units.since")));
        steps.forEach(step -> table.row(
                step.unit().code(),
                step.unit().name(),
                text(step.partial() ? "units.part.some" : "units.part.whole"),
                Formats.date(step.since())));
        return table;
    }
}
