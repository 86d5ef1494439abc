package vn.ansinh.core.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ansinh.api.policy.PackState.Act;
import vn.ansinh.api.policy.PackState.Ending;
import vn.ansinh.api.policy.PackVersion;

/** Where every kept version stands, told from what was done. */
final class PackStages {

    private final Map<PackVersion, Standing> standings = new LinkedHashMap<>();
    private final Map<String, PackVersion> inForce = new TreeMap<>();
    private final Map<String, Ending> endings = new TreeMap<>();

    /** @param events all, oldest first */
    PackStages(List<PackEvents.Row> events) {
        for (PackEvents.Row event : events) {
            PackVersion version = event.version();
            Standing standing = standings.get(version);
            switch (event.kind()) {
                case PROPOSED ->
                    standings.put(version, new Standing(Decision.OPEN, event.file(), event.by(), null, null));
                case ACTIVATED -> {
                    standings.put(version, standing.decided(Decision.ACTIVATED, event));
                    if (!inForce.containsKey(version.pack())
                            || inForce.get(version.pack()).version() < version.version()) {
                        inForce.put(version.pack(), version);
                        endings.remove(version.pack());
                    }
                }
                case REJECTED -> standings.put(version, standing.decided(Decision.REJECTED, event));
                case END_PROPOSED -> ending(event, new Ending(event.lastMonth(), event.remark(), event.by(), null));
                case END_CONFIRMED -> {
                    Ending proposed = endings.get(version.pack());
                    if (proposed != null) {
                        ending(
                                event,
                                new Ending(proposed.lastMonth(), proposed.reason(), proposed.proposed(), event.by()));
                    }
                }
                case END_WITHDRAWN -> endings.remove(version.pack());
            }
        }
    }

    /** An end counts for the version that it was said of: a later one begins anew. */
    private void ending(PackEvents.Row event, Ending ending) {
        if (event.version().equals(inForce.get(event.version().pack()))) {
            endings.put(event.version().pack(), ending);
        }
    }

    /** All versions in the order in which they came. */
    Map<PackVersion, Standing> standings() {
        return standings;
    }

    /** The latest activated version of each pack, ended or not. */
    Map<String, PackVersion> inForce() {
        return inForce;
    }

    /** Proposed or confirmed end of the version in force; {@code null} for none. */
    Ending ending(String pack) {
        return endings.get(pack);
    }

    /** What somebody decided about a version. */
    enum Decision {
        OPEN,
        ACTIVATED,
        REJECTED
    }

    /**
     * How a version stands.
     *
     * @param decided {@code null} while open
     * @param remark {@code null} for none
     */
    record Standing(Decision decision, String file, Act proposed, Act decided, String remark) {

        private Standing decided(Decision how, PackEvents.Row event) {
            return new Standing(how, file, proposed, event.by(), event.remark());
        }
    }
}
