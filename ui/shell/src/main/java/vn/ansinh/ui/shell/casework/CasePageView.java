package vn.ansinh.ui.shell.casework;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.casework.CaseDetail.Action;
import vn.ansinh.api.casework.CaseEvent;
import vn.ansinh.api.casework.CaseFile;
import vn.ansinh.api.casework.CasePermissions;
import vn.ansinh.api.casework.CaseState;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** One case: where it stands, what is known, what it comes to, what happened; at the right what one may do with it. */
@Permitted(CasePermissions.READ)
public class CasePageView extends Page implements AfterNavigationObserver {

    /** Its address; parameter {@link #ID} says which case. */
    public static final String PATH = "ho-so/mo";

    /** Parameter with the id of the case. */
    public static final String ID = "id";

    /** Its name. */
    public static final String TITLE = Texts.of(CasePageView.class).get("page.title");

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(CasePageView.class);
    private static final String TAB = "xem";

    /** Events that leave the case where it is. */
    private static final Set<CaseEvent.Kind> BESIDE = EnumSet.of(
            CaseEvent.Kind.CHANGED, CaseEvent.Kind.POSTED, CaseEvent.Kind.APOLOGISED, CaseEvent.Kind.DRAFTED);

    /** Events whose words the next official has to read. */
    private static final Set<CaseEvent.Kind> SAYING = EnumSet.of(
            CaseEvent.Kind.RETURNED,
            CaseEvent.Kind.SENT_BACK,
            CaseEvent.Kind.SUPPLEMENT_ASKED,
            CaseEvent.Kind.COMPLAINED);

    private final transient CaseServices services;
    private final Div content = new Div();
    private final Div trail = new Div();
    private transient OpenCase open;
    private String shown;

    public CasePageView(CaseServices services) {
        super(TITLE);
        this.services = services;
        addClassName("as-case-page");
        trail.addClassName("as-trail");
        addComponentAsFirst(trail);
        content.addClassName("as-contents");
        add(content);
    }

    /** Opens a case. */
    public static void open(long id) {
        UI.getCurrent().navigate(PATH, QueryParameters.simple(Map.of(ID, Long.toString(id))));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String id = PageAddress.current().get(ID).orElse("");
        try {
            open = new OpenCase(
                    services,
                    services.cases()
                            .byId(id.matches("\\d{1,18}") ? Long.parseLong(id) : 0)
                            .orElseThrow(() -> Problem.notFound("AS-CASE-NONE", TEXTS.get("page.none"))),
                    this::show);
            show();
        } catch (RuntimeException e) {
            content.removeAll();
            content.add(Problems.bar(e));
        }
    }

    private void show() {
        CaseFile file = open.file();
        content.removeAll();
        clearActions();
        head(file);
        neighbours(file.id());
        LocalDate today = services.today();
        CaseStepper steps = new CaseStepper(open.detail(), today);
        Div framed = new Div(steps);
        framed.addClassNames("as-panel", "as-pad", "as-desk-block", "as-case-steps");
        if (file.provisional() && !file.state().ended()) {
            framed.add(doubt());
        }
        Details folded = new Details(CaseStepper.summary(open.detail(), today), new CaseStepper(open.detail(), today));
        folded.addClassNames("as-phone", "as-case-steps-folded");
        content.add(framed, folded);
        messages(file);
        CaseActions actions = new CaseActions(open);
        Div left = new Div();
        left.addClassName("as-case-main");
        tabs(left);
        Div columns = new Div(left, new CasePageSide(open, actions));
        columns.addClassNames("as-cols", "as-case-cols");
        content.add(columns);
        actions.bottom().ifPresent(content::add);
    }

    /** The number, not the name: titles stay in the history of a browser that others use, too. */
    @Override
    public String getPageTitle() {
        return shown == null ? super.getPageTitle() : TEXTS.get("page.tab", shown);
    }

    private void head(CaseFile file) {
        shown = file.number();
        trail.removeAll();
        Anchor list = new Anchor("ho-so", TEXTS.get("page.list"));
        trail.add(list, new Span(" / " + file.number()));
        setTitle(TEXTS.get("page.heading", file.personName(), lowered(file.procedureName())));
        List<Component> states = new ArrayList<>();
        states.add(new StateBadge(
                CaseWords.look(file.state()),
                file.state().ended() || file.state() == CaseState.DECIDED
                        ? file.state().label()
                        : TEXTS.get("page.state", file.state().label(), file.stepName())));
        String due = CaseWords.due(file, today(), services.workingDays());
        if (file.late() > 0) {
            states.add(new StateBadge(State.OVERDUE, due));
            setSub(null);
        } else {
            setSub(due);
        }
        setStates(states.toArray(Component[]::new));
    }

    private LocalDate today() {
        return services.today();
    }

