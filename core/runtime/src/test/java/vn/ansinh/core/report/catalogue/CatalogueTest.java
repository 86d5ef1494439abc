package vn.ansinh.core.report.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Origin;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.job.JobCancelledException;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportColumn.Opens;
import vn.ansinh.api.report.ReportColumn.Privacy;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportFormat;
import vn.ansinh.api.report.ReportParameter;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.api.report.Reports;
import vn.ansinh.api.report.Reports.Preview;
import vn.ansinh.api.report.Reports.Use;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.core.audit.StoredAudit;
import vn.ansinh.core.codelist.CoreCodeLists;
import vn.ansinh.core.report.definition.KnownReport;
import vn.ansinh.core.report.definition.ReportLibrary;
import vn.ansinh.core.report.query.ReportRunner;
import vn.ansinh.core.report.render.CsvReport;
import vn.ansinh.core.report.render.ReportContent;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.testkit.DeskClock;
import vn.ansinh.testkit.TestDatabase;
import vn.ansinh.testkit.TriedJob;

/** An official of a commune finds, fills in, looks at and takes away a list; what they did is remembered, by them and by the audit. */
class CatalogueTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final String LIST = "btxh.so-tro-cap";
    private static final Instant AS_OF = Instant.parse("2026-11-22T02:15:00Z");

    private final SmallCountry country = new SmallCountry();
    private final ThreadAccess access = country.access();
    private LocalDate today = LocalDate.of(2026, 11, 22);
    private StoredReports reports;

    @BeforeEach
    void begin() throws SQLException {
        country.store(DATABASE.transactions());
        try (Connection owner = DATABASE.owner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "truncate ansinh.report_use, ansinh.report_saved, ansinh.report_choice, ansinh.report_favourite;"
                            + " alter table ansinh.audit_entry disable trigger all; delete from ansinh.audit_entry;"
                            + " alter table ansinh.audit_entry enable trigger all");
        }
        var scoped = DATABASE.scopedBy(access);
        reports = new StoredReports(
                shelf(List.of(
                        report(LIST, "btxh", false),
                        report("btxh.hiv", "btxh", true),
                        report("covid.qua", "covid", false))),
                new ThreePeople(),
                List.of(new CsvReport()),
                scoped,
                access,
                country.units(),
                CoreCodeLists.read(),
                new StoredAudit(scoped, InstantSource.system(), () -> Optional.of(access), null, List.of()),
                new DeskClock(() -> today));
    }

    @Test
    void everybodyFindsTheReportsTheyMayRun() {
        assertEquals(List.of(LIST), ids(official("xa", SmallCountry.THANH_SEN)));
        assertEquals(
                List.of("btxh.hiv", LIST),
                ids(official("xa.hiv", SmallCountry.THANH_SEN, Permissions.REPORT_SENSITIVE)));
        Problem refused = assertThrows(
                Problem.class,
                () -> as(official("xa", SmallCountry.THANH_SEN), () -> reports.preview("btxh.hiv", month(11), 10)));
        assertEquals(Problem.Kind.FORBIDDEN, refused.kind());
        Problem gone = assertThrows(
                Problem.class, () -> as(official("xa", SmallCountry.THANH_SEN), () -> reports.initial("btxh.da-go")));
        assertEquals(Problem.Kind.NOT_FOUND, gone.kind());
    }

    @Test
    void whatWasChosenIsThereAgainButTheMonthMovesOnWithTime() {
        Caller xa = official("xa", SmallCountry.THANH_SEN);
        Map<String, String> first = Map.of("don_vi", "2", "ky", "2026-11");
        assertEquals(first, as(xa, () -> reports.initial(LIST)));
        as(xa, () -> reports.preview(LIST, Map.of("don_vi", "2", "ky", "2026-11", "dan_toc", "01"), 10));
        today = LocalDate.of(2026, 12, 3);
        assertEquals(Map.of("don_vi", "2", "ky", "2026-12", "dan_toc", "01"), as(xa, () -> reports.initial(LIST)));
        as(xa, () -> reports.preview(LIST, month(10), 10));
        assertEquals(Map.of("don_vi", "2", "ky", "2026-10"), as(xa, () -> reports.initial(LIST)));
        // whoever is moved elsewhere keeps nothing that is out of reach
        assertEquals(
                "3",
                as(official("xa", SmallCountry.HUONG_SON), () -> reports.initial(LIST))
                        .get("don_vi"));
    }

    @Test
    void choicesAreKeptUnderANameForOneself() {
        Caller xa = official("xa", SmallCountry.THANH_SEN);
        as(xa, () -> {
            reports.save(LIST, "  Tháng 11,  người Kinh ", Map.of("don_vi", "2", "ky", "2026-11", "dan_toc", "01"));
            reports.save(LIST, "Tháng 10", month(10));
            reports.save(LIST, "Tháng 10", month(11));
            return null;
        });
        assertEquals(
                List.of(
                        new Reports.Saved("Tháng 10", month(11)),
                        new Reports.Saved(
                                "Tháng 11, người Kinh", Map.of("don_vi", "2", "ky", "2026-11", "dan_toc", "01"))),
                as(xa, () -> reports.saved(LIST)));
        assertEquals(List.of(), as(official("xa2", SmallCountry.THANH_SEN), () -> reports.saved(LIST)));
        as(official("xa2", SmallCountry.THANH_SEN), () -> {
            reports.forget(LIST, "Tháng 10");
            return null;
        });
        assertEquals(2, as(xa, () -> reports.saved(LIST)).size());
        as(xa, () -> {
            reports.forget(LIST, "Tháng 10");
            return null;
        });
        assertEquals(1, as(xa, () -> reports.saved(LIST)).size());
        assertThrows(
                Problem.class,
                () -> as(xa, () -> {
                    reports.save(LIST, " ", month(10));
                    return null;
                }));
        assertThrows(
                Problem.class,
                () -> as(xa, () -> {
                    reports.save(LIST, "Nơi khác", Map.of("don_vi", "3", "ky", "2026-10"));
                    return null;
                }));
    }

    @Test
    void whatIsWrongIsNamed() {
        Caller xa = official("xa", SmallCountry.THANH_SEN);
        assertEquals(
                "Chưa chọn «Kỳ».",
                assertThrows(Problem.class, () -> as(xa, () -> reports.preview(LIST, Map.of("don_vi", "2"), 10)))
                        .getMessage());
        for (Map<String, String> wrong : List.of(
                Map.of("don_vi", "2", "ky", "13/2026"),
                Map.of("don_vi", "2", "ky", "2026-11", "dan_toc", "khong-co"),
                Map.of("don_vi", "2", "ky", "2026-11", "la", "1"),
                Map.of("don_vi", "999", "ky", "2026-11"))) {
            assertEquals(
                    Problem.Kind.INVALID,
                    assertThrows(Problem.class, () -> as(xa, () -> reports.preview(LIST, wrong, 10)), wrong::toString)
                            .kind());
        }
        assertEquals(
                Problem.Kind.FORBIDDEN,
                assertThrows(
                                Problem.class,
                                () -> as(xa, () -> reports.preview(LIST, Map.of("don_vi", "3", "ky", "2026-11"), 10)))
                        .kind());
    }

    @Test
    void aLookIsShownRememberedAndTold() {
        Caller xa = official("xa", SmallCountry.THANH_SEN);
        Preview preview = as(xa, () -> reports.preview(LIST, month(11), 2));
        assertEquals(List.of("Đơn vị: Phường Thành Sen, Tỉnh Hà Tĩnh", "Kỳ: 11/2026"), preview.subtitles());
        assertEquals(3, preview.count());
        assertEquals(
                "GROUP DETAIL DETAIL TOTAL",
                String.join(
                        " ",
                        preview.rows().stream().map(row -> row.kind().name()).toList()));
        assertEquals(
                List.of("LIST person Báo cáo «Sổ trợ cấp» (btxh.so-tro-cap 1.0) · Kỳ: 11/2026 · 3 dòng · unit:2 {7,8}"),
                audited());

        assertEquals(1, as(xa, () -> reports.history(LIST, 10)).size());
        assertEquals(List.of(), as(official("khac", SmallCountry.THANH_SEN), () -> reports.history(LIST, 10)));
        Caller chief = official("chu-tich", SmallCountry.HA_TINH, Permissions.AUDIT_READ);
        Use use = as(chief, () -> reports.history(LIST, 10)).get(0);
        assertEquals("xa 3 null", use.account() + " " + use.rows() + " " + use.format());
        assertEquals(AS_OF, use.asOf());
        Caller elsewhere = official("nghe-an", SmallCountry.NGHE_AN, Permissions.AUDIT_READ);
        assertEquals(List.of(), as(elsewhere, () -> reports.history(LIST, 10)));

        as(xa, () -> {
            reports.favour(LIST, true);
            return null;
        });
        assertEquals(Set.of(LIST), as(xa, reports::favourites));
        assertEquals(Set.of(), as(chief, reports::favourites));
    }

    @Test
    void aFileIsWrittenByAJobWhichCanBeStopped() throws Exception {
        Caller xa = official("xa", SmallCountry.THANH_SEN);
        Map<String, String> asked = Map.of(Reports.REPORT, LIST, Reports.FORMAT, "CSV", "don_vi", "2", "ky", "2026-11");
        TriedJob job = new TriedJob(asked);
        as(xa, () -> {
            new ReportWriting(reports).run(job);
            return null;
        });
        assertTrue(new String(job.written(), StandardCharsets.UTF_8).contains("Nguyễn Văn Ba"));
        assertEquals("3", job.results().get("rows"));
        assertEquals(
                "so-tro-cap_2026-11_phuong-thanh-sen.csv",
                as(xa, () -> reports.fileName(LIST, month(11), ReportFormat.CSV)));
        Use use = as(xa, () -> reports.history(LIST, 10)).get(0);
        assertEquals(ReportFormat.CSV + " " + job.id(), use.format() + " " + use.job());
        assertTrue(audited().get(0).startsWith("EXPORT person"), audited()::toString);
        assertTrue(audited().get(0).endsWith("{7,8,9}"), audited()::toString);

        begin();
        assertThrows(
                JobCancelledException.class,
                () -> as(
                        xa,
                        () -> reports.write(LIST, month(11), ReportFormat.CSV, new ByteArrayOutputStream(), 1, rows -> {
                            throw new JobCancelledException();
                        })));
        assertEquals(List.of(), as(xa, () -> reports.history(LIST, 10)));
        assertTrue(audited().get(0).endsWith("{7}"), "who was read before the end is told");
        assertThrows(
                Problem.class,
                () -> as(xa, () -> reports.write(LIST, month(11), ReportFormat.PDF, new ByteArrayOutputStream())));
    }

    private static Map<String, String> month(int month) {
        return Map.of("don_vi", "2", "ky", "2026-" + month);
    }

    private List<String> ids(Caller caller) {
        return as(caller, reports::catalogue).stream().map(ReportDefinition::id).toList();
    }

    private static List<String> audited() {
        return DATABASE.transactions()
                .call(connection -> Rows.list(
                        connection,
                        "select act, subject_kind, query, ids::text from ansinh.audit_entry order by id",
                        select -> {},
                        row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " "
                                + row.getString(4)));
    }

    private static Caller official(String account, long unit, String... more) {
        Set<String> permissions = new java.util.HashSet<>(Arrays.asList(more));
        permissions.addAll(Set.of(Permissions.REPORT_READ, Permissions.ENTITLEMENT_READ));
        return new Caller(account, "Cán bộ " + account, unit, permissions, Set.of("btxh"), 0, Origin.NONE, 0);
    }

    private <T> T as(Caller caller, Callable<T> work) {
        try {
            return access.callAs(caller, work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static KnownReport report(String id, String program, boolean sensitive) {
        ReportDefinition definition = new ReportDefinition(
                id,
                "1.0",
                sensitive ? "Danh sách nhạy cảm" : "Sổ trợ cấp",
                "Ai đang hưởng gì.",
                program,
                "Sổ và danh sách",
                null,
                false,
                Permissions.ENTITLEMENT_READ,
                sensitive,
                List.of(
                        new ReportParameter("don_vi", "Đơn vị", ReportParameter.Kind.UNIT, "cua-toi", true, null),
                        new ReportParameter("ky", "Kỳ", ReportParameter.Kind.MONTH, "ky-nay", true, null),
                        new ReportParameter("dan_toc", "Dân tộc", ReportParameter.Kind.CODE, null, false, "dan-toc")),
                List.of(
                        new ReportColumn(
                                "full_name",
                                "Họ và tên",
                                null,
                                ReportColumn.Type.TEXT,
                                28,
                                Privacy.PERSONAL,
                                false,
                                Opens.PERSON,
                                "person_id"),
                        new ReportColumn(
                                "amount",
                                "Số tiền",
                                null,
                                ReportColumn.Type.MONEY,
                                16,
                                Privacy.PUBLIC,
                                true,
                                Opens.NOTHING,
                                null)),
                List.of(),
                List.of(),
                false,
                null,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
        return new KnownReport(definition, new KnownReport.Source.Query("select 1", false), Map.of(), "thu.zip");
    }

    /** Reports on a shelf that does not change. */
    private static ReportLibrary shelf(List<KnownReport> all) {
        return (ReportLibrary) Proxy.newProxyInstance(
                ReportLibrary.class.getClassLoader(),
                new Class<?>[] {ReportLibrary.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "all" -> all;
                    case "byId" ->
                        all.stream()
                                .filter(known -> known.definition().id().equals(arguments[0]))
                                .findFirst();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    /** Always the same three people in one group. */
    private static final class ThreePeople implements ReportRunner {

        private static final List<String> NAMES = List.of("Nguyễn Văn Ba", "Trần Thị Tư", "Lê Năm");

        @Override
        public <T> T read(KnownReport report, Map<String, Object> values, Work<T> work) {
            try {
                return work.with(new Reading() {
                    @Override
                    public Instant asOf() {
                        return AS_OF;
                    }

                    @Override
                    public long rows(long shown, ReportContent.RowConsumer to) throws Exception {
                        to.row(new ReportRow(ReportRow.Kind.GROUP, Arrays.asList("Thôn 1", null), Map.of()));
                        for (int i = 0; i < NAMES.size() && i < shown; i++) {
                            to.row(new ReportRow(
                                    ReportRow.Kind.DETAIL,
                                    List.of(NAMES.get(i), 500_000L),
                                    Map.of("person_id", 7L + i)));
                        }
                        to.row(new ReportRow(ReportRow.Kind.TOTAL, Arrays.asList("Tổng cộng", 1_500_000L), Map.of()));
                        return NAMES.size();
                    }
                });
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public List<String> faults(ReportDefinition definition, KnownReport.Source.Query query) {
            return List.of();
        }
    }
}
