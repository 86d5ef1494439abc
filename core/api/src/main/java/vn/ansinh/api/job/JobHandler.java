package vn.ansinh.api.job;

/**
 * Does the jobs of one type; an OSGi service. A job may be run again after a crash, so what it writes it writes in one
 * transaction, or so that a second run finds it done.
 */
public interface JobHandler {

    /** For instance {@code payroll.run}; unique. */
    String type();

    /**
     * Does the work. Ends normally for DONE, by {@link JobCancelledException} for CANCELLED, by any other exception for
     * FAILED; a {@link vn.ansinh.api.problem.Problem} tells its message to the user.
     */
    void run(JobContext job) throws Exception;
}
