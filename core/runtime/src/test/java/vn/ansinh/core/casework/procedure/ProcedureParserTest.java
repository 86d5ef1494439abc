package vn.ansinh.core.casework.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Step;
import vn.ansinh.api.casework.Term;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.core.extender.Fault;
import vn.ansinh.core.extender.FileRefusedException;

/** The author of a procedure learns of every mistake at once, with its line. */
class ProcedureParserTest {

    static final String GOOD = """
            thu-tuc: thu.tro-cap
            phien-ban: "2021"
            chuong-trinh: thu
            ten: Trợ cấp thử
            ma: {so: "1.001776", do-tin: kho-ma}
            can-cu: Nghị định thử, Điều 8
            hieu-luc: {tu: 2021-07-01, den: 2025-06-30}
            ket-qua: mo
            giay-to:
              - {ma: to-khai, ten: Tờ khai}
              - {ma: giay, ten: Giấy xác nhận, xuat-trinh: true, bat-buoc: false, khi: {khoa: muc-do, gia-tri: [nang]}}
            hoi:
              - {khoa: muc-do, bat-buoc: true}
            buoc:
              - {ma: tiep-nhan, loai: tiep-nhan, cap: xa}
              - {ma: xet-duyet, loai: xet-duyet, cap: xa, han: {so: 7, can-cu: Điều 8}}
              - {ma: niem-yet, ten: Niêm yết, loai: niem-yet, cap: xa, trong: xet-duyet, han: {so: 2}}
              - {ma: khieu-nai, loai: khieu-nai, cap: xa, han: {so: 10, kieu: ngay}}
              - {ma: quyet-dinh, loai: quyet-dinh, cap: huyen, han: {chua-doc: true}}
            luu-y: [Chưa đọc được số ngày của bước quyết định.]
            """;

    @Test
    void whatIsWrittenIsWhatIsRead() {
        Procedure procedure = ProcedureParser.read(GOOD, "thu.yaml").procedure();
        assertEquals(LocalDate.of(2025, 7, 1), procedure.to(), "the day after the last");
        assertTrue(procedure.holdsOn(LocalDate.of(2025, 6, 30)));
        assertFalse(procedure.holdsOn(LocalDate.of(2025, 7, 1)));
        Step posting = procedure.step("niem-yet").orElseThrow();
        assertEquals("xet-duyet", posting.within());
        assertEquals(new Term(2, Term.Unit.WORKING, false, ""), posting.term());
        assertEquals(
                "Giải quyết khiếu nại",
                procedure.step("khieu-nai").orElseThrow().name());
        assertEquals(
                Term.Unit.CALENDAR,
                procedure.step("khieu-nai").orElseThrow().term().unit());
        assertEquals(Term.UNREAD, procedure.step("quyet-dinh").orElseThrow().term());
        assertEquals(Level.DISTRICT, procedure.step("quyet-dinh").orElseThrow().level());
        assertTrue(procedure.papers().get(0).required());
        assertEquals(List.of("nang"), procedure.papers().get(1).when().values());
    }

    @Test
    void aPaperOfOneBenefitIsAskedOfWhoAppliesForIt() {
        String both = GOOD.replace("ket-qua: mo", "ket-qua: mo\nche-do: [T1, T2]");
        Procedure.RequiredPaper paper = ProcedureParser.read(
                        both.replace("gia-tri: [nang]}}", "gia-tri: [nang]}, che-do: [T1]}"), "thu.yaml")
                .procedure()
                .papers()
                .get(1);
        Map<String, List<String>> severe = Map.of("muc-do", List.of("nang"));
        assertTrue(paper.concerns("T1", severe));
        assertFalse(paper.concerns("T2", severe), "of another benefit");
        assertFalse(paper.concerns(null, severe), "not settled yet");
        assertFalse(paper.concerns("T1", Map.of()), "whom it does not concern");
        assertEquals(
                List.of("thu.yaml, dòng 12, cột 109: Thủ tục không gồm chế độ T3."),
                faults(both.replace("gia-tri: [nang]}}", "gia-tri: [nang]}, che-do: [T1, T3]}")).stream()
                        .map(Fault::toString)
                        .toList());
    }

    @Test
    void everyMistakeIsToldAtOnceWithItsLine() {
        List<Fault> faults = faults(GOOD.replace("thu-tuc: thu.", "thu-tuc: khac.")
                .replace("do-tin: kho-ma", "do-tin: nghe-noi")
                .replace("den: 2025-06-30", "den: 2020-06-30")
                .replace("{ma: giay,", "{ma: to-khai,")
                .replace("trong: xet-duyet, han: {so: 2}", "trong: xet-duyet, han: {so: 9}")
                .replace("han: {chua-doc: true}", "han: {chua-doc: true, so: 3}, bac: 4"));
        assertEquals(
                List.of(1, 5, 7, 11, 17, 19, 19),
                faults.stream().map(Fault::line).toList(),
                faults::toString);
        assertTrue(faults.get(4).reason().contains("dài hơn"), faults::toString);
    }

    @Test
    void aWayThatCannotBeGoneIsRefused() {
        assertTrue(one(GOOD.replaceAll("(?m)^.*ma: tiep-nhan.*\\n", "")).contains("Bước đầu tiên"));
        assertTrue(one(GOOD.replaceAll("(?m)^.*ma: quyet-dinh.*\\n", "")).contains("quyet-dinh"));
        assertTrue(one(GOOD.replace("trong: xet-duyet", "trong: sau-nay")).contains("đứng trước"));
        assertTrue(one(GOOD.replace(", trong: xet-duyet, han: {so: 2}", "")).contains("ít nhất bao nhiêu ngày"));
        assertTrue(one(GOOD.replace("luu-y: [Chưa đọc được số ngày của bước quyết định.]", ""))
                .contains("«luu-y» phải nói rõ"));
        assertTrue(one(GOOD.replace("ket-qua: mo", "ket-qua: chuyen-di")).contains("noi: moi"));
        assertTrue(one(GOOD.replace("cap: huyen,", "cap: huyen, noi: moi,")).contains("chuyen-di"));
    }

    @Test
    void theExampleOfThePageForAuthorsIsAProcedure() throws IOException {
        String page = Files.readString(Path.of("../../docs/lap-trinh/thu-tuc.md"), StandardCharsets.UTF_8);
        String example = page.substring(page.indexOf("```yaml\n") + 8);
        Procedure procedure = ProcedureParser.read(example.substring(0, example.indexOf("```")), "thu-tuc.md")
                .procedure();
        assertEquals(6, procedure.steps().size());
    }

    private static String one(String source) {
        return faults(source).get(0).reason();
    }

    private static List<Fault> faults(String source) {
        return assertThrows(FileRefusedException.class, () -> ProcedureParser.read(source, "thu.yaml"))
                .faults();
    }
}
