package vn.ansinh.ui.shell.person;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.time.LocalDate;
import java.util.Map;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.PersonRegistry.PersonPage;
import vn.ansinh.api.identity.PersonRegistry.PersonQuery;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.grid.PageSource;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.Services;
import vn.ansinh.ui.shell.layout.SidePanel;

/** People of the unit, whatever program they belong to. */
@Permitted(Permissions.PERSON_READ)
public class PeopleView extends Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = "nguoi-dan";
    /** Query parameter with the text searched for. */
    public static final String SEARCH = "tim";
    /** Query parameter with the id of the person who is shown. */
    public static final String PERSON = "nguoi";

    private static final long serialVersionUID = 1L;
    private static final int COUNTED = 100_000;
    /** Nobody reads on; whoever finds more types another word. */
    private static final int FOUND = 1_000;

    private final transient Services services;
    private final Div filters = new Div();
    private final LazyGrid<Person> grid = new LazyGrid<>(text("people.title"));
    private final SidePanel side = new SidePanel(grid);

    public PeopleView(Services services) {
        super(text("people.title"));
        this.services = services;
        filters.addClassName("as-contents");
        NumberSight sight = NumberSight.of(services.access());
        grid.link("name", text("people.name"), Person::fullName, this::open).setFlexGrow(3);
        grid.numeric("birth", text("people.birth"), person -> person.birth().label());
        grid.text("sex", text("people.sex"), person -> person.sex().label())
                .setWidth("64px")
                .setFlexGrow(0);
        grid.text("number", text("people.number"), person -> number(person, sight))
                .setWidth("140px")
                .setFlexGrow(0);
        grid.wrapped("address", text("people.address"), person -> person.address() == null ? "" : person.address())
                .setFlexGrow(2);
        grid.wrapped("unit", text("people.unit"), this::unitName).setFlexGrow(2);
        grid.state(
                "state",
                text("people.state"),
                person -> person.deceasedOn() == null ? State.RECEIVING : State.ENDED,
                person -> text(person.deceasedOn() == null ? "people.alive" : "people.deceased"));
        grid.hideAtFirst("state");
        grid.narrow(text("people.name"), this::narrow, this::open);
        add(filters, side);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        PageAddress address = PageAddress.current();
        FilterBar bar = new FilterBar();
        bar.search(text("people.search"), SEARCH, this::load);
        if (services.access().require().may(Permissions.PERSON_RESTORE)) {
            Button removed = new Button(
                    Texts.of(RemovedDialog.class).get("removed.open"),
                    VaadinIcon.ARCHIVE.create(),
                    click -> Problems.guard(() -> new RemovedDialog(
                                    services.persons(), WorkContext.current().unitId(), this::load)
                            .open()));
            removed.addThemeVariants(ButtonVariant.LUMO_SMALL);
            bar.addAtEnd(removed);
        }
        if (services.access().require().may(Permissions.PERSON_WRITE)) {
            setMainAction(new Button(
                    Texts.of(PersonAddDialog.class).get("add.open"),
                    VaadinIcon.PLUS.create(),
                    click -> Problems.guard(this::add)));
        }
        bar.addAtEnd(grid.columnChooser());
        filters.removeAll();
        filters.add(bar);
        load();
        address.get(PERSON)
                .filter(id -> id.matches("\\d{1,18}"))
                .ifPresent(id -> Problems.guard(
                        () -> services.persons().byId(Long.parseLong(id)).ifPresent(this::show)));
    }

    private void add() {
        new PersonAddDialog(services.access(), services.units(), services.persons(), services.codeLists(), this::again)
                .open();
    }

    private void load() {
        WorkContext context = WorkContext.current();
        String wanted = PageAddress.current().get(SEARCH).orElse("");
        LocalDate asOf = context.asOf();
        setSub(asOf == null ? context.unitName() : text("people.as-of", context.unitName(), Formats.date(asOf)));
        grid.setEmptyText(
                wanted.isEmpty()
                        ? text("people.none", context.unitName())
                        : text("people.no-hit", wanted, context.unitName()));
        PageSource<Person> source = (cursor, limit) -> {
            PersonPage page = services.persons().search(new PersonQuery(wanted, context.unitId(), cursor, limit, asOf));
            return new PageSource.Slice<>(page.people(), page.next());
        };
        int most = wanted.isBlank() ? COUNTED : FOUND;
        grid.setSource(source, limit -> {
            int count = services.persons().count(new PersonQuery(wanted, context.unitId(), null, 1, asOf), most);
            grid.footer("name", count < most ? text("people.count", count) : text("people.many", most));
            return count < most ? Math.min(count, limit) : limit;
        });
    }

    /** Read anew: the row in the list was a row in a list, the record is told to the audit as one. */
    private void open(Person person) {
        Problems.guard(() -> services.persons().byId(person.id()).ifPresent(this::show));
    }

    private void show(Person person) {
        Problems.guard(() -> {
            PageAddress.current().put(Map.of(PERSON, Long.toString(person.id())));
            StateBadge[] states = person.deceasedOn() == null
                    ? new StateBadge[0]
                    : new StateBadge[] {
                        new StateBadge(State.ENDED, text("people.deceased-on", Formats.date(person.deceasedOn())))
                    };
            Component[] content = new PersonDetails(services, () -> again(person.id())).of(person);
            side.open(person.fullName(), states, content);
        });
    }

    /** After something was written about somebody: the list and the record as they are now. */
    private void again(long id) {
        load();
        services.persons().byId(id).ifPresentOrElse(this::open, side::close);
    }

    private static String number(Person person, NumberSight sight) {
        String number = person.idNumber() != null ? person.idNumber() : person.oldIdNumber();
        return number == null ? "–" : sight.show(number);
    }

    private String unitName(Person person) {
        return services.units()
                .byId(person.unitId())
                .map(AdministrativeUnit::name)
                .orElse("");
    }

    private NarrowRow narrow(Person person) {
        String where = person.address() == null ? unitName(person) : person.address() + ", " + unitName(person);
        return new NarrowRow(person.fullName(), where, person.birth().label(), null);
    }
}
