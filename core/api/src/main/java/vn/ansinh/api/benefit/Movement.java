package vn.ansinh.api.benefit;

import java.time.LocalDate;

/**
 * How one entitlement's month differs from the month before.
 *
 * @param before đồng for the month before, 0 for a joiner
 * @param after đồng for the month, 0 for a leaver
 * @param reason code of list {@code ly-do-tang-giam}, or {@code null} when none fits
 * @param reasonName Vietnamese
 * @param decisionNumber of the event behind it, or {@code null}
 */
public record Movement(
        long entitlementId,
        long personId,
        String personName,
        String birth,
        long unitId,
        String benefit,
        Kind kind,
        long before,
        long after,
        String reason,
        String reasonName,
        String decisionNumber,
        LocalDate decisionDate) {

    /** Kinds of movement. */
    public enum Kind {
        JOINER("Tăng"),
        LEAVER("Giảm"),
        ADJUSTED("Điều chỉnh");

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
