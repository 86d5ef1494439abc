package vn.ansinh.core.document.draft;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import vn.ansinh.api.document.Papers.Field;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.extender.Fault;
import vn.ansinh.core.paper.WordPart;
import vn.ansinh.core.report.definition.TemplateCheck;

/** Whether a Word file can stand in the place of a template: harmless, with the paper's fields, and printed as it looks. */
final class PrintCheck {

    private static final int LARGEST = 8 << 20;

    /** What the PDF could not show as Word does, and what to do instead. */
    private static final Map<String, String> NOT_PRINTED = new LinkedHashMap<>(Map.of(
            "drawing", "có hình vẽ hoặc ảnh; kẻ đường bằng viền đoạn văn thay cho nét vẽ",
            "pict", "có hình vẽ hoặc ảnh kiểu cũ; kẻ đường bằng viền đoạn văn thay cho nét vẽ",
            "txbxContent", "có hộp văn bản; dùng bảng không viền thay cho hộp",
            "numPr", "có đánh số tự động; gõ số trực tiếp",
            "footnoteReference", "có chú thích cuối trang; ghi chú thích vào nội dung",
            "endnoteReference", "có chú thích cuối văn bản; ghi chú thích vào nội dung",
            "ins", "còn vết sửa đổi; chấp nhận mọi sửa đổi (Accept All) rồi lưu lại",
            "del", "còn vết sửa đổi; chấp nhận mọi sửa đổi (Accept All) rồi lưu lại"));

    private PrintCheck() {}

    /** @throws Problem INVALID, TOO_LARGE with everything that is wrong */
    static void require(PaperText paper, byte[] docx) {
        if (docx.length > LARGEST) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE, "AS-PAPER-LARGE", "Tệp mẫu lớn hơn 8 MB. Hãy bỏ bớt hình trong mẫu.");
        }
        List<String> reasons = new ArrayList<>(TemplateCheck.faults("mau.docx", docx).stream()
                .map(Fault::reason)
                .toList());
        if (reasons.isEmpty()) {
            try {
                reasons.addAll(look(paper, WordFilling.read(docx)));
            } catch (IOException | SAXException e) {
                reasons.add("Tệp không phải tệp Word (.docx) nguyên vẹn.");
            }
        }
        if (!reasons.isEmpty()) {
            throw Problem.invalid("AS-PAPER-TEMPLATE", "Mẫu chưa dùng được. " + String.join(" ", reasons));
        }
    }

    private static List<String> look(PaperText paper, WordFilling file) throws IOException, SAXException {
        List<String> reasons = new ArrayList<>();
        Set<String> shown = new LinkedHashSet<>();
        NOT_PRINTED.forEach((element, reason) -> {
            if (!WordPart.elements(file.body(), element).isEmpty()) {
                shown.add(reason);
            }
        });
        shown.forEach(reason -> reasons.add("Mẫu " + reason + "."));
        for (Map.Entry<String, byte[]> part : file.parts().entrySet()) {
            if (part.getKey().matches("word/(header|footer)\\d*\\.xml") && says(WordPart.read(part.getValue()))) {
                reasons.add("Đầu trang hoặc chân trang của mẫu có nội dung khác số trang; hãy đưa vào thân văn bản.");
                break;
            }
        }
        Set<String> fields = file.fields();
        fields.stream()
                .filter(name -> !paper.knows(name))
                .forEach(name -> reasons.add("Không có trường «" + name + "»."));
        for (Field field : paper.paper().fields()) {
            if (field.required() && !fields.contains(field.name())) {
                reasons.add("Thiếu trường «" + field.name() + "» (" + field.meaning() + ").");
            }
        }
        if (reasons.stream().anyMatch(reason -> reason.startsWith("Không có trường"))) {
            List<String> names = new ArrayList<>(PaperText.HEAD.keySet());
            paper.paper().fields().forEach(field -> names.add(field.name()));
            reasons.add("Các trường dùng được: " + String.join(", ", names) + ".");
        }
        return reasons;
    }

    /** Whether a head or foot of pages says more than the page's number. */
    private static boolean says(Document part) {
        return !part.getDocumentElement()
                .getTextContent()
                .replaceAll("[\\s\\d]|PAGE|MERGEFORMAT|\\\\\\*", "")
                .isEmpty();
    }
}
