package vn.ansinh.core.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.FeaturesService.Option;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import vn.ansinh.api.program.PluginDetails.Kind;

/**
 * The repository as features of Karaf: one feature {@code ansinh-<id>} each, told from the platform's own features by the
 * capability {@code ansinh.program} or {@code ansinh.connector}. No other bundle is refreshed by their coming and going.
 */
public final class KarafInstaller implements Installer {

    private static final String PREFIX = "ansinh-";
    private static final String PROGRAM = "ansinh.program";
    private static final String CONNECTOR = "ansinh.connector";

    private final BundleContext context;
    private final FeaturesService features;
    private final WiringWatch wiring;

    /** @param features may be away; what it is asked for then fails */
    public KarafInstaller(BundleContext context, FeaturesService features, WiringWatch wiring) {
        this.context = context;
        this.features = features;
        this.wiring = wiring;
    }

    @Override
    public List<Shipped> shipped() {
        List<Shipped> shipped = new ArrayList<>();
        for (Feature feature : programs()) {
            shipped.add(new Shipped(
                    feature.getName().substring(PREFIX.length()),
                    feature.getDescription(),
                    feature.getDetails() == null ? "" : feature.getDetails().strip(),
                    feature.getVersion(),
                    features.isInstalled(feature),
                    has(feature, PROGRAM) ? Kind.PROGRAM : Kind.CONNECTOR));
        }
        return shipped;
    }

    @Override
    public void install(String id) throws Exception {
        features.installFeature(PREFIX + id, EnumSet.of(Option.NoAutoRefreshBundles));
    }

    @Override
    public void uninstall(String id) throws Exception {
        features.uninstallFeature(PREFIX + id, EnumSet.of(Option.NoAutoRefreshBundles));
    }

    @Override
    public List<Bundle> bundles(String id) {
        Set<String> locations = programs().stream()
                .filter(feature -> feature.getName().equals(PREFIX + id))
                .flatMap(feature -> feature.getBundles().stream())
                .map(BundleInfo::getLocation)
                .collect(Collectors.toSet());
        return Arrays.stream(context.getBundles())
                .filter(bundle -> locations.contains(bundle.getLocation()))
                .toList();
    }

    @Override
    public String diagnose(String id) {
        return bundles(id).stream()
                .map(bundle -> bundle.getState() == Bundle.ACTIVE
                        ? wiring.diagnose(bundle)
                        : bundle.getSymbolicName() + ": " + state(bundle.getState()))
                .filter(diagnosis -> !diagnosis.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** Whether a feature of this name is installed, the platform's own too. */
    boolean isInstalled(String feature) {
        try {
            return Arrays.stream(features.listInstalledFeatures())
                    .anyMatch(installed -> installed.getName().equals(feature));
        } catch (Exception e) {
            throw new IllegalStateException("Karaf's features cannot be listed", e);
        }
    }

    private List<Feature> programs() {
        try {
            return Arrays.stream(features.listFeatures())
                    .filter(feature -> feature.getName().startsWith(PREFIX))
                    .filter(feature -> has(feature, PROGRAM) || has(feature, CONNECTOR))
                    .toList();
        } catch (Exception e) {
            throw new IllegalStateException("Karaf's features cannot be listed", e);
        }
    }

    private static boolean has(Feature feature, String capability) {
        return feature.getCapabilities().stream()
                .anyMatch(declared -> declared.getValue().startsWith(capability));
    }

    private static String state(int state) {
        return switch (state) {
            case Bundle.INSTALLED -> "INSTALLED";
            case Bundle.RESOLVED -> "RESOLVED";
            case Bundle.STARTING -> "STARTING";
            case Bundle.STOPPING -> "STOPPING";
            default -> "state " + state;
        };
    }
}
