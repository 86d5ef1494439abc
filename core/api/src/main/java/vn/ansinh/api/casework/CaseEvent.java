package vn.ansinh.api.casework;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What happened to a case. Never changed afterwards.
 *
 * @param day on which it happened
 * @param at when it was recorded
 * @param step in which, by its code
 * @param account who recorded it
 * @param fullName as the account was called then
 * @param note what was said: a reason, what is missing, a conclusion; may be blank
 * @param paper id of the paper that it made, 0 for none
 */
public record CaseEvent(
        long id,
        Kind kind,
        LocalDate day,
        Instant at,
        String step,
        String account,
        String fullName,
        String note,
        long paper) {

    /** What happened. */
    public enum Kind {
        RECEIVED("Tiếp nhận hồ sơ"),
        CHANGED("Sửa thông tin"),
        FORWARDED("Chuyển bước tiếp theo"),
        RETURNED("Trả lại bước trước"),
        SUPPLEMENT_ASKED("Yêu cầu bổ sung"),
        SUPPLEMENTED("Công dân đã bổ sung"),
        APOLOGISED("Xin lỗi và hẹn lại"),
        POSTED("Niêm yết công khai"),
        COMPLAINED("Có khiếu nại"),
        CONCLUDED("Kết luận khiếu nại"),
        DRAFTED("Dự thảo quyết định"),
        SENT_BACK("Không ký, trả lại"),
        SIGNED("Ký quyết định"),
        REJECTED("Từ chối"),
        WITHDRAWN("Công dân rút hồ sơ"),
        HANDED_OVER("Chuyển hồ sơ đến nơi ở mới"),
        VERSION_CHANGED("Chuyển sang quy định mới"),
        RESULT_GIVEN("Trả kết quả");

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
