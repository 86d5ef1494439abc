package vn.ansinh.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.policy.Citation;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.core.extender.Fault;
import vn.ansinh.core.extender.FileRefusedException;

/** A decree changes the national pack, a province raises above it, is overtaken, and ends its own. */
class LocalPackTest {

    /** The base rate of the national pack: 500.000 from 07/2024, and 540.000 from 07/2026 in force on 05/10/2026. */
    private static final PackTrial NATIONAL = PackTrial.of(TestPack.SOURCE, TestPack.FILE, TestPack.KEYS);

    private static final String HANOI = """
            goi: ha-noi
            phien-ban: 1
            ten: Hà Nội
            chuong-trinh: thu
            mo-rong: thu
            dia-ban: ["01"]
            tham-so:
              muc-chuan:
                gia-tri:
                  - {tinh-tu: 2025-01, hieu-luc: 2025-01-01, so-tien: 520000, can-cu: "NQ 01 HĐND", trang-thai: chinh-thuc}
            che-do:
              - ma: HN-THEM
                ten: Đối tượng thêm của Hà Nội
                can-cu: Điều 2 NQ 01
                nhom: CHUNG
                nguon-kinh-phi: NS-HA-NOI
                muc:
                  - ma: HN-THEM-1
                    ten: Đối tượng thêm
                    nhan-voi: muc-chuan
            vi-du:
              - ten: Ở Hà Nội
                sinh: 1986-01-01
                su-kien: {muc-do: nang}
                huong: [{che-do: KHUYET-TAT, tu: 2024-07}]
                mong-doi:
                  - {ky: 2025-02, so-tien: {KHUYET-TAT: 780000}}
              - ten: Ở nơi khác
                dia-ban: "79"
                sinh: 1986-01-01
                su-kien: {muc-do: nang}
                huong: [{che-do: KHUYET-TAT, tu: 2024-07}, {che-do: HN-THEM, tu: 2024-07}]
                mong-doi:
                  - {ky: 2025-02, so-tien: {KHUYET-TAT: 750000}}
            """;

    private static final String DECREE = """
            goi: nghi-dinh
            phien-ban: 1
            ten: Nghị định sửa hệ số
            chuong-trinh: thu
            mo-rong: [thu]
            he-so-them:
              NANG:
                - {tinh-tu: 2026-07, hieu-luc: 2026-10-05, he-so: 1.6, can-cu: "NĐ mới", trang-thai: tam-tinh}
            tham-so:
              muc-chuan:
                gia-tri:
                  - {tinh-tu: 2026-07, hieu-luc: 2026-10-05, so-tien: 550000, can-cu: "NĐ mới", trang-thai: tam-tinh}
            """;

    @Test
    void aLocalRateHoldsInItsTerritoryWhileItIsTheHigher() {
        PackTrial both = NATIONAL.with(HANOI, "ha-noi.policy.yaml", TestPack.KEYS);
        assertEquals(750_000, due(both, "01", "2024-12").amount());
        Due raised = due(both, "01", "2025-02");
        assertEquals(780_000, raised.amount());
        assertEquals("NQ 01 HĐND", raised.cited().get(0).clause());
        assertEquals(new PackVersion("ha-noi", 1), raised.cited().get(0).pack());
        assertEquals(new PackVersion("thu", 1), raised.cited().get(1).pack());
        assertEquals(new PackVersion("thu", 1), raised.pack());
        assertEquals(750_000, due(both, "79", "2025-02").amount());

        Due overtaken = due(both, "01", "2026-11");
        assertEquals(810_000, overtaken.amount(), "the national 540.000 is higher now");
        assertEquals("thu", overtaken.cited().get(0).pack().pack());
    }

    @Test
    void aDecreeInAPackOfItsOwnReplacesWhatCountsFromTheSameMonth() {
        PackTrial all = NATIONAL.with(DECREE, "nghi-dinh.policy.yaml", TestPack.KEYS)
                .with(HANOI, "ha-noi.policy.yaml", TestPack.KEYS);
        Due due = due(all, "79", "2026-11");
        assertEquals(880_000, due.amount(), "1,6 × 550.000");
        assertEquals(
                List.of("NĐ mới", "NĐ mới"),
                due.cited().stream().map(Citation::clause).toList());
        assertEquals(750_000, due(all, "79", "2026-06").amount());
        assertEquals(
                780_000,
                all.due(person(), claim("01"), YearMonth.of(2026, 9), YearMonth.of(2026, 9), LocalDate.of(2026, 9, 30))
                        .get(0)
                        .amount(),
                "in September nobody knows the decree");
    }

