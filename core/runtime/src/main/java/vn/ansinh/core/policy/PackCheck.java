package vn.ansinh.core.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.FactKey.Type;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.text.Money;

/** Checks a pack as a whole: names, dates, ages, and that its own examples come true. */
final class PackCheck {

    private final Pack pack;
    private final Map<String, FactKey> keys;
    private final Faults faults;

    private PackCheck(Pack pack, String file, Map<String, FactKey> keys) {
        this.pack = pack;
        this.keys = keys;
        this.faults = new Faults(file);
    }

    /**
     * @param keys all declared fact keys
     * @throws PackRefusedException with everything that is wrong
     */
    static void check(Pack pack, String file, Map<String, FactKey> keys) {
        PackCheck check = new PackCheck(pack, file, keys);
        check.names();
        check.rates();
        check.conditions();
        check.faults.refuse();
        check.examples();
        check.faults.refuse();
    }

    private void names() {
        Set<String> benefits = new HashSet<>();
        Set<String> rates = new HashSet<>(pack.parameters().keySet());
        for (Pack.Rule rule : pack.rules()) {
            if (!benefits.add(rule.benefit().code())) {
                faults.add(rule.place(), "Chế độ «" + rule.benefit().code() + "» ghi hai lần.");
            }
            for (String group : rule.benefit().groups()) {
                if (!pack.groups().containsKey(group)) {
                    faults.add(rule.place(), "Không có nhóm «" + group + "».");
                }
            }
            for (Pack.Rate rate : rule.rates()) {
                if (!rates.add(rate.code())) {
                    faults.add(rate.place(), "Mã «" + rate.code() + "» đã dùng.");
                }
            }
        }
        for (Pack.Group group : pack.groups().values()) {
            group.together().forEach((benefit, others) -> {
                for (String code : others) {
                    checkTogether(group, code, benefits);
                }
                checkTogether(group, benefit, benefits);
            });
        }
    }

    private void checkTogether(Pack.Group group, String benefit, Set<String> benefits) {
        if (!benefits.contains(benefit)) {
            faults.add(new Place(1, 1), "Nhóm «" + group.code() + "»: không có chế độ «" + benefit + "».");
        }
    }

    private void rates() {
        for (Pack.Rule rule : pack.rules()) {
            for (Pack.Rate rate : rule.rates()) {
                Pack.Parameter parameter = pack.parameters().get(rate.parameter());
                if (parameter == null) {
                    faults.add(rate.place(), "Không có tham số «" + rate.parameter() + "».");
                } else if (parameter
                        .values()
                        .first()
                        .isAfter(rate.coefficients().first())) {
                    faults.add(
                            rate.place(),
                            "Hệ số tính từ " + rate.coefficients().first() + " nhưng «" + rate.parameter()
                                    + "» mới có từ " + parameter.values().first() + ".");
                }
                if (rate.claimedBefore() != null && rate.claimedBefore() < 1) {
                    faults.add(rate.place(), "«huong-truoc-tuoi» là số tuổi, từ 1.");
                }
            }
            ages(rule);
        }
    }

    /** Rates that differ in nothing but age must neither overlap nor leave a hole. */
    private void ages(Pack.Rule rule) {
        Map<Condition, List<Pack.Rate>> alike = new HashMap<>();
        for (Pack.Rate rate : rule.rates()) {
            alike.computeIfAbsent(rate.condition(), condition -> new ArrayList<>())
                    .add(rate);
        }
        for (List<Pack.Rate> rates : alike.values()) {
            rates.sort(Comparator.comparingInt(rate -> rate.age().from()));
            for (int i = 1; i < rates.size(); i++) {
                Pack.Rate before = rates.get(i - 1);
                Pack.Rate rate = rates.get(i);
                if (before.age().overlaps(rate.age())) {
                    faults.add(
                            rate.place(), "Tuổi của mức «" + rate.code() + "» trùng với mức «" + before.code() + "».");
                } else if (before.age().below() < rate.age().from()) {
                    faults.add(
                            rate.place(),
                            "Giữa mức «" + before.code() + "» và mức «" + rate.code()
                                    + "» có tuổi không thuộc mức nào.");
                }
            }
        }
    }

