package vn.ansinh.api.policy;

/** How sure a value of law is. */
public enum LawState {
    /** Its pack was written after the promulgated text. */
    OFFICIAL("chính thức"),
    /** Nobody has read it in the Công báo yet: a payroll with it cannot be closed. */
    PROVISIONAL("tạm tính"),
    /** An official read it in the Công báo. */
    CONFIRMED("đã đối chiếu");

    private final String word;

    LawState(String word) {
        this.word = word;
    }

    /** Vietnamese. */
    public String word() {
        return word;
    }
}
