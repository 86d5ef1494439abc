package vn.ansinh.core.program;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.service.blueprint.container.BlueprintEvent;
import org.osgi.service.blueprint.container.BlueprintListener;

/** Remembers what keeps a bundle's wiring from being complete, so that a plugin that does not come up can say why. */
public final class WiringWatch implements BlueprintListener {

    private final Map<Long, String> diagnoses = new ConcurrentHashMap<>();
    private final Map<Long, String> failures = new ConcurrentHashMap<>();
    private final Set<Long> complete = ConcurrentHashMap.newKeySet();

    @Override
    public void blueprintEvent(BlueprintEvent event) {
        long bundle = event.getBundle().getBundleId();
        complete.remove(bundle);
        failures.remove(bundle);
        switch (event.getType()) {
            case BlueprintEvent.GRACE_PERIOD, BlueprintEvent.WAITING -> diagnoses.put(bundle, missing(event));
            case BlueprintEvent.FAILURE -> {
                String failure =
                        event.getDependencies() == null ? "wiring failed: " + event.getCause() : missing(event);
                diagnoses.put(bundle, failure);
                failures.put(bundle, failure);
            }
            case BlueprintEvent.CREATED -> {
                diagnoses.remove(bundle);
                complete.add(bundle);
            }
            default -> diagnoses.remove(bundle);
        }
    }

    /** What {@code bundle} lacks, in technical words; blank when nothing is known. */
    String diagnose(Bundle bundle) {
        return diagnoses.getOrDefault(bundle.getBundleId(), "");
    }

    /** Why {@code bundle} will not come up by itself, in technical words; blank while it may. */
    String failure(Bundle bundle) {
        return failures.getOrDefault(bundle.getBundleId(), "");
    }

    /** Whether everything that {@code bundle} wires is there. */
    boolean isComplete(Bundle bundle) {
        return complete.contains(bundle.getBundleId());
    }

    private static String missing(BlueprintEvent event) {
        String[] dependencies = event.getDependencies();
        return dependencies == null || dependencies.length == 0
                ? ""
                : event.getBundle().getSymbolicName() + " waits for " + String.join(", ", dependencies);
    }
}
