package vn.ansinh.core.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.identity.PersonalNumber;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;

/** What a person must have to be written down, and what deserves a second look. */
final class DraftCheck {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{12}");
    private static final Pattern OLD_NUMBER = Pattern.compile("[0-9]{9}");

    private DraftCheck() {}

    /** @throws Problem INVALID for what cannot be written */
    static void require(PersonDraft draft) {
        if (draft.fullName() == null || Vietnamese.normalize(draft.fullName()).isEmpty()) {
            throw Problem.invalid("AS-PERSON-NAME", "Thiếu họ và tên.");
        }
        if (draft.birth() == null || draft.sex() == null) {
            throw Problem.invalid("AS-PERSON-INCOMPLETE", "Thiếu ngày sinh hoặc giới tính.");
        }
        requireNumber(draft.idNumber(), NUMBER, "Số định danh phải có đúng 12 chữ số.");
        requireNumber(draft.oldIdNumber(), OLD_NUMBER, "Số CMND phải có đúng 9 chữ số.");
    }

    private static void requireNumber(String number, Pattern pattern, String message) {
        if (number != null && !number.isBlank() && !pattern.matcher(number).matches()) {
            throw Problem.invalid("AS-PERSON-NUMBER", message);
        }
    }

    /** @throws Problem INVALID when it is blank */
    static String reason(String why) {
        if (why == null || why.isBlank()) {
            throw Problem.invalid("AS-PERSON-REASON", "Thiếu lý do. Vui lòng ghi vì sao thay đổi hồ sơ.");
        }
        return Vietnamese.normalize(why);
    }

    /** Sentences about what the numbers say otherwise. */
    static List<String> warnings(PersonDraft draft) {
        List<String> warnings = new ArrayList<>();
        if (draft.idNumber() != null && !draft.idNumber().isBlank()) {
            warnings.addAll(PersonalNumber.problems(draft.idNumber().strip(), draft.birth(), draft.sex()));
        }
        if (draft.oldIdNumber() != null && !draft.oldIdNumber().isBlank()) {
            warnings.addAll(PersonalNumber.problemsOfOld(draft.oldIdNumber().strip()));
        }
        return warnings;
    }
}
