package vn.ansinh.core.notice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.core.SmallCountry.HA_TINH;
import static vn.ansinh.core.SmallCountry.HUONG_SON;
import static vn.ansinh.core.SmallCountry.NGHE_AN;
import static vn.ansinh.core.SmallCountry.THANH_SEN;
import static vn.ansinh.core.SmallCountry.VINH_HUNG;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Origin;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.notice.LegalDocument;
import vn.ansinh.api.notice.LegalDocument.Force;
import vn.ansinh.api.notice.Notice;
import vn.ansinh.api.notice.NoticeDraft;
import vn.ansinh.api.notice.NoticeKind;
import vn.ansinh.api.notice.Notices;
import vn.ansinh.api.notice.Notices.NewFile;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.testkit.DeskClock;
import vn.ansinh.testkit.TestDatabase;

/** What a unit tells is read below it, by whom it is for, while it holds; on the officials' login, under row-level security. */
class SharingTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final byte[] PDF = "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII);

    private final SmallCountry country = new SmallCountry();
    private final ThreadAccess access = country.access();
    private LocalDate today = LocalDate.of(2026, 11, 22);
    private Notices notices;

    @BeforeEach
    void open() {
        country.store(DATABASE.transactions());
        DATABASE.transactions().run(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("delete from ansinh.notice_read; delete from ansinh.notice_replacement;"
                        + " delete from ansinh.notice_file; delete from ansinh.notice");
            }
        });
        DeskClock clock = new DeskClock(() -> today);
        notices = new StoredNotices(
                DATABASE.scopedBy(access),
                access,
                country.units(),
                new Issuers(access, null, country.units(), clock),
                Audit.NONE,
                clock);
    }

    @Test
    void theProvinceTellsItsCommunesAndNobodyElse() throws Exception {
        long told = as(publisher(HA_TINH), () -> notices.publish(news("Lịch chi trả tháng 12", HA_TINH), List.of()))
                .id();
        for (long unit : List.of(HA_TINH, THANH_SEN, HUONG_SON)) {
            assertEquals(List.of(told), ids(reader(unit, "xa" + unit)), "unit " + unit);
        }
        for (long unit : List.of(NGHE_AN, VINH_HUNG)) {
            assertEquals(List.of(), ids(reader(unit, "xa" + unit)), "unit " + unit);
            Problem refused =
                    assertThrows(Problem.class, () -> as(reader(unit, "xa" + unit), () -> notices.byId(told)));
            assertEquals(Problem.Kind.NOT_FOUND, refused.kind());
        }
        long all = as(publisher(0), () -> notices.publish(news("Cả nước", 0), List.of()))
                .id();
        assertEquals(List.of(all, told), ids(reader(THANH_SEN, "xa")));
        assertEquals(List.of(all), ids(reader(VINH_HUNG, "xa5")));
    }

    @Test
    void aCommuneTellsOnlyItselfAndTheProvinceCanLook() throws Exception {
        long told = as(publisher(THANH_SEN), () -> notices.publish(news("Họp giao ban", THANH_SEN), List.of()))
                .id();
        assertEquals(List.of(), ids(reader(HA_TINH, "tinh")), "what is told below does not fill the province's list");
        assertEquals(List.of(), ids(reader(HUONG_SON, "xa3")));
        List<Notice> looked = as(
                        reader(HA_TINH, "tinh"),
                        () -> notices.list(new Notices.Query(null, null, false, true, false, null, 50)))
                .notices();
        assertEquals(List.of(told), looked.stream().map(Notice::id).toList());
        Problem upward = assertThrows(
                Problem.class,
                () -> as(publisher(THANH_SEN), () -> notices.publish(news("Lên tỉnh", HA_TINH), List.of())));
        assertEquals(Problem.Kind.FORBIDDEN, upward.kind());
        Problem reading = assertThrows(
                Problem.class,
                () -> as(reader(THANH_SEN, "xa"), () -> notices.publish(news("Không quyền", THANH_SEN), List.of())));
        assertEquals(Problem.Kind.FORBIDDEN, reading.kind());
        assertThrows(
                Problem.class,
                () -> as(publisher(THANH_SEN), () -> {
                    notices.withdraw(
                            as(publisher(HA_TINH), () -> notices.publish(news("Tỉnh", HA_TINH), List.of()))
                                    .id(),
                            "không phải của mình");
                    return null;
                }));
    }

    @Test
    void sisterDepartmentsReadTheirOwnProgram() throws Exception {
        NoticeDraft draft = new NoticeDraft(
                NoticeKind.GUIDE, "Chỉ BTXH", "Nội dung", HA_TINH, "btxh", false, today, null, null, Set.of());
        as(publisher(HA_TINH), () -> notices.publish(draft, List.of()));
        assertEquals(1, ids(of(THANH_SEN, "y-te", Set.of("btxh"))).size());
        assertEquals(0, ids(of(THANH_SEN, "noi-vu", Set.of("nguoi-co-cong"))).size());
    }

    @Test
    void isNewUntilReadAndNewAgainWhenTheTellerSaysSo() throws Exception {
        long first = as(publisher(HA_TINH), () -> notices.publish(news("Một", HA_TINH), List.of()))
                .id();
        as(publisher(HA_TINH), () -> notices.publish(news("Hai", HA_TINH), List.of()));
        Caller reader = reader(THANH_SEN, "xa");
        assertEquals(2, as(reader, notices::unread));
        assertEquals(0, as(publisher(HA_TINH), notices::unread), "who tells has read");
        as(reader, () -> {
            notices.read(first);
            return null;
        });
        assertEquals(1, as(reader, notices::unread));
        assertEquals(2, as(reader(THANH_SEN, "dong-nghiep"), notices::unread), "everybody reads for themselves");
        as(reader, () -> {
            notices.readAll();
            return null;
        });
        assertEquals(0, as(reader, notices::unread));
        today = today.plusDays(1);
        as(
                publisher(HA_TINH),
                () -> notices.change(first, news("Một, đính chính", HA_TINH), List.of(), Set.of(), true));
        assertEquals(1, as(reader, notices::unread));
        assertFalse(as(reader, () -> notices.byId(first)).read());
    }

    @Test
    void isShownFromItsFirstDayToItsLastPinnedFirst() throws Exception {
        NoticeDraft later = new NoticeDraft(
                NoticeKind.NEWS,
                "Tuần sau",
                "x",
                HA_TINH,
                null,
                true,
                today.plusDays(7),
                today.plusDays(8),
                null,
                Set.of());
        long pinned =
                as(publisher(HA_TINH), () -> notices.publish(later, List.of())).id();
        long plain = as(publisher(HA_TINH), () -> notices.publish(news("Hôm nay", HA_TINH), List.of()))
                .id();
        Caller reader = reader(THANH_SEN, "xa");
        assertEquals(List.of(plain), ids(reader));
        assertThrows(Problem.class, () -> as(reader, () -> notices.byId(pinned)));
        today = today.plusDays(7);
        assertEquals(List.of(pinned, plain), ids(reader));
        today = today.plusDays(2);
        assertEquals(List.of(plain), ids(reader));
        assertEquals(
                2,
                as(reader, () -> notices.list(new Notices.Query(null, null, false, false, true, null, 50)))
                        .notices()
                        .size());
        as(publisher(HA_TINH), () -> {
            notices.withdraw(plain, "Đăng nhầm");
            return null;
        });
        assertEquals(List.of(), ids(reader));
        assertThrows(Problem.class, () -> as(reader, () -> notices.byId(plain)));
    }

    @Test
    void aLegalDocumentEndsWhenAnotherTakesItsPlace() throws Exception {
        Notice old = as(publisher(0), () -> notices.publish(law("20/2021/NĐ-CP", "2021-07-01", Set.of()), List.of()));
        Notice young = as(
                publisher(0), () -> notices.publish(law("335/2026/NĐ-CP", "2026-10-05", Set.of(old.id())), List.of()));
        Caller reader = reader(THANH_SEN, "xa");
        Notice seen = as(reader, () -> notices.byId(old.id()));
        assertEquals(Force.ENDED, seen.force(today));
        assertEquals(Force.IN_FORCE, seen.force(LocalDate.of(2026, 10, 4)));
        assertEquals("335/2026/NĐ-CP", seen.replacedBy().get(0).number());
        assertEquals(
                "20/2021/NĐ-CP",
                as(reader, () -> notices.byId(young.id())).replaces().get(0).number());
        List<Notice> found = as(
                        reader,
                        () -> notices.list(
                                new Notices.Query(NoticeKind.LAW, "nd-cp 20/2021", false, false, false, null, 50)))
                .notices();
        assertEquals(List.of(old.id()), found.stream().map(Notice::id).toList());
    }

    @Test
    void pagesFollowEachOther() throws Exception {
        as(publisher(HA_TINH), () -> {
            for (int i = 0; i < 5; i++) {
                notices.publish(news("Tin " + i, HA_TINH), List.of());
            }
            return null;
        });
        Caller reader = reader(THANH_SEN, "xa");
        Notices.Page first =
                as(reader, () -> notices.list(new Notices.Query(null, null, false, false, false, null, 3)));
        Notices.Page second =
                as(reader, () -> notices.list(new Notices.Query(null, null, false, false, false, first.next(), 3)));
        assertEquals(3, first.notices().size());
        assertEquals(
                List.of("Tin 1", "Tin 0"),
                second.notices().stream().map(Notice::title).toList());
        assertEquals(null, second.next());
    }

    @Test
    void filesAreWhatTheirNamesSayAndGoWhereTheNoticeGoes() throws Exception {
        Notice told = as(
                publisher(HA_TINH),
                () -> notices.publish(
                        news("Biểu mẫu", HA_TINH),
                        List.of(new NewFile("C:\\mau\\Tờ khai.pdf", PDF), new NewFile("mau.docx", office(null)))));
        assertEquals(
                List.of("Tờ khai.pdf", "mau.docx"),
                told.files().stream().map(Notice.File::name).toList());
        Notice.File file = told.files().get(0);
        assertEquals("application/pdf", file.mediaType());
        byte[] read = as(reader(THANH_SEN, "xa"), () -> notices.content(told.id(), file.id())).stream()
                .readAllBytes();
        assertArrayEquals(PDF, read);
        assertThrows(Problem.class, () -> as(reader(VINH_HUNG, "xa5"), () -> notices.content(told.id(), file.id())));

        refused("AS-FILE-KIND", new NewFile("chay.exe", PDF));
        refused("AS-FILE-KIND", new NewFile("trang.html", "<script>".getBytes(StandardCharsets.UTF_8)));
        refused("AS-FILE-CONTENT", new NewFile("anh.png", PDF));
        refused("AS-FILE-CONTENT", new NewFile("mau.xlsx", office(null)));
        refused("AS-FILE-ACTS", new NewFile("mau.docx", office("word/vbaProject.bin")));
        refused(
                "AS-FILE-ACTS",
                new NewFile("ma.pdf", "%PDF-1.7 /OpenAction << /S /JavaScript >>".getBytes(StandardCharsets.US_ASCII)));
        refused("AS-FILE-LARGE", new NewFile("to.pdf", new byte[Notices.LARGEST_FILE + 1]));

        Notice changed = as(
                publisher(HA_TINH),
                () -> notices.change(told.id(), news("Biểu mẫu", HA_TINH), List.of(), Set.of(file.id()), false));
        assertEquals(
                List.of("mau.docx"),
                changed.files().stream().map(Notice.File::name).toList());
    }

    private void refused(String code, NewFile file) {
        Problem refused = assertThrows(
                Problem.class,
                () -> as(publisher(HA_TINH), () -> notices.publish(news("Tệp", HA_TINH), List.of(file))));
        assertEquals(code, refused.code());
        assertTrue(refused.getMessage().contains(file.name()), refused.getMessage());
    }

    private static byte[] office(String more) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            if (more != null) {
                zip.putNextEntry(new ZipEntry(more));
            }
        }
        return bytes.toByteArray();
    }

    private NoticeDraft news(String title, long unit) {
        return new NoticeDraft(
                NoticeKind.NEWS, title, "Nội dung", unit, null, false, today.minusDays(1), null, null, Set.of());
    }

    private NoticeDraft law(String number, String from, Set<Long> replaces) {
        LegalDocument law = new LegalDocument(
                number, "Chính phủ", LocalDate.parse(from).minusDays(60), LocalDate.parse(from), null);
        return new NoticeDraft(
                NoticeKind.LAW, "Chính sách trợ giúp xã hội", "", 0, null, false, today, null, law, replaces);
    }

    private List<Long> ids(Caller caller) throws Exception {
        return as(caller, () -> notices.list(new Notices.Query(null, null, false, false, false, null, 50)))
                .notices()
                .stream()
                .map(Notice::id)
                .toList();
    }

    private <T> T as(Caller caller, Callable<T> work) throws Exception {
        return access.callAs(caller, work);
    }

    private static Caller publisher(long unit) {
        return new Caller(
                "dang" + unit, "Người đăng", unit, Set.of(Permissions.NOTICE_READ, Permissions.NOTICE_PUBLISH));
    }

    private static Caller reader(long unit, String account) {
        return new Caller(account, "Người đọc", unit, Set.of(Permissions.NOTICE_READ));
    }

    private static Caller of(long unit, String account, Set<String> programs) {
        return new Caller(account, "Người đọc", unit, Set.of(Permissions.NOTICE_READ), programs, 0, Origin.NONE, 0);
    }
}
