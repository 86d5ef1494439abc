package vn.ansinh.api.benefit;

/** States of one commune's payroll of one month. */
public enum PayrollState {
    DRAFT("Nháp"),
    CLOSED("Đã chốt"),
    /** Closed by mistake and taken back by the unit above; its lines count as never paid. */
    ANNULLED("Đã hủy chốt");

    private final String label;

    PayrollState(String label) {
        this.label = label;
    }

    /** Vietnamese word. */
    public String label() {
        return label;
    }
}
