package vn.ansinh.ui.shell.household;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.identity.Household;
import vn.ansinh.api.identity.Households.Event;
import vn.ansinh.api.identity.Households.HouseholdPage;
import vn.ansinh.api.identity.Households.Row;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.grid.PageSource;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.layout.SidePanel;
import vn.ansinh.ui.shell.person.PeopleServices;

/** Households of the unit; one opened up with its members and what was done to it. */
@Permitted(Permissions.HOUSEHOLD_READ)
public class HouseholdsView extends Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = "ho-gia-dinh";

    /** Its name in the menu. */
    public static final String TITLE = Texts.of(HouseholdsView.class).get("title");

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(HouseholdsView.class);
    private static final String SEARCH = "tim";
    private static final int COUNTED = 500;

    private final transient PeopleServices services;
    private final Div filters = new Div();
    private final LazyGrid<Row> grid = new LazyGrid<>(TITLE);
    private final SidePanel side = new SidePanel(grid);

    public HouseholdsView(PeopleServices services) {
        super(TITLE);
        this.services = services;
        filters.addClassName("as-contents");
        grid.link("head", TEXTS.get("head"), HouseholdsView::name, this::open).setFlexGrow(2);
        grid.numeric("number", TEXTS.get("number"), row -> Long.toString(row.id()));
        grid.numeric("members", TEXTS.get("members"), row -> Integer.toString(row.members()));
        grid.wrapped("hamlet", TEXTS.get("hamlet"), row -> row.hamlet() == null ? "" : row.hamlet());
        grid.wrapped("address", TEXTS.get("address"), row -> row.address() == null ? "" : row.address())
                .setFlexGrow(2);
        grid.wrapped("unit", TEXTS.get("unit"), this::unit).setFlexGrow(2);
        grid.narrow(
                TEXTS.get("head"),
                row -> new NarrowRow(name(row), unit(row), Integer.toString(row.members()), null),
                this::open);
        add(filters, side);
    }

    private static String name(Row row) {
        return row.headName() == null ? TEXTS.get("no-head") : row.headName();
    }

    private String unit(Row row) {
        return services.units().byId(row.unitId()).map(AdministrativeUnit::name).orElse("");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        FilterBar bar = new FilterBar();
        bar.search(TEXTS.get("search"), SEARCH, this::load);
        bar.addAtEnd(grid.columnChooser());
        filters.removeAll();
        filters.add(bar);
        if (services.access().require().may(Permissions.HOUSEHOLD_WRITE)) {
            setMainAction(new Button(
                    TEXTS.get("open.open"),
                    VaadinIcon.PLUS.create(),
                    click -> Problems.guard(() -> new OpenDialog(services, null, this::load).open())));
        }
        load();
    }

    private void load() {
        WorkContext context = WorkContext.current();
        String wanted = PageAddress.current().get(SEARCH).orElse("");
        setSub(context.unitName());
        String none = services.access().require().may(Permissions.HOUSEHOLD_WRITE) ? "none" : "none-reader";
        grid.setEmptyText(TEXTS.get(wanted.isEmpty() ? none : "no-hit", context.unitName(), wanted));
        PageSource<Row> source = (cursor, limit) -> {
            HouseholdPage page = services.households().list(context.unitId(), wanted, cursor, limit);
            return new PageSource.Slice<>(page.households(), page.next());
        };
        grid.setSource(
                source,
                limit -> services.households()
                        .list(context.unitId(), wanted, null, Math.min(limit, COUNTED))
                        .households()
                        .size());
    }

    private void open(Row row) {
        Problems.guard(() -> {
            Household household =
                    services.households().byId(row.id(), services.today()).orElse(null);
            if (household == null) {
                side.close();
                load();
                return;
            }
            Div body = new Div(HouseholdTable.of(services, household));
            body.addClassName("as-stack");
            if (services.access().require().may(Permissions.HOUSEHOLD_WRITE)) {
                body.add(new HouseholdActions(services, household, () -> {
                    load();
                    open(row);
                }));
            }
            side.open(name(row), new Component[0], body, SidePanel.heading(TEXTS.get("history")), history(row.id()));
        });
    }

    private Component history(long id) {
        UnorderedList list = new UnorderedList();
        list.addClassName("as-timeline");
        for (Event event : services.households().history(id)) {
            Div what = new Div(TEXTS.get("history.from", Formats.date(event.day()), event.detail()));
            Div who = new Div(TEXTS.get("history.who", Formats.time(event.at()), event.by()));
            who.addClassNames("as-muted", "as-small");
            list.add(new ListItem(what, who));
        }
        return list;
    }
}
