package vn.ansinh.api.unit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A resolution on administrative units as it stands.
 *
 * @param id 0 while it is not kept
 * @param file where it came from
 * @param number of the paper, {@code null} when it cannot be read
 * @param name what it is about
 * @param promulgated day of the paper
 * @param inForce first day of the new units
 * @param units units that begin
 * @param faults what is wrong in the file, by line; empty when nothing is
 * @param decidedBy who activated or rejected it, {@code null} before
 * @param reason why it was rejected
 */
public record ResolutionState(
        long id,
        String file,
        String number,
        String name,
        LocalDate promulgated,
        LocalDate inForce,
        Stage stage,
        List<Beginning> units,
        List<String> faults,
        String proposedBy,
        Instant proposedAt,
        String decidedBy,
        Instant decidedAt,
        String reason) {

    public ResolutionState {
        units = List.copyOf(units);
        faults = List.copyOf(faults);
    }

    /** How far it is. */
    public enum Stage {
        FAULTY,
        CHECKED,
        PROPOSED,
        ACTIVE,
        REJECTED
    }

    /**
     * A unit that begins.
     *
     * @param parent code of the unit above
     * @param whole codes of units that end and go into it whole
     * @param partly codes of units that end and of which a part goes into it
     */
    public record Beginning(String code, String name, String parent, List<String> whole, List<String> partly) {}
}
