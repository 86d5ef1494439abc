package vn.ansinh.core.casework;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.benefit.EntitlementEvent;
import vn.ansinh.api.benefit.EntitlementEvent.Kind;

/** The rights that ended where the file of somebody who moves came from, and go on where they go to. */
final class Departures {

    /** Moved away, in list {@code ly-do-tang-giam}. */
    static final String LEFT = "G07";

    private final CaseDesk desk;
    private final CaseRow row;

    Departures(CaseDesk desk, CaseRow row) {
        this.desk = desk;
        this.row = row;
    }

    /**
     * One that goes on.
     *
     * @param right as it ended there
     * @param end what had been decided before it left: it ends with that month here too; {@code null} when nothing had
     */
    record Departed(Entitlement right, EntitlementEvent end) {}

    /** Those that ended because their person moved, and for nothing that was decided since. */
    List<Departed> still() {
        return desk.knowing(() -> desk.entitlements().ofPerson(row.personId())).stream()
                .filter(right -> row.entitlements().contains(right.id()) && right.to() != null)
                .flatMap(right ->
                        departed(right, desk.knowing(() -> desk.entitlements().events(right.id()))).stream())
                .toList();
    }

    /** @param events the newest first */
    private static Optional<Departed> departed(Entitlement right, List<EntitlementEvent> events) {
        List<EntitlementEvent> ends = new ArrayList<>();
        YearMonth resumed = null;
        for (EntitlementEvent event : events) {
            if (event.kind() == Kind.RESUME && (resumed == null || event.month().isAfter(resumed))) {
                resumed = event.month();
            }
            // an end before the month of a later resumption was taken back
            if (event.kind() == Kind.END && (resumed == null || !event.month().isBefore(resumed))) {
                ends.add(event);
            }
        }
        return ends.isEmpty() || !LEFT.equals(ends.get(0).decision().reason())
                ? Optional.empty()
                : Optional.of(new Departed(right, ends.size() > 1 ? ends.get(1) : null));
    }
}
