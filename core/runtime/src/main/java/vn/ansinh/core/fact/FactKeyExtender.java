package vn.ansinh.core.fact;

import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import vn.ansinh.core.extender.BundleFiles;

/** Reads {@code ANSINH-INF/fact/*.yaml} of every bundle that starts. */
final class FactKeyExtender extends BundleFiles {

    private final FactKeyRegistry registry;

    FactKeyExtender(BundleContext context, FactKeyRegistry registry) {
        super(context, Bundle.STARTING | Bundle.ACTIVE, "ANSINH-INF/fact", false, LARGEST);
        this.registry = registry;
    }

    @Override
    protected String found(Bundle bundle, String file, String text) {
        registry.declare(bundle.getBundleId(), file, text);
        return file;
    }

    @Override
    protected void gone(Bundle bundle, List<String> brought) {
        registry.forget(bundle.getBundleId());
    }
}
