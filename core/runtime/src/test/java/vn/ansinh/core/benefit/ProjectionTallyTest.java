package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.board.Projection.Cell;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.core.board.KindMerging;
import vn.ansinh.core.policy.AgeBands;
import vn.ansinh.testkit.TestDatabase;

/** Of who stands under a common name neither the age nor the amount of one is told. */
class ProjectionTallyTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    @Test
    void theCommonGroupIsNotDividedByAge() {
        Office office = new Office(DATABASE);
        Policies secret = (Policies) Proxy.newProxyInstance(
                Policies.class.getClassLoader(),
                new Class<?>[] {Policies.class},
                (proxy, method, arguments) -> method.getName().equals("isSensitive")
                        ? arguments[0].equals("DON-THAN")
                        : office.policies.benefit((String) arguments[0]));
        YearMonth november = YearMonth.of(2026, 11);
        AgeBands ages = AgeBands.of(office.policies.book(), Set.of("thu"), november, benefit -> true);
        ProjectionTally tally = new ProjectionTally(office.policies.book(), ages, november, LocalDate.of(2026, 11, 22));
        for (String born : List.of("1950-01-01", "1951-01-01")) {
            tally.add(
                    new PersonFacts(LocalDate.parse(born), null, List.of()),
                    List.of(new Claim(1, "CAO-TUOI", YearMonth.of(2024, 7), null)),
                    List.of(true));
        }
        tally.add(
                new PersonFacts(
                        LocalDate.of(1990, 1, 1),
                        null,
                        List.of(new vn.ansinh.api.fact.Fact(
                                vn.ansinh.api.fact.Subject.person(1),
                                "con",
                                "2013-06-01 An",
                                LocalDate.of(2013, 6, 1),
                                null,
                                "t"))),
                List.of(new Claim(2, "DON-THAN", YearMonth.of(2024, 7), null)),
                List.of(true));
        List<Cell> now =
                tally.cells(secret).stream().filter(cell -> cell.ahead() == 0).toList();
        assertEquals(List.of(new Cell(0, KindMerging.OTHERS, 0, 0, 3, 3 * 540_000)), now);
    }
}