    private static String lowered(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private void neighbours(long id) {
        CaseNeighbours list = CaseNeighbours.of(UI.getCurrent(), services, id);
        if (list.place(id) == 0 || list.ids().size() < 2) {
            return;
        }
        addAction(step(VaadinIcon.ANGLE_LEFT, "page.previous", Key.ARROW_UP, list.next(id, -1)));
        Span place = new Span(TEXTS.get("page.place", list.place(id), list.ids().size()));
        place.addClassName("as-sub");
        addAction(place);
        addAction(step(VaadinIcon.ANGLE_RIGHT, "page.next", Key.ARROW_DOWN, list.next(id, 1)));
    }

    private static Button step(VaadinIcon icon, String text, Key key, long to) {
        Button button = new Button(icon.create(), event -> open(to));
        button.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(TEXTS.get(text));
        button.setTooltipText(TEXTS.get(text + ".tip"));
        button.setEnabled(to != 0);
        if (to != 0) {
            button.addClickShortcut(key, KeyModifier.ALT);
        }
        return button;
    }

    private void messages(CaseFile file) {
        if (file.state().ended()) {
            return;
        }
        lastSaid()
                .ifPresent(event -> content.add(MessageBar.warn(
                        TEXTS.get("page.said", event.kind().label()),
                        TEXTS.get("page.said-by", event.note(), event.fullName(), Formats.date(event.day())))));
        if (!file.missing().isEmpty()) {
            content.add(MessageBar.warn(TEXTS.get("page.missing"), open.missing()));
        }
        if (file.state() != CaseState.WAITING
                && file.promisedOn() != null
                && file.promisedOn().isBefore(today())) {
            content.add(MessageBar.warn(
                    TEXTS.get("page.promise-passed"), TEXTS.get(promisePassed(file), Formats.date(file.promisedOn()))));
        }
    }

    /** What is left to do about it, if anything is for this account. */
    private String promisePassed(CaseFile file) {
        if (file.state() == CaseState.DECIDED) {
            return "page.promise-passed-decided";
        }
        return open.detail().actions().contains(Action.APOLOGISE)
                ? "page.promise-passed-text"
                : "page.promise-passed-other";
    }

    /** Why the case stands where it does, when somebody said so: given back, not signed, asked of the citizen, complained about. */
    private Optional<CaseEvent> lastSaid() {
        return open.detail().events().stream()
                .filter(event -> !BESIDE.contains(event.kind()))
                .findFirst()
                .filter(event -> SAYING.contains(event.kind()) && !event.note().isBlank());
    }

    /** What is not certain about the terms. */
    private Component doubt() {
        UnorderedList notes = new UnorderedList();
        open.procedure().notes().forEach(note -> notes.add(new ListItem(note)));
        Details doubt = new Details(TEXTS.get("page.provisional"), notes);
        doubt.addClassNames("as-small", "as-case-doubt");
        return doubt;
    }

    private void tabs(Div left) {
        Tabs tabs = new Tabs();
        Div shown = new Div();
        shown.addClassName("as-case-tab");
        CaseTab chosen = CaseTab.of(PageAddress.current().get(TAB).orElse(""));
        for (CaseTab each : CaseTab.values()) {
            Tab tab = new Tab(new Span(TEXTS.get("tab." + each)));
            if (each == CaseTab.PAPERS && !open.detail().papers().isEmpty()) {
                Span count = new Span(Integer.toString(open.detail().papers().size()));
                count.addClassName("as-tabnum");
                tab.add(count);
            }
            tabs.add(tab);
            if (each == chosen) {
                tabs.setSelectedTab(tab);
            }
        }
        tabs.addSelectedChangeListener(event -> {
            CaseTab turned = CaseTab.values()[tabs.getSelectedIndex()];
            PageAddress.current().put(Map.of(TAB, turned.address()));
            fill(shown, turned);
        });
        fill(shown, chosen);
        left.add(tabs, shown);
    }

    private void fill(Div shown, CaseTab tab) {
        shown.removeAll();
        try {
            shown.add(
                    switch (tab) {
                        case FACTS -> new CasePageFacts(open);
                        case PAPERS -> new CasePagePapers(open);
                        case AMOUNT -> new CasePageAmount(open);
                        case LOG -> new CasePageLog(open);
                    });
        } catch (RuntimeException e) {
            shown.add(Problems.bar(e));
        }
    }

    /** What a case is looked at by. */
    private enum CaseTab {
        FACTS("thong-tin"),
        PAPERS("giay-to"),
        AMOUNT("muc-huong"),
        LOG("nhat-ky");

        private final String address;

        CaseTab(String address) {
            this.address = address;
        }

        /** Its word in the address; blank for the first. */
        private String address() {
            return this == FACTS ? "" : address;
        }

        private static CaseTab of(String address) {
            for (CaseTab tab : values()) {
                if (tab.address.equals(address)) {
                    return tab;
                }
            }
            return FACTS;
        }
    }
}
