package vn.ansinh.api.bulk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * One decision about many rights or people: drafted by one, signed by another; nothing changes before.
 *
 * @param unitId subtree all of its rows lie in
 * @param reason code of list {@code ly-do-tang-giam}
 * @param month what it takes effect by: last month paid for an END, else the first that is different; {@code null} where each row
 *     has its own day
 * @param benefit code of the benefit that takes the place of the old one, for a TRANSFER only; {@code null} also
 *     before who may not know of it: without {@code fact.sensitive}, who neither is to sign it nor has signed
 * @param note Vietnamese, may be blank
 * @param number of the paper; a proposal while it is a draft, may be blank then
 * @param date day of the paper; may be {@code null} in a draft
 * @param rows how many
 * @param open how many rows are wrong or in doubt: none may be when it is handed in
 * @param draftedBy account, for rights; people are shown {@code draftedName}
 * @param draftedName who drafted it, by the name of then
 * @param decidedBy account of who signed, {@code null} before
 * @param decidedName who signed, by the name of then; {@code null} before
 * @param returned Vietnamese: why it was sent back last, or {@code null}
 */
public record BulkDecision(
        long id,
        Kind kind,
        String program,
        long unitId,
        State state,
        String reason,
        YearMonth month,
        String benefit,
        String note,
        String number,
        LocalDate date,
        int rows,
        int open,
        String draftedBy,
        String draftedName,
        Instant draftedAt,
        String decidedBy,
        String decidedName,
        Instant decidedAt,
        String returned) {

    /** What it does. */
    public enum Kind {
        END("Thôi hưởng"),
        SUSPEND("Tạm dừng"),
        ADJUST("Điều chỉnh mức hưởng"),
        TRANSFER("Chuyển chế độ"),
        /** People have died: their rights end with the month of death. */
        DEATH("Báo tử"),
        /** People have moved within the province: another commune pays. */
        MOVE("Chuyển nơi chi trả");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Vietnamese. */
        public String label() {
            return label;
        }

        /** Whether its rows are typed or pasted reports, to be matched with the registry. */
        public boolean reported() {
            return this == DEATH || this == MOVE;
        }
    }

    /** How far it is. */
    public enum State {
        DRAFT("Đang soạn"),
        SUBMITTED("Chờ ký"),
        SIGNED("Đã ký"),
        WITHDRAWN("Đã bỏ");

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
