package vn.ansinh.core.report.definition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Reports as an integrator would write them. */
final class Packages {

    static final String YAML = """
            bao-cao: ha-tinh.nguoi-huong
            phien-ban: "1.0"
            ten: Người đang hưởng theo xã
            mo-ta: Mỗi xã bao nhiêu người, bao nhiêu tiền.
            muc: Thống kê
            quyen: payroll.read
            tham-so:
              - {ten: don_vi, nhan: Đơn vị, kieu: don-vi, mac-dinh: cua-toi}
              - {ten: ky, nhan: Kỳ, kieu: thang, mac-dinh: ky-nay}
            cot:
              - {ten: stt, tieu-de: STT, kieu: thu-tu, rong: 6}
              - {ten: unit_name, tieu-de: Xã, kieu: chu, rong: 30}
              - {ten: people, tieu-de: Số người, kieu: so, tong: true}
              - {ten: amount, tieu-de: Số tiền, kieu: tien, rong: 16, tong: true}
            bieu-do: [{ten: Tiền theo xã, kieu: cot, theo: unit_name, cot: [amount]}]
            giay:
              ngang: true
              mau-so: Mẫu số 10a
              nguoi-ky: [{chuc-danh: NGƯỜI LẬP BIỂU}]
              noi-nhan: [Như trên, Lưu VT]
            gui:
              - {cap: tinh, han: {ky: thang, thang: 1, ngay: 10}, can-cu: Điều 6}
              - {cap: xa, han: {ky: thang, thang: 1, ngay-lam-viec: 3, gio: "17:00"}}
            """;

    static final String SQL = """
            select u.name as unit_name, count(distinct l.person_id) as people, sum(l.amount) as amount
              from published.payroll_line_v1 l
              join published.unit_v1 u on u.unit_id = l.unit_id
             where l.month = :ky
               and l.unit_id in (select t.unit_id from published.unit_tree_v1 t where t.ancestor_id = :don_vi)
             group by u.name
             order by u.name
            """;

    private Packages() {}

    /** The good one, with something else in its YAML. */
    static ReportReading reading(String from, String to) {
        if (!YAML.contains(from)) {
            throw new IllegalArgumentException(from);
        }
        return reading(YAML.replace(from, to).getBytes(StandardCharsets.UTF_8), SQL);
    }

    static ReportReading reading(byte[] yaml, String sql) {
        return ReportParser.read(new ReportPackage(
                Map.of("report.yaml", yaml, "query.sql", sql.getBytes(StandardCharsets.UTF_8)), List.of()));
    }

    static ReportReading good() {
        return reading(YAML.getBytes(StandardCharsets.UTF_8), SQL);
    }

    /** An archive with these files. */
    static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The good one's two files below a folder (blank for none), and some more. */
    static Map<String, byte[]> files(String folder) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(folder + "report.yaml", YAML.getBytes(StandardCharsets.UTF_8));
        files.put(folder + "query.sql", SQL.getBytes(StandardCharsets.UTF_8));
        return files;
    }
}
