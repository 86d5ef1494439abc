package vn.ansinh.example.hanoi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.core.extender.FileRefusedException;
import vn.ansinh.core.fact.FactKeyTrial;
import vn.ansinh.core.policy.PackTrial;

/** A province raises one rate with a file: its own people get more, nobody else, nothing that is multiplied, until it ends. */
class HaNoiPackTest {

    private static final Map<String, FactKey> KEYS = FactKeyTrial.keys(text("/ANSINH-INF/fact/btxh.yaml"));
    private static final String FILE = "ha-noi-huu-tri.policy.yaml";
    private static final long HA_NOI = PackTrial.unit("01");
    private static final long HA_TINH = PackTrial.unit("42");
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private final PackTrial country = country();
    private final PackTrial province = country.with(text("/ANSINH-INF/policy/" + FILE), FILE, KEYS);

    @Test
    void itsOwnPeopleGetMoreAndNobodyElse() {
        assertEquals(650000, pension(province, HA_NOI, NOVEMBER));
        assertEquals(540000, pension(province, HA_TINH, NOVEMBER));
        assertEquals(540000, pension(province, HA_NOI, YearMonth.of(2026, 10)), "before it counts");
    }

    @Test
    void nothingThatIsMultipliedGrowsWithIt() {
        PersonFacts dead = new PersonFacts(LocalDate.of(1945, 1, 1), LocalDate.of(2026, 11, 10), List.of());
        Due funeral = only(province, dead, "HTXH-MT", HA_NOI, NOVEMBER);
        assertEquals(10800000, funeral.amount());
        PersonFacts abandoned = new PersonFacts(LocalDate.of(2020, 1, 1), null, List.of());
        assertEquals(810000, only(province, abandoned, "BT1", HA_NOI, NOVEMBER).amount());
    }

    @Test
    void itsFigureIsMarkedAsAssumed() {
        Due due = only(province, pensioner(), "HTXH", HA_NOI, NOVEMBER);
        assertTrue(due.cited().get(0).provisional());
        assertTrue(due.cited().get(0).clause().contains("giả định"));
        assertEquals("ha-noi-huu-tri", due.cited().get(0).pack().pack());
    }

    @Test
    void afterItsEndTheNationalRateHoldsAndEarlierMonthsStay() {
        PackTrial ended = province.ended(NOVEMBER);
        assertEquals(650000, pension(ended, HA_NOI, NOVEMBER));
        assertEquals(540000, pension(ended, HA_NOI, YearMonth.of(2026, 12)));
    }

    @Test
    void belowTheNationalRateItIsRefused() {
        String low = text("/ANSINH-INF/policy/" + FILE).replace("650000", "530000");
        FileRefusedException refused = assertThrows(FileRefusedException.class, () -> country.with(low, FILE, KEYS));
        assertTrue(
                refused.faults().get(0).toString().contains("mức sàn"),
                () -> refused.faults().toString());
    }

    private static long pension(PackTrial packs, long unit, YearMonth month) {
        return only(packs, pensioner(), "HTXH", unit, month).amount();
    }

    private static PersonFacts pensioner() {
        return new PersonFacts(LocalDate.of(1948, 4, 1), null, List.of());
    }

    private static Due only(PackTrial packs, PersonFacts person, String benefit, long unit, YearMonth month) {
        Claim claim = new Claim(1, benefit, benefit.endsWith("MT") ? month : YearMonth.of(2025, 7), null, unit);
        return packs.due(person, List.of(claim), month, month, LocalDate.of(2026, 12, 22))
                .get(0);
    }

    private static PackTrial country() {
        PackTrial packs = PackTrial.of(text("/ANSINH-INF/policy/btxh.policy.yaml"), "btxh.policy.yaml", KEYS);
        for (String file : List.of(
                "co-so.policy.yaml",
                "ho-tro-mot-lan.policy.yaml",
                "huu-tri-xa-hoi.policy.yaml",
                "nd-335-2026.policy.yaml")) {
            packs = packs.with(text("/ANSINH-INF/policy/" + file), file, KEYS);
        }
        return packs;
    }

    private static String text(String resource) {
        try (InputStream in = HaNoiPackTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
