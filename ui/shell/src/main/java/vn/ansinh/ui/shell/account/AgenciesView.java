package vn.ansinh.ui.shell.account;

import static vn.ansinh.ui.shell.account.AccessServices.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Agency;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.FormDialog;
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

/** Agencies as they are on a day, and how each came to be so. */
@Permitted(Permissions.AGENCY_READ)
public class AgenciesView extends Page implements AfterNavigationObserver {

    private static final long serialVersionUID = 1L;
    private static final String DAY = "ngay";
    private static final String SEARCH = "tim";

    private final transient AccessServices services;
    private final boolean manages;
    private final Div filters = new Div();
    private final LazyGrid<Agency> grid = new LazyGrid<>(text("agencies.title"));
    private final SidePanel side = new SidePanel(grid);
    private final transient Map<Long, Agency> byId = new HashMap<>();

    public AgenciesView(AccessServices services) {
        super(text("agencies.title"));
        this.services = services;
        this.manages = services.access().require().may(Permissions.AGENCY_MANAGE);
        if (manages) {
            setMainAction(new Button(text("agency.found"), VaadinIcon.PLUS.create(), event -> found()));
        }
        filters.addClassName("as-contents");
        grid.link("name", text("agency.name"), this::indented, this::open).setFlexGrow(4);
        grid.wrapped("parent", text("agency.parent"), this::parent).setFlexGrow(3);
        grid.wrapped("unit", text("agency.unit"), agency -> services.territory(agency.unitId()))
                .setFlexGrow(3);
        grid.wrapped("programs", text("agency.programs"), agency -> services.programs(agency.programs()))
                .setFlexGrow(3);
        grid.date("from", text("agency.from"), Agency::from);
        grid.narrow(
                text("agency.name"),
                agency -> new NarrowRow(
                        agency.name(), services.territory(agency.unitId()), Formats.date(agency.from()), null),
                this::open);
        grid.setEmptyText(text("agencies.none"));
        add(filters, side);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        FilterBar bar = new FilterBar();
        bar.search(text("agencies.search"), SEARCH, this::load);
        DateField date = new DateField(null);
        date.setAriaLabel(text("agencies.day"));
        date.setTooltipText(text("agencies.day"));
        date.setValue(day());
        date.addValueChangeListener(change -> {
            LocalDate day = change.getValue();
            if (day != null) {
                PageAddress.current().put(DAY, day.equals(services.today()) ? "" : day.toString());
                load();
            }
        });
        bar.addField(date);
        filters.removeAll();
        filters.add(bar);
        load();
    }

    private LocalDate day() {
        try {
            return PageAddress.current().get(DAY).map(LocalDate::parse).orElseGet(services::today);
        } catch (DateTimeParseException e) {
            return services.today();
        }
    }

    private void load() {
        Problems.guard(() -> {
            List<Agency> tree = services.agencies().tree(day());
            byId.clear();
            tree.forEach(agency -> byId.put(agency.id(), agency));
            String wanted = Vietnamese.fold(PageAddress.current().get(SEARCH).orElse(""));
            List<Agency> rows = tree.stream()
                    .filter(agency -> Vietnamese.fold(
                                    agency.name() + " " + agency.code() + " " + services.territory(agency.unitId()))
                            .contains(wanted))
                    .toList();
            grid.setRows(rows);
            grid.footer("name", text("agencies.count", rows.size()));
            setSub(text("agencies.as-of", Formats.date(day())));
        });
    }

    /** By depth, as far as it is told: who is above is also named in a column of its own. */
    private String indented(Agency agency) {
        int depth = 0;
        Agency above = byId.get(agency.parentId());
        while (above != null && depth < 6) {
            depth++;
            above = byId.get(above.parentId());
        }
        return "\u2003".repeat(depth) + agency.name();
    }

    private String parent(Agency agency) {
        Agency above = byId.get(agency.parentId());
        return above == null ? "" : above.name();
    }

    private void open(Agency agency) {
        Problems.guard(() -> {
            List<Component> content = new ArrayList<>();
            content.add(new FactList()
                    .fact(text("agency.code"), agency.code())
                    .fact(text("agency.parent"), parent(agency))
                    .fact(text("agency.unit"), services.territory(agency.unitId()))
                    .fact(text("agency.programs"), services.programs(agency.programs()))
                    .fact(text("agency.heading"), agency.heading().replace("\n", " / ")));
            if (manages && agency.to() == null) {
                Div actions = new Div(
                        new Button(text("agency.change"), VaadinIcon.PENCIL.create(), event -> change(agency)),
                        new Button(text("agency.end"), VaadinIcon.STOP.create(), event -> end(agency)));
                actions.addClassNames("as-row", "wrap");
                content.add(actions);
            }
            content.add(SidePanel.heading(text("agency.history")));
            content.add(history(agency));
            StateBadge badge = new StateBadge(
                    agency.to() == null ? State.IN_FORCE : State.ENDED,
                    agency.to() == null
                            ? text("agency.lasts")
                            : text("agency.until", Formats.date(agency.to().minusDays(1))));
            side.open(agency.name(), new Component[] {badge}, content.toArray(Component[]::new));
        });
    }

    private Component history(Agency agency) {
        DataTable table = new DataTable(
                text("agency.history"),
                List.of(
                        text("agency.name"),
                        text("agency.programs"),
                        ">" + text("agency.from"),
                        ">" + text("agency.last")));
        for (Agency period : services.agencies().history(agency.id())) {
            table.row(
                    period.name(),
                    services.programs(period.programs()),
                    Formats.date(period.from()),
                    period.to() == null ? "" : Formats.date(period.to().minusDays(1)));
        }
        return table;
    }

    private void found() {
        Problems.guard(() -> AgencyForm.found(services, services.agencies().tree(day()), (draft, from) -> {
            services.agencies().add(draft, from);
            done();
        }));
    }

    private void change(Agency agency) {
        Problems.guard(() -> AgencyForm.change(services, services.agencies().tree(day()), agency, (draft, from) -> {
            services.agencies().change(agency.id(), draft, from);
            done();
        }));
    }

    private void end(Agency agency) {
        DateField last = new DateField(text("agency.last"));
        last.setValue(services.today());
        TextArea reason = new TextArea(text("agency.end.reason"));
        reason.setRequiredIndicatorVisible(true);
        new FormDialog(text("agency.end.title", agency.name()), text("agency.end.what"), text("agency.end"))
                .dangerous()
                .fields(last)
                .wide(reason)
                .does(() -> last.getValue() != null, () -> {
                    services.agencies().end(agency.id(), last.getValue(), reason.getValue());
                    done();
                })
                .open();
    }

    private void done() {
        side.close();
        load();
        Problems.done(text("word.saved"));
    }
}
