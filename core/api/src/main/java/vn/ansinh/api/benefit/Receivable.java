package vn.ansinh.api.benefit;

import java.time.Instant;
import java.time.YearMonth;

/**
 * What was collected for one month of one entitlement and is owed back (truy thu). A closing proposes it, a decision makes
 * it a debt; it is never taken from a later payment.
 *
 * @param unitId commune that answers for it
 * @param period month it was paid for
 * @param amount đồng, positive
 * @param waiting đồng of {@code amount} that went out in a payment order without a result yet: not to be decided before
 * @param reason Vietnamese: why it was too much
 * @param collectedBy name of who received it: the beneficiary, a collector, an heir
 * @param deceased whether the beneficiary has died
 * @param decisionId the {@link RecoveryDecision}, 0 for none
 */
public record Receivable(
        long id,
        String program,
        long entitlementId,
        long personId,
        String personName,
        long unitId,
        String benefit,
        YearMonth period,
        long amount,
        long waiting,
        State state,
        String reason,
        String collectedBy,
        boolean deceased,
        long decisionId,
        Instant changedAt) {

    /** What has been done about it. */
    public enum State {
        /** Found at a closing; follows the difference until somebody decides. */
        PROPOSED("Đề nghị truy thu"),
        /** A debt by decision. */
        DECIDED("Đã quyết định truy thu"),
        /** Given up by decision; counts as paid, so that it is neither asked back nor paid again. */
        WAIVED("Không truy thu"),
        /** There was no reason any more, or the decision was taken back. */
        WITHDRAWN("Đã rút");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** Vietnamese. */
        public String label() {
            return label;
        }
    }
}
