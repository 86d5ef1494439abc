package vn.ansinh.ui.shell.servlet;

import com.vaadin.flow.di.InstantiatorFactory;
import com.vaadin.flow.di.Lookup;
import com.vaadin.flow.di.LookupInitializer;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.AppShellRegistry;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.StaticFileHandler;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import vn.ansinh.api.access.Access;
import vn.ansinh.ui.shell.route.Navigation;
import vn.ansinh.ui.shell.route.ViewRegistry;
import vn.ansinh.ui.shell.signin.SignedIn;

/** Vaadin's servlet, started by hand: the whiteboard runs no servlet-container initializers. */
public final class ShellServlet extends VaadinServlet {

    private static final long serialVersionUID = 1L;

    private final transient Access access;
    private final transient ViewRegistry views;
    private final transient Navigation navigation;
    private final transient RequestWatch watch = new RequestWatch();

    public ShellServlet(Access access, ViewRegistry views, Navigation navigation) {
        this.access = access;
        this.views = views;
        this.navigation = navigation;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        try {
            BundleLoader.runWith(() -> start(config));
        } catch (ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private void start(ServletConfig config) throws ServletException {
        VaadinServletContext context = new VaadinServletContext(config.getServletContext());
        InstantiatorFactory instantiators = service -> new ViewInstantiator(service, views, navigation);
        new LookupInitializer()
                .initialize(
                        context,
                        new HashMap<>(),
                        lookup -> context.setAttribute(
                                Lookup.class,
                                Lookup.compose(lookup, Lookup.of(instantiators, InstantiatorFactory.class))));
        watch.open();
        AppShellRegistry.getInstance(context).setShell(AppShell.class);
        super.init(config);
        navigation.follow(getService());
        views.open(ApplicationRouteRegistry.getInstance(context));
    }

    @Override
    protected VaadinServletService createServletService(DeploymentConfiguration configuration) throws ServiceException {
        ShellService service = new ShellService(this, configuration, access);
        service.init();
        return service;
    }

    @Override
    protected StaticFileHandler createStaticFileHandler(VaadinService service) {
        return new PackedScripts(service);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Referrer-Policy", "same-origin");
        try {
            watch.around(request, response, () -> serve(request, response));
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response) throws Exception {
        try (Access.Binding binding =
                SignedIn.renew(access, request).map(access::bind).orElse(() -> {})) {
            BundleLoader.runWith(() -> super.service(request, response));
        }
    }

    @Override
    public void destroy() {
        watch.close();
        views.close();
        super.destroy();
    }
}
