package vn.ansinh.ui.shell.route;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.PushConnection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.shell.ShellTexts;
import vn.ansinh.ui.shell.layout.MainLayout;

/** The browser windows that are open. */
public final class OpenWindows {

    private final Set<UI> uis = ConcurrentHashMap.newKeySet();

    /** Remembers a window until it closes. */
    public void opened(UI ui) {
        uis.add(ui);
        ui.addDetachListener(event -> uis.remove(ui));
    }

    /** Each window builds its menu anew. */
    void menuChanged() {
        each(OpenWindows::rebuildMenu);
    }

    /**
     * Each window builds its menu anew; one that shows the view that went goes home and says why.
     *
     * @param afterwards run when a window has let go of the view
     */
    void viewGone(Class<?> type, Runnable afterwards) {
        each(ui -> {
            boolean showing = ui.getInternals().getActiveRouterTargetsChain().stream()
                    .anyMatch(target -> target.getClass() == type);
            if (showing && !connected(ui)) {
                drop(ui);
            } else {
                rebuildMenu(ui);
                if (showing) {
                    boolean kept = FormDialog.tearAway(ui);
                    ui.navigate("");
                    Problems.done(ShellTexts.text(kept ? "view.gone.kept" : "view.gone"));
                }
            }
            afterwards.run();
        });
    }

    private static boolean connected(UI ui) {
        PushConnection push = ui.getInternals().getPushConnection();
        return push != null && push.isConnected();
    }

    /**
     * A window that cannot be told anything, mostly because its browser is gone, would keep the view until its session ends.
     * Should somebody still sit there, their next click asks them to open the page again.
     */
    private static void drop(UI ui) {
        VaadinSession session = ui.getSession();
        ui.close();
        session.removeUI(ui);
    }

    private static void rebuildMenu(UI ui) {
        ui.getChildren()
                .filter(MainLayout.class::isInstance)
                .map(MainLayout.class::cast)
                .forEach(MainLayout::rebuildMenu);
    }

    private void each(Consumer<UI> action) {
        for (UI ui : uis) {
            try {
                ui.access(() -> action.accept(ui));
            } catch (UIDetachedException closed) {
                uis.remove(ui);
            }
        }
    }
}
