package vn.ansinh.core.policy;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.PackDetail.Example;
import vn.ansinh.api.policy.PackDetail.Timeline;
import vn.ansinh.api.policy.PackDetail.Value;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.text.Money;

/** A pack as people read it: its values in time and its examples computed. */
final class PackReading {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/uuuu");

    private final Pack pack;

    PackReading(Pack pack) {
        this.pack = pack;
    }

    static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** @param gazettes where provisional values were read, by value id */
    List<Timeline> timelines(Map<String, String> gazettes) {
        List<Timeline> timelines = new ArrayList<>();
        for (Pack.Parameter parameter : pack.parameters().values()) {
            timelines.add(new Timeline(
                    parameter.code(),
                    parameter.name(),
                    true,
                    values(parameter.values(), amount -> Money.format(amount.longValueExact()) + " đồng", gazettes)));
        }
        for (Pack.Rule rule : pack.rules()) {
            for (Pack.Rate rate : rule.rates()) {
                timelines.add(new Timeline(
                        rate.code(),
                        rate.name(),
                        false,
                        values(rate.coefficients(), PackParser::decimalComma, gazettes)));
            }
        }
        return timelines;
    }

    private static List<Value> values(
            vn.ansinh.core.policy.Timeline timeline,
            Function<BigDecimal, String> notation,
            Map<String, String> gazettes) {
        return timeline.values().stream()
                .map(value -> new Value(
                        value.citation(),
                        value.number(),
                        notation.apply(value.number()),
                        true,
                        gazettes.get(value.citation().id())))
                .toList();
    }

    /** @param book in which the pack's examples are computed */
    List<Example> examples(PolicyBook book) {
        List<Example> examples = new ArrayList<>();
        for (Pack.Example example : pack.examples()) {
            for (Pack.Expected expected : example.months()) {
                Map<String, Long> computed = computed(book, example, expected);
                Map<String, Long> wanted = new LinkedHashMap<>(expected.amounts());
                computed.keySet().forEach(benefit -> wanted.putIfAbsent(benefit, 0L));
                wanted.forEach((benefit, amount) -> examples.add(new Example(
                        example.name(), month(expected.month()), benefit, amount, computed.getOrDefault(benefit, 0L))));
            }
        }
        return examples;
    }

    private static Map<String, Long> computed(PolicyBook book, Pack.Example example, Pack.Expected expected) {
        PersonFacts person = new PersonFacts(example.born(), example.died(), example.facts());
        YearMonth month = expected.month();
        Map<String, Long> computed = new LinkedHashMap<>();
        for (Due due : book.due(person, example.claims(), month, month, expected.asOf())) {
            computed.merge(due.benefit(), due.amount(), Long::sum);
        }
        return computed;
    }
}