    @Test
    void whenALocalPackEndsEarlierMonthsStay() {
        PackTrial ended =
                NATIONAL.with(HANOI, "ha-noi.policy.yaml", TestPack.KEYS).ended(YearMonth.of(2025, 3));
        assertEquals(780_000, due(ended, "01", "2025-03").amount());
        assertEquals(750_000, due(ended, "01", "2025-04").amount());
        List<Due> own = ended.due(
                person(),
                List.of(new Claim(1, "HN-THEM", YearMonth.of(2025, 1), null, PackTrial.unit("01"))),
                YearMonth.of(2025, 3),
                YearMonth.of(2025, 4),
                LocalDate.of(2026, 1, 1));
        assertEquals(520_000, own.get(0).amount());
        assertEquals(
                "Gói «Hà Nội» chỉ áp dụng đến hết tháng 03/2025.", own.get(1).reason());
    }

    @Test
    void aLocalBenefitExistsInItsTerritoryOnly() {
        PackTrial both = NATIONAL.with(HANOI, "ha-noi.policy.yaml", TestPack.KEYS);
        Due elsewhere = both.due(
                        person(),
                        List.of(new Claim(1, "HN-THEM", YearMonth.of(2025, 1), null, PackTrial.unit("79"))),
                        YearMonth.of(2025, 3),
                        YearMonth.of(2025, 3),
                        LocalDate.of(2026, 1, 1))
                .get(0);
        assertEquals("Chỉ áp dụng trong địa bàn của gói «Hà Nội».", elsewhere.reason());
    }

    @Test
    void noLocalValueUndercutsTheFloor() {
        refused(
                NATIONAL,
                HANOI.replace("so-tien: 520000", "so-tien: 490000"),
                10,
                "490000 thấp hơn mức sàn toàn quốc 500000 (Điều 4 NĐ 76/2024)");
        String coefficient = HANOI.replace("che-do:\n", """
                he-so-them:
                  NANG:
                    - {tinh-tu: 2025-01, hieu-luc: 2025-01-01, he-so: 1.4, can-cu: "NQ 01", trang-thai: chinh-thuc}
                che-do:
                """);
        refused(NATIONAL, coefficient, 13, "1.4 thấp hơn mức sàn toàn quốc 1.5");
    }

    @Test
    void whatIsExtendedMustBeThere() {
        refused(NATIONAL, HANOI.replace("mo-rong: thu", "mo-rong: khong-co"), 5, "Không có gói «khong-co»");
        refused(NATIONAL, DECREE.replace("  NANG:", "  NANG-LAM:"), 7, "không có mức «NANG-LAM»");
        refused(NATIONAL, DECREE.replace("  muc-chuan:", "  muc-khac:"), 10, "tham số mới cần «ten»");
        refused(
                NATIONAL,
                DECREE.replace("he-so-them", "so-tien-them").replace("he-so: 1.6", "so-tien: 16"),
                7,
                "không ghi theo «so-tien»");
        refused(NATIONAL, HANOI.replace("ma: HN-THEM\n", "ma: KHUYET-TAT\n"), 12, "đã có trong gói «Gói thử»");
        refused(NATIONAL, HANOI.replace("nhom: CHUNG", "nhom: RIENG"), 12, "Không có nhóm «RIENG»");
    }

    @Test
    void aNewVersionStillHoldsWhatOthersStandOn() {
        PackTrial both = NATIONAL.with(DECREE, "nghi-dinh.policy.yaml", TestPack.KEYS);
        String renamed = TestPack.SOURCE.replace("phien-ban: 1", "phien-ban: 2").replace("ma: NANG\n", "ma: NANG-2\n");
        refused(both, renamed, 1, "Gói «Nghị định sửa hệ số» đang mở rộng gói này và cần mức «NANG»");
    }

    private static void refused(PackTrial among, String source, int line, String reason) {
        List<Fault> faults = assertThrows(
                        FileRefusedException.class, () -> among.with(source, "sai.policy.yaml", TestPack.KEYS))
                .faults();
        assertTrue(
                faults.stream()
                        .anyMatch(
                                fault -> fault.line() == line && fault.reason().contains(reason)),
                () -> "line " + line + " expected in " + faults);
    }

    private static Due due(PackTrial packs, String unit, String month) {
        YearMonth period = YearMonth.parse(month);
        return packs.due(person(), claim(unit), period, period, LocalDate.of(2026, 12, 1))
                .get(0);
    }

    private static List<Claim> claim(String unit) {
        return List.of(new Claim(1, "KHUYET-TAT", YearMonth.of(2024, 7), null, PackTrial.unit(unit)));
    }

    private static PersonFacts person() {
        LocalDate born = LocalDate.of(1986, 1, 1);
        return new PersonFacts(born, null, List.of(new Fact(Subject.person(1), "muc-do", "nang", born, null, "test")));
    }
}
