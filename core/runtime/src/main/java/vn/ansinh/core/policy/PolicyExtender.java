package vn.ansinh.core.policy;

import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.policy.Packs;
import vn.ansinh.core.extender.BundleFiles;
import vn.ansinh.core.extender.FileRefusedException;

/**
 * Offers {@code ANSINH-INF/policy/*.yaml} of every bundle that runs to the registry. Fact keys are read while a bundle
 * still starts, packs once it is active: so a pack finds the keys of its own bundle.
 */
public final class PolicyExtender extends BundleFiles {

    /** Where packs lie in a bundle. */
    static final String DIRECTORY = "ANSINH-INF/policy";

    private static final String FACTS = "ANSINH-INF/fact";

    private final PackArrivals arrivals;
    private final Facts facts;

    public PolicyExtender(BundleContext context, PolicyRegistry registry, Facts facts) {
        super(context, Bundle.ACTIVE, DIRECTORY, false, Packs.LARGEST);
        this.arrivals = registry.arrivals();
        this.facts = facts;
    }

    /** A bundle without packs may bring the fact keys that one waits for. */
    @Override
    public List<String> addingBundle(Bundle bundle, BundleEvent event) {
        List<String> files = super.addingBundle(bundle, event);
        if (files == null && bundle.findEntries(FACTS, "*.yaml", false) != null) {
            arrivals.tryAgain();
        }
        return files;
    }

    /** The file that a bundle was made of is called as people see it. */
    @Override
    protected String named(Bundle bundle, String path) {
        String dropped = dropped(bundle);
        return dropped == null ? bundle.getSymbolicName() + "/" + path : dropped;
    }

    /** @return {@code null} for a bundle that was not made of a file */
    private static String dropped(Bundle bundle) {
        return bundle.getHeaders("").get(PolicyFiles.SHOWN);
    }

    @Override
    protected String found(Bundle bundle, String file, String text) {
        arrivals.offer(text, file, isShipped(bundle, dropped(bundle)), facts::keys);
        return file;
    }

    @Override
    protected String refused(String file, FileRefusedException why) {
        arrivals.refuse(file, why);
        return file;
    }

    /** What was installed by a feature, or lies in the distribution's own directory. */
    private static boolean isShipped(Bundle bundle, String dropped) {
        return dropped == null ? bundle.getLocation().startsWith("mvn:") : dropped.startsWith(PolicyFiles.SHIPPED);
    }

    /** What is in force stays in force. */
    @Override
    protected void gone(Bundle bundle, List<String> brought) {
        brought.forEach(arrivals::withdraw);
    }
}
