package vn.ansinh.core.casework;

import java.util.List;
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
                .flatMap(right -> {
                    List<EntitlementEvent> ends = desk
                            .knowing(() -> desk.entitlements().events(right.id()))
                            .stream()
                            .filter(event -> event.kind() == Kind.END)
                            .toList();
                    return ends.stream()
                            .limit(1)
                            .filter(last -> LEFT.equals(last.decision().reason()))
                            .map(last -> new Departed(right, ends.size() > 1 ? ends.get(1) : null));
                })
                .toList();
    }
}
