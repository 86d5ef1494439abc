package vn.ansinh.api.codelist;

import java.time.LocalDate;

/**
 * What an official wants changed of one entry. It comes into force when somebody else approves it.
 *
 * @param unitId for {@link Kind#ADD}: province whose own the entry is to be, 0 for the whole country
 * @param values what is to be; of a close and a reopening only the days count
 * @param why for who decides and for the history
 */
public record CodeDraft(Kind kind, String list, String code, long unitId, CodeValues values, String why) {

    /** What a change does. */
    public enum Kind {
        ADD("Thêm mới"),
        /** Sets right what was wrong all the time. */
        CORRECT("Sửa"),
        /** From a day on another name; papers of before keep the old one. */
        CHANGE("Thay đổi từ ngày"),
        /** From the day after on it can no longer be chosen. */
        CLOSE("Ngừng dùng"),
        /** Takes an end back, or begins once more. */
        REOPEN("Dùng lại");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The Vietnamese words. */
        public String label() {
            return label;
        }
    }

    /** A new entry. @param unitId 0 for the whole country */
    public static CodeDraft add(String list, String code, long unitId, CodeValues values, String why) {
        return new CodeDraft(Kind.ADD, list, code, unitId, values, why);
    }

    /** The latest span of an entry, set right; its end stays. */
    public static CodeDraft correct(String list, String code, CodeValues values, String why) {
        return new CodeDraft(Kind.CORRECT, list, code, 0, values, why);
    }

    /** Other values from {@link CodeValues#from()} on. */
    public static CodeDraft change(String list, String code, CodeValues values, String why) {
        return new CodeDraft(Kind.CHANGE, list, code, 0, values, why);
    }

    /** @param last day on which it can still be chosen */
    public static CodeDraft close(String list, String code, LocalDate last, String why) {
        return new CodeDraft(Kind.CLOSE, list, code, 0, new CodeValues("", null, 0, null, last, ""), why);
    }

    /** @param from first day of the new span; {@code null} as if it had never ended */
    public static CodeDraft reopen(String list, String code, LocalDate from, String why) {
        return new CodeDraft(Kind.REOPEN, list, code, 0, new CodeValues("", null, 0, from, null, ""), why);
    }
}
