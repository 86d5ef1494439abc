package vn.ansinh.core.document.draft;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.core.SmallCountry.HA_TINH;
import static vn.ansinh.core.SmallCountry.HUONG_SON;
import static vn.ansinh.core.SmallCountry.NGHE_AN;
import static vn.ansinh.core.SmallCountry.THANH_SEN;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.document.PaperHead;
import vn.ansinh.api.document.Papers;
import vn.ansinh.api.document.Papers.Drafted;
import vn.ansinh.api.document.Papers.Field;
import vn.ansinh.api.document.Papers.Paper;
import vn.ansinh.api.document.Papers.Template;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.training.Training;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.core.document.StoredDocumentNumbers;
import vn.ansinh.core.extender.FileRefusedException;
import vn.ansinh.testkit.DeskClock;
import vn.ansinh.testkit.TestDatabase;

/** Papers are drafted as Word and PDF with the same words; a province puts its own Word file in the place of a template. */
class PapersTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Path PAPERS = Path.of("src/main/resources/ANSINH-INF/paper");

    private static final PaperHead HEAD = new PaperHead(
            THANH_SEN,
            "Tỉnh Hà Tĩnh",
            "Ủy ban nhân dân phường Thành Sen",
            "45/QĐ-UBND",
            "Thành Sen",
            TODAY,
            new PaperHead.Signing("KT. CHỦ TỊCH", "Phó Chủ tịch", "Nguyễn Thị Hường"),
            List.of("Như Điều 3", "Sở Y tế", "Lưu: VT, VX"));

    private final SmallCountry country = new SmallCountry();
    private final ThreadAccess access = country.access();
    private Papers papers;

    @BeforeEach
    void open() {
        country.store(DATABASE.transactions());
        DATABASE.transactions().run(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("delete from ansinh.paper_template");
            }
        });
        papers = papers(Training.NONE);
    }

    private Papers papers(Training training) {
        DeskClock clock = new DeskClock(() -> TODAY);
        return new StoredPapers(
                new PaperLibrary(described()),
                DATABASE.scopedBy(access),
                DATABASE.transactions(),
                access,
                new StoredDocumentNumbers(
                        DATABASE.scopedBy(access), DATABASE.transactions(), access, Audit.NONE, clock),
                training,
                Audit.NONE,
                clock);
    }

    private static List<PaperText> described() {
        try (Stream<Path> files = Files.list(PAPERS)) {
            return files.sorted()
                    .map(file -> {
                        try {
                            return PaperParser.read(
                                    Files.readString(file), file.getFileName().toString());
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T as(long unit, Callable<T> work) {
        try {
            return access.callAs(SmallCountry.official(unit), work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** A value for every field, each with a word of its own. */
    private static Map<String, Object> values(Paper paper) {
        Map<String, Object> values = new HashMap<>();
        Map<String, String> row = new HashMap<>();
        for (Field field : paper.fields()) {
            if (field.repeated()) {
                String[] name = field.name().split("\\.");
                row.put(name[1], "Ô " + field.meaning());
                values.put(name[0], List.of(row, row));
            } else {
                values.put(field.name(), Samples.VALUES.getOrDefault(field.name(), "«" + field.meaning() + "»"));
            }
        }
        return values;
    }

    private static String words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String body(byte[] docx) throws IOException {
        return new String(part(docx, "word/document.xml"), StandardCharsets.UTF_8);
    }

    private static byte[] part(byte[] docx, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return zip.readAllBytes();
                }
            }
        }
        throw new AssertionError(name);
    }

    /** The file with its body changed, as somebody does in Word. */
    private static byte[] changed(byte[] docx, String what, String into) throws IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx));
                ZipOutputStream out = new ZipOutputStream(to)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                if (entry.getName().equals("word/document.xml")) {
                    String body = new String(content, StandardCharsets.UTF_8);
                    assertTrue(body.contains(what), what);
                    content = body.replace(what, into).getBytes(StandardCharsets.UTF_8);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(content);
            }
        }
        return to.toByteArray();
    }

    /** Without what lines and pages put in between. */
    private static String tight(String text) {
        return text.replaceAll("[\\s\u00a0]+", "");
    }

    @Test
    void everyPaperSaysTheSameInWordAndOnPaper() throws IOException {
        Path shown = Files.createDirectories(Path.of("target/papers"));
        List<Paper> all = as(THANH_SEN, papers::list);
        assertEquals(15, all.size());
        for (Paper paper : all) {
            Drafted drafted = as(THANH_SEN, () -> papers.draft(paper.code(), HEAD, values(paper)));
            Files.write(shown.resolve(paper.code() + ".docx"), drafted.docx());
            Files.write(shown.resolve(paper.code() + ".pdf"), drafted.pdf());
            String printed = words(drafted.pdf());
            String together = tight(printed);
            for (String paragraph : body(drafted.docx()).split("</w:p>|<w:br/>")) {
                String written = tight(paragraph.replaceAll("<[^>]*>", ""));
                assertTrue(together.contains(written), paper.code() + ": " + written);
            }
            values(paper).values().stream()
                    .filter(String.class::isInstance)
                    .flatMap(value -> ((String) value).lines())
                    .forEach(line -> assertTrue(together.contains(tight(line)), paper.code() + ": " + line));
            assertFalse(printed.contains("{") || printed.contains("MERGEFIELD"), printed);
        }
    }

    @Test
    void beforeItIsSignedThereIsRoomAndWhatIsBlankIsLeftOut() throws IOException {
        PaperHead unsigned = new PaperHead(
                THANH_SEN, null, "Ủy ban nhân dân phường Thành Sen", null, "Thành Sen", null, null, List.of());
        Map<String, Object> fields = new HashMap<>(values(as(THANH_SEN, papers::list).stream()
                .filter(paper -> paper.code().equals("quyet-dinh-thoi-huong"))
                .findFirst()
                .orElseThrow()));
        fields.put("dia_chi", null);
        fields.put("la", "không trường nào tên như thế");
        String printed = words(as(THANH_SEN, () -> papers.draft("quyet-dinh-thoi-huong", unsigned, fields))
                .pdf());
        assertTrue(printed.contains("/QĐ-UBND") && printed.contains("năm 2026"), printed);
        assertFalse(printed.contains("Nơi cư trú") || printed.contains("không trường nào"), printed);
        fields.remove("ly_do");
        Problem missing = assertThrows(
                Problem.class, () -> as(THANH_SEN, () -> papers.draft("quyet-dinh-thoi-huong", unsigned, fields)));
        assertEquals("AS-PAPER-FIELD", missing.code());
        assertTrue(missing.getMessage().contains("Lý do thôi hưởng"), missing.getMessage());
        assertThrows(Problem.class, () -> as(THANH_SEN, () -> papers.draft("la", unsigned, fields)));
        Papers training = papers(() -> true);
        fields.put("ly_do", "chết");
        Drafted drilled = as(THANH_SEN, () -> training.draft("quyet-dinh-thoi-huong", unsigned, fields));
        assertTrue(words(drilled.pdf()).contains("BẢN TẬP HUẤN"));
        assertTrue(
                new String(part(drilled.docx(), "word/footer1.xml"), StandardCharsets.UTF_8).contains("BẢN TẬP HUẤN"));
    }

    @Test
    void aProvincePutsItsOwnWordFileInPlaceForItselfAndAllBelow() throws IOException {
        String code = "phieu-tu-choi";
        byte[] standard = as(HA_TINH, () -> papers.template(code, HA_TINH));
        byte[] own = changed(standard, "PHIẾU TỪ CHỐI TIẾP NHẬN", "PHIẾU TỪ CHỐI CỦA HÀ TĨNH, TIẾP NHẬN");
        Template first = as(HA_TINH, () -> papers.replace(code, HA_TINH, own, "Theo mẫu của tỉnh"));
        assertEquals(1, first.version());
        Map<String, String> fields = Map.of("thu_tuc", "Trợ cấp", "nguoi_nop", "Lê Văn Ðạt", "ly_do", "Ý 1\nÝ 2");
        String printed = words(
                as(HUONG_SON, () -> papers.draft(code, head(HUONG_SON), fields)).pdf());
        assertTrue(printed.contains("CỦA HÀ TĨNH") && printed.contains("Ý 1") && printed.contains("Ý 2"), printed);
        assertFalse(words(as(NGHE_AN, () -> papers.draft(code, head(NGHE_AN), fields))
                        .pdf())
                .contains("CỦA HÀ TĨNH"));
        assertArrayEquals(own, as(THANH_SEN, () -> papers.template(code, THANH_SEN)));

        byte[] nearer = changed(standard, "PHIẾU TỪ CHỐI TIẾP NHẬN", "PHIẾU CỦA PHƯỜNG, TIẾP NHẬN");
        as(THANH_SEN, () -> papers.replace(code, THANH_SEN, nearer, "Mẫu của phường"));
        assertArrayEquals(nearer, as(THANH_SEN, () -> papers.template(code, THANH_SEN)));
        assertEquals(
                List.of("2 v1 true", "1 v1 false", "0 v0 false"),
                as(THANH_SEN, () -> papers.templates(code, THANH_SEN)).stream()
                        .map(each -> each.unitId() + " v" + each.version() + " " + each.current())
                        .toList());
        as(THANH_SEN, () -> {
            papers.withdraw(code, THANH_SEN, "Dùng mẫu của tỉnh");
            return null;
        });
        assertArrayEquals(own, as(THANH_SEN, () -> papers.template(code, THANH_SEN)));
        assertThrows(Problem.class, () -> as(THANH_SEN, () -> papers.replace(code, HA_TINH, own, "của tỉnh")));
        assertEquals(
                2,
                as(HA_TINH, () -> papers.replace(code, HA_TINH, standard, "Lại như cũ"))
                        .version());
    }

    private static PaperHead head(long unit) {
        return new PaperHead(unit, null, "Ủy ban nhân dân", null, null, TODAY, null, List.of());
    }

    @Test
    void aFileThatDoesMoreOrSaysLessIsRefusedWithAllReasons() throws IOException {
        byte[] standard = as(HA_TINH, () -> papers.template("phieu-tu-choi", HA_TINH));
        List<String> told = new ArrayList<>();
        for (byte[] bad : List.of(
                changed(standard, "MERGEFIELD ly_do", "MERGEFIELD ly_doo"),
                changed(standard, "</w:body>", "<w:p><w:r><w:drawing/></w:r></w:p></w:body>"),
                changed(standard, " MERGEFIELD ma_ho_so ", " INCLUDETEXT c:\\x "),
                "PK không phải Word".getBytes(StandardCharsets.UTF_8))) {
            Problem refused = assertThrows(
                    Problem.class, () -> as(HA_TINH, () -> papers.replace("phieu-tu-choi", HA_TINH, bad, "thử")));
            assertEquals("AS-PAPER-TEMPLATE", refused.code());
            told.add(refused.getMessage());
        }
        assertTrue(
                told.get(0).contains("Không có trường «ly_doo»")
                        && told.get(0).contains("Thiếu trường «ly_do»")
                        && told.get(0).contains("nguoi_nop"),
                told.get(0));
        assertTrue(told.get(1).contains("hình vẽ"), told.get(1));
        assertTrue(told.get(2).contains("INCLUDETEXT"), told.get(2));
        assertTrue(told.get(3).contains("nguyên vẹn"), told.get(3));
        assertEquals(
                1, as(HA_TINH, () -> papers.templates("phieu-tu-choi", HA_TINH)).size());
    }

    @Test
    void theDescriptionOnThePageForAuthorsIsOne() throws IOException {
        String page = Files.readString(Path.of("..", "..", "docs/lap-trinh/mau-van-ban.md"));
        String example = page.split("```yaml\n", 2)[1].split("```", 2)[0];
        assertEquals(
                "phieu-xin-loi",
                PaperParser.read(example, "mau-van-ban.md").paper().code());
        for (PaperText.Kind kind : PaperText.Kind.values()) {
            assertTrue(page.contains("`" + kind.key() + "`"), kind.key());
        }
    }

    @Test
    void aDescriptionThatIsWrongSaysWhere() {
        FileRefusedException refused =
                assertThrows(FileRefusedException.class, () -> PaperParser.read("""
                        ma: thu
                        ten: Thử
                        bat-buoc:
                          ho_ten: Họ tên
                        noi-dung:
                          - doan: "Ông {ho_tem}"
                          - hinh: x
                        """, "thu.yaml"));
        assertTrue(refused.getMessage().contains("ho_tem"), refused.getMessage());
        assertTrue(refused.getMessage().contains("dòng 6"), refused.getMessage());
    }
}
