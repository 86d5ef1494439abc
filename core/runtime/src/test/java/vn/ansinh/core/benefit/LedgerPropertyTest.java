package vn.ansinh.core.benefit;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import vn.ansinh.core.benefit.Step.Act;
import vn.ansinh.core.board.BoardTruth;
import vn.ansinh.core.policy.TestPack;
import vn.ansinh.testkit.TestDatabase;

/**
 * Whatever happens in whatever order, closed lists pay exactly what is due: late facts, late deaths, decrees that count
 * backwards, moves, suspensions, runs, closings, annulments, payments and crashes. {@code -Djqwik.tries.default=5000}
 * looks longer.
 */
class LedgerPropertyTest {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");
    private static final Map<String, Integer> DONE = new TreeMap<>();

    private static Office office;

    @BeforeContainer
    static void open() throws Exception {
        DATABASE.beforeAll(null);
        Map<String, String> packs = new LinkedHashMap<>();
        for (String file : List.of("so-cai-mot.policy.yaml", "so-cai-hai.policy.yaml")) {
            packs.put(file, TestPack.read(file));
        }
        office = new Office(DATABASE, new Office.Law("mot", packs, TestPack.KEYS_FILE));
    }

    @AfterContainer
    static void close() throws Exception {
        System.out.println("What happened: " + DONE);
        DATABASE.afterAll(null);
    }

    @Property(generation = GenerationMode.RANDOMIZED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void closedListsPayExactlyWhatIsDue(
            @ForAll @IntRange(min = 3, max = 5) int people, @ForAll("steps") List<Step> steps) {
        SmallWorld world = new SmallWorld(office, people);
        LedgerTruth truth = new LedgerTruth(office, world);
        YearMonth end = YearMonth.of(2027, 1);
        for (Step step : steps) {
            if (step.closes()) {
                truth.closesRightly(() -> world.happen(step), end, world.lawDays(step));
            } else {
                world.happen(step);
            }
            truth.nothingClosedChanged();
        }
        YearMonth last = world.rest();
        truth.nothingClosedChanged();
        truth.paidExactly(last, world.today());
        DONE.merge("TRANSFERS ON THE BOARD", BoardTruth.holds(DATABASE.transactions())[1], Math::max);
        world.done().forEach((what, times) -> DONE.merge(what, times, Integer::sum));
        truth.outcome().forEach((what, times) -> DONE.merge(what, times, Integer::sum));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Act> act = Arbitraries.frequency(
                Tuple.of(6, Act.RUN_AND_CLOSE),
                Tuple.of(4, Act.RUN),
                Tuple.of(4, Act.CLOSE),
                Tuple.of(3, Act.LATER),
                Tuple.of(1, Act.DECREE),
                Tuple.of(2, Act.DEGREE),
                Tuple.of(2, Act.HOME),
                Tuple.of(1, Act.RETRACT),
                Tuple.of(3, Act.DEATH),
                Tuple.of(1, Act.NO_DEATH),
                Tuple.of(1, Act.BORN),
                Tuple.of(4, Act.OPEN),
                Tuple.of(2, Act.END),
                Tuple.of(3, Act.SUSPEND),
                Tuple.of(2, Act.RESUME),
                Tuple.of(3, Act.MOVE),
                Tuple.of(1, Act.PAY),
                Tuple.of(1, Act.CRASHED_RUN),
                Tuple.of(1, Act.CRASHED_CLOSE),
                Tuple.of(1, Act.ANNUL),
                Tuple.of(9, Act.PAID_OUT),
                Tuple.of(3, Act.ORDER),
                Tuple.of(3, Act.RESULT),
                Tuple.of(3, Act.DECIDE),
                Tuple.of(1, Act.WAIVE),
                Tuple.of(1, Act.WITHDRAW));
        Arbitrary<Integer> person = Arbitraries.integers().between(0, 4);
        Arbitrary<Integer> place = Arbitraries.frequency(Tuple.of(1, 0), Tuple.of(1, 1), Tuple.of(3, 2));
        Arbitrary<Integer> month = Arbitraries.frequency(
                Tuple.of(2, 0),
                Tuple.of(3, 1),
                Tuple.of(3, 2),
                Tuple.of(3, 3),
                Tuple.of(1, 4),
                Tuple.of(1, 5),
                Tuple.of(1, 6));
        Arbitrary<Integer> choice = Arbitraries.integers().between(0, 3);
        return Combinators.combine(act, person, place, month, choice)
                .as(Step::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(40)
                .withSizeDistribution(RandomDistribution.uniform());
    }
}
