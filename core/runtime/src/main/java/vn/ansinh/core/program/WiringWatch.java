package vn.ansinh.core.program;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.service.blueprint.container.BlueprintEvent;
import org.osgi.service.blueprint.container.BlueprintListener;

/** Remembers what keeps a bundle's wiring from being complete, so that a plugin that does not come up can say why. */
public final class WiringWatch implements BlueprintListener {

    private final Map<Long, String> diagnoses = new ConcurrentHashMap<>();

    @Override
    public void blueprintEvent(BlueprintEvent event) {
        long bundle = event.getBundle().getBundleId();
        switch (event.getType()) {
            case BlueprintEvent.GRACE_PERIOD, BlueprintEvent.WAITING -> diagnoses.put(bundle, missing(event));
            case BlueprintEvent.FAILURE ->
                diagnoses.put(
                        bundle,
                        event.getDependencies() == null ? "wiring failed: " + event.getCause() : missing(event));
            default -> diagnoses.remove(bundle);
        }
    }

    /** What {@code bundle} lacks, in technical words; blank when nothing is known. */
    String diagnose(Bundle bundle) {
        return diagnoses.getOrDefault(bundle.getBundleId(), "");
    }

    private static String missing(BlueprintEvent event) {
        String[] dependencies = event.getDependencies();
        return dependencies == null || dependencies.length == 0
                ? ""
                : event.getBundle().getSymbolicName() + " waits for " + String.join(", ", dependencies);
    }
}
