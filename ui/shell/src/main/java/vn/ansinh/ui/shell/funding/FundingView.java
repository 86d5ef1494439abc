package vn.ansinh.ui.shell.funding;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.program.Program;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/**
 * Money of a program in the unit and month one works in: what is there, estimates, allocation, lists sent up, accounts, and how all
 * that is kept. Program, year and tab stand in the address.
 */
@Permitted(Permissions.FUNDING_READ)
public class FundingView extends Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = "kinh-phi";

    /** Words of all that is on the page. */
    static final Texts TEXTS = Texts.of(FundingView.class);

    /** Its name in the menu. */
    public static final String TITLE = TEXTS.get("funding.title");

    private static final long serialVersionUID = 1L;
    private static final String TAB = "the";
    private static final String PROGRAM = "chuong-trinh";
    private static final String YEAR = "nam";

    private final transient FundingServices services;
    private final Tabs tabs = new Tabs();
    private final Map<Part, Tab> tabOf = new EnumMap<>(Part.class);
    private final ComboBox<Program> program = new ComboBox<>();
    private final ComboBox<Integer> year = new ComboBox<>();
    private final FilterBar bar = new FilterBar();
    private final Div content = new Div();

    /** Tabs of the page. */
    private enum Part {
        BALANCES("so-du"),
        ESTIMATES("du-toan"),
        ALLOCATIONS("cap"),
        SUBMISSIONS("trinh-duyet"),
        SETTLEMENTS("quyet-toan"),
        RULES("quy-dinh");

        private final String address;

        Part(String address) {
            this.address = address;
        }
    }

    public FundingView(FundingServices services) {
        super(TITLE);
        this.services = services;
        for (Part part : Part.values()) {
            Tab tab = new Tab(TEXTS.get("tab." + part.name().toLowerCase(Locale.ROOT)));
            tabOf.put(part, tab);
            tabs.add(tab);
        }
        program.setAriaLabel(TEXTS.get("funding.program"));
        program.setItemLabelGenerator(Program::name);
        program.setWidth("240px");
        year.setAriaLabel(TEXTS.get("funding.year"));
        year.setItemLabelGenerator(value -> TEXTS.get("funding.year-of", Integer.toString(value)));
        year.setWidth("130px");
        bar.addField(tabs);
        bar.addAtEnd(program);
        bar.addAtEnd(year);
        content.addClassName("as-list");
        add(bar, content);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        PageAddress address = PageAddress.current();
        WorkContext context = WorkContext.current();
        setSub(TEXTS.get("funding.sub", context.unitName(), Formats.month(context.month())));
        List<Program> programs = List.copyOf(services.shell().running());
        if (programs.isEmpty()) {
            content.removeAll();
            content.add(MessageBar.info(TEXTS.get("funding.no-program")));
            return;
        }
        program.setItems(programs);
        program.setValue(programs.stream()
                .filter(one -> address.get(PROGRAM).filter(one.id()::equals).isPresent())
                .findFirst()
                .orElse(programs.get(0)));
        int now = context.month().getYear();
        year.setItems(IntStream.rangeClosed(now - 3, now + 1).boxed().toList());
        year.setValue(address.get(YEAR)
                .filter(text -> text.matches("\\d{4}"))
                .map(Integer::parseInt)
                .filter(asked -> asked >= now - 3 && asked <= now + 1)
                .orElse(now));
        tabs.setSelectedTab(tabOf.get(part()));
        listen();
        show();
    }

    private void listen() {
        program.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                PageAddress.current().put(PROGRAM, event.getValue().id());
                show();
            }
        });
        year.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                PageAddress.current().put(YEAR, event.getValue().toString());
                show();
            }
        });
        tabs.addSelectedChangeListener(event -> tabOf.forEach((part, tab) -> {
            if (event.isFromClient() && tab == event.getSelectedTab()) {
                PageAddress.current().put(TAB, part.address);
                show();
            }
        }));
    }

    private Part part() {
        String asked = PageAddress.current().get(TAB).orElse("");
        for (Part part : Part.values()) {
            if (part.address.equals(asked)) {
                return part;
            }
        }
        return Part.BALANCES;
    }

    private void show() {
        content.removeAll();
        clearActions();
        setMainAction(null);
        Problems.guard(() -> content.add(panel()));
    }

    private Component panel() {
        WorkContext context = WorkContext.current();
        Asked asked = new Asked(context.unitId(), program.getValue().id(), year.getValue(), this::show);
        return switch (part()) {
            case BALANCES -> new BalancePanel(services, asked);
            case ESTIMATES -> new EstimatePanel(services, asked, this);
            case ALLOCATIONS -> new AllocationPanel(services, asked, this);
            case SUBMISSIONS -> new SubmissionPanel(services, asked, context.month());
            case SETTLEMENTS -> new SettlementPanel(services, asked, this, context.month());
            case RULES -> new RulePanel(services, asked, this, context.month());
        };
    }
}
