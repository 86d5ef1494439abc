package vn.ansinh.core.casework;

import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;

/** What officials write beside an act. */
final class Reasons {

    private static final int LONGEST = 2_000;

    private Reasons() {}

    /** @throws Problem INVALID without one, or for one that is too long */
    static String require(String reason) {
        String told = optional(reason);
        if (told.isEmpty()) {
            throw Problem.invalid("AS-CASE-REASON", "Thiếu lý do, nội dung. Vui lòng ghi ngắn gọn.");
        }
        return told;
    }

    static String optional(String note) {
        String told = note == null ? "" : Vietnamese.normalize(note).strip();
        if (told.length() > LONGEST) {
            throw Problem.invalid("AS-CASE-REASON", "Nội dung dài quá 2.000 ký tự. Vui lòng viết gọn hơn.");
        }
        return told;
    }
}
