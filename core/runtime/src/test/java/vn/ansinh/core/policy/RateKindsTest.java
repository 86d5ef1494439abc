package vn.ansinh.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.Pause;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.policy.Question;

/** Every way in which law counts: tables, amounts, years of service, days, once a year, once, in kind. */
class RateKindsTest {

    private static final String FILE = "cac-muc.policy.yaml";
    private static final PackTrial PACK = PackTrial.of(TestPack.read(FILE), FILE, TestPack.KEYS);
    private static final LocalDate BORN = LocalDate.of(1945, 3, 10);

    @Test
    void aTableIsReadByThePercentageAndCitesTheTableInForce() {
        PersonFacts person = person(null, fact("ty-le", "22", "2023-01-01", null));
        Due before = due(person, "BANG", "2024-06");
        Due after = due(person, "BANG", "2024-07");
        assertEquals(1_450_000, before.amount());
        assertEquals("NĐ 55", before.cited().get(0).clause());
        assertEquals(1_968_000, after.amount());
        assertEquals(1_968_000, after.base());
        assertEquals(BigDecimal.ONE, after.coefficient());
        assertEquals("BANG-TY-LE@2024-07", after.cited().get(0).id());
        assertEquals(1, after.cited().size());
        assertEquals(
                300_000,
                due(person(null, fact("muc-do", "nang", "2020-01-01", null)), "MUC-DO", "2024-08")
                        .amount());
    }

    @Test
    void whatTheTableDoesNotHoldOrNobodyToldIsWorthNothingAndSaysSo() {
        assertEquals(
                "Chưa có thông tin: Tỷ lệ tổn thương cơ thể.",
                due(person(null), "BANG", "2024-08").reason());
        assertEquals(
                "Bảng không có mức cho giá trị này: Tỷ lệ tổn thương cơ thể.",
                due(person(null, fact("ty-le", "15", "2023-01-01", null)), "BANG", "2024-08")
                        .reason());
        assertEquals(
                "Chưa có thông tin: Số năm thâm niên.",
                due(person(null), "THAM-NIEN", "2024-08").reason());
    }

    @Test
    void aRateEndsAndTheNextBegins() {
        assertEquals("CO-DINH-CU", due(person(null), "CO-DINH", "2025-06").rate());
        assertEquals(700_000, due(person(null), "CO-DINH", "2025-06").amount());
        assertEquals(800_000, due(person(null), "CO-DINH", "2025-07").amount());
    }

    @Test
    void yearsOfServiceMultiplyAndTheBenefitRoundsForItself() {
        Due due = due(person(null, fact("so-nam", "5", "2020-01-01", null)), "THAM-NIEN", "2024-08");
        assertEquals(390_000, due.amount(), "5 × 0,0333 × 2.340.000 = 389.610");
        assertEquals(5, due.multiple());
    }

    @Test
    void daysWithinAMonthCountUpToTheCap() {
        PersonFacts tenDays = person(null, fact("so-ngay", "10", "2024-08-05", "2024-08-15"));
        assertEquals(600_000, due(tenDays, "TIEN-AN", "2024-08").amount());
        assertEquals(0, due(tenDays, "TIEN-AN", "2024-09").amount());
        Due capped = due(person(null, fact("so-ngay", "30", "2024-08-01", null)), "TIEN-AN", "2024-08");
        assertEquals(1_200_000, capped.amount());
        assertEquals("Mỗi ngày, tối đa 1.200.000 đồng", capped.rateName());
    }

    @Test
    void aYearlyBenefitIsPaidInItsMonthAndAOneOffOnce() {
        assertEquals(1_400_000, due(person(null), "THO-CUNG", "2025-07").amount());
        assertEquals(
                "Chi mỗi năm một lần, vào tháng 7.",
                due(person(null), "THO-CUNG", "2025-08").reason());
        Claim once = new Claim(1, "KHEN", YearMonth.of(2025, 3), null);
        assertEquals(
                List.of(0L, 2_340_000L, 0L),
                PACK
                        .due(
                                person(null),
                                List.of(once),
                                YearMonth.of(2025, 2),
                                YearMonth.of(2025, 4),
                                LocalDate.of(2026, 1, 1))
                        .stream()
                        .map(Due::amount)
                        .toList());
    }