    private void conditions() {
        pack.always().forEachLeaf(this::leaf);
        for (Pack.Rule rule : pack.rules()) {
            rule.condition().forEachLeaf(this::leaf);
            for (Pack.Rate rate : rule.rates()) {
                rate.condition().forEachLeaf(this::leaf);
                rate.each().forEach(counted -> key(counted.key(), rate.place(), Type.DATED_NAME));
            }
        }
        for (Pack.Example example : pack.examples()) {
            for (Fact fact : example.facts()) {
                FactKey key = key(fact.key(), example.place());
                if (key != null) {
                    value(key, fact.value(), example.place());
                }
            }
        }
    }

    private void leaf(Condition.Leaf leaf) {
        if (leaf instanceof Condition.Compare compare) {
            FactKey key = key(compare.key(), compare.place());
            if (key != null) {
                compare.values().forEach(value -> value(key, value, compare.place()));
            }
        } else if (leaf instanceof Condition.Range) {
            key(leaf.key(), leaf.place(), Type.NUMBER);
        } else {
            key(leaf.key(), leaf.place(), Type.DATED_NAME);
        }
    }

    private FactKey key(String name, Place place) {
        FactKey key = keys.get(name);
        if (key == null) {
            faults.add(place, "Chưa có sự kiện nào khai báo khóa «" + name + "».");
        }
        return key;
    }

    private void key(String name, Place place, Type type) {
        FactKey key = key(name, place);
        if (key != null && key.type() != type) {
            faults.add(place, "Sự kiện «" + name + "» không đếm hay so sánh như vậy được.");
        }
    }

    private void value(FactKey key, String value, Place place) {
        boolean allowed = switch (key.type()) {
            case FLAG -> value.equals("co") || value.equals("khong");
            case CHOICE -> key.values().contains(value);
            case DATED_NAME, DATE -> value.matches("\\d{4}-\\d{2}-\\d{2}( .+)?");
            case NUMBER -> value.matches("-?\\d+");
            case TEXT -> true;
        };
        if (!allowed) {
            faults.add(place, "Sự kiện «" + key.key() + "» không có giá trị «" + value + "».");
        }
    }

    private void examples() {
        PolicyBook book = new PolicyBook(List.of(pack), name -> keys.get(name).label());
        for (Pack.Example example : pack.examples()) {
            for (Pack.Expected expected : example.months()) {
                String wrong = compare(book, example, expected);
                if (wrong != null) {
                    faults.add(
                            expected.place(), "Ví dụ «" + example.name() + "», kỳ " + expected.month() + ": " + wrong);
                }
            }
        }
    }

    /** @return what differs from what the example expects, {@code null} when nothing does */
    static String compare(PolicyBook book, Pack.Example example, Pack.Expected expected) {
        PersonFacts person = new PersonFacts(example.born(), example.died(), example.facts());
        Map<String, Long> found = new HashMap<>();
        Map<String, String> reasons = new HashMap<>();
        for (Due due : book.due(person, example.claims(), expected.month(), expected.month(), expected.asOf())) {
            found.merge(due.benefit(), due.amount(), Long::sum);
            if (due.reason() != null) {
                reasons.put(due.benefit(), due.reason());
            }
        }
        for (String benefit : expected.amounts().keySet()) {
            found.putIfAbsent(benefit, 0L);
        }
        for (Map.Entry<String, Long> each : found.entrySet()) {
            long wanted = expected.amounts().getOrDefault(each.getKey(), 0L);
            if (each.getValue() != wanted) {
                return each.getKey() + " mong đợi " + Money.format(wanted) + ", tính ra "
                        + Money.format(each.getValue()) + " đồng. " + reasons.getOrDefault(each.getKey(), "");
            }
        }
        return null;
    }
}
