package vn.ansinh.api.job;

/** States of a job. */
public enum JobState {
    QUEUED("Chờ chạy"),
    RUNNING("Đang chạy"),
    DONE("Xong"),
    FAILED("Lỗi"),
    CANCELLED("Đã hủy");

    private final String label;

    JobState(String label) {
        this.label = label;
    }

    /** Vietnamese word. */
    public String label() {
        return label;
    }

    /** Whether nothing more will happen. */
    public boolean ended() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
