package vn.ansinh.ui.shell.transition;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.unit.ResolutionState;
import vn.ansinh.api.unit.ResolutionState.Stage;
import vn.ansinh.api.unit.Resolutions.Touched;
import vn.ansinh.ui.kit.component.Confirm;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.layout.SidePanel;

/** Resolutions on units: brought as a file, looked at with whom they touch, put into force by somebody else. */
@Permitted(Permissions.UNIT_READ)
public class ResolutionsView extends Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = "nghi-quyet-don-vi";

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(ResolutionsView.class);

    private final transient TransitionServices services;
    private final LazyGrid<ResolutionState> grid = new LazyGrid<>(TEXTS.get("resolution.title"));
    private final SidePanel side = new SidePanel(grid);

    public ResolutionsView(TransitionServices services) {
        super(TEXTS.get("resolution.title"));
        this.services = services;
        grid.link("number", TEXTS.get("resolution.number"), ResolutionState::number, this::open)
                .setFlexGrow(2);
        grid.wrapped("name", TEXTS.get("resolution.name"), ResolutionState::name)
                .setFlexGrow(3);
        grid.date("force", TEXTS.get("resolution.in-force"), ResolutionState::inForce);
        grid.text("by", TEXTS.get("resolution.proposed-by"), ResolutionState::proposedBy)
                .setWidth("140px")
                .setFlexGrow(0);
        grid.state("state", TEXTS.get("resolution.state"), ResolutionsView::state, ResolutionsView::word);
        grid.narrow(
                TEXTS.get("resolution.title"),
                one -> new NarrowRow(one.number(), one.name(), Formats.date(one.inForce()), state(one), word(one)),
                this::open);
        grid.setEmptyText(TEXTS.get("resolution.none"));
        add(side);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (services.access().require().may(Permissions.UNIT_PROPOSE)) {
            setMainAction(new Button(
                    TEXTS.get("resolution.bring"),
                    VaadinIcon.UPLOAD_ALT.create(),
                    click -> new ResolutionUpload(services.resolutions(), brought -> {
                                load();
                                open(brought);
                            })
                            .open()));
        }
        load();
    }

    private void load() {
        Problems.guard(() -> grid.setRows(services.resolutions().list()));
    }

    private static State state(ResolutionState resolution) {
        return switch (resolution.stage()) {
            case ACTIVE -> State.IN_FORCE;
            case REJECTED -> State.REJECTED;
            default -> State.WAITING;
        };
    }

    private static String word(ResolutionState resolution) {
        return TEXTS.get("stage." + resolution.stage());
    }

    private void open(ResolutionState resolution) {
        Problems.guard(() -> {
            List<Component> content = new ArrayList<>();
            content.add(new FactList()
                    .fact(TEXTS.get("resolution.name"), resolution.name())
                    .fact(TEXTS.get("resolution.promulgated"), Formats.date(resolution.promulgated()))
                    .fact(TEXTS.get("resolution.in-force"), Formats.date(resolution.inForce()))
                    .fact(TEXTS.get("resolution.file"), resolution.file())
                    .fact(TEXTS.get("resolution.proposed-by"), resolution.proposedBy())
                    .fact(TEXTS.get("resolution.decided-by"), resolution.decidedBy()));
            Caller caller = services.access().require();
            if (resolution.stage() == Stage.PROPOSED) {
                if (caller.may(Permissions.UNIT_PROPOSE) || caller.may(Permissions.UNIT_ACTIVATE)) {
                    content.add(SidePanel.heading(TEXTS.get("resolution.touches")));
                    content.add(touched(services.resolutions().preview(resolution.id())));
                }
                if (caller.may(Permissions.UNIT_ACTIVATE)) {
                    content.add(decision(resolution, caller));
                }
            }
            side.open(
                    resolution.number(),
                    new Component[] {new StateBadge(state(resolution), word(resolution))},
                    content.toArray(Component[]::new));
        });
    }

    private static Component touched(List<Touched> touched) {
        DataTable table = new DataTable(
                TEXTS.get("resolution.touches"),
                List.of(
                        TEXTS.get("ended.name"),
                        TEXTS.get("ended.into"),
                        ">" + TEXTS.get("ended.people"),
                        ">" + TEXTS.get("ended.rights"),
                        ">" + TEXTS.get("ended.accounts")));
        touched.forEach(one -> table.row(
                one.unit().name(),
                TEXTS.get(one.whole() ? "touched.whole" : "touched.split", String.join(", ", one.into())),
                Money.format(one.people()),
                Money.format(one.entitlements()),
                Money.format(one.accounts())));
        return table;
    }

    private Component decision(ResolutionState resolution, Caller caller) {
        if (caller.account().equals(resolution.proposedBy())) {
            return MessageBar.info(TEXTS.get("resolution.somebody-else"));
        }
        Button activate = new Button(
                TEXTS.get("resolution.activate"),
                VaadinIcon.CHECK.create(),
                event -> Confirm.ask(
                        TEXTS.get("resolution.activate-title", resolution.number()),
                        TEXTS.get("resolution.activate-text", Formats.date(resolution.inForce())),
                        TEXTS.get("resolution.activate"),
                        false,
                        () -> {
                            services.resolutions().activate(resolution.id());
                            Problems.done(TEXTS.get("resolution.activated", resolution.number()));
                            load();
                            open(services.resolutions().byId(resolution.id()));
                        }));
        Button reject = new Button(
                TEXTS.get("resolution.reject"),
                event -> new RejectDialog(services.resolutions(), resolution, () -> {
                            load();
                            open(services.resolutions().byId(resolution.id()));
                        })
                        .open());
        Div buttons = new Div(activate, reject);
        buttons.addClassName("as-row");
        return buttons;
    }
}
