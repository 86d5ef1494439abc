package vn.ansinh.ui.kit.context;

import com.vaadin.flow.component.UI;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import vn.ansinh.api.draft.Drafts.Draft;

/**
 * Forms that were left unfinished, as the account at a window has them; a service of the shell. A window may be told so at any
 * time, also when nobody asks for anything: its program goes, or its session ends.
 */
public interface FormDrafts {

    /** Keeps what was typed. @param form the page and the form on it */
    void keep(UI ui, String form, Map<String, String> typed);

    /** What was typed and kept. */
    Optional<Draft> find(UI ui, String form);

    /** Throws it away. */
    void forget(UI ui, String form);

    /** The service, as long as there is a shell. It is looked up here because dialogs are made in passing, by anybody. */
    static Optional<FormDrafts> service() {
        Bundle kit = FrameworkUtil.getBundle(FormDrafts.class);
        BundleContext context = kit == null ? null : kit.getBundleContext();
        ServiceReference<FormDrafts> reference = context == null ? null : context.getServiceReference(FormDrafts.class);
        return reference == null ? Optional.empty() : Optional.ofNullable(context.getService(reference));
    }
}
