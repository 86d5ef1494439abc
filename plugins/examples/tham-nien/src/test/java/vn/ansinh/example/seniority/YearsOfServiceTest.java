package vn.ansinh.example.seniority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.policy.Policy.Known;
import vn.ansinh.core.policy.PackTrial;

/** What Java counts, the pack pays. */
class YearsOfServiceTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final LocalDate BORN = LocalDate.of(1960, 5, 1);
    private final YearsOfService policy = new YearsOfService();

    @Test
    void eachYearCountsFromTheDayItIsCompleted() throws IOException {
        List<Fact> derived = policy.derive(List.of(known(fact(YearsOfService.JOINED, "2014-06-15"))), NOVEMBER);
        assertEquals(12, derived.size());
        assertEquals("12", derived.get(11).value());
        assertEquals(LocalDate.of(2026, 6, 15), derived.get(11).from());

        PackTrial pack = PackTrial.of(source(), "tham-nien.policy.yaml", keys());
        List<Claim> claims = List.of(new Claim(1, "VD-THAM-NIEN", YearMonth.of(2026, 1), null));
        PersonFacts person = new PersonFacts(BORN, null, derived);
        assertEquals(
                List.of(220_000L, 240_000L),
                List.of(paid(pack, person, claims, YearMonth.of(2026, 5)), paid(pack, person, claims, NOVEMBER)));
    }

    @Test
    void whoLeftOrNeverJoinedGetsNoMore() {
        List<Fact> left = policy.derive(
                List.of(known(fact(YearsOfService.JOINED, "2014-06-15"), fact(YearsOfService.LEFT, "2020-06-14"))),
                NOVEMBER);
        assertEquals(5, left.size());
        assertTrue(policy.derive(List.of(known()), NOVEMBER).isEmpty());
    }

    private static long paid(PackTrial pack, PersonFacts person, List<Claim> claims, YearMonth month) {
        return pack.due(person, claims, month, month, month.atEndOfMonth())
                .get(0)
                .amount();
    }

    private static Known known(Fact... facts) {
        return new Known(1, new PersonFacts(BORN, null, List.of(facts)));
    }

    private static Fact fact(String key, String value) {
        return new Fact(Subject.person(1), key, value, LocalDate.parse(value), null, "QĐ 1");
    }

    private static Map<String, FactKey> keys() {
        return Map.of(
                YearsOfService.YEARS,
                new FactKey(YearsOfService.YEARS, "Số năm thâm niên", FactKey.Type.NUMBER, Map.of(), false, false));
    }

    private static String source() throws IOException {
        try (InputStream in =
                YearsOfServiceTest.class.getResourceAsStream("/ANSINH-INF/policy/tham-nien.policy.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
