package vn.ansinh.api.operation;

import java.nio.file.Path;
import java.util.List;

/** How this server is: one answer for the page, the console, the endpoint of health and the alarms. */
public interface Operation {

    /** Every check, the worst first. Needs {@code operation.read}. */
    List<Check> checks();

    /** Whether people can work on this server; asks only what decides that. Open to everybody. */
    boolean isReady();

    /** Remembers that a backup was taken. For the console. */
    void backupTaken(Backups.Backup backup);

    /**
     * Remembers that a backup was restored to try it. For the console.
     *
     * @param backup where it lay
     * @param whole whether its sums agreed
     */
    void backupTried(Path backup, boolean whole);
}
