package vn.ansinh.ui.shell.deadline;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.deadline.Deadlines.UnitRule;
import vn.ansinh.api.deadline.Duty;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.KeyFigures;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** Who has to do what by when in the unit and month one works in: what is late first, by duty or by unit. */
@Permitted(Permissions.DEADLINE_READ)
public class DeadlinesView extends Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = "han-xu-ly";

    /** Its name in the menu. */
    public static final String TITLE = Texts.of(DeadlinesView.class).get("deadlines.title");

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(DeadlinesView.class);
    private static final String BY = "xem";
    private static final String STATE = "tinh-trang";
    private static final String BY_UNIT = "don-vi";

    private final transient DeadlineServices services;
    private final Div content = new Div();
    private transient List<Duty> duties = List.of();

    public DeadlinesView(DeadlineServices services) {
        super(TITLE);
        this.services = services;
        content.addClassName("as-contents");
        add(content);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        WorkContext context = WorkContext.current();
        setSub(TEXTS.get("deadlines.sub", context.unitName(), Formats.month(context.month())));
        content.removeAll();
        Problems.guard(() -> {
            duties = services.deadlines().duties(context.unitId(), context.month());
            List<UnitRule> rules = services.deadlines().rules(context.unitId());
            Caller caller = services.access().require();
            boolean manages = caller.may(Permissions.DEADLINE_MANAGE);
            setMainAction(manages && context.unitId() != 0 ? tighten(context) : null);
            content.add(figures(), bar(), list());
            if (!rules.isEmpty()) {
                content.add(new RulesPanel(services, rules, manages, this::show));
            }
        });
    }

    private Button tighten(WorkContext context) {
        return new Button(
                TEXTS.get("deadlines.tighten"),
                VaadinIcon.CLOCK.create(),
                event -> new RuleDialog(services, context.unitId(), context.month(), this::show).open());
    }

    private KeyFigures figures() {
        Map<Duty.State, Long> counts = new EnumMap<>(Duty.State.class);
        duties.forEach(duty -> counts.merge(duty.state(), 1L, Long::sum));
        long doneLate = counts.getOrDefault(Duty.State.DONE_LATE, 0L);
        long done = counts.getOrDefault(Duty.State.DONE, 0L) + doneLate;
        return new KeyFigures()
                .figure(Duty.State.LATE.label(), Money.format(counts.getOrDefault(Duty.State.LATE, 0L)))
                .figure(Duty.State.SOON.label(), Money.format(counts.getOrDefault(Duty.State.SOON, 0L)))
                .figure(Duty.State.OPEN.label(), Money.format(counts.getOrDefault(Duty.State.OPEN, 0L)))
                .figure(
                        Duty.State.DONE.label(),
                        Money.format(done),
                        doneLate > 0 ? TEXTS.get("deadlines.done-late", doneLate) : null);
    }

    private FilterBar bar() {
        FilterBar bar = new FilterBar();
        Select<Boolean> by = new Select<>();
        by.setAriaLabel(TEXTS.get("deadlines.by"));
        by.setItems(false, true);
        by.setItemLabelGenerator(unit -> TEXTS.get(unit ? "deadlines.by-unit" : "deadlines.by-duty"));
        by.setValue(isByUnit());
        by.addValueChangeListener(event -> turn(BY, event.getValue() ? BY_UNIT : "viec"));
        Select<Duty.State> state = new Select<>();
        state.setItems(Duty.State.values());
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(TEXTS.get("deadlines.all-states"));
        state.setItemLabelGenerator(chosen -> chosen == null ? TEXTS.get("deadlines.all-states") : chosen.label());
        state.setAriaLabel(TEXTS.get("deadlines.state"));
        state.setValue(state());
        state.addValueChangeListener(event -> turn(
                STATE, event.getValue() == null ? "" : event.getValue().name().toLowerCase(java.util.Locale.ROOT)));
        bar.addField(by);
        if (!isByUnit()) {
            bar.addField(state);
        }
        return bar;
    }

    private void turn(String parameter, String value) {
        PageAddress.current().put(parameter, value);
        show();
    }

    /** Whoever looks after many provinces begins with them. */
    private boolean isByUnit() {
        return PageAddress.current()
                .get(BY)
                .map(BY_UNIT::equals)
                .orElseGet(() -> WorkContext.current().unitId() == 0);
    }

    private Duty.State state() {
        return PageAddress.current()
                .get(STATE)
                .flatMap(text -> java.util.Arrays.stream(Duty.State.values())
                        .filter(state -> state.name().equalsIgnoreCase(text))
                        .findFirst())
                .orElse(null);
    }

    private Component list() {
        if (isByUnit()) {
            return new UnitBoard(services, duties);
        }
        Duty.State wanted = state();
        return new DutyGrid(
                services,
                duties.stream()
                        .filter(duty -> wanted == null || Objects.equals(duty.state(), wanted))
                        .toList(),
                this::show);
    }
}
