package vn.ansinh.core.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.core.extender.Faults;
import vn.ansinh.core.extender.FileRefusedException;
import vn.ansinh.core.extender.Place;

/**
 * Checks a pack as a whole and among the others: names, dates, ages, tables, floors, and that its own examples come true.
 */
final class PackCheck {

    private static final Place START = new Place(1, 1);

    private final PackInForce candidate;
    private final Pack pack;
    private final Map<String, PackInForce> others = new LinkedHashMap<>();
    private final PackFamily family;
    private final Map<String, FactKey> keys;
    private final Territories territories;
    private final Faults faults;

    private PackCheck(
            PackInForce candidate,
            String file,
            Map<String, FactKey> keys,
            Collection<PackInForce> others,
            Territories territories) {
        this.candidate = candidate;
        this.pack = candidate.pack();
        this.keys = keys;
        this.territories = territories;
        this.faults = new Faults(file);
        for (PackInForce other : others) {
            if (!other.pack().id().equals(pack.id())) {
                this.others.put(other.pack().id(), other);
            }
        }
        List<PackInForce> all = new ArrayList<>(this.others.values());
        all.add(candidate);
        this.family = new PackFamily(all);
    }

    /**
     * @param keys all declared fact keys
     * @param others the packs among which it is to stand; another version of it does not count
     * @throws FileRefusedException with everything that is wrong
     */
    static void check(
            Pack pack,
            String file,
            Map<String, FactKey> keys,
            Collection<PackInForce> others,
            Territories territories) {
        PackInForce candidate = new PackInForce(pack, null, territories.of(pack));
        PackCheck check = new PackCheck(candidate, file, keys, others, territories);
        check.family();
        check.faults.refuse();
        check.names();
        check.groups();
        check.parameters();
        check.additions();
        check.dependents();
        new RateCheck(pack, check.family, check.faults).check();
        new FactCheck(pack, keys, check.faults).check();
        check.faults.refuse();
        new FloorCheck(candidate, check.family, check.faults).check();
        check.faults.refuse();
        check.examples();
        check.faults.refuse();
    }

    private void family() {
        pack.amends().forEach((id, place) -> {
            if (!others.containsKey(id)) {
                faults.add(
                        place,
                        id.equals(pack.id())
                                ? "Gói không mở rộng chính nó."
                                : "Không có gói «" + id + "» để mở rộng; gói ấy phải được đưa vào trước.");
            }
        });
        if (faults.count() == 0 && family.extendsItself(pack)) {
            faults.add(pack.amends().values().iterator().next(), "Các gói mở rộng lẫn nhau thành vòng.");
        }
        pack.territory().forEach((code, place) -> {
            if (territories.subtree(code).isEmpty()) {
                faults.add(place, "Hiện không có đơn vị hành chính mã «" + code + "».");
            }
        });
    }

    private void names() {
        Map<String, String> foreignBenefits = new HashMap<>();
        Map<String, String> foreignRates = new HashMap<>();
        others.values()
                .forEach(other -> other.pack().rules().forEach(rule -> {
                    foreignBenefits.put(rule.benefit().code(), other.pack().name());
                    rule.rates()
                            .forEach(rate ->
                                    foreignRates.put(rate.code(), other.pack().name()));
                }));
        Set<String> benefits = new HashSet<>();
        Set<String> rates = new HashSet<>(pack.parameters().keySet());
        for (Pack.Rule rule : pack.rules()) {
            String code = rule.benefit().code();
            if (!benefits.add(code)) {
                faults.add(rule.place(), "Chế độ «" + code + "» ghi hai lần.");
            }
            if (foreignBenefits.containsKey(code)) {
                faults.add(rule.place(), "Chế độ «" + code + "» đã có trong gói «" + foreignBenefits.get(code) + "».");
            }
            for (Pack.Rate rate : rule.rates()) {
                if (!rates.add(rate.code())) {
                    faults.add(rate.place(), "Mã «" + rate.code() + "» đã dùng.");
                }
                if (foreignRates.containsKey(rate.code())) {
                    faults.add(
                            rate.place(),
                            "Mã «" + rate.code() + "» đã dùng trong gói «" + foreignRates.get(rate.code()) + "».");
                }
            }
        }
    }

