package vn.ansinh.api.benefit;

/**
 * How and to whom money is paid.
 *
 * @param method code of list {@code hinh-thuc-chi-tra}
 * @param accountNumber bank or wallet account, or {@code null}
 * @param bank its bank, or {@code null}
 * @param payeeName who receives it when not the beneficiary, or {@code null}
 * @param payeeNumber personal number of the payee, or {@code null}
 * @param payeeRole never {@code null}
 */
public record PaymentDetails(
        String method, String accountNumber, String bank, String payeeName, String payeeNumber, PayeeRole payeeRole) {

    /** Who receives the money. */
    public enum PayeeRole {
        /** The beneficiary. */
        SELF,
        /** Người nhận thay: collects on behalf of the beneficiary. */
        COLLECTOR,
        /** Người nhận chăm sóc, nuôi dưỡng: the money is theirs (NĐ 20/2021 Điều 20). */
        CAREGIVER
    }
}
