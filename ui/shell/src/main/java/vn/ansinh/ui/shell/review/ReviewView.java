package vn.ansinh.ui.shell.review;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.program.Program;
import vn.ansinh.api.review.ReviewKind;
import vn.ansinh.api.review.Reviews.Count;
import vn.ansinh.api.review.Reviews.Query;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/** Who has to be looked at again in a quarter: a tab for each reason that has somebody in it, with how many. */
@Permitted(Permissions.REVIEW_READ)
public class ReviewView extends Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = "ra-soat";

    /** Its name in the menu. */
    public static final String TITLE = Texts.of(ReviewView.class).get("review.title");

    static final int MOST = 1_000;

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(ReviewView.class);
    private static final String QUARTER = "quy";
    private static final String KIND = "viec";
    private static final String PROGRAM = "chuong-trinh";
    private static final String HANDLED = "da-xu-ly";

    private final transient ReviewServices services;
    private final Div content = new Div();

    public ReviewView(ReviewServices services) {
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
        content.removeAll();
        Problems.guard(() -> {
            List<ReviewKind> kinds = services.reviews().kinds();
            List<String> programs =
                    kinds.stream().map(ReviewKind::program).distinct().toList();
            Quarter quarter = quarter();
            setSub(TEXTS.get(
                    "review.sub",
                    WorkContext.current().unitName(),
                    Integer.toString(quarter.number()),
                    Integer.toString(quarter.year())));
            if (programs.isEmpty()) {
                content.add(MessageBar.info(TEXTS.get("review.no-kinds")));
                return;
            }
            String program = PageAddress.current()
                    .get(PROGRAM)
                    .filter(programs::contains)
                    .orElse(programs.get(0));
            List<Count> counts = services.reviews()
                    .counts(program, WorkContext.current().unitId(), quarter.from(), quarter.to(), MOST);
            content.add(bar(programs, program));
            list(program, quarter, counts);
        });
    }

    private Quarter quarter() {
        Quarter now = Quarter.of(services.today());
        return PageAddress.current()
                .get(QUARTER)
                .map(word -> Quarter.of(word, now))
                .orElse(now);
    }

    private FilterBar bar(List<String> programs, String program) {
        FilterBar bar = new FilterBar();
        ComboBox<Quarter> quarters = new ComboBox<>();
        quarters.setAriaLabel(TEXTS.get("review.quarter"));
        quarters.setItems(Quarter.of(services.today()).around());
        quarters.setItemLabelGenerator(each ->
                TEXTS.get("review.quarter-name", Integer.toString(each.number()), Integer.toString(each.year())));
        quarters.setValue(quarter());
        quarters.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                turn(QUARTER, event.getValue().word());
            }
        });
        bar.addField(quarters);
        if (programs.size() > 1) {
            ComboBox<String> choice = new ComboBox<>();
            choice.setAriaLabel(TEXTS.get("review.program"));
            choice.setItems(programs);
            choice.setItemLabelGenerator(this::programName);
            choice.setValue(program);
            choice.addValueChangeListener(event -> turn(PROGRAM, event.getValue()));
            bar.addField(choice);
        }
        Checkbox handled = new Checkbox(TEXTS.get("review.handled"), handled());
        handled.addValueChangeListener(event -> turn(HANDLED, event.getValue() ? "co" : ""));
        bar.addField(handled);
        return bar;
    }

    private String programName(String id) {
        return services.running().stream()
                .filter(each -> each.id().equals(id))
                .map(Program::name)
                .findFirst()
                .orElse(id);
    }

    private boolean handled() {
        return PageAddress.current().get(HANDLED).isPresent();
    }

    private void turn(String parameter, String value) {
        PageAddress.current().put(parameter, value);
        show();
    }

    private void list(String program, Quarter quarter, List<Count> counts) {
        Optional<String> asked = PageAddress.current().get(KIND);
        boolean handled = handled();
        List<Count> shown = counts.stream()
                .filter(count -> handled
                        || count.rows() > 0
                        || asked.filter(count.kind().code()::equals).isPresent())
                .toList();
        if (shown.isEmpty()) {
            content.add(MessageBar.info(TEXTS.get("review.nobody")));
            return;
        }
        ReviewKind kind = shown.stream()
                .map(Count::kind)
                .filter(each -> asked.filter(each.code()::equals).isPresent())
                .findFirst()
                .orElse(shown.get(0).kind());
        Query query = new Query(
                program, kind.code(), WorkContext.current().unitId(), quarter.from(), quarter.to(), handled, null, 1);
        content.add(tabs(shown, kind, handled), new ReviewList(services, kind, query, this::show));
    }

    private Tabs tabs(List<Count> counts, ReviewKind kind, boolean handled) {
        Tabs tabs = new Tabs();
        Map<Tab, String> codes = new HashMap<>();
        for (Count count : counts) {
            Tab tab = new Tab(
                    handled
                            ? count.kind().name()
                            : TEXTS.get("review.tab", count.kind().name(), number(count)));
            codes.put(tab, count.kind().code());
            tabs.add(tab);
            if (count.kind().code().equals(kind.code())) {
                tabs.setSelectedTab(tab);
            }
        }
        tabs.addSelectedChangeListener(event -> turn(KIND, codes.get(event.getSelectedTab())));
        return tabs;
    }

    private static String number(Count count) {
        return Money.format(count.rows()) + (count.rows() == MOST ? "+" : "");
    }
}
