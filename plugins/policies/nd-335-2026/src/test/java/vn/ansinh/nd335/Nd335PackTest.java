package vn.ansinh.nd335;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.policy.Citation;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.core.fact.FactKeyTrial;
import vn.ansinh.core.policy.PackTrial;
import vn.ansinh.core.policy.PackTrial.LawValue;
import vn.ansinh.testkit.ReferenceTables;

/** The decree that counts backwards, on top of the packs it extends: a bundle of nothing but YAML. */
class Nd335PackTest {

    private static final Map<String, FactKey> KEYS = FactKeyTrial.keys(text("/ANSINH-INF/fact/btxh.yaml"));
    private static final List<PackTrial> BEFORE = before();
    private static final PackTrial AFTER = with(BEFORE.get(BEFORE.size() - 1), "nd-335-2026.policy.yaml");
    private static final YearMonth JULY = YearMonth.of(2026, 7);

    @Test
    void theGoldenCasesComeOutToTheDong() {
        assertEquals(List.of(), AFTER.failures(text("/golden/nd-335-2026.yaml"), "nd-335-2026.yaml"));
    }

    @Test
    void everyAmountIsTheTablesAndProvisional() {
        ReferenceTables tables = new ReferenceTables(Nd335PackTest.class, "/reference");
        Map<String, String> expected = new TreeMap<>();
        for (Map<String, String> row : tables.rows("btxh-base.csv")) {
            if (row.get("effective_from").equals("2026-07-01")) {
                expected.put("muc-chuan", row.get("muc_chuan_vnd") + " " + row.get("doc_in_force_from"));
            }
        }
        for (Map<String, String> row : tables.rows("huu-tri-xa-hoi.csv")) {
            if (row.get("effective_from").equals("2026-07-01")) {
                String parameter = row.get("code").equals("HTXH-MT") ? "mai-tang-huu-tri-xa-hoi" : "muc-huu-tri-xa-hoi";
                expected.put(parameter, row.get("amount_vnd_month") + " 2026-10-05");
            }
        }
        Map<String, String> found = new TreeMap<>();
        for (LawValue value : AFTER.values()) {
            assertTrue(value.citation().provisional(), value::toString);
            assertEquals(JULY, value.citation().countedFrom(), value::toString);
            assertEquals(LocalDate.of(2026, 10, 5), value.citation().inForce(), value::toString);
            if (expected.containsKey(value.code())) {
                found.put(
                        value.code(),
                        value.number().toPlainString() + " " + value.citation().inForce());
            }
        }
        assertEquals(expected, found);
    }

    /** After the decree nothing that is paid may cite the one it replaces: every value that lasts is said anew. */
    @Test
    void everyValueThatLastsIsCitedAnewWithTheSameNumber() {
        Map<String, BigDecimal> lasting = new TreeMap<>();
        for (PackTrial pack : BEFORE) {
            for (LawValue value : pack.values()) {
                boolean replaced = value.citation().clause().contains("NĐ 20/2021");
                // ended with June 2025, when the social pension came
                boolean ended = Set.of("BTXH20-5B", "BTXH20-5C").contains(value.code());
                if (replaced && !ended) {
                    lasting.put(value.code(), value.number());
                }
            }
        }
        lasting.remove("muc-chuan");
        Map<String, BigDecimal> again = new TreeMap<>();
        for (LawValue value : AFTER.values()) {
            if (lasting.containsKey(value.code())) {
                again.put(value.code(), value.number());
            }
        }
        assertEquals(lasting, again);
    }

    @Test
    void aListOfNovemberCitesTheNewDecreeOnly() {
        PersonFacts person = new PersonFacts(
                LocalDate.of(1985, 4, 4),
                null,
                List.of(new Fact(
                        Subject.person(1),
                        "khuyet-tat.muc-do",
                        "dac-biet-nang",
                        LocalDate.of(2020, 1, 1),
                        null,
                        "test")));
        List<Claim> claims = List.of(new Claim(1, "BT6", YearMonth.of(2021, 7), null), new Claim(2, "CS4", JULY, null));
        assertEquals(Set.of("nd-335-2026"), cited(AFTER.due(person, claims, JULY, JULY, LocalDate.of(2026, 11, 22))));
        assertEquals(
                Set.of("btxh-toan-quoc"),
                cited(AFTER.due(person, claims, JULY, JULY, LocalDate.of(2026, 10, 4))),
                "not in force yet");
    }

    private static Set<String> cited(List<Due> dues) {
        Set<String> packs = new TreeSet<>();
        for (Due due : dues) {
            assertTrue(due.amount() > 0, due::toString);
            for (Citation citation : due.cited()) {
                packs.add(citation.pack().pack());
            }
        }
        return packs;
    }

    /** The packs it extends, each on those before it. */
    private static List<PackTrial> before() {
        List<PackTrial> packs = new ArrayList<>();
        packs.add(PackTrial.of(text("/ANSINH-INF/policy/btxh.policy.yaml"), "btxh.policy.yaml", KEYS));
        for (String file : List.of("co-so.policy.yaml", "ho-tro-mot-lan.policy.yaml", "huu-tri-xa-hoi.policy.yaml")) {
            packs.add(with(packs.get(packs.size() - 1), file));
        }
        return packs;
    }

    private static PackTrial with(PackTrial packs, String file) {
        return packs.with(text("/ANSINH-INF/policy/" + file), file, KEYS);
    }

    private static String text(String resource) {
        try (InputStream in = Nd335PackTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
