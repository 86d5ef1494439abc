package vn.ansinh.api.payment;

/** States of a payment order. */
public enum PaymentOrderState {
    /** Made; nothing has left. */
    DRAFT("Nháp"),
    /** Approved for a channel and on its way; whether it has arrived only the channel knows. */
    SENDING("Đang gửi"),
    /** With who pays. */
    SENT("Đã gửi"),
    /** Every payment has its result, and somebody has settled the accounts. */
    SETTLED("Đã quyết toán"),
    /** Given up before it left; its number stays visible. */
    WITHDRAWN("Đã hủy");

    private final String label;

    PaymentOrderState(String label) {
        this.label = label;
    }

    /** Vietnamese word. */
    public String label() {
        return label;
    }

    /** Whether who pays has it, or may have it: then its payrolls cannot be annulled any more. */
    public boolean left() {
        return this == SENDING || this == SENT || this == SETTLED;
    }
}
