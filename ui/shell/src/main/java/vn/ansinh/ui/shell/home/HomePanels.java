package vn.ansinh.ui.shell.home;

import java.util.Comparator;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import vn.ansinh.api.access.Caller;
import vn.ansinh.ui.kit.home.HomePanel;

/** The parts that bundles add to the first page, as they are at this moment. */
final class HomePanels {

    private HomePanels() {}

    /** Those the caller may see, in their order. */
    static List<HomePanel> of(Caller caller) {
        BundleContext context = FrameworkUtil.getBundle(HomePanels.class).getBundleContext();
        try {
            return context.getServiceReferences(HomePanel.class, null).stream()
                    .map(reference -> service(context, reference))
                    .filter(panel -> panel != null && caller.may(panel.permission()))
                    .sorted(Comparator.comparingInt(HomePanel::order))
                    .toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Given back at once: a panel is a factory of what it shows. */
    private static HomePanel service(BundleContext context, ServiceReference<HomePanel> reference) {
        HomePanel panel = context.getService(reference);
        context.ungetService(reference);
        return panel;
    }
}
