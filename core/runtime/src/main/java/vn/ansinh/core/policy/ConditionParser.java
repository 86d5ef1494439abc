package vn.ansinh.core.policy;

import java.util.ArrayList;
import java.util.List;
import vn.ansinh.core.extender.Faults;
import vn.ansinh.core.extender.YamlMap;

/** Reads conditions, ages and what is counted. */
final class ConditionParser {

    private static final int MONTHS = 12;

    private final Faults faults;

    ConditionParser(Faults faults) {
        this.faults = faults;
    }

    /**
     * Every entry of a mapping must hold: {@code khuyet-tat.muc-do: nang} or {@code ho-ngheo: [ngheo, can-ngheo]} or
     * {@code so-con: {tu: 1, duoi: 3}}, and the words {@code tat-ca}, {@code mot-trong}, {@code khong}, {@code dem}.
     */
    Condition condition(YamlMap map) {
        if (map == null) {
            return Condition.ALWAYS;
        }
        List<Condition> parts = new ArrayList<>();
        for (String key : map.names()) {
            switch (key) {
                case "tat-ca" -> parts.add(new Condition.All(conditions(map, key)));
                case "mot-trong" -> parts.add(new Condition.Any(conditions(map, key)));
                case "khong" -> parts.add(new Condition.Not(condition(map.map(key))));
                case "dem" -> parts.add(count(map.map(key)));
                default -> parts.add(map.isMap(key) ? range(map, key) : compare(map, key));
            }
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.All(parts);
    }

    /** What stands under {@code key}; always so when nothing does. */
    Condition optional(YamlMap map, String key) {
        return map.has(key) ? condition(map.map(key)) : Condition.ALWAYS;
    }

    private List<Condition> conditions(YamlMap map, String key) {
        List<Condition> parts = new ArrayList<>();
        map.maps(key).forEach(part -> parts.add(condition(part)));
        if (parts.isEmpty()) {
            map.fault(key, "«" + key + "» cần ít nhất một điều kiện.");
        }
        return parts;
    }

    private Condition compare(YamlMap map, String key) {
        List<String> values = map.texts(key);
        if (values.isEmpty()) {
            map.fault(key, "«" + key + "» cần ít nhất một giá trị.");
        }
        return new Condition.Compare(key, values, map.place(key));
    }

    private Condition range(YamlMap map, String key) {
        YamlMap range = map.map(key);
        Integer from = range.has("tu") ? range.integer("tu") : null;
        Integer below = range.has("duoi") ? range.integer("duoi") : null;
        range.finish();
        if (from == null && below == null) {
            map.fault(key, "«" + key + "» cần tu hoặc duoi.");
        }
        return new Condition.Range(
                key, from == null ? Long.MIN_VALUE : from, below == null ? Long.MAX_VALUE : below, map.place(key));
    }

    private Condition count(YamlMap map) {
        if (map == null) {
            return Condition.ALWAYS;
        }
        int before = faults.count();
        Counted counted = counted(map);
        Integer atLeast = map.integer("it-nhat");
        map.finish();
        return faults.count() > before ? Condition.ALWAYS : new Condition.Count(counted, atLeast, map.place());
    }

    Counted counted(YamlMap map) {
        return new Counted(map.text("khoa"), age(map));
    }

    /** {@code tuoi: {tu: 16, duoi: 60}} in full years, or {@code tuoi-thang} in full months. */
    AgeBand age(YamlMap map) {
        boolean months = map.has("tuoi-thang");
        if (months && map.has("tuoi")) {
            map.fault("tuoi", "Chỉ ghi một trong hai: tuoi, tuoi-thang.");
        }
        String key = months ? "tuoi-thang" : "tuoi";
        if (!map.has(key)) {
            return AgeBand.ANY;
        }
        YamlMap band = map.map(key);
        if (band == null) {
            return AgeBand.ANY;
        }
        Integer from = band.has("tu") ? band.integer("tu") : null;
        Integer below = band.has("duoi") ? band.integer("duoi") : null;
        band.finish();
        int unit = months ? 1 : MONTHS;
        AgeBand age = new AgeBand(
                from == null ? AgeBand.ANY.from() : from * unit, below == null ? AgeBand.ANY.below() : below * unit);
        if (age.from() < 0 || age.from() >= age.below()) {
            map.fault(key, "Tuổi «tu» phải nhỏ hơn «duoi».");
        }
        return age;
    }
}
