package vn.ansinh.api.payment;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What became of one payment.
 *
 * @param state {@code WAITING} until something is known; then the other fields are {@code null}
 * @param reason code of list {@code ly-do-chua-nhan} when unpaid, otherwise {@code null}
 * @param day on which it was paid, or found not to be payable
 * @param collectedBy name of who took the money, or {@code null} when not told or unpaid
 * @param source {@code file}, {@code screen} or the channel's code
 * @param recordedBy account
 */
public record PaymentResult(
        State state,
        String reason,
        LocalDate day,
        String collectedBy,
        String source,
        String recordedBy,
        Instant recordedAt) {

    /** Nothing is known yet. */
    public static final PaymentResult NONE = new PaymentResult(State.WAITING, null, null, null, null, null, null);

    /** Whether the money arrived. */
    public enum State {
        WAITING("Chưa có kết quả"),
        PAID("Đã nhận"),
        UNPAID("Chưa nhận");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** Vietnamese word. */
        public String label() {
            return label;
        }
    }
}
