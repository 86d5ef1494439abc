package vn.ansinh.ui.shell;

import static vn.ansinh.ui.shell.ShellTexts.text;

import jakarta.servlet.Servlet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.servlet.context.ServletContextHelper;
import vn.ansinh.ui.kit.view.MenuGroup;
import vn.ansinh.ui.kit.view.View;
import vn.ansinh.ui.kit.view.ViewProvider;
import vn.ansinh.ui.shell.calculator.CalculatorView;
import vn.ansinh.ui.shell.home.HomeView;
import vn.ansinh.ui.shell.job.JobsView;
import vn.ansinh.ui.shell.payment.PaymentsView;
import vn.ansinh.ui.shell.person.PeopleView;
import vn.ansinh.ui.shell.policy.PoliciesView;
import vn.ansinh.ui.shell.program.ProgramsView;
import vn.ansinh.ui.shell.route.Navigation;
import vn.ansinh.ui.shell.route.OpenWindows;
import vn.ansinh.ui.shell.route.ViewRegistry;
import vn.ansinh.ui.shell.servlet.PushAnchor;
import vn.ansinh.ui.shell.servlet.ShellServlet;
import vn.ansinh.ui.shell.unit.UnitsView;

/** Publishes the application under {@code /} and the shell's own pages; takes them back in reverse order. */
public final class ShellBundle {

    private static final String CONTEXT = "ansinh-ui";
    private static final String SELECT = "(osgi.http.whiteboard.context.name=" + CONTEXT + ")";

    private final BundleContext context;
    private final Services services;
    private final Deque<ServiceRegistration<?>> published = new ArrayDeque<>();

    public ShellBundle(BundleContext context, Services services) {
        this.context = context;
        this.services = services;
    }

    /** Called by Blueprint when all services are there. */
    public void start() {
        OpenWindows windows = new OpenWindows();
        Navigation navigation = new Navigation(services, windows);
        ViewRegistry views = new ViewRegistry(context, windows);
        navigation.setViews(views);
        publishViews(views);
        // a context of its own: attributes of a shared one would survive this bundle
        publish(
                ServletContextHelper.class,
                new ServletContextHelper(context.getBundle()) {},
                Map.of(
                        "osgi.http.whiteboard.context.name",
                        CONTEXT,
                        "osgi.http.whiteboard.context.path",
                        "/",
                        "service.ranking",
                        100));
        // before the servlet, see PushAnchor
        publish(
                Object.class,
                new PushAnchor(),
                Map.of(
                        "osgi.http.whiteboard.context.select",
                        SELECT,
                        "org.ops4j.pax.web.http.whiteboard.websocket",
                        true));
        publish(
                Servlet.class,
                new ShellServlet(services.access(), views, navigation),
                Map.of(
                        "osgi.http.whiteboard.context.select",
                        SELECT,
                        "osgi.http.whiteboard.servlet.name",
                        CONTEXT,
                        "osgi.http.whiteboard.servlet.pattern",
                        new String[] {"/*"},
                        "osgi.http.whiteboard.servlet.asyncSupported",
                        true,
                        "servlet.init.closeIdleSessions",
                        "true"));
    }

    private void publishViews(ViewRegistry views) {
        publish(new View<>(
                "",
                text("home.title"),
                MenuGroup.GENERAL,
                0,
                "tasks",
                HomeView.class,
                () -> new HomeView(services, views)));
        publish(new View<>(
                PeopleView.PATH,
                text("people.title"),
                MenuGroup.GENERAL,
                12,
                "group",
                PeopleView.class,
                () -> new PeopleView(services)));
        publish(new View<>(
                CalculatorView.PATH,
                text("calculator.title"),
                MenuGroup.GENERAL,
                20,
                "calc",
                CalculatorView.class,
                () -> new CalculatorView(services)));
        publish(new View<>(
                PaymentsView.PATH,
                PaymentsView.TITLE,
                MenuGroup.GENERAL,
                30,
                "money-exchange",
                PaymentsView.class,
                () -> new PaymentsView(services)));
        publish(new View<>(
                "chuong-trinh",
                text("programs.menu-entry"),
                MenuGroup.SYSTEM,
                0,
                "puzzle-piece",
                ProgramsView.class,
                () -> new ProgramsView(services, views)));
        publish(new View<>(
                PoliciesView.PATH,
                text("policy.title"),
                MenuGroup.SYSTEM,
                5,
                "book",
                PoliciesView.class,
                () -> new PoliciesView(services)));
        publish(new View<>(
                "don-vi",
                text("units.title"),
                MenuGroup.SYSTEM,
                10,
                "map-marker",
                UnitsView.class,
                () -> new UnitsView(services.units(), services.clock())));
        publish(new View<>(
                JobsView.PATH,
                text("jobs.title"),
                MenuGroup.SYSTEM,
                20,
                "cogs",
                JobsView.class,
                () -> new JobsView(services.jobs())));
    }

    private void publish(View<?> view) {
        publish(ViewProvider.class, view, Map.of());
    }

    private <T> void publish(Class<T> type, T service, Map<String, ?> properties) {
        Dictionary<String, Object> dictionary = new Hashtable<>(properties);
        published.push(context.registerService(type, service, dictionary));
    }

    /** Called by Blueprint when the bundle stops. */
    public void stop() {
        while (!published.isEmpty()) {
            published.pop().unregister();
        }
    }
}
