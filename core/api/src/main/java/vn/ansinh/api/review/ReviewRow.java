package vn.ansinh.api.review;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Somebody who has to be looked at again.
 *
 * @param kind code of the {@link ReviewKind}
 * @param entitlementId right in question, 0 for a person without one
 * @param birth as papers write it
 * @param unitId commune that pays, or where a person without a right lives
 * @param benefit code; {@code null} without a right, and for who may not know of a sensitive one
 * @param benefitName Vietnamese, neutral for who may not know; {@code null} without a right
 * @param due day from which things are different: the birthday, the day after a certificate's last
 * @param detail Vietnamese: what happens on that day
 * @param handled what has been done, {@code null} while nothing was
 */
public record ReviewRow(
        String kind,
        long entitlementId,
        long personId,
        String personName,
        String birth,
        long unitId,
        String benefit,
        String benefitName,
        LocalDate due,
        String detail,
        Handled handled) {

    /** What names the row in {@link Reviews#handle}: stays the same as long as the fact behind it does. */
    public String key() {
        return kind + ":" + personId + ":" + entitlementId + ":" + due;
    }

    /**
     * What has been done.
     *
     * @param note why nothing has to follow, or which decision was drafted
     * @param by who did, by name
     * @param decisionId the {@link vn.ansinh.api.bulk.BulkDecision} that takes care of it, 0 for none
     */
    public record Handled(String note, long decisionId, String by, Instant at) {}
}
