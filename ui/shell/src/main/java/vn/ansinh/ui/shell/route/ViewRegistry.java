package vn.ansinh.ui.shell.route;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.ui.kit.view.ViewProvider;
import vn.ansinh.ui.shell.layout.FailureView;
import vn.ansinh.ui.shell.layout.ForbiddenView;
import vn.ansinh.ui.shell.layout.MainLayout;
import vn.ansinh.ui.shell.layout.NotFoundView;
import vn.ansinh.ui.shell.signin.PasswordFirstView;
import vn.ansinh.ui.shell.signin.SignInView;

/** Routes come and go with {@link ViewProvider} services; open windows follow. */
public final class ViewRegistry implements ServiceTrackerCustomizer<ViewProvider, ViewProvider> {

    private static final Logger LOG = LoggerFactory.getLogger(ViewRegistry.class);

    /** Pages in place of one that is not there, not permitted or not working. */
    static final Set<Class<? extends Component>> NOTICES =
            Set.of(NotFoundView.class, ForbiddenView.class, FailureView.class);

    private final BundleContext context;
    private final OpenWindows windows;
    private final Map<Class<?>, ViewProvider> byType = new ConcurrentHashMap<>();
    private ServiceTracker<ViewProvider, ViewProvider> tracker;
    private RouteConfiguration routes;

    public ViewRegistry(BundleContext context, OpenWindows windows) {
        this.context = context;
        this.windows = windows;
    }

    /** The provider of a view class. */
    public Optional<ViewProvider> byType(Class<?> type) {
        return Optional.ofNullable(byType.get(type));
    }

    /** All views with a menu entry, in the menu's order. */
    public List<ViewProvider> menu() {
        return byType.values().stream()
                .filter(view -> view.group() != null)
                .sorted(Comparator.<ViewProvider>comparingInt(
                                view -> view.group().order())
                        .thenComparing(view -> view.group().id())
                        .thenComparingInt(ViewProvider::order)
                        .thenComparing(ViewProvider::title))
                .toList();
    }

    /** Begins to follow the services, for the application whose routes these are. */
    public synchronized void open(ApplicationRouteRegistry registry) {
        routes = RouteConfiguration.forRegistry(registry);
        routes.setRoute(SignInView.PATH, SignInView.class);
        routes.setRoute(PasswordFirstView.PATH, PasswordFirstView.class);
        registry.setErrorNavigationTargets(NOTICES);
        tracker = new ServiceTracker<>(context, ViewProvider.class, this);
        tracker.open();
    }

    /** Stops following. */
    public synchronized void close() {
        if (tracker != null) {
            tracker.close();
            tracker = null;
        }
        routes = null;
    }

    @Override
    public ViewProvider addingService(ServiceReference<ViewProvider> reference) {
        ViewProvider view = context.getService(reference);
        if (view == null) {
            return null;
        }
        if (!register(view)) {
            context.ungetService(reference);
            return null;
        }
        windows.menuChanged();
        return view;
    }

    private boolean register(ViewProvider view) {
        Class<? extends Component> type = view.type();
        if (routes.isPathAvailable(view.path()) || byType.containsKey(type)) {
            LOG.error(
                    "view {} of {} refused: its path '{}' or its class is taken",
                    type.getName(),
                    FrameworkUtil.getBundle(type),
                    view.path());
            return false;
        }
        byType.put(type, view);
        routes.setRoute(view.path(), type, List.of(MainLayout.class));
        return true;
    }

    @Override
    public void modifiedService(ServiceReference<ViewProvider> reference, ViewProvider view) {
        // a view's properties play no part
    }

    @Override
    public void removedService(ServiceReference<ViewProvider> reference, ViewProvider view) {
        byType.values().stream().filter(known -> known == view).findFirst().ifPresent(known -> {
            Class<? extends Component> type = typeOf(known);
            byType.remove(type);
            if (routes != null) {
                routes.removeRoute(type);
            }
            Bundle bundle = FrameworkUtil.getBundle(type);
            StaticCaches.forget(bundle);
            windows.viewGone(type, () -> StaticCaches.forget(bundle));
        });
        context.ungetService(reference);
    }

    /** From our own map: the provider may be a proxy whose bundle has already gone. */
    private Class<? extends Component> typeOf(ViewProvider view) {
        return byType.entrySet().stream()
                .filter(entry -> entry.getValue() == view)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow()
                .asSubclass(Component.class);
    }
}
