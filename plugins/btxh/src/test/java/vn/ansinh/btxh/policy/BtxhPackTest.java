package vn.ansinh.btxh.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.core.policy.PackTrial;

/** The golden cases come out to the đồng, rights begin when law says, and what excludes each other is told beforehand. */
class BtxhPackTest {

    private static final PackTrial PACKS = ShippedPacks.all();

    @Test
    void theGoldenCasesUpToNd176ComeOutToTheDong() {
        assertEquals(List.of(), PACKS.failures(text("/golden/btxh.yaml"), "btxh.yaml"));
    }

    @Test
    void aProvinceMayRaiseTheBaseRateForItsOwnPeople() {
        PackTrial raised = PACKS.with(
                text("/policy/tinh-nang-muc-chuan.policy.yaml"),
                "tinh-nang-muc-chuan.policy.yaml",
                BtxhFactKeys.read());
        PersonFacts disabled = born("1983-01-01", Map.of("khuyet-tat.muc-do", "nang"));
        assertEquals(750000, due(raised, disabled, "BT6", "2023-05", PackTrial.unit("99")), "B40");
        assertEquals(540000, due(raised, disabled, "BT6", "2023-05", PackTrial.unit("42")), "elsewhere");
    }

    @Test
    void rightsBeginInTheMonthThatLawNames() {
        assertEquals(
                YearMonth.of(2023, 11),
                start("BT6", "1998-06-01", "khuyet-tat.ngay-cap-giay", "2023-11-28", "2024-01-10"),
                "B35: the month of the certificate");
        assertEquals(YearMonth.of(2024, 3), start("BT5C", "1944-03-20", "2024-05-10"), "80 years");
        assertEquals(YearMonth.of(2026, 5), start("HTXH", "1951-02-20", "2026-05-10"), "no arrears on a guess");
        assertEquals(YearMonth.of(2026, 5), start("BT1", "2020-02-20", "2026-05-10"), "the decision");
        assertEquals(
                YearMonth.of(2026, 4),
                PACKS.startMonth(
                        "MT",
                        new PersonFacts(LocalDate.of(1944, 1, 1), LocalDate.of(2026, 4, 30), List.of()),
                        LocalDate.of(2026, 5, 10)),
                "the death");
    }

    @Test
    void whatGivesWayIsToldBeforeApproval() {
        PersonFacts person = born("1945-01-01", Map.of("khuyet-tat.muc-do", "nang"));
        List<String> conflicts = PACKS.conflicts(
                person,
                List.of(new Claim(1, "BT6", YearMonth.of(2021, 7), null)),
                new Claim(2, "HTXH", YearMonth.of(2026, 6), null),
                LocalDate.of(2026, 6, 10));
        assertEquals(1, conflicts.size(), conflicts::toString);
        assertEquals(true, conflicts.get(0).contains("khoản 2 Điều 6"), conflicts.get(0));
    }

    private static YearMonth start(String benefit, String born, String decision) {
        return PACKS.startMonth(benefit, born(born, Map.of()), LocalDate.parse(decision));
    }

    private static YearMonth start(String benefit, String born, String key, String value, String decision) {
        return PACKS.startMonth(benefit, born(born, Map.of(key, value)), LocalDate.parse(decision));
    }

    private static PersonFacts born(String day, Map<String, String> facts) {
        LocalDate born = LocalDate.parse(day);
        return new PersonFacts(
                born,
                null,
                new TreeMap<>(facts)
                        .entrySet().stream()
                                .map(fact ->
                                        new Fact(Subject.person(1), fact.getKey(), fact.getValue(), born, null, "test"))
                                .toList());
    }

    private static long due(PackTrial packs, PersonFacts person, String benefit, String month, long unit) {
        YearMonth period = YearMonth.parse(month);
        return packs
                .due(
                        person,
                        List.of(new Claim(1, benefit, YearMonth.of(2021, 7), null, unit)),
                        period,
                        period,
                        period.atEndOfMonth())
                .stream()
                .mapToLong(Due::amount)
                .sum();
    }

    static String text(String resource) {
        try (InputStream in = BtxhPackTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
