package vn.ansinh.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.inject.Inject;
import org.apache.karaf.features.FeaturesService;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import vn.ansinh.api.transaction.Schema;

/** A program comes and goes while officials work: nobody else notices, nothing of it stays behind. */
public class HotPlugIT extends ContainerTest {

    private static final String FEATURE = "ansinh-btxh";
    private static final String CYCLES = "hotplug.cycles";

    @Inject
    private FeaturesService features;

    @Test
    public void installingAndUninstallingTouchesNobodyElse() throws Exception {
        Map<String, String> before = others();
        for (int cycle = 0; cycle < 3; cycle++) {
            features.uninstallFeature(FEATURE);
            assertNull(program());
            assertEquals(before, others());
            features.installFeature(FEATURE);
            awaitProgram();
            assertEquals(before, others());
        }
    }

    @Test
    public void noClassLoaderStaysBehind() throws Exception {
        int cycles = Integer.getInteger(CYCLES);
        List<WeakReference<ClassLoader>> gone = new ArrayList<>();
        for (int cycle = 0; cycle < cycles; cycle++) {
            awaitProgram();
            gone.add(new WeakReference<>(program().adapt(BundleWiring.class).getClassLoader()));
            features.uninstallFeature(FEATURE);
            features.installFeature(FEATURE);
        }
        awaitProgram();
        await("the class loaders of " + cycles + " uninstalled bundles are collected", () -> {
            System.gc();
            return gone.stream().allMatch(reference -> reference.get() == null);
        });
    }

    private void awaitProgram() throws Exception {
        await(
                "the program is back with its schema",
                () -> program() != null
                        && program().getState() == Bundle.ACTIVE
                        && !context.getServiceReferences(Schema.class, "(schema=btxh)")
                                .isEmpty());
        assertNotNull(program().adapt(BundleWiring.class));
    }

    private Bundle program() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> FEATURE.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElse(null);
    }

    /** State and wiring of every other bundle: a refresh makes a new wiring even if the state is the same afterwards. */
    private Map<String, String> others() {
        Map<String, String> states = new TreeMap<>();
        for (Bundle bundle : context.getBundles()) {
            if (!FEATURE.equals(bundle.getSymbolicName())) {
                states.put(
                        bundle.getBundleId() + " " + bundle.getSymbolicName(),
                        bundle.getState() + " " + System.identityHashCode(bundle.adapt(BundleWiring.class)));
            }
        }
        return states;
    }
}
