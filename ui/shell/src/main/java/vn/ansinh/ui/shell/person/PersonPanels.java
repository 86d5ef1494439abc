package vn.ansinh.ui.shell.person;

import java.util.Comparator;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import vn.ansinh.api.access.Caller;
import vn.ansinh.ui.kit.person.PersonPanel;

/** The panels that bundles add to a person's page, as they are at this moment. */
final class PersonPanels {

    private PersonPanels() {}

    /** Those the caller may see, in their order. */
    static List<PersonPanel> of(Caller caller) {
        BundleContext context = FrameworkUtil.getBundle(PersonPanels.class).getBundleContext();
        try {
            return context.getServiceReferences(PersonPanel.class, null).stream()
                    .map(reference -> service(context, reference))
                    .filter(panel -> panel != null && caller.may(panel.permission()))
                    .sorted(Comparator.comparingInt(PersonPanel::order))
                    .toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Given back at once: a panel is a factory of what it shows. */
    private static PersonPanel service(BundleContext context, ServiceReference<PersonPanel> reference) {
        PersonPanel panel = context.getService(reference);
        context.ungetService(reference);
        return panel;
    }
}
