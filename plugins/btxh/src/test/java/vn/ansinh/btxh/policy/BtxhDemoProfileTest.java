package vn.ansinh.btxh.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.btxh.demo.BtxhDemoProfile;
import vn.ansinh.core.demo.DemoPeople;
import vn.ansinh.core.demo.DemoPerson;
import vn.ansinh.core.policy.PackTrial;

/** Invented people are such that the pack pays them: every fact it asks for is there. */
class BtxhDemoProfileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final YearMonth MONTH = YearMonth.from(TODAY);
    private static final AdministrativeUnit COMMUNE =
            new AdministrativeUnit(1, "18676", "Xã Cẩm Xuyên", Level.COMMUNE, 0, LocalDate.of(2025, 7, 1), null);

    private final Map<String, FactKey> keys = BtxhFactKeys.read();
    private final PackTrial pack = ShippedPacks.all();

    @Test
    void everyInventedPersonIsPaidEverythingTheyAreEntitledTo() {
        Set<String> benefits = new TreeSet<>();
        for (DemoPerson person :
                new DemoPeople(List.of(new BtxhDemoProfile()), List.of(COMMUNE), List.of("42"), TODAY, 1).next(4000)) {
            for (Due due : dueTo(person)) {
                assertTrue(due.amount() > 0, () -> person.category() + " " + due.benefit() + ": " + due.reason());
                benefits.add(due.benefit());
            }
        }
        assertEquals(
                Set.of(
                        "BT1", "BT2", "BT3", "BT4", "BT5A", "BT5D", "BT6", "BT7", "BT8", "CS1", "CS2", "CS3", "CS4",
                        "CS5", "HTXH"),
                benefits);
    }

    private List<Due> dueTo(DemoPerson person) {
        List<Fact> facts = new ArrayList<>();
        for (DemoPerson.State state : person.facts()) {
            FactKey key = keys.get(state.key());
            assertTrue(key != null, () -> state.key() + " is not declared");
            assertTrue(key.values().isEmpty() || key.values().contains(state.value()), state::toString);
            facts.add(new Fact(Subject.person(1), state.key(), state.value(), state.from(), null, "test"));
        }
        List<Claim> claims = new ArrayList<>();
        for (DemoPerson.Right right : person.rights()) {
            claims.add(new Claim(claims.size() + 1L, right.benefit(), person.from(), null));
        }
        return pack.due(
                new PersonFacts(person.draft().birth().date(), null, facts),
                claims,
                MONTH,
                MONTH,
                MONTH.atEndOfMonth());
    }
}
