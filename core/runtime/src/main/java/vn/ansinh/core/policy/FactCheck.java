package vn.ansinh.core.policy;

import java.util.List;
import java.util.Map;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.FactKey.Type;
import vn.ansinh.core.extender.Faults;
import vn.ansinh.core.extender.Place;

/** Checks that a pack asks only for facts that somebody declares, in their notation. */
final class FactCheck {

    private final Pack pack;
    private final Map<String, FactKey> keys;
    private final Faults faults;

    FactCheck(Pack pack, Map<String, FactKey> keys, Faults faults) {
        this.pack = pack;
        this.keys = keys;
        this.faults = faults;
    }

    void check() {
        pack.always().forEachLeaf(this::leaf);
        for (Pack.Rule rule : pack.rules()) {
            rule.condition().forEachLeaf(this::leaf);
            if (rule.start().fact() != null) {
                key(rule.start().fact(), rule.start().place());
            }
            for (Pack.Rate rate : rule.rates()) {
                rate.condition().forEachLeaf(this::leaf);
                rate.each().forEach(counted -> key(counted.key(), rate.place(), Type.DATED_NAME));
                if (rate.times() != null) {
                    key(rate.times(), rate.place(), Type.NUMBER);
                }
                if (rate.worth() instanceof Pack.Worth.Table table) {
                    table(table.fact(), table.values(), table.place());
                }
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

    private void table(String fact, Timeline tables, Place place) {
        FactKey key = key(fact, place);
        if (key == null) {
            return;
        }
        if (key.type() != Type.NUMBER && key.type() != Type.CHOICE) {
            faults.add(place, "Bảng tra theo sự kiện kiểu số hoặc lựa chọn; «" + fact + "» không phải.");
            return;
        }
        for (Timeline.Value table : tables.values()) {
            int before = faults.count();
            table.rows().keySet().forEach(row -> value(key, row, table.place()));
            if (faults.count() == before && key.type() == Type.NUMBER) {
                holes(table);
            }
        }
    }

    /** A percentage that a table forgets between two others would be worth nothing. */
    private void holes(Timeline.Value table) {
        List<Long> numbers =
                table.rows().keySet().stream().map(Long::valueOf).sorted().toList();
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.get(i) > numbers.get(i - 1) + 1) {
                faults.add(table.place(), "Bảng thiếu mức giữa " + numbers.get(i - 1) + " và " + numbers.get(i) + ".");
            } else if (numbers.get(i).equals(numbers.get(i - 1))) {
                faults.add(table.place(), "Bảng ghi hai lần mức " + numbers.get(i) + ".");
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
        if (!key.allows(value)) {
            faults.add(place, "Sự kiện «" + key.key() + "» không có giá trị «" + value + "».");
        }
    }
}
