package vn.ansinh.api.policy;

import java.util.List;

/**
 * How a pack stands.
 *
 * @param file name of the file it came from; the pack's id when its bundle is gone
 * @param pack {@code null} when the file is not even understood that far
 * @param name Vietnamese, {@code null} when not understood
 * @param program whose it is, {@code null} when not understood
 * @param faults Vietnamese, each with file, line, column and reason; empty for a pack in force
 */
public record PackState(String file, PackVersion pack, String name, String program, List<String> faults) {

    public PackState {
        faults = List.copyOf(faults);
    }

    /** Whether it is law here. */
    public boolean inForce() {
        return faults.isEmpty();
    }
}
