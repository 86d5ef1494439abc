package vn.ansinh.core.audit;

import java.time.Instant;

/**
 * The end of the chain after a batch.
 *
 * @param no the batch's number, from 1, without holes
 * @param hash in hexadecimal
 * @param entries how many rows the batch holds
 * @param sealedAt when it was sealed
 */
record Head(long no, String hash, long entries, Instant sealedAt) {

    /** What the first batch is chained to. */
    static final Head NONE = new Head(0, "0".repeat(64), 0, Instant.EPOCH);
}
