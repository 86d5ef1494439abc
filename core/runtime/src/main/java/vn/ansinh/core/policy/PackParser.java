package vn.ansinh.core.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.Cadence;
import vn.ansinh.api.policy.Citation;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.api.text.Money;

/** Reads the notation of a policy pack. What the words mean together is the business of {@link PackCheck}. */
final class PackParser {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/uuuu");

    private final Faults faults;
    private final ConditionParser conditions;
    private PackVersion pack;

    private PackParser(Faults faults) {
        this.faults = faults;
        this.conditions = new ConditionParser(faults);
    }

    /** @throws PackRefusedException with everything that is wrong in the notation */
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
        String name = root.text("ten");
        String program = root.text("chuong-trinh");
        Pack.Rounding rounding =
                root.has("lam-tron") ? rounding(root.map("lam-tron")) : new Pack.Rounding(1, RoundingMode.HALF_UP);
        pack = id == null || version == null ? null : new PackVersion(id, version);
        Map<String, Pack.Parameter> parameters = byName(root, "tham-so", this::parameter, Pack.Parameter::code);
        Map<String, Pack.Group> groups =
                root.has("nhom") ? byName(root, "nhom", this::group, Pack.Group::code) : Map.of();
        Condition always = condition(root, "dieu-kien-chung");
        List<Pack.Rule> rules = new ArrayList<>();
        if (!root.has("che-do")) {
            root.fault("che-do", "Thiếu «che-do».");
        }
        for (YamlMap map : root.maps("che-do")) {
            add(rules, map, rule -> rule(rule, program, always));
        }
        List<Pack.Example> examples = new ArrayList<>();
        for (YamlMap map : root.maps("vi-du")) {
            add(examples, map, new ExampleParser(faults)::example);
        }
        root.finish();
        return faults.count() > 0
                ? null
                : new Pack(pack, name, program, rounding, parameters, groups, always, rules, examples);
    }

    private <T> Map<String, T> byName(
            YamlMap root, String key, BiFunction<YamlMap, String, T> reading, Function<T, String> code) {
        Map<String, T> read = new LinkedHashMap<>();
        YamlMap named = root.map(key);
        if (named != null) {
            List<T> all = new ArrayList<>();
            for (String name : named.names()) {
                YamlMap map = named.map(name);
                if (map != null) {
                    add(all, map, each -> reading.apply(each, name));
                }
            }
            all.forEach(each -> read.put(code.apply(each), each));
        }
        return read;
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

    private Pack.Rounding rounding(YamlMap map) {
        if (map == null) {
            return null;
        }
        Integer unit = map.integer("den");
        String way = map.text("cach", "gan-nhat");
        map.finish();
        RoundingMode mode = switch (way == null ? "" : way) {
            case "gan-nhat" -> RoundingMode.HALF_UP;
            case "len" -> RoundingMode.UP;
            case "xuong" -> RoundingMode.DOWN;
            default -> null;
        };
        if (mode == null) {
            map.fault("cach", "Cách làm tròn là gan-nhat, len hoặc xuong.");
        }
        if (unit != null && unit < 1) {
            map.fault("den", "Làm tròn đến 1 đồng trở lên.");
        }
        return unit == null ? null : new Pack.Rounding(unit, mode);
    }

    private Pack.Parameter parameter(YamlMap map, String code) {
        String name = map.text("ten");
        Timeline values = timeline(
                map, "gia-tri", "so-tien", code, amount -> name + " " + Money.format(amount.longValue()) + " đồng");
        return new Pack.Parameter(code, name, values, map.place());
    }

    private Pack.Group group(YamlMap map, String code) {
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
                together.put(benefit, others);
            }
        }
        return new Pack.Group(code, name, clause, together);
    }

    private Pack.Rule rule(YamlMap map, String program, Condition always) {
        String code = map.text("ma");
        String name = map.text("ten");
        String clause = map.text("can-cu");
        List<String> groups = map.has("nhom") ? map.texts("nhom") : List.of();
        boolean sensitive = map.flag("nhay-cam");
        YearMonth last = map.has("den-het") ? map.month("den-het") : null;
        String lastReason = last == null ? null : map.text("ly-do-het");
        Condition condition = condition(map, "dieu-kien");
        List<Pack.Rate> rates = new ArrayList<>();
        for (YamlMap rate : map.maps("muc")) {
            add(rates, rate, this::rate);
        }
        if (!map.has("muc")) {
            map.fault("muc", "Chế độ cần ít nhất một mức («muc»).");
        }
        if (code == null || name == null || clause == null) {
            return null;
        }
        Set<String> keys = new LinkedHashSet<>();
        condition.forEachLeaf(leaf -> keys.add(leaf.key()));
        for (Pack.Rate rate : rates) {
            rate.condition().forEachLeaf(leaf -> keys.add(leaf.key()));
            rate.each().forEach(counted -> keys.add(counted.key()));
        }
        always.forEachLeaf(leaf -> keys.add(leaf.key()));
        Benefit benefit =
                new Benefit(code, program, name, groups, clause, sensitive, List.copyOf(keys), Cadence.MONTH, null);
        return new Pack.Rule(benefit, last, lastReason, condition, rates, map.place());
    }

    private Pack.Rate rate(YamlMap map) {
        String code = map.text("ma");
        String name = map.text("ten");
        AgeBand age = conditions.age(map);
        Integer claimedBefore = map.has("huong-truoc-tuoi") ? map.integer("huong-truoc-tuoi") : null;
        Condition condition = condition(map, "dieu-kien");
        Timeline coefficients = timeline(
                map, "he-so", "he-so", code, coefficient -> "Hệ số " + decimalComma(coefficient) + ": " + name);
        String parameter = map.text("nhan-voi");
        List<Counted> each = new ArrayList<>();
        for (YamlMap counted : map.maps("moi")) {
            add(each, counted, conditions::counted);
        }
        return new Pack.Rate(code, name, age, claimedBefore, condition, coefficients, parameter, each, map.place());
    }

    private Condition condition(YamlMap map, String key) {
        return map.has(key) ? conditions.condition(map.map(key)) : Condition.ALWAYS;
    }

    private Timeline timeline(
            YamlMap owner, String key, String number, String code, Function<BigDecimal, String> label) {
        List<Timeline.Value> values = new ArrayList<>();
        for (YamlMap map : owner.maps(key)) {
            add(values, map, each -> value(each, number, code, label));
        }
        if (values.isEmpty()) {
            owner.fault(
                    key,
                    "«" + key + "» cần ít nhất một giá trị đúng, mỗi giá trị có tinh-tu, hieu-luc, " + number
                            + ", can-cu, trang-thai.");
        }
        for (int i = 1; i < values.size(); i++) {
            YearMonth before = values.get(i - 1).citation().countedFrom();
            YearMonth from = values.get(i).citation().countedFrom();
            if (!from.isAfter(before)) {
                faults.add(
                        values.get(i).place(),
                        "Giá trị tính từ " + MONTH.format(from) + " đứng sau giá trị tính từ " + MONTH.format(before)
                                + ": xếp theo thứ tự thời gian, không trùng.");
            }
        }
        return new Timeline(values);
    }

    private Timeline.Value value(YamlMap map, String number, String code, Function<BigDecimal, String> label) {
        YearMonth countedFrom = map.month("tinh-tu");
        LocalDate inForce = map.day("hieu-luc");
        BigDecimal value = map.decimal(number);
        String clause = map.text("can-cu");
        String state = map.text("trang-thai");
        if (value != null && value.signum() < 0) {
            map.fault(number, "Không nhận số âm.");
        }
        if (value != null
                && number.equals("so-tien")
                && value.stripTrailingZeros().scale() > 0) {
            map.fault(number, "Số tiền là số đồng nguyên.");
        }
        if (state != null && !state.equals("chinh-thuc") && !state.equals("tam-tinh")) {
            map.fault("trang-thai", "Trạng thái là chinh-thuc (đã đối chiếu Công báo) hoặc tam-tinh.");
        }
        if (countedFrom == null || value == null) {
            return null;
        }
        Citation citation = new Citation(
                pack,
                code + "@" + countedFrom,
                label.apply(value) + ", tính từ " + MONTH.format(countedFrom),
                countedFrom,
                inForce,
                clause,
                "tam-tinh".equals(state));
        return new Timeline.Value(citation, value, map.place());
    }

    /** Vietnamese papers write 1,5. */
    static String decimalComma(BigDecimal number) {
        return number.setScale(Math.max(1, number.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY)
                .toPlainString()
                .replace('.', ',');
    }
}
