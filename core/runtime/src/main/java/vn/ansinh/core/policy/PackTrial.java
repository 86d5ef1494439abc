package vn.ansinh.core.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.policy.Citation;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.PersonFacts;

/** A pack on the bench: read and checked as the extender would, outside any container, for the tests of who writes it. */
public final class PackTrial {

    private final Pack pack;
    private final PolicyBook book;

    private PackTrial(Pack pack, PolicyBook book) {
        this.pack = pack;
        this.book = book;
    }

    /**
     * Reads and checks a pack.
     *
     * @param source the YAML
     * @param file its name, for messages
     * @param keys the declared fact keys
     * @throws PackRefusedException with everything that is wrong in it
     */
    public static PackTrial of(String source, String file, Map<String, FactKey> keys) {
        Pack pack = PackParser.parse(source, file);
        PackCheck.check(pack, file, keys);
        return new PackTrial(
                pack, new PolicyBook(List.of(pack), key -> keys.get(key).label()));
    }

    /**
     * Computes further examples, written as in a pack under {@code vi-du}.
     *
     * @return what came out otherwise than expected, each with example and month; empty when all came true
     * @throws PackRefusedException when the file is not understood
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
        for (Pack.Expected expected : example.months()) {
            String wrong = PackCheck.compare(book, example, expected);
            if (wrong != null) {
                failures.add(example.name() + ", " + expected.month() + ": " + wrong);
            }
        }
    }

    /** As {@link vn.ansinh.api.policy.Policies#due}. */
    public List<Due> due(PersonFacts person, List<Claim> claims, YearMonth from, YearMonth to, LocalDate asOf) {
        return book.due(person, claims, from, to, asOf);
    }

    /** Every value of law in the pack. */
    public List<LawValue> values() {
        List<LawValue> values = new ArrayList<>();
        pack.parameters()
                .forEach((code, parameter) -> parameter
                        .values()
                        .values()
                        .forEach(value -> values.add(new LawValue(code, value.citation(), value.number()))));
        for (Pack.Rule rule : pack.rules()) {
            for (Pack.Rate rate : rule.rates()) {
                rate.coefficients()
                        .values()
                        .forEach(value -> values.add(new LawValue(rate.code(), value.citation(), value.number())));
            }
        }
        return values;
    }

    /**
     * A value of law.
     *
     * @param code of the parameter or rate
     * @param number đồng, or a coefficient
     */
    public record LawValue(String code, Citation citation, BigDecimal number) {}
}