    @Test
    void aFuneralIsPaidForTheMonthOfDeathOnly() {
        PersonFacts dead = person(LocalDate.of(2024, 9, 20));
        assertEquals(
                23_400_000,
                PACK.due(
                                dead,
                                List.of(new Claim(1, "MAI-TANG", YearMonth.of(2024, 9), YearMonth.of(2024, 9))),
                                YearMonth.of(2024, 9),
                                YearMonth.of(2024, 9),
                                LocalDate.of(2024, 10, 1))
                        .get(0)
                        .amount());
        assertEquals(
                "Chỉ chi cho tháng người hưởng qua đời.",
                due(person(null), "MAI-TANG", "2024-07").reason());
        assertEquals(
                "NS-TINH",
                PACK
                        .evaluate(new Question(
                                0,
                                dead,
                                List.of(),
                                YearMonth.of(2024, 9),
                                YearMonth.of(2024, 9),
                                LocalDate.of(2024, 10, 1)))
                        .outcomes()
                        .stream()
                        .filter(outcome -> outcome.claim().benefit().equals("MAI-TANG"))
                        .findFirst()
                        .orElseThrow()
                        .benefit()
                        .fund());
    }

    @Test
    void riceIsNoMoney() {
        Due rice = due(person(null), "GAO", "2024-08");
        assertEquals("15 kg gạo", rice.inKind());
        assertEquals(0, rice.amount());
        assertEquals(0, rice.base());
        assertNull(rice.reason());
    }

    @Test
    void pausedMonthsAreWorthNothingAndWhatWasPausedComesBack() {
        Claim paused = new Claim(
                1,
                "CO-DINH",
                YearMonth.of(2024, 7),
                null,
                Claim.NOWHERE,
                List.of(new Pause(YearMonth.of(2025, 1), YearMonth.of(2025, 2), "chưa chứng minh còn sống")));
        List<Due> dues = PACK.due(
                person(null), List.of(paused), YearMonth.of(2024, 12), YearMonth.of(2025, 3), LocalDate.of(2026, 1, 1));
        assertEquals(
                List.of(700_000L, 0L, 0L, 700_000L),
                dues.stream().map(Due::amount).toList());
        assertEquals(
                "Tạm dừng từ tháng 01/2025: chưa chứng minh còn sống.",
                dues.get(1).reason());
    }

    @Test
    void aRightBeginsWithTheDecisionTheAgeOrTheCertificate() {
        LocalDate decision = LocalDate.of(2025, 6, 12);
        PersonFacts person = person(null, fact("ty-le", "22", "2025-03-28", null));
        assertEquals(YearMonth.of(2025, 3), PACK.startMonth("KHEN", person, decision), "80 years on 10/03/2025");
        assertEquals(YearMonth.of(2025, 3), PACK.startMonth("BANG", person, decision));
        assertEquals(YearMonth.of(2025, 6), PACK.startMonth("BANG", person(null), decision), "nothing known");
        assertEquals(YearMonth.of(2025, 6), PACK.startMonth("CO-DINH", person, decision));
        assertEquals(YearMonth.of(2025, 5), PACK.startMonth("MAI-TANG", person(LocalDate.of(2025, 5, 30)), decision));
    }

    @Test
    void everyRowOfATableIsAValueThatTestsCanCompare() {
        assertTrue(PACK.values().stream()
                .anyMatch(value -> value.code().equals("BANG-TY-LE")
                        && "23".equals(value.row())
                        && value.number().equals(BigDecimal.valueOf(2_052_000))));
    }

    private static Due due(PersonFacts person, String benefit, String month) {
        YearMonth period = YearMonth.parse(month);
        return PACK.due(
                        person,
                        List.of(new Claim(1, benefit, YearMonth.of(2023, 7), null)),
                        period,
                        period,
                        LocalDate.of(2026, 1, 1))
                .get(0);
    }

    private static PersonFacts person(LocalDate died, Fact... facts) {
        return new PersonFacts(BORN, died, Stream.of(facts).toList());
    }

    private static Fact fact(String key, String value, String from, String to) {
        return new Fact(
                Subject.person(1), key, value, LocalDate.parse(from), to == null ? null : LocalDate.parse(to), "test");
    }
}
