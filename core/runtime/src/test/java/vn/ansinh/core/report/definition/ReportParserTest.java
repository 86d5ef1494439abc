package vn.ansinh.core.report.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportSubmission.Step;
import vn.ansinh.api.unit.AdministrativeUnit.Level;

/** Whoever writes a report learns everything that is wrong, where, and why; at once. */
class ReportParserTest {

    @Test
    void aGoodReportIsRead() {
        ReportReading reading = Packages.good();
        assertEquals(List.of(), reading.faults());
        ReportDefinition definition = reading.definition();
        assertEquals("ha-tinh.nguoi-huong", definition.id());
        assertEquals("Mẫu số 10a", definition.form());
        assertEquals(4, definition.columns().size());
        assertEquals("(Ký, ghi rõ họ tên)", definition.signatories().get(0).instruction());
        List<Step> levels = definition.submission().orElseThrow().levels();
        assertEquals(Level.COMMUNE, levels.get(0).level(), "the lowest first, however the file has it");
        assertEquals(LocalTime.of(17, 0), levels.get(0).rule().time());
        assertEquals(10, levels.get(1).rule().day());
    }

    @Test
    void everyMistakeIsToldAtOnce() {
        String yaml = Packages.YAML
                .replace("bao-cao: ha-tinh.nguoi-huong", "bao-cao: Người hưởng")
                .replace("muc: Thống kê", "much: Thống kê")
                .replace("kieu: tien", "kieu: dong")
                .replace("theo: unit_name", "theo: xa");
        ReportReading reading = Packages.reading(yaml.getBytes(StandardCharsets.UTF_8), Packages.SQL);
        List<String> faults = reading.faults().stream().map(Object::toString).toList();
        assertNull(reading.definition());
        assertEquals(5, faults.size(), faults.toString());
        assertTold(faults.get(0), "report.yaml, dòng 1, cột 1:", "«bao-cao: Người hưởng» phải là mã");
        assertTold(faults.get(1), "dòng 1, cột 1:", "Thiếu «muc»");
        assertTold(faults.get(2), "dòng 5,", "Không có khóa «much»");
        assertTold(faults.get(3), "dòng 14,", "phải là một trong: chu, tien, so, ngay, thang, thu-tu");
        assertTold(faults.get(4), "dòng 15,", "Không có cột «xa»");
    }

    @Test
    void whatDoesNotGoTogetherIsTold() {
        assertFault("tieu-de: Xã, kieu: chu", "tieu-de: Xã, kieu: chu, tong: true", "Chỉ cột tiền (tien) và số (so)");
        assertFault("{ten: people,", "{ten: unit_name,", "Cột «unit_name» ghi hai lần");
        assertFault("{ten: ky,", "{ten: don_vi,", "Tham số «don_vi» ghi hai lần");
        assertFault("kieu: chu, rong: 30", "kieu: chu, rong: 30, rieng-tu: nhay-cam", "«nhay-cam: true»");
        assertFault("kieu: chu, rong: 30", "kieu: chu, rong: 30, rieng-tu: ca-nhan", "chỉ gồm số tổng hợp");
        assertFault("kieu: chu, rong: 30", "kieu: chu, rong: 30, mo: nguoi", "đi cùng nhau");
        assertFault("kieu: chu, rong: 30", "kieu: chu, rong: 300", "từ 1 đến 120");
        assertFault("bieu-do:", "nhom: [stt]\nbieu-do:", "Cột «stt» không dùng được ở đây");
        assertFault("cot: [amount]}", "cot: [unit_name]}", "không dùng được ở đây");
        assertFault("kieu: thang, mac-dinh: ky-nay", "kieu: thang, mac-dinh: 11/2026", "tháng như 2026-07");
        assertFault("kieu: thang, mac-dinh: ky-nay", "kieu: danh-muc", "mã danh mục");
        assertFault("quyen: payroll.read", "quyen: payroll.read\nnhay-cam: true", "không gửi lên");
        assertFault(
                "han: {ky: thang, thang: 1, ngay: 10}", "han: {ky: nua-nam, thang: 5, ngay: 10}", "«ky» phải như nhau");
        assertFault("{cap: xa,", "{cap: tinh,", "Mỗi cấp chỉ có một hạn");
        assertFault("ngay: 10}", "ngay: 40}", "«ngay» 1–31");
        assertFault("kieu: don-vi, mac-dinh: cua-toi", "kieu: so", "tham số bắt buộc kiểu don-vi");
    }

    @Test
    void queryAndParametersGoTogether() {
        byte[] yaml = Packages.YAML.getBytes(StandardCharsets.UTF_8);
        assertTold(
                Packages.reading(yaml, Packages.SQL.replace(":ky", "date '2026-11-01'"))
                        .faults()
                        .toString(),
                "report.yaml, dòng 9, cột",
                "không dùng tham số «ky»");
        assertTold(
                Packages.reading(yaml, Packages.SQL.replace(":ky", ":thang"))
                        .faults()
                        .toString(),
                "«:thang»",
                "«ky»");
        assertTold(
                Packages.reading(yaml, Packages.SQL + ";\ndelete from ansinh.person")
                        .faults()
                        .toString(),
                "query.sql, dòng 8, cột 1: Có hai câu lệnh");
        assertTold(Packages.reading(yaml, "").faults().toString(), "query.sql, dòng 1, cột 1: Truy vấn để trống");
    }

    @Test
    void bombsOfYamlAreHarmless() {
        String laughs = "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
                + "c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c, *c, *c, *c]\n";
        assertOnly(laughs, "Không dùng neo (&) và tham chiếu (*)");
        assertOnly("a: &a {b: *a}\n", "Không dùng neo");
        assertOnly("a: " + "[".repeat(100_000), "quá sâu");
        assertOnly("a: " + "{b: ".repeat(60_000), "quá sâu");
        assertOnly("x".repeat(ReportPackage.LARGEST_TEXT + 1), "lớn hơn 256 KiB");
        assertOnly("a: !!javax.script.ScriptEngineManager [x]\n", "Không có khóa «a»");
        assertOnly("", "Tệp rỗng");
        assertOnly("a: [", "Không đúng cú pháp YAML");
    }

    @Test
    void textIsUnicode() {
        byte[] marked = ("\uFEFF" + Packages.YAML).getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of(), Packages.reading(marked, Packages.SQL).faults(), "Notepad's mark does no harm");
        assertTold(
                Packages.reading(Packages.YAML.getBytes(StandardCharsets.UTF_16), Packages.SQL)
                        .faults()
                        .toString(),
                "không phải chữ mã UTF-8");
    }

    private static void assertFault(String from, String to, String expected) {
        ReportReading reading = Packages.reading(from, to);
        assertTold(reading.faults().toString(), expected);
        assertNull(reading.definition());
    }

    private static void assertOnly(String yaml, String expected) {
        ReportReading reading = Packages.reading(yaml.getBytes(StandardCharsets.UTF_8), Packages.SQL);
        assertTold(reading.faults().toString(), expected);
        assertNull(reading.definition());
    }

    private static void assertTold(String told, String... expected) {
        for (String each : expected) {
            assertTrue(told.contains(each), each + " in " + told);
        }
    }
}
