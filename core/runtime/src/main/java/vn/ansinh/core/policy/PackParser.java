package vn.ansinh.core.policy;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.core.extender.Faults;
import vn.ansinh.core.extender.FileRefusedException;
import vn.ansinh.core.extender.Place;
import vn.ansinh.core.extender.YamlMap;

/** Reads the notation of a policy pack. What the words mean together is the business of {@link PackCheck}. */
final class PackParser {

    private final Faults faults;
    private final ConditionParser conditions;

    private PackParser(Faults faults) {
        this.faults = faults;
        this.conditions = new ConditionParser(faults);
    }

    /** @throws FileRefusedException with everything that is wrong in the notation */
    static Pack parse(String source, String file) {
        Faults faults = new Faults(file);
        YamlMap root = YamlMap.read(source, file, faults);
        Pack pack = root == null ? null : new PackParser(faults).pack(root);
        faults.refuse();
        return pack;
    }

    private Pack pack(YamlMap root) {
        String id = root.text("goi");
        Integer version = root.integer("phien-ban");
        if (version != null && version < 1) {
            root.fault("phien-ban", "Phiên bản đếm từ 1.");
        }
        PackVersion packVersion = id == null || version == null ? null : new PackVersion(id, version);
        String name = root.text("ten");
        String program = root.text("chuong-trinh");
        Map<String, Place> amends = codes(root, "mo-rong");
        Map<String, Place> territory = codes(root, "dia-ban");
        Pack.Document document = root.has("van-ban") ? document(root.map("van-ban")) : null;
        ValueParser values = new ValueParser(packVersion, faults);
        RuleParser ruleParser = new RuleParser(conditions, values, faults);
        Pack.Rounding rounding = root.has("lam-tron")
                ? ruleParser.rounding(root.map("lam-tron"))
                : new Pack.Rounding(1, RoundingMode.HALF_UP);
        List<Pack.Parameter> parameters = new ArrayList<>();
        each(
                root,
                "tham-so",
                (map, code, place) -> add(parameters, map, one -> parameter(one, code, place, amends, values)));
        List<Pack.Group> groups = new ArrayList<>();
        each(root, "nhom", (map, code, place) -> add(groups, map, one -> group(one, code, place)));
        Condition always = conditions.optional(root, "dieu-kien-chung");
        List<Pack.Rule> rules = new ArrayList<>();
        for (YamlMap map : root.maps("che-do")) {
            add(rules, map, rule -> ruleParser.rule(rule, program, always, rounding));
        }
        List<Pack.Addition> additions = new ArrayList<>();
        for (Pack.Kind kind : Pack.Kind.values()) {
            additions(root, kind, values, additions);
        }
        if (amends.isEmpty() && !root.has("che-do")) {
            root.fault("che-do", "Thiếu «che-do».");
        }
        List<Pack.Example> examples = new ArrayList<>();
        for (YamlMap map : root.maps("vi-du")) {
            add(examples, map, new ExampleParser(faults)::example);
        }
        root.finish();
        return faults.count() > 0
                ? null
                : new Pack(
                        packVersion,
                        name,
                        program,
                        amends,
                        territory,
                        document,
                        rounding,
                        byCode(parameters, Pack.Parameter::code),
                        byCode(groups, Pack.Group::code),
                        always,
                        rules,
                        additions,
                        examples);
    }

    /** One code or a list of codes, none of them twice. */
    private Map<String, Place> codes(YamlMap root, String key) {
        Map<String, Place> codes = new LinkedHashMap<>();
        if (root.has(key)) {
            for (String code : root.texts(key)) {
                if (codes.put(code, root.place(key)) != null) {
                    root.fault(key, "«" + code + "» ghi hai lần.");
                }
            }
            if (codes.isEmpty()) {
                root.fault(key, "«" + key + "» cần ít nhất một mã; không cần thì bỏ khóa này.");
            }
        }
        return codes;
    }

    private static Pack.Document document(YamlMap map) {
        if (map == null) {
            return null;
        }
        String number = map.text("so");
        LocalDate promulgated = map.has("ban-hanh") ? map.day("ban-hanh") : null;
        LocalDate inForce = map.has("hieu-luc") ? map.day("hieu-luc") : null;
        YearMonth countedFrom = map.has("tinh-tu") ? map.month("tinh-tu") : null;
        map.finish();
        return new Pack.Document(number, promulgated, inForce, countedFrom);
    }

    /** Reads what is named under {@code key}, when it is there. */
    private static void each(YamlMap root, String key, Named reading) {
        YamlMap named = root.has(key) ? root.map(key) : null;
        if (named != null) {
            for (String name : named.names()) {
                YamlMap map = named.map(name);
                if (map != null) {
                    reading.read(map, name, named.place(name));
                }
            }
        }
    }

    /** Adds what was read, unless something was wrong in it. */
    private <T> void add(List<T> list, YamlMap map, Function<YamlMap, T> reading) {
        int before = faults.count();
        T read = reading.apply(map);
        map.finish();
        if (faults.count() == before) {
            list.add(read);
        }
    }

    private static <T> Map<String, T> byCode(List<T> list, Function<T, String> code) {
        Map<String, T> named = new LinkedHashMap<>();
        list.forEach(each -> named.put(code.apply(each), each));
        return named;
    }

    /** A pack that extends others may add values to a parameter of theirs without naming it again. */
    private static Pack.Parameter parameter(
            YamlMap map, String code, Place place, Map<String, Place> amends, ValueParser values) {
        String name = amends.isEmpty() || map.has("ten") ? map.text("ten") : null;
        Timeline amounts = values.timeline(map, "gia-tri", Pack.Kind.MONEY, code, name == null ? code : name, null);
        return new Pack.Parameter(code, name, amounts, place);
    }

    private static Pack.Group group(YamlMap map, String code, Place place) {
        String name = map.text("ten");
        String clause = map.text("can-cu");
        String way = map.text("cach");
        if (way != null && !way.equals("cao-nhat")) {
            map.fault("cach", "Nhóm chỉ có cách «cao-nhat»: hưởng một mức cao nhất.");
        }
        Map<String, List<String>> together = new LinkedHashMap<>();
        for (YamlMap pair : map.maps("cung-huong")) {
            String benefit = pair.text("che-do");
            List<String> others = pair.texts("voi");
            pair.finish();
            if (benefit != null) {
                together.merge(benefit, others, (some, more) -> {
                    List<String> all = new ArrayList<>(some);
                    all.addAll(more);
                    return all;
                });
            }
        }
        return new Pack.Group(code, name, clause, together, place);
    }

    private void additions(YamlMap root, Pack.Kind kind, ValueParser values, List<Pack.Addition> additions) {
        String key = kind.additionKey();
        YamlMap rates = root.has(key) ? root.map(key) : null;
        if (rates != null) {
            for (String rate : rates.names()) {
                Timeline timeline = values.timeline(rates, rate, kind, rate, rate, null);
                if (!timeline.values().isEmpty()) {
                    additions.add(new Pack.Addition(rate, kind, timeline, rates.place(rate)));
                }
            }
        }
    }

    /** Reads one mapping, given the name under which it stands and where. */
    private interface Named {
        void read(YamlMap map, String name, Place place);
    }
}
