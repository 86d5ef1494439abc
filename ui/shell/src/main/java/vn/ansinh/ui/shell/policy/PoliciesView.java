package vn.ansinh.ui.shell.policy;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.policy.PackState;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.ui.kit.component.FaultList;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.shell.Services;

/**
 * The policy packs: a list of all versions and of files that could not be used; one version opened up, with what it means
 * and what it would cost. Which one is open stands in the address.
 */
@Permitted(Permissions.POLICY_READ)
public class PoliciesView extends Page implements AfterNavigationObserver {

    /** Its address. */
    public static final String PATH = "goi-chinh-sach";
    /** Query parameter with a pack's id. */
    public static final String PACK = "goi";
    /** Query parameter with a version's number. */
    public static final String VERSION = "ban";
    /** Query parameter with the name of a file that could not be used. */
    static final String FILE = "tep";

    private static final long serialVersionUID = 1L;

    private final transient Services services;
    private final Div content = new Div();

    public PoliciesView(Services services) {
        super(text("policy.title"));
        this.services = services;
        content.addClassName("as-contents");
        add(content);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        PageAddress address = PageAddress.current();
        content.removeAll();
        clearActions();
        setMainAction(null);
        setStates();
        setSub(null);
        try {
            List<PackState> all = services.packs().list();
            Optional<PackState> open = asked(address, all);
            if (open.isPresent() && open.get().pack() != null && open.get().proposed() != null) {
                showPack(open.get().pack());
            } else if (open.isPresent()) {
                showRefused(open.get());
            } else {
                showList(all);
            }
        } catch (RuntimeException e) {
            content.add(Problems.bar(e));
        }
    }

    private static Optional<PackState> asked(PageAddress address, List<PackState> all) {
        String pack = address.get(PACK).orElse("");
        String version = address.get(VERSION).orElse("");
        String file = address.get(FILE).orElse("");
        return all.stream()
                .filter(state -> file.isEmpty()
                        ? state.pack() != null
                                && state.stage() != PackState.Stage.REFUSED
                                && state.pack().pack().equals(pack)
                                && Integer.toString(state.pack().version()).equals(version)
                        : state.stage() == PackState.Stage.REFUSED
                                && state.file().equals(file))
                .findFirst();
    }

    private void showList(List<PackState> all) {
        setTitle(text("policy.title"));
        LazyGrid<PackState> grid = PackGrid.of(services, this::open);
        grid.setRows(all);
        long waiting = all.stream()
                .filter(state -> state.stage() == PackState.Stage.DRAFT)
                .count();
        grid.footer("name", text("policy.count", all.size(), waiting));
        content.add(grid);
        if (services.access().require().may(Permissions.POLICY_PROPOSE)) {
            setMainAction(new Button(
                    text("policy.upload"),
                    VaadinIcon.UPLOAD_ALT.create(),
                    event -> new PackUpload(services.packs(), this::open).open()));
        }
    }

    private void showRefused(PackState refused) {
        setTitle(refused.name() == null ? refused.file() : refused.name());
        setStates(PackGrid.badge(refused));
        addAction(back());
        content.add(MessageBar.error(text("policy.refused-lead"), text("policy.refused", refused.file())));
        content.add(new FaultList(refused.faults()));
    }

    private void showPack(PackVersion version) {
        PackPage page = new PackPage(services, version, this::show);
        PackState state = page.state();
        setTitle(state.name());
        setSub(text("policy.sub", version.pack(), version.version()));
        setStates(page.badges());
        addAction(back());
        page.actions().forEach(this::addAction);
        setMainAction(page.mainAction());
        content.add(page);
    }

    private static Component back() {
        return new Button(text("policy.all"), VaadinIcon.LIST_UL.create(), event -> go("", "", ""));
    }

    private void open(PackState state) {
        if (state.stage() == PackState.Stage.REFUSED) {
            go("", "", state.file());
        } else {
            go(state.pack().pack(), Integer.toString(state.pack().version()), "");
        }
    }

    private static void go(String pack, String version, String file) {
        var parameters = WorkContext.current().parameters();
        if (!pack.isEmpty()) {
            parameters = parameters.merging(PACK, pack).merging(VERSION, version);
        }
        UI.getCurrent().navigate(PATH, file.isEmpty() ? parameters : parameters.merging(FILE, file));
    }
}
