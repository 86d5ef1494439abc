package vn.ansinh.btxh.imports;

/** How a row of a list fared, worst first. */
public enum Severity {
    /** Does not get in. */
    ERROR("Lỗi, không ghi"),
    /** Set aside until an official chooses (a split commune). */
    CHOICE("Chờ chọn xã"),
    /** Gets in; somebody should look. */
    WARNING("Cần xem, vẫn ghi"),
    OK("Đúng");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    /** Vietnamese words. */
    public String label() {
        return label;
    }

    /** Whether a commit writes such a row. */
    public boolean written() {
        return this == WARNING || this == OK;
    }
}
