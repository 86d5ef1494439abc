package vn.ansinh.api.audit;

import java.time.Instant;
import java.util.List;

/**
 * What a verification of the audit's chain found.
 *
 * @param batches how many sealed batches were computed anew
 * @param entries how many rows they hold
 * @param unsealed rows that no batch holds yet: those of the last seconds
 * @param late heads that were written to the file long after their batch; compare these with the copy kept elsewhere
 * @param faults what does not agree, the earliest batch first; empty when all does
 */
public record Verification(long batches, long entries, long unsealed, long late, List<Fault> faults) {

    public Verification {
        faults = List.copyOf(faults);
    }

    /** Whether nothing was tampered with. */
    public boolean whole() {
        return faults.isEmpty();
    }

    /**
     * Something that does not agree.
     *
     * @param batch the batch it was found in
     * @param sealedAt when that batch was sealed; {@code null} when that is not known any more
     * @param firstEntry first row of the batch, 0 for none
     * @param lastEntry last row of the batch, 0 for none
     * @param message Vietnamese: what does not agree
     */
    public record Fault(long batch, Instant sealedAt, long firstEntry, long lastEntry, String message) {}
}
