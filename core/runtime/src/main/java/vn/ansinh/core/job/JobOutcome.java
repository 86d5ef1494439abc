package vn.ansinh.core.job;

import java.time.Instant;
import java.util.Map;
import vn.ansinh.api.job.JobState;

/**
 * How a run came out.
 *
 * @param state {@link JobState#QUEUED} when it is to be run again
 * @param output {@code null} when no file was made
 * @param attempted whether a job to be run again counts as begun
 */
record JobOutcome(
        long id,
        JobState state,
        String message,
        long done,
        long total,
        Map<String, String> result,
        JobStore.Output output,
        boolean attempted) {

    static final String CANCELLED_TEXT = "Đã hủy theo yêu cầu.";

    boolean hasEnded() {
        return state.ended();
    }

    void write(JobStore store, String process, Instant now) {
        if (hasEnded()) {
            store.end(this, process, now);
        } else {
            store.giveBack(id, process, message, attempted);
        }
    }
}
