package vn.ansinh.api.job;

import java.time.Instant;
import java.util.Map;

/**
 * Long work as it stands.
 *
 * @param type job type, for instance {@code payroll.run}
 * @param title Vietnamese, for the list of jobs
 * @param parameters as submitted
 * @param done units of work done
 * @param total units of work in all, 0 while unknown
 * @param message what it is doing now, or why it failed (Vietnamese)
 * @param result what came of it, empty until DONE
 * @param startedAt {@code null} while queued
 * @param endedAt {@code null} until it ended
 */
public record Job(
        long id,
        String type,
        String title,
        JobState state,
        Map<String, String> parameters,
        long done,
        long total,
        String message,
        Map<String, String> result,
        String account,
        Instant submittedAt,
        Instant startedAt,
        Instant endedAt) {

    public Job {
        parameters = Map.copyOf(parameters);
        result = Map.copyOf(result);
    }
}
