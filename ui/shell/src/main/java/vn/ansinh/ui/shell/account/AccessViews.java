package vn.ansinh.ui.shell.account;

import com.vaadin.flow.component.Component;
import java.util.function.Supplier;
import vn.ansinh.ui.kit.view.MenuGroup;
import vn.ansinh.ui.kit.view.View;
import vn.ansinh.ui.kit.view.ViewProvider;

/** The pages of this room and their menu entries. */
public final class AccessViews {

    private final AccessServices services;

    public AccessViews(AccessServices services) {
        this.services = services;
    }

    /** Who may sign in. */
    public ViewProvider accounts() {
        return view("tai-khoan", "accounts.title", 30, "users", AccountsView.class, () -> new AccountsView(services));
    }

    /** What people may do, by names. */
    public ViewProvider roles() {
        return view("vai-tro", "roles.title", 31, "key", RolesView.class, () -> new RolesView(services));
    }

    /** Agencies in time. */
    public ViewProvider agencies() {
        return view("co-quan", "agencies.title", 32, "building", AgenciesView.class, () -> new AgenciesView(services));
    }

    /** Who is signed in. */
    public ViewProvider sessions() {
        return view("phien", "sessions.title", 34, "desktop", SessionsView.class, () -> new SessionsView(services));
    }

    /** One's own page; from the account menu. */
    public ViewProvider profile() {
        return new View<>(
                "ho-so-cua-toi",
                AccessServices.text("profile.title"),
                null,
                0,
                "user",
                ProfileView.class,
                () -> new ProfileView(services));
    }

    private static <C extends Component> ViewProvider view(
            String path, String title, int order, String icon, Class<C> type, Supplier<C> factory) {
        return new View<>(path, AccessServices.text(title), MenuGroup.SYSTEM, order, icon, type, factory);
    }
}
