package vn.ansinh.core.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.policy.Citation;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.Evaluation;
import vn.ansinh.api.policy.LawState;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.policy.Question;
import vn.ansinh.core.extender.Faults;
import vn.ansinh.core.extender.FileRefusedException;
import vn.ansinh.core.extender.YamlMap;

/**
 * A pack on the bench, among those it stands on: read and checked as the extender would, outside any container, for the tests
 * of who writes it. Units are known by code only, see {@link #unit}.
 */
public final class PackTrial {

    private static final Territories UNITS = code -> Set.of(unit(code));

    private final Pack pack;
    private final List<PackInForce> packs;
    private final FactLabels labels;
    private final PolicyBook book;

    private PackTrial(Pack pack, List<PackInForce> packs, FactLabels labels) {
        this.pack = pack;
        this.packs = List.copyOf(packs);
        this.labels = labels;
        this.book = new PolicyBook(packs, labels);
    }

    /**
     * Reads and checks a pack that stands alone.
     *
     * @param source the YAML
     * @param file its name, for messages
     * @param keys the declared fact keys
     * @throws FileRefusedException with everything that is wrong in it
     */
    public static PackTrial of(String source, String file, Map<String, FactKey> keys) {
        return among(List.of(), source, file, keys);
    }

    /**
     * Reads and checks a pack that comes to those already on the bench; another version takes the place of the one before.
     *
     * @throws FileRefusedException with everything that is wrong in it
     */
    public PackTrial with(String source, String file, Map<String, FactKey> keys) {
        return among(packs, source, file, keys);
    }

    private static PackTrial among(List<PackInForce> others, String source, String file, Map<String, FactKey> keys) {
        Pack pack = PackParser.parse(source, file);
        PackCheck.check(pack, file, keys, others, UNITS);
        List<PackInForce> packs = new ArrayList<>(others);
        packs.removeIf(other -> other.pack().id().equals(pack.id()));
        packs.add(new PackInForce(pack, null, UNITS.of(pack)));
        return new PackTrial(
                pack, packs, key -> keys.containsKey(key) ? keys.get(key).label() : key);
    }

    /** The same with the newest pack ended after {@code last}. */
    public PackTrial ended(YearMonth last) {
        return new PackTrial(
                pack,
                packs.stream()
                        .map(each -> each.pack() == pack ? new PackInForce(pack, last, each.territory()) : each)
                        .toList(),
                labels);
    }

    /** The unit that bears {@code code} on the bench. */
    public static long unit(String code) {
        return Long.parseLong("1" + code);
    }

    /**
     * Computes further examples, written as in a pack under {@code vi-du}.
     *
     * @return what came out otherwise than expected, each with example and month; empty when all came true
     * @throws FileRefusedException when the file is not understood
     */
    public List<String> failures(String source, String file) {
        Faults faults = new Faults(file);
        YamlMap root = YamlMap.read(source, file, faults);
        List<String> failures = new ArrayList<>();
        if (root != null) {
            for (YamlMap map : root.maps("vi-du")) {
                int before = faults.count();
                Pack.Example example = new ExampleParser(faults).example(map);
                map.finish();
                if (faults.count() == before) {
                    compare(example, failures);
                }
            }
            root.finish();
        }
        faults.refuse();
        return failures;
    }

    private void compare(Pack.Example example, List<String> failures) {
        ExampleCheck check = new ExampleCheck(book, pack, UNITS);
        for (Pack.Expected expected : example.months()) {
            String wrong = check.difference(example, expected);
            if (wrong != null) {
                failures.add(example.name() + ", " + expected.month() + ": " + wrong);
            }
        }
    }

    /** As {@link vn.ansinh.api.policy.Policies#due}. */
    public List<Due> due(PersonFacts person, List<Claim> claims, YearMonth from, YearMonth to, LocalDate asOf) {
        return book.due(person, claims, from, to, asOf);
    }

    /** As {@link vn.ansinh.api.policy.Policies#evaluate}; nothing is confirmed on the bench. */
    public Evaluation evaluate(Question question) {
        return new Calculator(book, value -> value.provisional() ? LawState.PROVISIONAL : LawState.OFFICIAL)
                .evaluate(question);
    }

    /** As {@link vn.ansinh.api.policy.Policies#startMonth}. */
    public YearMonth startMonth(String benefit, PersonFacts person, LocalDate decisionDate) {
        return book.startMonth(benefit, person, decisionDate);
    }

    /** As {@link vn.ansinh.api.policy.Policies#whyNot}. */
    public Optional<String> whyNot(String benefit, long unitId, PersonFacts person, LocalDate day) {
        return book.whyNot(benefit, unitId, person, day);
    }

    /** As {@link vn.ansinh.api.policy.Policies#conflicts}. */
    public List<String> conflicts(PersonFacts person, List<Claim> claims, Claim proposed, LocalDate asOf) {
        return new Conflicts(book, person, asOf).of(claims, proposed);
    }

    /** Every value of law in the newest pack; of a table one for each row. */
    public List<LawValue> values() {
        List<LawValue> values = new ArrayList<>();
        pack.forEachValue((code, kind, value) -> {
            if (kind == Pack.Kind.TABLE) {
                value.rows()
                        .forEach((row, amount) ->
                                values.add(new LawValue(code, row, value.citation(), BigDecimal.valueOf(amount))));
            } else {
                values.add(new LawValue(code, null, value.citation(), value.number()));
            }
        });
        return values;
    }

    /**
     * A value of law.
     *
     * @param code of the parameter or rate
     * @param row of a table, otherwise {@code null}
     * @param number đồng, a coefficient, or a quantity
     */
    public record LawValue(String code, String row, Citation citation, BigDecimal number) {}
}
