package vn.ansinh.core.benefit.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.core.SmallCountry.HA_TINH;
import static vn.ansinh.core.SmallCountry.HUONG_SON;
import static vn.ansinh.core.SmallCountry.THANH_SEN;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.benefit.Payroll;
import vn.ansinh.api.benefit.PayrollLine;
import vn.ansinh.api.benefit.PayrollState;
import vn.ansinh.api.benefit.Payrolls;
import vn.ansinh.api.benefit.Payrolls.BenefitTotal;
import vn.ansinh.api.benefit.Payrolls.LinePage;
import vn.ansinh.api.benefit.Payrolls.LineQuery;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.job.JobContext;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.Cadence;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.sheet.Spreadsheets.SheetRow;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.paper.PdfOfficePaper;
import vn.ansinh.core.sheet.ExcelSpreadsheets;

/** A month's list on its way out of the office. */
class PayrollExportTest {

    private static final FactKey HARMLESS =
            new FactKey("khuyet-tat.muc-do", "Mức độ khuyết tật", FactKey.Type.TEXT, Map.of(), false, false);

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private final SmallCountry country = new SmallCountry();
    private final List<Payroll> lists = new ArrayList<>();
    private final Map<Long, List<PayrollLine>> lines = new HashMap<>();
    private final Map<String, String> result = new HashMap<>();

    @TempDir
    Path folder;

    private Caller reader = reader("payroll.read", "person.number");

    @Test
    void whoDoesNotNeedNumbersGetsAccountsMasked() throws IOException {
        twoCommunes(PayrollState.DRAFT, true);
        reader = reader("payroll.read");
        assertEquals("012••••••••123 Agribank", sheet(HA_TINH).get(5).get(12));
    }

    @Test
    void aProvincesDraftAsExcelIsMarkedOrderedByCommuneAndSummedUp() throws IOException {
        twoCommunes(PayrollState.DRAFT, true);
        lines.put(HUONG_SON, List.of(line(3, HUONG_SON, "Lê Văn Chín", null, "BT6", NOVEMBER, 810_000, 0, CASH)));

        List<List<String>> rows = sheet(HA_TINH);
        assertEquals("Ủy ban nhân dân tỉnh Hà Tĩnh", rows.get(0).get(0));
        assertEquals("DANH SÁCH CHI TRẢ TRỢ CẤP HẰNG THÁNG", rows.get(1).get(0));
        assertEquals("Kỳ chi trả tháng 11/2026 – Tỉnh Hà Tĩnh", rows.get(2).get(0));
        assertEquals(
                "DỰ THẢO · TẠM TÍNH – có mức chưa đối chiếu Công báo",
                rows.get(3).get(0));
        assertEquals(
                List.of(
                        "1",
                        "Nguyễn Thị Ẩn",
                        "10/03/1943",
                        "042••••••410",
                        "Tổ 1, Phường Thành Sen",
                        "Khuyết tật nặng, người cao tuổi",
                        "11/2026",
                        "540000",
                        "1.5",
                        "1",
                        "810000",
                        "Ngân hàng",
                        "01234567890123 Agribank",
                        "",
                        "Điều 4; Điểm e khoản 1 Điều 6"),
                rows.get(5));
        assertEquals("truy lĩnh phần còn thiếu, đã chi 750.000", rows.get(6).get(15));
        assertEquals("60000", rows.get(6).get(10));
        assertEquals("Trần Văn Bình (nhận thay)", rows.get(6).get(13));
        assertEquals("Xã Hương Sơn", rows.get(7).get(4));
        assertEquals("Tổng cộng: 2 người", rows.get(8).get(1));
        assertEquals("1680000", rows.get(8).get(10));
        assertEquals(
                "Bằng chữ: Một triệu sáu trăm tám mươi nghìn đồng.", rows.get(9).get(0));
        assertEquals("Căn cứ: Điều 4; Điểm e khoản 1 Điều 6.", rows.get(10).get(0));
        assertEquals(
                "Người xuất danh sách: Nguyễn Thị Lan – UBND phường Thành Sen.",
                rows.get(rows.size() - 1).get(0),
                "the person and the unit behind whose account they work");
        assertEquals(Map.of("lines", "3", "total", "1680000"), result);
    }

