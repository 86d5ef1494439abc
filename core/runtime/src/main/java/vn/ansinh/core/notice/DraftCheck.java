package vn.ansinh.core.notice;

import java.text.Normalizer;
import vn.ansinh.api.notice.LegalDocument;
import vn.ansinh.api.notice.NoticeDraft;
import vn.ansinh.api.notice.NoticeKind;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;

/** What a draft must have before it is told. */
final class DraftCheck {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_BODY = 50_000;
    private static final int LONGEST_FIELD = 200;

    private DraftCheck() {}

    /** The draft as it is kept: trimmed, NFC. @throws Problem INVALID with what is missing */
    static NoticeDraft clean(NoticeDraft draft) {
        String title = Vietnamese.normalize(draft.title());
        if (draft.kind() == null || title == null || title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw Problem.invalid("AS-NOTICE-TITLE", "Hãy chọn loại và ghi tiêu đề, dài nhất 300 ký tự.");
        }
        String body = text(draft.body());
        if (body.length() > LONGEST_BODY) {
            throw Problem.invalid(
                    "AS-NOTICE-BODY", "Nội dung dài hơn 50.000 ký tự. Hãy đưa phần dài vào một tệp đính kèm.");
        }
        if (draft.kind() != NoticeKind.LAW && body.isEmpty()) {
            throw Problem.invalid("AS-NOTICE-BODY", "Hãy ghi nội dung.");
        }
        if (draft.from() == null || draft.to() != null && draft.to().isBefore(draft.from())) {
            throw Problem.invalid("AS-NOTICE-DAYS", "Hãy ghi ngày bắt đầu; ngày kết thúc không được trước ngày ấy.");
        }
        if ((draft.kind() == NoticeKind.LAW) != (draft.law() != null)
                || draft.law() == null && !draft.replaces().isEmpty()) {
            throw Problem.invalid(
                    "AS-NOTICE-LAW", "Số, ngày và hiệu lực ghi cho văn bản pháp luật, và chỉ cho văn bản pháp luật.");
        }
        return new NoticeDraft(
                draft.kind(),
                title,
                body,
                draft.unitId(),
                draft.program() == null || draft.program().isBlank() ? null : draft.program(),
                draft.pinned(),
                draft.from(),
                draft.to(),
                draft.law() == null ? null : law(draft.law()),
                draft.replaces());
    }

    private static LegalDocument law(LegalDocument law) {
        String number = Vietnamese.normalize(law.number());
        String authority = Vietnamese.normalize(law.authority());
        if (isMissing(number) || isMissing(authority) || law.issued() == null || law.from() == null) {
            throw Problem.invalid(
                    "AS-NOTICE-LAW",
                    "Văn bản pháp luật cần số, ký hiệu, cơ quan ban hành, ngày ban hành và ngày có hiệu lực.");
        }
        if (law.to() != null && !law.to().isAfter(law.from())) {
            throw Problem.invalid("AS-NOTICE-LAW-DAYS", "Ngày hết hiệu lực phải sau ngày có hiệu lực.");
        }
        return new LegalDocument(number, authority, law.issued(), law.from(), law.to());
    }

    private static boolean isMissing(String text) {
        return text == null || text.isEmpty() || text.length() > LONGEST_FIELD;
    }

    /** NFC with its lines, without characters that are not seen; never {@code null}. */
    static String text(String body) {
        return body == null
                ? ""
                : Normalizer.normalize(body, Normalizer.Form.NFC)
                        .replace("\r\n", "\n")
                        .replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\\n\\t]]", "")
                        .strip();
    }
}
