package vn.ansinh.api.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.api.problem.Problem;

/** Agencies in time. Reading needs {@code agency.read}, changing {@code agency.manage} over the territory. */
public interface Agencies {

    /** The agencies of a day inside the caller's subtree, each after the one above it, siblings by name. */
    List<Agency> tree(LocalDate day);

    /** @return empty when there is no such agency on that day, or outside the caller's subtree */
    Optional<Agency> byId(long id, LocalDate day);

    /** All periods of an agency, the latest first; empty outside the caller's subtree. */
    List<Agency> history(long id);

    /**
     * Founds an agency below one that the caller belongs to or stands above.
     *
     * @throws Problem INVALID for a bad draft, CONFLICT when the code is taken, FORBIDDEN outside the caller's subtree
     */
    Agency add(AgencyDraft draft, LocalDate from);

    /**
     * What the agency is from a day on; what it was before stays.
     *
     * @throws Problem NOT_FOUND, INVALID when {@code from} lies before the begin of its last period, FORBIDDEN
     */
    Agency change(long id, AgencyDraft draft, LocalDate from);

    /**
     * Ends an agency.
     *
     * @param last its last day
     * @throws Problem NOT_FOUND, CONFLICT while it has accounts that may sign in or agencies below it, FORBIDDEN
     */
    void end(long id, LocalDate last, String reason);

    /** What an agency is to be; see {@link Agency}. The code cannot be changed afterwards. */
    record AgencyDraft(String code, String name, long parentId, long unitId, Set<String> programs, String heading) {
        public AgencyDraft {
            programs = Set.copyOf(programs);
        }
    }
}
