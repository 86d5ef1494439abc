package vn.ansinh.ui.shell.registry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.Map;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.registry.PopulationEvent.Kind;
import vn.ansinh.api.registry.Verifications;
import vn.ansinh.api.registry.Verifications.Event;
import vn.ansinh.api.registry.Verifications.EventPage;
import vn.ansinh.api.registry.Verifications.Line;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.grid.PageSource;
import vn.ansinh.ui.kit.job.JobPanel;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.layout.SidePanel;
import vn.ansinh.ui.shell.person.PeopleServices;

/** Deaths and moves that the population registry tells: they wait here until an official settles them. */
@Permitted(Permissions.REGISTRY_READ)
public class RegistryView extends Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = "doi-chieu-dan-cu";

    /** Its name in the menu. */
    public static final String TITLE = Texts.of(RegistryView.class).get("title");

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(RegistryView.class);
    private static final String SETTLED = "da-xu-ly";
    private static final int COUNTED = 500;

    private final transient PeopleServices services;
    private final JobPanel job;
    private final Div filters = new Div();
    private final LazyGrid<Event> grid = new LazyGrid<>(TITLE);
    private final SidePanel side = new SidePanel(grid);

    public RegistryView(PeopleServices services) {
        super(TITLE);
        this.services = services;
        job = new JobPanel(services.jobs());
        filters.addClassName("as-contents");
        grid.link("person", TEXTS.get("person"), event -> event.person().fullName(), this::open)
                .setFlexGrow(2);
        grid.numeric(
                "birth", TEXTS.get("birth"), event -> event.person().birth().label());
        grid.text("kind", TEXTS.get("kind"), event -> event.kind().label());
        grid.date("day", TEXTS.get("day"), Event::day);
        grid.wrapped(
                        "unit",
                        TEXTS.get("unit"),
                        event -> services.units().fullName(event.person().unitId()))
                .setFlexGrow(2);
        grid.wrapped("to", TEXTS.get("to"), this::to).setFlexGrow(2);
        grid.state(
                "state",
                TEXTS.get("state"),
                RegistryView::look,
                event -> event.state().label());
        grid.narrow(
                TEXTS.get("person"),
                event -> new NarrowRow(
                        event.person().fullName(), event.kind().label(), Formats.date(event.day()), look(event)),
                this::open);
        add(job, filters, side);
    }

    private static State look(Event event) {
        return switch (event.state()) {
            case OPEN -> State.WAITING;
            case ACCEPTED -> State.APPROVED;
            case REJECTED -> State.REJECTED;
        };
    }

    private String to(Event event) {
        if (event.kind() == Kind.DEATH) {
            return "";
        }
        String unit =
                event.toUnit() == 0 ? TEXTS.get("unknown") : services.units().fullName(event.toUnit());
        return event.address() == null ? unit : event.address() + ", " + unit;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        boolean settled = PageAddress.current().get(SETTLED).isPresent();
        Checkbox past = new Checkbox(TEXTS.get("settled"), settled);
        past.addValueChangeListener(change -> {
            PageAddress.current().put(SETTLED, change.getValue() ? "1" : "");
            load();
        });
        FilterBar bar = new FilterBar();
        bar.addField(past);
        bar.addAtEnd(grid.columnChooser());
        filters.removeAll();
        Problems.guard(() -> {
            Line line = services.verifications().line();
            if (line.name() == null) {
                filters.add(MessageBar.info(TEXTS.get("not-connected"), TEXTS.get("not-connected.more")));
            } else if (!line.answers()) {
                filters.add(MessageBar.warn(TEXTS.get("away", line.name()), TEXTS.get("away.more")));
            } else if (services.access().require().may(Permissions.REGISTRY_VERIFY)) {
                setMainAction(new Button(TEXTS.get("verify"), VaadinIcon.CONNECT.create(), click -> verify()));
            }
        });
        filters.add(bar);
        load();
    }

    private void verify() {
        WorkContext context = WorkContext.current();
        job.submit(
                Verifications.JOB,
                TEXTS.get("verify.job", context.unitName()),
                Map.of("unit", Long.toString(context.unitId())),
                null,
                ended -> load());
    }

    private void load() {
        side.close();
        WorkContext context = WorkContext.current();
        setSub(context.unitName());
        boolean open = PageAddress.current().get(SETTLED).isEmpty();
        grid.setEmptyText(TEXTS.get(open ? "none" : "none-settled", context.unitName()));
        PageSource<Event> source = (cursor, limit) -> {
            EventPage page = services.verifications().worklist(context.unitId(), open, cursor, limit);
            return new PageSource.Slice<>(page.events(), page.next());
        };
        grid.setSource(
                source,
                limit -> services.verifications()
                        .worklist(context.unitId(), open, null, Math.min(limit, COUNTED))
                        .events()
                        .size());
    }

    private void open(Event event) {
        FactList facts = new FactList()
                .fact(TEXTS.get("kind"), event.kind().label())
                .fact(TEXTS.get("day"), Formats.date(event.day()))
                .fact(TEXTS.get("birth"), event.person().birth().label())
                .fact(
                        TEXTS.get("number"),
                        NumberSight.of(services.access()).show(event.person().idNumber()))
                .fact(
                        TEXTS.get("unit"),
                        services.units().fullName(event.person().unitId()));
        if (event.kind() == Kind.MOVE) {
            facts.fact(TEXTS.get("to"), to(event));
        }
        facts.fact(TEXTS.get("received"), Formats.time(event.receivedAt()));
        Div body = new Div(facts);
        body.addClassName("as-stack");
        if (event.state() == Verifications.State.OPEN) {
            body.add(MessageBar.info(TEXTS.get("waits"), TEXTS.get("waits." + event.kind())));
            if (services.access().require().may(Permissions.REGISTRY_VERIFY)) {
                body.add(actions(event));
            }
        } else {
            facts.fact(TEXTS.get("settled-by"), event.settledBy()).fact(TEXTS.get("reason"), event.why());
        }
        side.open(
                event.person().fullName(),
                new StateBadge[] {new StateBadge(look(event), event.state().label())},
                body);
    }

    private Component actions(Event event) {
        Button accept = new Button(TEXTS.get("accept.open"), VaadinIcon.CHECK.create(), click -> ask(event, true));
        accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button reject = new Button(TEXTS.get("reject.open"), VaadinIcon.BAN.create(), click -> ask(event, false));
        Div actions = new Div(accept, reject);
        actions.addClassNames("as-row", "wrap");
        return actions;
    }

    private void ask(Event event, boolean accepted) {
        String key = accepted ? "accept." : "reject.";
        TextField why = new TextField(TEXTS.get("reason"));
        why.setRequiredIndicatorVisible(!accepted);
        new FormDialog(
                        TEXTS.get(
                                key + "title",
                                event.kind().label(),
                                event.person().fullName()),
                        accepted ? TEXTS.get("waits." + event.kind()) : TEXTS.get("reject.lead"),
                        TEXTS.get(key + "verb"))
                .wide(why)
                .does(
                        () -> {
                            boolean missing = !accepted && why.getValue().isBlank();
                            why.setErrorMessage(missing ? TEXTS.get("reason-missing") : null);
                            why.setInvalid(missing);
                            return !missing;
                        },
                        () -> {
                            services.verifications().settle(event.id(), accepted, why.getValue());
                            Problems.done(TEXTS.get(key + "done"));
                            load();
                        })
                .open();
    }
}
