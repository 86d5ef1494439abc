package vn.ansinh.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Origin;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.identity.Sex;
import vn.ansinh.api.program.Program;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.identity.StoredPersonRegistry;
import vn.ansinh.core.paper.PdfOfficePaper;
import vn.ansinh.testkit.TestDatabase;
import vn.ansinh.testkit.TriedJob;

/** The paper that answers a citizen who asks: who has looked at my record? */
class AccessLogPaperTest {

    private static final Program PROGRAM = new Program() {
        @Override
        public String id() {
            return "btxh";
        }

        @Override
        public String name() {
            return "Bảo trợ xã hội";
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public Map<String, String> permissions() {
            return Map.of();
        }
    };

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T05:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

    @Test
    void everyLookAndChangeStandsOnItInPlainWords() throws Exception {
        SmallCountry country = new SmallCountry();
        country.store(DATABASE.transactions());
        Access access = country.access();
        StoredAudit audit =
                new StoredAudit(DATABASE.transactions(), NOON, () -> Optional.of(access), null, List.of(PROGRAM));
        StoredPersonRegistry people = new StoredPersonRegistry(
                DATABASE.transactions(), DATABASE.transactions(), access, country.units(), audit, NOON);
        Caller lan = new Caller("lan.nt", "Nguyễn Thị Lan", SmallCountry.THANH_SEN, Set.of("*"))
                .from(new Origin("10.42.1.7", Origin.WEB, "r-1"));
        Caller province = new Caller("thang.td", "Trần Đình Thắng", SmallCountry.HA_TINH, Set.of("*"))
                .from(new Origin("10.42.0.2", Origin.REST, "r-2"));
        PersonDraft draft = new PersonDraft(
                "Lê Thị Mơ",
                BirthDate.of(LocalDate.of(1950, 1, 1)),
                Sex.FEMALE,
                "042150000123",
                null,
                "01",
                SmallCountry.THANH_SEN,
                "Tổ 3");
        long mo = access.callAs(lan, () -> people.registerAll(List.of(draft)))
                .get(0)
                .personId();
        access.callAs(province, () -> people.byId(mo));
        access.callAs(lan, () -> {
            audit.listed(
                    Subject.PERSON,
                    Asked.of("Danh sách chi trả")
                            .and("program", "btxh")
                            .unit(SmallCountry.THANH_SEN)
                            .text("mo")
                            .toString(),
                    List.of(mo, mo + 1, mo + 2));
            audit.changed(
                    Subject.person(mo),
                    "entitlement.payment",
                    Map.of("payment-method", "TM-DCT", "unit", Long.toString(SmallCountry.THANH_SEN)),
                    Map.of("payment-method", "TKNH", "unit", Long.toString(SmallCountry.HUONG_SON)),
                    "Quyết định số 45/QĐ-UBND");
            audit.exported(Subject.PERSON, Asked.ofJob("payroll.export").toString(), List.of(mo), "danh-sach.xlsx");
            return null;
        });
        TriedJob job = new TriedJob(Map.of("person", Long.toString(mo)));
        AccessLogExport export = new AccessLogExport(audit, people, country.units(), new PdfOfficePaper(), NOON);
        access.callAs(lan, () -> {
            export.run(job);
            return null;
        });

        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target", "nhat-ky-truy-cap.pdf"), job.written());
        assertEquals("6", job.results().get("entries"), "five acts, and looking up the name for this paper");
        try (PDDocument document = Loader.loadPDF(job.written())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            for (String words : List.of(
                    "Lê Thị Mơ",
                    "Thêm người",
                    "Trần Đình Thắng",
                    "10.42.0.2",
                    "chương trình Bảo trợ xã hội",
                    "Phường Thành Sen",
                    "cùng 2 người",
                    "Đổi cách chi trả",
                    "chuyển khoản",
                    "Xã Hương Sơn",
                    "Xuất danh sách chi trả",
                    "danh-sach.xlsx")) {
                assertTrue(text.contains(words), words + " in " + text);
            }
        }
    }
}
