package vn.ansinh.ui.shell.servlet;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;

/**
 * The page around the application. What the browser sends goes by plain requests, which carry the session; only what the
 * server sends uses the socket.
 */
@Push(transport = Transport.WEBSOCKET_XHR)
@Viewport("width=device-width, initial-scale=1")
public class AppShell implements AppShellConfigurator {

    private static final long serialVersionUID = 1L;

    /** Changes with each start, so that browsers do not keep yesterday's look after an update. */
    private static final String VERSION = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("An Sinh");
        settings.addLink("stylesheet", "ansinh/ansinh.css?v=" + VERSION);
        settings.addFavIcon("icon", "ansinh/mark.svg", "any");
    }
}