    /** Groups go by code across all packs: a benefit may join one that another pack declares. */
    private void groups() {
        Set<String> groups = new HashSet<>(pack.groups().keySet());
        Set<String> benefits = new HashSet<>();
        pack.rules().forEach(rule -> benefits.add(rule.benefit().code()));
        for (PackInForce other : others.values()) {
            groups.addAll(other.pack().groups().keySet());
            other.pack().rules().forEach(rule -> benefits.add(rule.benefit().code()));
        }
        for (Pack.Rule rule : pack.rules()) {
            for (String group : rule.benefit().groups()) {
                if (!groups.contains(group)) {
                    faults.add(rule.place(), "Không có nhóm «" + group + "».");
                }
            }
        }
        for (Pack.Group group : pack.groups().values()) {
            Set<String> named = new HashSet<>(group.together().keySet());
            group.together().values().forEach(named::addAll);
            named.stream()
                    .filter(code -> !benefits.contains(code))
                    .sorted()
                    .forEach(code ->
                            faults.add(group.place(), "Nhóm «" + group.code() + "»: không có chế độ «" + code + "»."));
        }
    }

    private void parameters() {
        for (Pack.Parameter parameter : pack.parameters().values()) {
            List<Pack> declarers = family.declarersOf(parameter.code(), pack);
            if (declarers.size() > 1) {
                faults.add(
                        parameter.place(),
                        "Tham số «" + parameter.code() + "» có trong nhiều gói được mở rộng: "
                                + String.join(
                                        ", ", declarers.stream().map(Pack::id).toList())
                                + ".");
            } else if (declarers.contains(pack) && parameter.name() == null) {
                faults.add(
                        parameter.place(),
                        "Các gói được mở rộng không có tham số «" + parameter.code() + "»; tham số mới cần «ten».");
            }
        }
    }

    private void additions() {
        for (Pack.Addition addition : pack.additions()) {
            Pack.Rate rate = amended(pack, addition);
            if (rate == null) {
                faults.add(addition.place(), "Các gói được mở rộng không có mức «" + addition.rate() + "».");
            } else if (rate.worth().values() == null || rate.worth().kind() != addition.kind()) {
                faults.add(
                        addition.place(),
                        "Mức «" + addition.rate() + "» không ghi theo «"
                                + addition.kind().key() + "».");
            }
        }
    }

    /** Packs that extend an older version find in this one what they mean. */
    private void dependents() {
        for (Pack dependent : family.below(pack)) {
            for (Pack.Addition addition : dependent.additions()) {
                if (amended(dependent, addition) == null) {
                    faults.add(START, lacks(dependent, "mức «" + addition.rate() + "»"));
                }
            }
            dependent.rules().stream()
                    .flatMap(rule -> rule.rates().stream())
                    .map(Pack.Rate::worth)
                    .filter(Pack.Worth.Scaled.class::isInstance)
                    .map(worth -> ((Pack.Worth.Scaled) worth).parameter())
                    .distinct()
                    .filter(code -> family.declarersOf(code, dependent).size() != 1)
                    .forEach(code -> faults.add(START, lacks(dependent, "tham số «" + code + "»")));
            dependent.parameters().values().stream()
                    .filter(parameter -> parameter.name() == null
                            && family.declarersOf(parameter.code(), dependent).contains(dependent))
                    .forEach(parameter -> faults.add(START, lacks(dependent, "tham số «" + parameter.code() + "»")));
        }
    }

    private static String lacks(Pack dependent, String what) {
        return "Gói «" + dependent.name() + "» đang mở rộng gói này và cần " + what + ", bản này không còn.";
    }

    private Pack.Rate amended(Pack amending, Pack.Addition addition) {
        return family.above(amending).stream()
                .flatMap(above -> above.pack().rules().stream())
                .flatMap(rule -> rule.rates().stream())
                .filter(each -> each.code().equals(addition.rate()))
                .findFirst()
                .orElse(null);
    }

    private void examples() {
        PolicyBook book = new PolicyBook(
                family.stageOf(candidate),
                name -> keys.containsKey(name) ? keys.get(name).label() : name);
        ExampleCheck examples = new ExampleCheck(book, pack, territories);
        for (Pack.Example example : pack.examples()) {
            for (Pack.Expected expected : example.months()) {
                String wrong = examples.difference(example, expected);
                if (wrong != null) {
                    faults.add(
                            expected.place(), "Ví dụ «" + example.name() + "», kỳ " + expected.month() + ": " + wrong);
                }
            }
        }
    }
}
