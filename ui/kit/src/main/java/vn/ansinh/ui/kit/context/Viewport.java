package vn.ansinh.ui.kit.context;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Whether a browser window is narrow (a phone, or 200 % zoom): the same width at which the stylesheet changes. */
public final class Viewport {

    private static final int NARROW = 800;

    private final Set<Consumer<Boolean>> followers = new LinkedHashSet<>();
    private boolean narrow;

    private Viewport(UI ui) {
        ui.getPage().retrieveExtendedClientDetails(details -> change(details.getWindowInnerWidth()));
        ui.getPage().addBrowserWindowResizeListener(event -> change(event.getWidth()));
    }

    /** The window of {@code ui}. */
    public static Viewport of(UI ui) {
        Viewport viewport = ComponentUtil.getData(ui, Viewport.class);
        if (viewport == null) {
            viewport = new Viewport(ui);
            ComponentUtil.setData(ui, Viewport.class, viewport);
        }
        return viewport;
    }

    /** Whether it is narrow now. */
    public boolean narrow() {
        return narrow;
    }

    /** Tells {@code follower} now and at each change, until {@code component} leaves the page. */
    public void follow(Component component, Consumer<Boolean> follower) {
        followers.add(follower);
        Registration[] registration = new Registration[1];
        registration[0] = component.addDetachListener(event -> {
            followers.remove(follower);
            registration[0].remove();
        });
        follower.accept(narrow);
    }

    private void change(int width) {
        boolean now = width <= NARROW;
        if (now != narrow) {
            narrow = now;
            Set.copyOf(followers).forEach(follower -> follower.accept(now));
        }
    }
}
