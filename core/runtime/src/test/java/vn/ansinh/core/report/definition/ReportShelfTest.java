package vn.ansinh.core.report.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.Reports.Door;
import vn.ansinh.api.report.Reports.ReportFile;
import vn.ansinh.core.extender.Fault;
import vn.ansinh.core.report.definition.KnownReport.Source.Query;

/** Reports come and go; who follows is told each time. */
class ReportShelfTest {

    private final Map<String, Set<String>> programs = new HashMap<>();
    private final Set<String> lists = new HashSet<>();
    private final ReportShelf shelf = new ReportShelf(new World() {
        @Override
        public Optional<Set<String>> permissions(String program) {
            return program == null ? Optional.of(Set.of("payroll.read")) : Optional.ofNullable(programs.get(program));
        }

        @Override
        public List<Fault> unfit(ReportDefinition definition, Query query) {
            if (away) {
                throw new IllegalStateException("the database is away");
            }
            return List.of();
        }

        @Override
        public boolean knows(String codeList) {
            return lists.contains(codeList);
        }
    });
    private boolean away;
    private int told;

    @Test
    void ofTwoWithOneIdTheFirstCountsUntilItGoes() {
        shelf.follow(() -> told++);
        shelf.offer("1", "deploy/mot.report.zip", Door.DROPPED, Packages.good());
        assertEquals(1, told);
        shelf.offer("2", "deploy/hai.report.zip", Door.DROPPED, Packages.reading("Người đang hưởng", "Người hưởng"));
        assertEquals(2, told);
        assertEquals("deploy/mot.report.zip", only().file());
        assertTrue(faults("deploy/hai.report.zip").contains("đã có từ deploy/mot.report.zip"));
        shelf.look();
        assertEquals(2, told, "nothing happened");
        shelf.withdraw(Set.of("1"));
        assertEquals("deploy/hai.report.zip", only().file());
        shelf.offer("2", "deploy/hai.report.zip", Door.DROPPED, Packages.reading("Mỗi xã", "Từng xã"));
        assertEquals(4, told, "other content in the same file");
        shelf.withdraw(Set.of("2"));
        assertEquals(List.of(), shelf.all());
        assertEquals(List.of(), shelf.files());
    }

    @Test
    void whatWaitsForAProgramOrACodeListCountsWhenThatComes() {
        Runnable stop = shelf.follow(() -> told++);
        shelf.offer(
                "1",
                "ansinh-thu/so",
                Door.BUNDLE,
                Packages.reading("muc: Thống kê\nquyen: payroll.read", "muc: Sổ\nchuong-trinh: thu\nquyen: thu.read"));
        assertTrue(faults("ansinh-thu/so").contains("report.yaml, dòng 6, cột 1: Chương trình «thu» hiện không chạy"));
        assertTrue(shelf.isWaiting());
        programs.put("thu", Set.of("thu.write"));
        shelf.look();
        assertTrue(faults("ansinh-thu/so").contains("Không có quyền «thu.read»"));
        programs.put("thu", Set.of("thu.read"));
        shelf.look();
        assertEquals("thu", only().definition().program());
        stop.run();
        programs.clear();
        shelf.look();
        assertEquals(List.of(), shelf.all());
        assertEquals(3, told, "who no longer follows is not told");
    }

    @Test
    void aCodeListMustBeThere() {
        String yaml = Packages.YAML.replace(
                "cot:\n",
                "  - {ten: dan_toc, nhan: Dân tộc, kieu: danh-muc, danh-muc: dan-toc, bat-buoc: false}\ncot:\n");
        String sql =
                Packages.SQL.replace("where", "where (cast(:dan_toc as text) is null or l.ethnicity = :dan_toc) and");
        shelf.offer(
                "1", "deploy/a.report.zip", Door.DROPPED, Packages.reading(yaml.getBytes(StandardCharsets.UTF_8), sql));
        assertTrue(faults("deploy/a.report.zip").contains("dòng 10, cột 51: Không có danh mục «dan-toc»"));
        lists.add("dan-toc");
        shelf.look();
        assertEquals("", faults("deploy/a.report.zip"));
    }

    @Test
    void withoutTheDatabaseNothingIsPromised() {
        away = true;
        shelf.offer("1", "deploy/a.report.zip", Door.DROPPED, Packages.good());
        assertTrue(faults("deploy/a.report.zip").contains("query.sql, dòng 1, cột 1: Chưa hỏi được cơ sở dữ liệu"));
        assertTrue(shelf.isWaiting());
        away = false;
        shelf.look();
        assertEquals("ha-tinh.nguoi-huong", only().definition().id());
        away = true;
        shelf.look();
        assertEquals("ha-tinh.nguoi-huong", only().definition().id(), "what was right stays right");
    }

    private KnownReport only() {
        assertEquals(1, shelf.all().size());
        return shelf.byId(shelf.all().get(0).definition().id()).orElseThrow();
    }

    private String faults(String file) {
        return String.join(
                "\n",
                shelf.files().stream()
                        .filter(each -> each.file().equals(file))
                        .map(ReportFile::faults)
                        .findFirst()
                        .orElseThrow());
    }
}
