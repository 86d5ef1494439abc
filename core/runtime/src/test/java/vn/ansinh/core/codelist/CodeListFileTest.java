package vn.ansinh.core.codelist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.core.SmallCountry.HA_TINH;
import static vn.ansinh.core.SmallCountry.THANH_SEN;
import static vn.ansinh.core.codelist.CodeListDesk.COUNTRY;
import static vn.ansinh.core.codelist.CodeListDesk.checker;
import static vn.ansinh.core.codelist.CodeListDesk.maker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.codelist.CodeFile;
import vn.ansinh.api.codelist.CodeListEditing.EntryQuery;
import vn.ansinh.api.codelist.CodeListEditing.Format;
import vn.ansinh.api.codelist.CodeLists.Entry;
import vn.ansinh.api.codelist.CodeProposal;
import vn.ansinh.testkit.TestDatabase;

/** Lists out to Excel and back: every fault by its row, and nothing half done. */
class CodeListFileTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String WHY = "Rà soát danh mục";

    private static int count;

    private final String list = "tep-" + ++count;
    private CodeListDesk desk;

    @BeforeEach
    void begin() {
        desk = new CodeListDesk(DATABASE, TODAY, List.of());
        desk.bring(
                9,
                "ansinh-thu",
                list + ".csv",
                "# name: Danh mục thử\n# basis: Luật thử\n# local: yes\n"
                        + "code,name,synonyms,from,to,basis\n01,\"Một, tức là nhất\",Mốt|Nhất,,,Điều 1\n02,Hai,,2025-07-01,,\n03,Ba,,,2026-12-31,");
    }

    private CodeFile check(String name, byte[] content, long unit) {
        return desk.as(maker(unit), () -> desk.editing.check(list, unit, name, new ByteArrayInputStream(content)));
    }

    private CodeProposal propose(String name, byte[] content, long unit) {
        return desk.as(
                maker(unit), () -> desk.editing.proposeFile(list, unit, name, new ByteArrayInputStream(content), WHY));
    }

    private byte[] exported(Format format) {
        return desk.as(maker(COUNTRY), () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            desk.editing.export(new EntryQuery(list, "", null, 0), format, out);
            return out.toByteArray();
        });
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> names(LocalDate day) {
        return desk.lists.entries(list, day, 0).stream().map(Entry::name).toList();
    }

    @Test
    void whatIsExportedComesBackUnchanged() {
        for (Format format : Format.values()) {
            CodeFile read = check("danh-muc." + format.suffix(), exported(format), COUNTRY);
            assertEquals(List.of(), read.faults(), format.name());
            assertEquals(3, read.unchanged(), format.name());
            assertEquals(List.of(), read.items(), format.name());
        }
        desk.refused(
                "AS-CODELIST-SAME",
                maker(COUNTRY),
                () -> desk.editing.proposeFile(
                        list, COUNTRY, "x.csv", new ByteArrayInputStream(exported(Format.CSV)), WHY));
    }

    @Test
    void aFileWithFaultsTellsThemAllByRowAndDoesNothing() {
        byte[] wrong = utf8("DANH MỤC\nMã,Tên,Từ đồng nghĩa,Từ ngày,Đến hết ngày\n"
                + "01,Một sửa,,,\n"
                + ",Không mã,,,\n"
                + "04,,,,\n"
                + "05,Năm,,31/02/2026,\n"
                + "06,Sáu,,01/01/2027,01/12/2026\n"
                + "07,Bảy,Hai,,\n"
                + "08,Tám,,,\n"
                + "08,Tám nữa,,,\n"
                + "mã 9,Chín,,,\n");
        CodeFile read = check("sai.csv", wrong, COUNTRY);

        List<String> told = read.faults().stream().map(CodeFile.Fault::words).toList();
        assertEquals(
                List.of(
                        "Dòng 4, cột Mã: Chưa ghi mã.",
                        "Dòng 5: Chưa ghi tên.",
                        "Dòng 6, cột Từ ngày: «31/02/2026» không phải là ngày. Ghi như 01/07/2026.",
                        "Dòng 7: Ngày cuối cùng sớm hơn ngày đầu tiên."),
                told.subList(0, 4));
        assertTrue(told.get(4).startsWith("Dòng 8: «Hai» đã chỉ mục 02 (Hai)"), told.get(4));
        assertEquals("Dòng 10, cột Mã: Mã «08» đã có ở dòng 9.", told.get(5));
        assertTrue(told.get(6).startsWith("Dòng 11: Mã «mã 9» chưa đúng"), told.get(6));
        assertEquals(7, told.size());

        String refused = desk.refused(
                "AS-CODELIST-FILE",
                maker(COUNTRY),
                () -> desk.editing.proposeFile(list, COUNTRY, "sai.csv", new ByteArrayInputStream(wrong), WHY));
        assertEquals(String.join("\n", told), refused);
        assertEquals(List.of(), desk.as(maker(COUNTRY), () -> desk.editing.proposals(list, null)));
        assertEquals(List.of("Một, tức là nhất", "Hai", "Ba"), names(TODAY));
    }

    @Test
    void aGoodFileIsOneProposalAndOneApproval() {
        CodeProposal proposal = propose(
                "ra-soat.csv",
                utf8("Mã;Tên;Từ đồng nghĩa;Thứ tự;Từ ngày;Đến hết ngày;Căn cứ\n"
                        + "01;Một, tức là nhất;Mốt|Nhất;10;;31/12/2026;Điều 1\n"
                        + "02;Hai mới;Nhì;20;01/01/2027;;TT 02/2026\n"
                        + "03;Ba;;30;;;\n"
                        + "10;Mười;Chục;40;01/12/2026;;\n"),
                COUNTRY);
        assertEquals(4, proposal.count());
        assertEquals(
                List.of("Ngừng dùng", "Thay đổi từ ngày", "Dùng lại", "Thêm mới"),
                proposal.items().stream().map(item -> item.kind().label()).toList());
        assertEquals(List.of("Một, tức là nhất", "Hai", "Ba"), names(TODAY));

        desk.approve(checker(COUNTRY), proposal.id());
        assertEquals(List.of("Một, tức là nhất", "Hai", "Ba"), names(TODAY));
        assertEquals(List.of("Một, tức là nhất", "Hai", "Ba", "Mười"), names(LocalDate.of(2026, 12, 31)));
        assertEquals(List.of("Hai mới", "Ba", "Mười"), names(LocalDate.of(2027, 1, 1)));
        assertEquals(
                List.of("4"),
                desk.rows("select after ->> 'changes' from ansinh.audit_entry where action = 'codelist.approve'"
                        + " and after ->> 'list' = '" + list + "'"));
    }

    @Test
    void aProvincesFileTouchesItsOwnEntriesOnly() {
        CodeFile read = check(
                "tinh.csv", utf8("Mã,Tên\n01,\"Một, tức là nhất\"\n02,Hai khác\nX,Riêng\nX-42,Riêng tỉnh\n"), HA_TINH);
        assertEquals(1, read.unchanged());
        List<String> told = read.faults().stream().map(CodeFile.Fault::words).toList();
        assertTrue(told.get(0).startsWith("Dòng 3, cột Mã: Mục «02» dùng chung cả nước"), told.get(0));
        assertTrue(told.get(1).contains("phải kết thúc bằng «-42»"), told.get(1));

        CodeProposal good = propose("tinh.csv", utf8("Mã,Tên\n02,Hai\nX-42,Riêng tỉnh\n"), HA_TINH);
        desk.approve(checker(HA_TINH), good.id());
        assertTrue(desk.lists.isOpen(list, "X-42", TODAY, THANH_SEN));
    }

    @Test
    void whatCannotBeReadSaysWhatToDo() {
        assertEquals(
                "Không thấy dòng tiêu đề có cột «Mã» và «Tên». Hãy xuất danh mục ra tệp rồi sửa trên tệp đó.",
                check("x.csv", utf8("a,b\n1,2\n"), COUNTRY).faults().get(0).words());
        byte[] old = "Mã,Tên\n01,Đã".getBytes(Charset.forName("UTF-16LE"));
        for (String[] refusal : new String[][] {
            {"AS-CODELIST-FILE-KIND", "x.docx", "x"},
            {"AS-SHEET-NOT-XLSX", "x.xlsx", "không phải Excel"},
            {"AS-CODELIST-FILE-QUOTES", "x.csv", "Mã,Tên\n01,\"Một\nHai"}
        }) {
            desk.refused(
                    refusal[0],
                    maker(COUNTRY),
                    () -> desk.editing.check(list, COUNTRY, refusal[1], new ByteArrayInputStream(utf8(refusal[2]))));
        }
        desk.refused(
                "AS-CODELIST-FILE-TEXT",
                maker(COUNTRY),
                () -> desk.editing.check(list, COUNTRY, "x.csv", new ByteArrayInputStream(old)));
    }
}
