package vn.ansinh.api.policy;

/** How often a benefit is paid while a claim lasts. */
public enum Cadence {
    /** Every month. */
    MONTH("tháng"),
    /** Every month, by the number of days that a fact tells. */
    DAY("ngày"),
    /** Once a year, in the benefit's month. */
    YEAR("năm"),
    /** Once, in the claim's first month. */
    ONCE("lần");

    private final String word;

    Cadence(String word) {
        this.word = word;
    }

    /** Vietnamese, for what amounts are said: {@code tháng} in {@code đồng/tháng}. */
    public String word() {
        return word;
    }
}
