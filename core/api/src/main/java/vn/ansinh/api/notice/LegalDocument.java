package vn.ansinh.api.notice;

import java.time.LocalDate;

/**
 * What a legal document says of itself.
 *
 * @param number for instance {@code 20/2021/NĐ-CP}
 * @param authority who promulgated it, for instance {@code Chính phủ}
 * @param issued day on which it was promulgated
 * @param from first day on which it is in force
 * @param to first day on which it is not any more; {@code null} while it lasts
 */
public record LegalDocument(String number, String authority, LocalDate issued, LocalDate from, LocalDate to) {

    /** How a document stands on a day. */
    public enum Force {
        NOT_YET("Chưa có hiệu lực"),
        IN_FORCE("Còn hiệu lực"),
        ENDED("Hết hiệu lực");

        private final String label;

        Force(String label) {
            this.label = label;
        }

        /** Vietnamese name. */
        public String label() {
            return label;
        }
    }

    /** Whether it is in force on {@code day}. */
    public Force on(LocalDate day) {
        if (to != null && !day.isBefore(to)) {
            return Force.ENDED;
        }
        return day.isBefore(from) ? Force.NOT_YET : Force.IN_FORCE;
    }
}
