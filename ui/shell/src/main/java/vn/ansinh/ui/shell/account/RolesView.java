package vn.ansinh.ui.shell.account;

import static vn.ansinh.ui.shell.account.AccessServices.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.access.Roles.Listed;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.FilterBar;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.shell.layout.SidePanel;

/** The roles that can be given to accounts: the platform's, which nobody changes, and those made here. */
@Permitted(Permissions.ROLE_MANAGE)
public class RolesView extends Page implements AfterNavigationObserver {

    private static final long serialVersionUID = 1L;
    private static final String SEARCH = "tim";

    private final transient AccessServices services;
    private transient Map<Long, String> agencyNames = Map.of();
    private final Div filters = new Div();
    private final LazyGrid<Listed> grid = new LazyGrid<>(text("roles.title"));
    private final SidePanel side = new SidePanel(grid);

    public RolesView(AccessServices services) {
        super(text("roles.title"));
        this.services = services;
        setMainAction(new Button(text("role.define"), VaadinIcon.PLUS.create(), event -> define(Set.of())));
        filters.addClassName("as-contents");
        grid.link("name", text("role.name"), listed -> listed.role().name(), this::open)
                .setFlexGrow(3);
        grid.wrapped("place", text("role.place"), this::place).setFlexGrow(3);
        grid.numeric(
                "permissions",
                text("role.permissions"),
                listed -> count(listed.role().permissions()));
        grid.numeric("accounts", text("role.accounts"), listed -> Integer.toString(listed.accounts()));
        grid.state("kind", text("role.kind"), RolesView::look, RolesView::kind);
        grid.narrow(
                text("role.name"),
                listed -> new NarrowRow(
                        listed.role().name(),
                        place(listed),
                        Integer.toString(listed.accounts()),
                        look(listed),
                        kind(listed)),
                this::open);
        grid.setEmptyText(text("roles.none"));
        add(filters, side);
    }

    private static String count(Set<String> permissions) {
        return permissions.contains("*") ? text("permission.all") : Integer.toString(permissions.size());
    }

    private static State look(Listed listed) {
        return listed.own() ? State.IN_FORCE : State.CLOSED;
    }

    private static String kind(Listed listed) {
        return text(listed.own() ? "role.own" : "role.platform");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        FilterBar bar = new FilterBar();
        bar.search(text("roles.search"), SEARCH, this::load);
        filters.removeAll();
        filters.add(bar);
        load();
    }

    private void load() {
        Problems.guard(() -> {
            agencyNames = services.agencyNames();
            String wanted = Vietnamese.fold(PageAddress.current().get(SEARCH).orElse(""));
            List<Listed> rows = services.roles().all().stream()
                    .filter(listed -> Vietnamese.fold(listed.role().name()).contains(wanted))
                    .toList();
            grid.setRows(rows);
            grid.footer("name", text("roles.count", rows.size()));
        });
    }

    private String place(Listed listed) {
        if (!listed.own()) {
            return text("role.everywhere");
        }
        String agency = agencyNames.get(listed.agencyId());
        return agency == null ? services.territory(listed.unitId()) : agency;
    }

    private void open(Listed listed) {
        List<Component> content = new ArrayList<>();
        if (!listed.own()) {
            content.add(MessageBar.info(text("role.platform.what")));
        }
        content.add(new FactList()
                .fact(text("role.place"), place(listed))
                .fact(text("role.accounts"), Integer.toString(listed.accounts())));
        content.add(actions(listed));
        content.add(SidePanel.heading(text("role.permissions")));
        content.add(ProfileView.list(services.permissions(listed.role().permissions())));
        side.open(
                listed.role().name(),
                new Component[] {new StateBadge(look(listed), kind(listed))},
                content.toArray(Component[]::new));
    }

    private Component actions(Listed listed) {
        Div actions = new Div();
        actions.addClassNames("as-row", "wrap");
        if (listed.own()) {
            actions.add(
                    new Button(text("role.change"), VaadinIcon.PENCIL.create(), event -> change(listed)),
                    new Button(text("role.end"), VaadinIcon.STOP.create(), event -> end(listed)));
        }
        actions.add(new Button(
                text("role.copy"),
                VaadinIcon.COPY_O.create(),
                event -> define(listed.role().permissions())));
        return actions;
    }

    private void define(Set<String> permissions) {
        Problems.guard(() -> RoleForm.define(services, permissions, draft -> {
            services.roles().define(draft);
            done();
        }));
    }

    private void change(Listed listed) {
        Problems.guard(() -> RoleForm.change(services, listed.role(), (draft, why) -> {
            services.roles().change(listed.role().code(), draft, why);
            done();
        }));
    }

    private void end(Listed listed) {
        TextArea why = new TextArea(text("word.reason"));
        new FormDialog(text("role.end.title", listed.role().name()), text("role.end.what"), text("role.end"))
                .dangerous()
                .wide(why)
                .does(() -> true, () -> {
                    services.roles().end(listed.role().code(), why.getValue().strip());
                    done();
                })
                .open();
    }

    private void done() {
        side.close();
        load();
        Problems.done(text("word.saved"));
    }
}
