package vn.ansinh.core.policy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.PackDetail.Example;
import vn.ansinh.api.policy.PackDetail.Timeline;
import vn.ansinh.api.policy.PackDetail.Value;
import vn.ansinh.api.text.Vietnamese;

/** A pack as people read it: its values in time and its examples computed. */
final class PackReading {

    private final Pack pack;

    PackReading(Pack pack) {
        this.pack = pack;
    }

    static String month(YearMonth month) {
        return Vietnamese.month(month);
    }

    /**
     * The values it writes, and of what it amends those that were there before.
     *
     * @param book the pack among those it extends
     * @param gazettes where provisional values were read, by value id
     */
    List<Timeline> timelines(PolicyBook book, Map<String, String> gazettes) {
        Map<String, List<Value>> values = new LinkedHashMap<>();
        pack.forEachValue((code, kind, value) -> values.putIfAbsent(code, new ArrayList<>()));
        Map<String, String> names = new HashMap<>();
        for (PackInForce each : book.packs()) {
            boolean own = each.pack() == pack;
            each.pack().forEachValue((code, kind, value) -> {
                if (values.containsKey(code)) {
                    String gazette = own ? gazettes.get(value.citation().id()) : null;
                    values.get(code)
                            .add(new Value(
                                    value.citation(), value.number(), ValueParser.written(kind, value), own, gazette));
                }
            });
            names(each.pack()).forEach(names::putIfAbsent);
        }
        List<Timeline> timelines = new ArrayList<>();
        values.forEach((code, each) -> {
            each.sort(Comparator.comparing(value -> value.cited().countedFrom()));
            timelines.add(new Timeline(
                    code, names.getOrDefault(code, code), pack.parameters().containsKey(code), each));
        });
        return timelines;
    }

    private static Map<String, String> names(Pack pack) {
        Map<String, String> names = new HashMap<>();
        pack.parameters().forEach((code, parameter) -> names.put(code, parameter.name()));
        pack.rules().forEach(rule -> rule.rates().forEach(rate -> names.put(rate.code(), rate.name())));
        names.values().removeIf(Objects::isNull);
        return names;
    }

    /**
     * @param book in which the pack's examples are computed
     * @param territories by which the units they name are found
     */
    List<Example> examples(PolicyBook book, Territories territories) {
        ExampleCheck check = new ExampleCheck(book, pack, territories);
        List<Example> examples = new ArrayList<>();
        for (Pack.Example example : pack.examples()) {
            for (Pack.Expected expected : example.months()) {
                Map<String, Long> computed = new LinkedHashMap<>();
                for (Due due : check.dues(example, expected)) {
                    computed.merge(due.benefit(), due.amount(), Long::sum);
                }
                Map<String, Long> wanted = new LinkedHashMap<>(expected.amounts());
                computed.keySet().forEach(benefit -> wanted.putIfAbsent(benefit, 0L));
                wanted.forEach((benefit, amount) -> examples.add(new Example(
                        example.name(), month(expected.month()), benefit, amount, computed.getOrDefault(benefit, 0L))));
            }
        }
        return examples;
    }
}
