package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.core.policy.TestPack;
import vn.ansinh.testkit.TestDatabase;

/** A decree that is in force already and counts only from a later month is not forgotten by the month carried over before it. */
class LawAheadTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    @Test
    void whatCountsFromDecemberIsPaidInDecemberAlthoughNovemberWasCarriedOver() {
        String source = TestPack.SOURCE.replace(
                "nhom:\n",
                "      - {tinh-tu: 2026-12, hieu-luc: 2026-11-10, so-tien: 600000, can-cu: \"NĐ\", trang-thai: chinh-thuc}\nnhom:\n");
        Office office =
                new Office(DATABASE, new Office.Law(Office.PROGRAM, Map.of(TestPack.FILE, source), TestPack.KEYS_FILE));
        long commune = office.commune();
        office.open(office.person("Lý Thị Sớm", "1950-01-01", commune), "CAO-TUOI", commune, "2024-07", "2026-08");
        for (String month : List.of("2026-09", "2026-10", "2026-11", "2026-12")) {
            office.turnTo(LocalDate.parse(month + "-20"));
            office.month(commune, month);
        }
        assertEquals(List.of("Lý Thị Sớm 2026-11 540000"), office.lines(commune, "2026-11"));
        assertEquals(List.of("Lý Thị Sớm 2026-12 600000"), office.lines(commune, "2026-12"));
    }
}
