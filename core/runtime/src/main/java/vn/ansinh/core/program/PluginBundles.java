package vn.ansinh.core.program;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bundles of installed files in the framework. Each has a location of its own, {@code ansinh-plugin:<id>/<version>/
 * <digest>}, so a new version is installed beside the old one before that stops. Bundles of others are never refreshed.
 */
class PluginBundles {

    private static final Logger LOG = LoggerFactory.getLogger(PluginBundles.class);
    private static final String LOCATION = "ansinh-plugin:";
    private static final int START_LEVEL = 80;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_MILLIS = 10;

    private final BundleContext context;
    private final WiringWatch wiring;

    PluginBundles(BundleContext context, WiringWatch wiring) {
        this.context = context;
        this.wiring = wiring;
    }

    /** Keys of the files whose bundles are in the framework. */
    Set<String> keys() {
        return Arrays.stream(context.getBundles())
                .map(Bundle::getLocation)
                .filter(location -> location.startsWith(LOCATION))
                .map(location -> location.substring(LOCATION.length()).replaceFirst("!.*", ""))
                .collect(Collectors.toSet());
    }

    /** The bundles of a file. */
    List<Bundle> of(String key) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getLocation().replaceFirst("!.*", "").equals(LOCATION + key))
                .toList();
    }

    /** Whether a bundle that came neither from a file nor is one of {@code own} has this name: one of the platform. */
    boolean isTaken(String symbolicName, Collection<Bundle> own) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .anyMatch(bundle -> !bundle.getLocation().startsWith(LOCATION) && !own.contains(bundle));
    }

    /** Puts the bundles of a file into the framework, without starting them; all or none. */
    List<Bundle> install(Artifact artifact, String key) throws IOException, BundleException {
        List<Bundle> installed = new ArrayList<>();
        try (JarFile jar = new JarFile(artifact.file().toFile())) {
            for (Artifact.Part part : artifact.parts()) {
                String location = LOCATION + key + (part.entry() == null ? "" : "!" + part.entry());
                try (InputStream in = content(artifact, part, jar)) {
                    Bundle bundle = context.installBundle(location, in);
                    installed.add(bundle);
                    bundle.adapt(BundleStartLevel.class).setStartLevel(START_LEVEL);
                }
            }
            return installed;
        } catch (IOException | BundleException | RuntimeException e) {
            remove(installed);
            throw e;
        }
    }

    private static InputStream content(Artifact artifact, Artifact.Part part, JarFile jar) throws IOException {
        if (artifact.form() == Artifact.Form.REPORT) {
            return ReportArchives.bundle(artifact);
        }
        return part.entry() == null
                ? new BufferedInputStream(Files.newInputStream(artifact.file()))
                : jar.getInputStream(jar.getJarEntry(part.entry()));
    }

    /** Starts bundles and waits until they have published what they bring. */
    void start(Collection<Bundle> bundles) throws BundleException, StartFailedException {
        start(bundles, Bundle.START_ACTIVATION_POLICY);
    }

    /** Has bundles started when the server has come so far, without waiting for it. */
    void startLater(Collection<Bundle> bundles) throws BundleException {
        for (Bundle bundle : bundles) {
            bundle.start(Bundle.START_ACTIVATION_POLICY);
        }
    }

    /** Starts what was {@linkplain #pause paused}. */
    void resume(Collection<Bundle> bundles) throws BundleException, StartFailedException {
        start(bundles, Bundle.START_ACTIVATION_POLICY | Bundle.START_TRANSIENT);
    }

    private void start(Collection<Bundle> bundles, int options) throws BundleException, StartFailedException {
        for (Bundle bundle : bundles) {
            bundle.start(options);
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (Bundle bundle : bundles) {
            while (!isUp(bundle)) {
                String failure = wiring.failure(bundle);
                if (!failure.isEmpty() || System.nanoTime() > deadline) {
                    throw new StartFailedException(failure.isEmpty() ? wiring.diagnose(bundle) : failure);
                }
                sleep();
            }
        }
    }

    /** What keeps bundles from running, in technical words; blank when nothing is known. */
    String diagnose(Collection<Bundle> bundles) {
        return bundles.stream()
                .map(wiring::diagnose)
                .filter(diagnosis -> !diagnosis.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** A bundle is up when it runs and its wiring, if it has any, is complete. */
    boolean isUp(Bundle bundle) {
        return bundle.getState() == Bundle.ACTIVE && (!isWired(bundle) || wiring.isComplete(bundle));
    }

    /** Stops bundles for now; they would start again with the server. What they brought is drained. */
    void pause(Collection<Bundle> bundles) {
        for (Bundle bundle : bundles) {
            try {
                bundle.stop(Bundle.STOP_TRANSIENT);
            } catch (BundleException e) {
                LOG.warn("{} did not stop cleanly", bundle, e);
            }
        }
    }

    /** Stops bundles, what they brought is drained, and takes them out. */
    void remove(Collection<Bundle> bundles) {
        if (bundles.isEmpty()) {
            return;
        }
        for (Bundle bundle : bundles) {
            try {
                bundle.stop();
                bundle.uninstall();
            } catch (BundleException | IllegalStateException e) {
                LOG.warn("{} did not leave cleanly", bundle, e);
            }
        }
        FrameworkWiring framework = context.getBundle(0).adapt(FrameworkWiring.class);
        Set<Bundle> own = Set.copyOf(bundles);
        // what still hangs on them is left alone: it goes when that goes
        if (own.containsAll(framework.getDependencyClosure(bundles))) {
            framework.refreshBundles(bundles);
        }
    }

    private static boolean isWired(Bundle bundle) {
        return bundle.getHeaders("").get("Bundle-Blueprint") != null
                || bundle.findEntries("OSGI-INF/blueprint", "*.xml", false) != null;
    }

    private static void sleep() throws StartFailedException {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailedException("interrupted");
        }
    }

    /** It did not come up. */
    static final class StartFailedException extends Exception {

        private static final long serialVersionUID = 1L;

        StartFailedException(String reason) {
            super(reason);
        }
    }
}
