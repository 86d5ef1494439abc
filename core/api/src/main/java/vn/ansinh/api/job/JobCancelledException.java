package vn.ansinh.api.job;

/** Thrown at a safe point of a job that was asked to stop. */
public class JobCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JobCancelledException() {
        super("Công việc đã được hủy");
    }
}
