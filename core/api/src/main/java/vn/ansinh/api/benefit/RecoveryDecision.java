package vn.ansinh.api.benefit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A decision that money is to be given back, with what came in since.
 *
 * @param debtor who gives it back: the beneficiary, who collected, an heir
 * @param amount đồng
 * @param received đồng that came in
 * @param instalments in the order of their days; they sum to {@code amount}
 * @param receipts in the order of their days
 * @param withdrawnReason {@code null} while the decision stands
 */
public record RecoveryDecision(
        long id,
        String program,
        long personId,
        String personName,
        long unitId,
        String number,
        LocalDate date,
        String debtor,
        long amount,
        long received,
        List<Instalment> instalments,
        List<Receipt> receipts,
        String withdrawnReason,
        String decidedBy,
        Instant decidedAt) {

    public RecoveryDecision {
        instalments = List.copyOf(instalments);
        receipts = List.copyOf(receipts);
    }

    /** đồng still owed; 0 for a decision that was taken back. */
    public long balance() {
        return withdrawnReason == null ? amount - received : 0;
    }

    /** A part of the debt and the day until which it is to come in. @param amount đồng, positive */
    public record Instalment(LocalDate due, long amount) {}

    /**
     * Money that came in.
     *
     * @param amount đồng, positive
     * @param document number of the receipt, unique within the decision: entering it twice changes nothing
     */
    public record Receipt(LocalDate day, long amount, String document) {}
}
