package vn.ansinh.api.casework;

/** States of a case file. */
public enum CaseState {
    /** Somebody has to do something. */
    OPEN("Đang giải quyết"),
    /** The citizen has to bring something; no term runs. */
    WAITING("Chờ bổ sung"),
    /** Signed: the result is to be handed out. */
    DECIDED("Chờ trả kết quả"),
    DONE("Đã trả kết quả"),
    REJECTED("Từ chối"),
    WITHDRAWN("Công dân rút hồ sơ");

    private final String label;

    CaseState(String label) {
        this.label = label;
    }

    /** Vietnamese word. */
    public String label() {
        return label;
    }

    /** Whether nothing more happens to it. */
    public boolean ended() {
        return this == DONE || this == REJECTED || this == WITHDRAWN;
    }
}
