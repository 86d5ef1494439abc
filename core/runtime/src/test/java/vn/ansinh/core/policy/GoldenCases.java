package vn.ansinh.core.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.core.extender.Faults;
import vn.ansinh.core.extender.YamlMap;

/** Cases written as the worked examples of a pack, for tests of other rooms. */
public final class GoldenCases {

    private GoldenCases() {}

    /** One person. */
    public record Case(
            String name, LocalDate born, LocalDate died, List<Fact> facts, List<Claim> claims, List<Month> months) {}

    /** @param amounts đồng by benefit: what is due for the month as known on a day */
    public record Month(YearMonth month, LocalDate asOf, Map<String, Long> amounts) {}

    /** @param yaml with {@code vi-du} */
    public static List<Case> read(String yaml, String file) {
        Faults faults = new Faults(file);
        YamlMap root = YamlMap.read(yaml, file, faults);
        faults.refuse();
        List<Case> cases = new ArrayList<>();
        for (YamlMap map : root.maps("vi-du")) {
            Pack.Example example = new ExampleParser(faults).example(map);
            cases.add(new Case(
                    example.name(),
                    example.born(),
                    example.died(),
                    example.facts(),
                    example.claims(),
                    example.months().stream()
                            .map(month -> new Month(month.month(), month.asOf(), month.amounts()))
                            .toList()));
        }
        faults.refuse();
        return cases;
    }
}
