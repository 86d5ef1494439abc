package vn.ansinh.api.funding;

/** Where a paper stands that one account writes and another decides. */
public enum FundingState {
    PROPOSED("Chờ duyệt"),
    APPROVED("Đã duyệt"),
    /** Given back with a reason; the next try is a paper of its own. */
    RETURNED("Trả lại"),
    /** Taken back by who wrote it before anybody decided. */
    WITHDRAWN("Đã rút");

    private final String label;

    FundingState(String label) {
        this.label = label;
    }

    /** Vietnamese word. */
    public String label() {
        return label;
    }
}
