package vn.ansinh.api.benefit;

/** States of one commune's payroll of one month. */
public enum PayrollState {
    DRAFT("Nháp"),
    CLOSED("Đã chốt");

    private final String label;

    PayrollState(String label) {
        this.label = label;
    }

    /** Vietnamese word. */
    public String label() {
        return label;
    }
}
