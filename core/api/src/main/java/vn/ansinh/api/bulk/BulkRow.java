package vn.ansinh.api.bulk;

import java.time.LocalDate;
import java.util.List;

/**
 * One row of a {@link BulkDecision}.
 *
 * @param no as in the list that was pasted, from 1
 * @param report what was typed; {@code null} where the row came from a right
 * @param personId whom it is about, 0 while nobody was found
 * @param entitlementId right in question; 0 for all rights that the person has
 * @param benefitName Vietnamese, neutral for who may not know of a sensitive one; what a person has, with commas
 * @param unitId commune that pays or, for a reported row, where the person lives
 * @param toUnitId commune that is to pay, 0 but for a MOVE
 * @param day day of death or of the move; {@code null} otherwise
 * @param message Vietnamese: what is wrong, in doubt or, when signed, what came of it; may be {@code null}
 * @param candidates who it may be, for a row in doubt
 */
public record BulkRow(
        int no,
        Report report,
        State state,
        long personId,
        String personName,
        String birth,
        long entitlementId,
        String benefitName,
        long unitId,
        long toUnitId,
        LocalDate day,
        String message,
        List<Candidate> candidates) {

    public BulkRow {
        candidates = List.copyOf(candidates);
    }

    /** What is known of a row. */
    public enum State {
        READY("Sẵn sàng"),
        /** Somebody has to say whether it is this person. */
        DOUBTFUL("Cần xác nhận"),
        /** It cannot be done as it stands: to be mended or left out. */
        WRONG("Cần sửa"),
        DONE("Đã thực hiện"),
        /** What the decision says held already. */
        UNCHANGED("Không thay đổi");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** Vietnamese. */
        public String label() {
            return label;
        }
    }

    /**
     * A report as somebody typed it; nothing is {@code null}, everything may be blank.
     *
     * @param number 12 or 9 digits, or a temporary number
     * @param birth day or year
     * @param day of death, or on which the person moved
     * @param unit code or name of the commune moved to, for a MOVE only
     */
    public record Report(String number, String name, String birth, String day, String unit) {
        public Report {
            number = number == null ? "" : number.strip();
            name = name == null ? "" : name.strip();
            birth = birth == null ? "" : birth.strip();
            day = day == null ? "" : day.strip();
            unit = unit == null ? "" : unit.strip();
        }
    }

    /** Somebody whom a report may mean. @param why Vietnamese: what speaks for it and what against */
    public record Candidate(long personId, String name, String birth, long unitId, String why) {}
}
