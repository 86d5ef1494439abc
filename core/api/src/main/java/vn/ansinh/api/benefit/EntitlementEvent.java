package vn.ansinh.api.benefit;

import java.time.Instant;
import java.time.YearMonth;

/**
 * What happened to an entitlement; recorded once, never changed.
 *
 * @param month for END the last month paid, otherwise the first month that is different
 * @param decision its reason is {@code null} for an opening; number and date are {@code null} where the paper is missing
 * @param reasonName Vietnamese, {@code null} without a reason
 * @param detail Vietnamese: from what to what, without numbers of papers or accounts; {@code null} when the kind says all
 */
public record EntitlementEvent(
        long id,
        long entitlementId,
        Kind kind,
        YearMonth month,
        Decision decision,
        String reasonName,
        String detail,
        Instant recordedAt,
        String recordedBy) {

    /** What can happen. */
    public enum Kind {
        OPEN("Hưởng mới"),
        CHANGE("Đổi cách chi trả"),
        MOVE("Chuyển nơi chi trả"),
        /** The amount follows what is known of the person; this is the paper that says so. */
        ADJUST("Điều chỉnh mức hưởng"),
        SUSPEND("Tạm dừng"),
        RESUME("Hưởng lại"),
        END("Thôi hưởng");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Vietnamese. */
        public String label() {
            return label;
        }
    }
}