    @Test
    void aBenefitThatRevealsAnIllnessIsNamedNeutrallyAndItsClauseNowhere() throws IOException {
        twoCommunes(PayrollState.CLOSED, false);

        lines.put(
                HUONG_SON,
                List.of(
                        lines.get(HUONG_SON).get(0),
                        line(4, HUONG_SON, "Lê Văn Mười", null, "BT6", NOVEMBER, 810_000, 0, CASH)));

        List<List<String>> rows = sheet(HUONG_SON);
        assertEquals("Trợ giúp xã hội hằng tháng", rows.get(4).get(5));
        assertEquals("Điều 4", rows.get(4).get(14));
        assertEquals(
                "Trợ giúp xã hội hằng tháng", rows.get(5).get(5), "one neutral name alone would point at its bearer");
        assertFalse(rows.toString().contains("khoản 8"), rows.toString());
        assertFalse(rows.toString().contains("DỰ THẢO"));
    }

    @Test
    void aCommunesListAsPaperCarriesItsMarkSumAndSources() throws IOException {
        twoCommunes(PayrollState.DRAFT, true);

        String text;
        Path file = run(THANH_SEN, "pdf");
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(file))) {
            text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
        assertTrue(text.contains("ỦY BAN NHÂN DÂN PHƯỜNG THÀNH SEN"), text);
        assertTrue(text.contains("Thành Sen, ngày 22 tháng 11 năm 2026"), text);
        assertTrue(text.contains("DỰ THẢO · TẠM TÍNH – có mức chưa đối chiếu Công báo"), text);
        assertTrue(text.contains("Tổng cộng: 1 người"), text);
        assertTrue(text.contains("870.000"), text);
        assertTrue(text.contains("Bằng chữ: Tám trăm bảy mươi nghìn đồng."), text);
        assertTrue(text.contains("Căn cứ: Điều 4; Điểm e khoản 1 Điều 6."), text);
        assertTrue(text.contains("Tính theo gói chính sách: btxh-toan-quoc bản 1."), text);
        assertFalse(text.contains("042143004410"), "numbers are masked");
    }

    @Test
    void whatCannotBeExportedIsTold() {
        assertEquals(
                "AS-EXPORT-EMPTY",
                assertThrows(Problem.class, () -> run(HA_TINH, "xlsx")).code());
        twoCommunes(PayrollState.DRAFT, false);
        assertEquals(
                "AS-EXPORT-FORMAT",
                assertThrows(Problem.class, () -> run(HA_TINH, "docx")).code());
    }

    private static final PaymentDetails CASH = new PaymentDetails("TM-NHA", null, null, null, null, PayeeRole.SELF);

    private void twoCommunes(PayrollState state, boolean provisional) {
        PaymentDetails bank = new PaymentDetails("TKNH", "01234567890123", "Agribank", null, null, PayeeRole.SELF);
        PaymentDetails collector = new PaymentDetails("TM-NHA", null, null, "Trần Văn Bình", null, PayeeRole.COLLECTOR);
        lists.add(payroll(1, THANH_SEN, state, provisional));
        lists.add(payroll(2, HUONG_SON, state, false));
        lines.put(
                THANH_SEN,
                List.of(
                        line(1, THANH_SEN, "Nguyễn Thị Ẩn", "Tổ 1", "BT6", NOVEMBER, 810_000, 0, bank),
                        line(
                                2,
                                THANH_SEN,
                                "Nguyễn Thị Ẩn",
                                "Tổ 1",
                                "BT6",
                                NOVEMBER.minusMonths(2),
                                810_000,
                                750_000,
                                collector)));
        lines.put(HUONG_SON, List.of(line(3, HUONG_SON, "Lê Văn Chín", null, "BT8", NOVEMBER, 810_000, 0, bank)));
    }

    private static Payroll payroll(long id, long unit, PayrollState state, boolean provisional) {
        return new Payroll(
                id,
                "btxh",
                NOVEMBER,
                unit,
                state,
                7,
                1,
                LocalDate.of(2026, 11, 22),
                1,
                2,
                0,
                0,
                provisional,
                Instant.EPOCH,
                null,
                null);
    }

    private static PayrollLine line(
            long id,
            long unit,
            String name,
            String address,
            String benefit,
            YearMonth period,
            long due,
            long paid,
            PaymentDetails payment) {
        boolean disabled = benefit.equals("BT6");
        return new PayrollLine(
                id,
                unit,
                id,
                id,
                name,
                "10/03/1943",
                "042143004410",
                address,
                unit,
                benefit,
                benefit + "-1",
                disabled ? "Khuyết tật nặng, người cao tuổi" : "Người hộ nghèo thuộc khoản 8",
                period,
                1,
                540_000,
                new BigDecimal("1.5000"),
                1,
                due,
                paid,
                due - paid,
                "Điều 4",
                disabled ? "Điểm e khoản 1 Điều 6" : "Điều 5 khoản 8",
                "btxh-toan-quoc bản 1",
                "btxh-toan-quoc bản 1",
                "btxh-toan-quoc bản 1",
                null,
                false,
                payment);
    }

    private List<List<String>> sheet(long unit) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        new ExcelSpreadsheets().read(run(unit, "xlsx"), (SheetRow row) -> {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < Math.max(row.cells().size(), 16); i++) {
                cells.add(row.cell(i).text());
            }
            if (cells.get(15).isEmpty()) {
                cells.remove(15);
            }
            rows.add(cells);
        });
        return rows;
    }

    private static Caller reader(String... permissions) {
        return new Caller("lan", "Nguyễn Thị Lan – UBND phường Thành Sen", 0, Set.of(permissions));
    }

    private Path run(long unit, String format) throws IOException {
        Path file = folder.resolve("out." + format);
        Map<String, String> parameters =
                Map.of("program", "btxh", "unit", Long.toString(unit), "month", "2026-11", "format", format);
        Access access = country.access();
        PayrollExport export = new PayrollExport(
                payrolls(),
                policies(),
                stub(Facts.class, Map.of("key", Optional.of(HARMLESS))),
                codeLists(),
                country.units(),
                new ExcelSpreadsheets(),
                new PdfOfficePaper(),
                () -> Instant.parse("2026-11-21T20:00:00Z"),
                access);
        try (Access.Binding ignored = access.bind(reader)) {
            export.run(job(parameters, file));
        }
        return file;
    }

    private Payrolls payrolls() {
        return (Payrolls) proxy(Payrolls.class, (method, arguments) -> switch (method) {
            case "payrolls" ->
                lists.stream()
                        .filter(list -> country.units().isWithin(list.unitId(), (Long) arguments[1]))
                        .toList();
            case "lines" -> page((LineQuery) arguments[0]);
            case "byBenefit" -> benefits((Long) arguments[1]);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private List<BenefitTotal> benefits(long unit) {
        return lines.entrySet().stream()
                .filter(list -> country.units().isWithin(list.getKey(), unit))
                .flatMap(list -> list.getValue().stream())
                .map(PayrollLine::benefit)
                .distinct()
                .map(code -> new BenefitTotal(code, code, 1, 1))
                .toList();
    }

    /** One line a page. */
    private LinePage page(LineQuery query) {
        List<PayrollLine> all = lines.get(query.unitId());
        int at = query.cursor() == null ? 0 : Integer.parseInt(query.cursor());
        return new LinePage(List.of(all.get(at)), at + 1 < all.size() ? Integer.toString(at + 1) : null);
    }

    private static Policies policies() {
        return (Policies) proxy(
                Policies.class,
                (method, arguments) -> Optional.of(new Benefit(
                        (String) arguments[0],
                        "btxh",
                        "Tên",
                        List.of("TCXH"),
                        "Điều 5",
                        arguments[0].equals("BT8"),
                        List.of("muc-do"),
                        Cadence.MONTH,
                        null)));
    }

    private static CodeLists codeLists() {
        return (CodeLists) proxy(
                CodeLists.class,
                (method, arguments) -> arguments[1].equals("TKNH")
                        ? Optional.of(new CodeLists.Entry("TKNH", "Ngân hàng", List.of()))
                        : Optional.empty());
    }

    private JobContext job(Map<String, String> parameters, Path file) {
        return (JobContext) proxy(JobContext.class, (method, arguments) -> switch (method) {
            case "parameter" -> parameters.get(arguments[0]);
            case "output" -> Files.newOutputStream(file);
            case "result" -> result.put((String) arguments[0], (String) arguments[1]);
            default -> null;
        });
    }

    private interface Answer {
        Object to(String method, Object[] arguments) throws Exception;
    }

    private static Object proxy(Class<?> type, Answer answer) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            Object value = answer.to(method.getName(), arguments);
            return method.getReturnType() == void.class ? null : value;
        });
    }

    private static <T> T stub(Class<T> type, Map<String, Object> answers) {
        return type.cast(proxy(type, (method, arguments) -> answers.get(method)));
    }
}
