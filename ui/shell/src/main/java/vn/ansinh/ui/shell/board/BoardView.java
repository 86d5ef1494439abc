package vn.ansinh.ui.shell.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.program.Program;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** How many, how much, what is late, in the unit and month one works in and all below; and on a second tab what is ahead. */
@Permitted(Permissions.PAYROLL_READ)
public class BoardView extends Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = "tong-quan";

    /** Its name in the menu. */
    public static final String TITLE = Texts.of(BoardView.class).get("board.title");

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(BoardView.class);
    private static final String PROGRAM = "chuong-trinh";
    private static final String TAB = "xem";
    private static final String AHEAD = "du-bao";

    private final transient BoardServices services;
    private final Div content = new Div();

    public BoardView(BoardServices services) {
        super(TITLE);
        this.services = services;
        content.addClassName("as-home");
        Button print = new Button(TEXTS.get("board.print"), VaadinIcon.PRINT.create());
        print.addClickListener(event -> print.getElement().executeJs("window.print()"));
        addAction(print);
        add(content);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        WorkContext context = WorkContext.current();
        content.removeAll();
        Problems.guard(() -> {
            List<Program> programs = programs();
            Optional<Program> chosen = PageAddress.current()
                    .get(PROGRAM)
                    .flatMap(id -> programs.stream()
                            .filter(program -> program.id().equals(id))
                            .findFirst());
            Set<String> counted = (chosen.isPresent() ? List.of(chosen.get()) : programs)
                    .stream().map(Program::id).collect(Collectors.toSet());
            String which = chosen.map(Program::name).orElse(TEXTS.get("board.all-programs"));
            setSub(TEXTS.get("board.sub", context.unitName(), Formats.month(context.month()), which));
            content.add(head(context, programs, chosen.orElse(null)));
            if (programs.isEmpty()) {
                content.add(new Span(TEXTS.get("board.no-program")));
            } else if (isAhead()) {
                content.add(new AheadPanel(services, counted, context));
            } else {
                content.add(new BoardPanels(services, counted, context).all());
            }
        });
    }

    private List<Program> programs() {
        Caller caller = services.access().require();
        return List.copyOf(services.running()).stream()
                .filter(program -> caller.works(program.id()))
                .sorted(Comparator.comparing(Program::name))
                .toList();
    }

    private static boolean isAhead() {
        return PageAddress.current().get(TAB).filter(AHEAD::equals).isPresent();
    }

    private Component head(WorkContext context, List<Program> programs, Program chosen) {
        Tab now = new Tab(TEXTS.get("board.now"));
        Tab ahead = new Tab(TEXTS.get("board.ahead"));
        Tabs tabs = new Tabs(now, ahead);
        tabs.setSelectedTab(isAhead() ? ahead : now);
        tabs.addSelectedChangeListener(event -> turn(TAB, event.getSelectedTab() == ahead ? AHEAD : ""));
        Div line = new Div(tabs);
        way(context).ifPresent(line::add);
        if (programs.size() > 1) {
            ComboBox<Program> program = new ComboBox<>();
            program.setAriaLabel(TEXTS.get("board.program"));
            program.setPlaceholder(TEXTS.get("board.all-programs"));
            program.setClearButtonVisible(true);
            program.setItems(programs);
            program.setItemLabelGenerator(Program::name);
            program.setValue(chosen);
            program.addValueChangeListener(event -> turn(
                    PROGRAM, event.getValue() == null ? "" : event.getValue().id()));
            line.add(program);
        }
        line.addClassName("as-board-head");
        return line;
    }

    private void turn(String parameter, String value) {
        PageAddress.current().put(parameter, value);
        show();
    }

    /** The units above, up to the top of what the account may see. */
    private Optional<Component> way(WorkContext context) {
        List<Component> steps = new ArrayList<>();
        long unit = context.unitId();
        while (unit != context.rootUnitId() && unit != 0) {
            unit = services.units().byId(unit).map(AdministrativeUnit::parentId).orElse(0L);
            long above = unit;
            String name =
                    services.units().byId(above).map(AdministrativeUnit::name).orElse(TEXTS.get("board.country"));
            Button up = new Button(name, event -> context.change(above, context.month()));
            up.addClassName("as-link");
            steps.add(0, up);
        }
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        Nav way = new Nav();
        steps.forEach(step -> way.add(step, new Span("›")));
        way.add(new Span(context.unitName()));
        way.getElement().setAttribute("aria-label", TEXTS.get("board.way"));
        way.addClassName("as-way");
        return Optional.of(way);
    }
}
