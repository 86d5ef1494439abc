package vn.ansinh.api.identity;

import java.time.Instant;

/**
 * Something that was done to a person's record.
 *
 * @param detail from what to what, in Vietnamese
 * @param reason as the official gave it
 * @param by account
 */
public record PersonEvent(Kind kind, String detail, String reason, Instant at, String by) {

    /** What can be done to a record. */
    public enum Kind {
        CHANGE("Sửa thông tin"),
        MOVE("Chuyển nơi ở"),
        REMOVE("Xóa hồ sơ"),
        RESTORE("Khôi phục hồ sơ"),
        MERGE("Gộp hồ sơ"),
        UNMERGE("Hủy gộp");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Vietnamese words. */
        public String label() {
            return label;
        }
    }
}
