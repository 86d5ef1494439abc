package vn.ansinh.ui.shell.account;

import static vn.ansinh.ui.shell.account.AccessServices.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.List;
import vn.ansinh.api.access.Accounts.Session;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.ui.kit.component.Confirm;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;

/** Who is signed in on the screens now. */
@Permitted(Permissions.SESSION_MANAGE)
public class SessionsView extends Page implements AfterNavigationObserver {

    private static final long serialVersionUID = 1L;

    private final transient AccessServices services;
    private final LazyGrid<Session> grid = new LazyGrid<>(text("sessions.title"));

    public SessionsView(AccessServices services) {
        super(text("sessions.title"));
        this.services = services;
        setSub(text("sessions.sub", Long.toString(services.access().idle().toMinutes())));
        grid.wrapped("full-name", text("account.full-name"), Session::fullName).setFlexGrow(3);
        grid.text("account", text("account.name"), Session::account).setAutoWidth(true);
        grid.text("browser", text("session.browser"), session -> Browser.of(session.browser()))
                .setAutoWidth(true);
        grid.text("address", text("session.address"), Session::address).setAutoWidth(true);
        grid.numeric("started", text("session.started"), session -> Formats.time(session.started()));
        grid.numeric("seen", text("session.seen"), session -> Formats.time(session.seen()));
        grid.component("end", text("session.action"), this::end)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.narrow(
                text("account.name"),
                session -> new NarrowRow(
                        session.fullName(),
                        session.account() + " · " + Browser.of(session.browser()),
                        Formats.time(session.seen()),
                        null),
                this::ask);
        grid.setEmptyText(text("sessions.none"));
        add(grid);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private void load() {
        Problems.guard(() -> {
            List<Session> sessions = services.accounts().sessions();
            grid.setRows(sessions);
            grid.footer("full-name", text("sessions.count", sessions.size()));
        });
    }

    private Button end(Session session) {
        Button end = new Button(text("session.end"), event -> ask(session));
        end.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        end.setAriaLabel(text("session.end-of", session.account()));
        return end;
    }

    private void ask(Session session) {
        Confirm.ask(
                text("session.end.title", session.account()),
                text("session.end.what"),
                text("session.end"),
                true,
                () -> {
                    services.accounts().endSession(session.id());
                    load();
                });
    }
}
