package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.history.HistoryEntry;
import vn.ansinh.api.history.HistorySource;
import vn.ansinh.api.history.PersonHistory;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.codelist.CoreCodeLists;
import vn.ansinh.core.history.MergedHistory;
import vn.ansinh.testkit.TestDatabase;

/** Everything that happened to one person, on one line of time; a source of somebody else's among it. */
class PersonHistoryTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    @Test
    void rightsMoneyDebtsAndPapersStandOnOneLineAndNothingIsToldToWhoMayNotKnow() throws IOException {
        Office office = BtxhOffice.open(DATABASE);
        long commune = office.commune();
        long person = office.person("Ma Thị Trọn", "1980-01-01", commune);
        office.fact(person, "khuyet-tat.muc-do", "nang", "2024-05-05");
        office.fact(person, "mang-thai", "co", "2026-01-01");
        office.open(person, "BT6", commune, "2024-08", "2026-08");
        office.month(commune, "2026-09");
        office.postOffice.collected(office.postOffice.send(commune, "2026-09"));
        office.decide(
                said -> office.entitlements.end(
                        office.entitlements.ofPerson(person).get(0).id(), YearMonth.of(2026, 8), said),
                "G03");
        office.month(commune, "2026-10");
        List<HistorySource> others = List.of(new CaseNote());
        PersonHistory history = new MergedHistory(
                DATABASE.scopedBy(office.access),
                office.access,
                office.units,
                CoreCodeLists.read(),
                office.facts,
                office.policies,
                Audit.NONE,
                others);
        Caller clerk = Office.official("can-bo", commune);
        List<String> all = new ArrayList<>();
        String cursor = null;
        do {
            String from = cursor;
            PersonHistory.Page page = office.as(clerk, () -> history.of(person, Set.of(), from, 3));
            page.entries().forEach(entry -> all.add(entry.title()));
            cursor = page.next();
        } while (cursor != null);
        assertEquals(
                Set.of(
                        "Đề nghị truy thu",
                        "Đã nhận tiền",
                        "Danh sách chi trả tháng 09/2026",
                        "Thôi hưởng: Người khuyết tật nặng, đặc biệt nặng",
                        "Nộp hồ sơ",
                        "Đang mang thai: Có",
                        "Hưởng mới: Người khuyết tật nặng, đặc biệt nặng",
                        "Mức độ khuyết tật: Nặng",
                        "Nơi ở: Thôn 1, " + office.units.fullName(commune)),
                Set.copyOf(all));
        assertEquals(all.size(), Set.copyOf(all).size(), "nothing twice over the pages: " + all);
        assertEquals("Nơi ở: Thôn 1, " + office.units.fullName(commune), all.get(all.size() - 1));
        Caller plain = new Caller("x", "X", commune, Set.of("person.read"));
        assertEquals(
                Set.of(
                        "Thông tin bảo mật",
                        "Mức độ khuyết tật: Nặng",
                        "Nơi ở: Thôn 1, " + office.units.fullName(commune)),
                Set.copyOf(office.as(plain, () -> history.of(person, Set.of(), null, 100)).entries().stream()
                        .map(HistoryEntry::title)
                        .toList()));
        assertTrue(office.as(plain, history::sources).stream()
                .noneMatch(source -> source.code().equals("truy-thu")));
        assertEquals(
                List.of("Nộp hồ sơ"),
                office.as(clerk, () -> history.of(person, Set.of("ho-so"), null, 100)).entries().stream()
                        .map(HistoryEntry::title)
                        .toList());
        long elsewhere = office.commune();
        assertEquals(
                "AS-PERSON-UNKNOWN",
                assertThrows(
                                Problem.class,
                                () -> office.as(
                                        Office.official("khac", elsewhere),
                                        () -> history.of(person, Set.of(), null, 10)))
                        .code());
    }

    /** As a room of case files would publish it. */
    private static final class CaseNote implements HistorySource {

        @Override
        public String code() {
            return "ho-so";
        }

        @Override
        public String name() {
            return "Hồ sơ";
        }

        @Override
        public String permission() {
            return "case.read";
        }

        @Override
        public List<HistoryEntry> of(long personId, HistoryEntry before, int limit) {
            return before == null
                    ? List.of(new HistoryEntry(
                            LocalDate.of(2026, 2, 2), "ho-so", 1, "Nộp hồ sơ", null, null, null, null, null))
                    : List.of();
        }
    }
}
