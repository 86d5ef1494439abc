package vn.ansinh.core.audit;

import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import vn.ansinh.api.access.Access;

/** Tells who acts, once that can be told: signing in reports to the audit, so the audit cannot be made after it. */
public final class AccessWhenThere implements Supplier<Optional<Access>> {

    private final BundleContext context;
    private volatile Access found;

    /** @param context of this bundle, which publishes the service itself */
    public AccessWhenThere(BundleContext context) {
        this.context = context;
    }

    @Override
    public Optional<Access> get() {
        if (found == null) {
            ServiceReference<Access> reference = context.getServiceReference(Access.class);
            found = reference == null ? null : context.getService(reference);
        }
        return Optional.ofNullable(found);
    }
}
