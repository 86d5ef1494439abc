package vn.ansinh.core.policy;

import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.Cadence;
import vn.ansinh.api.text.Money;
import vn.ansinh.core.extender.Faults;
import vn.ansinh.core.extender.YamlMap;

/** Reads benefits and their rates. */
final class RuleParser {

    private static final int MONTHS = 12;

    private final Faults faults;
    private final ConditionParser conditions;
    private final ValueParser values;

    RuleParser(ConditionParser conditions, ValueParser values, Faults faults) {
        this.conditions = conditions;
        this.values = values;
        this.faults = faults;
    }

    /** @param always the pack's common condition @param rounding the pack's, unless the benefit has its own */
    Pack.Rule rule(YamlMap map, String program, Condition always, Pack.Rounding rounding) {
        String code = map.text("ma");
        String name = map.text("ten");
        String clause = map.text("can-cu");
        List<String> groups = map.has("nhom") ? map.texts("nhom") : List.of();
        boolean sensitive = map.flag("nhay-cam");
        String fund = map.has("nguon-kinh-phi") ? map.text("nguon-kinh-phi") : null;
        Cadence cadence = cadence(map);
        int payMonth = payMonth(map, cadence);
        Pack.Start start = start(map);
        Pack.Rounding own = map.has("lam-tron") ? rounding(map.map("lam-tron")) : rounding;
        YearMonth last = map.has("den-het") ? map.month("den-het") : null;
        String lastReason = last == null ? null : map.text("ly-do-het");
        Condition condition = conditions.optional(map, "dieu-kien");
        List<Pack.Rate> rates = rates(map);
        if (code == null || name == null || clause == null) {
            return null;
        }
        Set<String> keys = new LinkedHashSet<>();
        condition.forEachLeaf(leaf -> keys.add(leaf.key()));
        rates.forEach(rate -> rate.forEachKey(keys::add));
        always.forEachLeaf(leaf -> keys.add(leaf.key()));
        Benefit benefit = new Benefit(code, program, name, groups, clause, sensitive, List.copyOf(keys), cadence, fund);
        return new Pack.Rule(benefit, last, lastReason, payMonth, start, own, condition, rates, map.place());
    }

    private List<Pack.Rate> rates(YamlMap map) {
        List<Pack.Rate> rates = new ArrayList<>();
        for (YamlMap each : map.maps("muc")) {
            int before = faults.count();
            Pack.Rate rate = rate(each);
            each.finish();
            if (faults.count() == before) {
                rates.add(rate);
            }
        }
        if (map.maps("muc").isEmpty()) {
            map.fault("muc", "Chế độ cần ít nhất một mức («muc»).");
        }
        return rates;
    }

    private Cadence cadence(YamlMap map) {
        String word = map.text("ky-han", "thang");
        return switch (word == null ? "thang" : word) {
            case "thang" -> Cadence.MONTH;
            case "ngay" -> Cadence.DAY;
            case "nam" -> Cadence.YEAR;
            case "mot-lan" -> Cadence.ONCE;
            default -> {
                map.fault("ky-han", "Kỳ hạn là thang, ngay, nam hoặc mot-lan.");
                yield Cadence.MONTH;
            }
        };
    }

    private int payMonth(YamlMap map, Cadence cadence) {
        if (cadence != Cadence.YEAR) {
            if (map.has("thang-chi")) {
                map.fault("thang-chi", "«thang-chi» chỉ dùng cho kỳ hạn nam.");
            }
            return 0;
        }
        Integer month = map.integer("thang-chi");
        if (month != null && (month < 1 || month > MONTHS)) {
            map.fault("thang-chi", "«thang-chi» là tháng chi trong năm, từ 1 đến 12.");
        }
        return month == null ? 0 : month;
    }

    private Pack.Start start(YamlMap map) {
        if (!map.has("huong-tu")) {
            return new Pack.Start(Pack.Start.From.DECISION, null, map.place());
        }
        if (map.isMap("huong-tu")) {
            YamlMap event = map.map("huong-tu");
            boolean after = event.has("thang-sau-su-kien");
            String fact = event.text(after ? "thang-sau-su-kien" : "thang-su-kien");
            event.finish();
            return new Pack.Start(
                    after ? Pack.Start.From.MONTH_AFTER_EVENT : Pack.Start.From.EVENT, fact, map.place("huong-tu"));
        }
        String word = map.text("huong-tu");
        Pack.Start.From from = switch (word == null ? "" : word) {
            case "thang-quyet-dinh" -> Pack.Start.From.DECISION;
            case "thang-du-tuoi" -> Pack.Start.From.AGE;
            case "thang-mat" -> Pack.Start.From.DEATH;
            default -> null;
        };
        if (from == null) {
            map.fault(
                    "huong-tu",
                    "Hưởng từ thang-quyet-dinh, thang-du-tuoi, thang-mat, {thang-su-kien: khóa} hoặc"
                            + " {thang-sau-su-kien: khóa}.");
        }
        return new Pack.Start(from, null, map.place("huong-tu"));
    }

    private Pack.Rate rate(YamlMap map) {
        String code = map.text("ma");
        String name = map.text("ten");
        AgeBand age = conditions.age(map);
        Integer claimedBefore = map.has("huong-truoc-tuoi") ? map.integer("huong-truoc-tuoi") : null;
        Condition condition = conditions.optional(map, "dieu-kien");
        Pack.Worth worth = worth(map, code, name);
        List<Counted> each = new ArrayList<>();
        for (YamlMap counted : map.maps("moi")) {
            each.add(conditions.counted(counted));
            counted.finish();
        }
        String times = map.has("nhan-so") ? map.text("nhan-so") : null;
        Long cap = map.has("toi-da") ? map.whole("toi-da") : null;
        if (cap != null && cap < 1) {
            map.fault("toi-da", "«toi-da» là số đồng, từ 1.");
        }
        YearMonth last = map.has("den-het") ? map.month("den-het") : null;
        String shown = cap == null ? name : name + ", tối đa " + Money.format(cap) + " đồng";
        return new Pack.Rate(
                code,
                shown,
                age,
                claimedBefore,
                condition,
                worth,
                each,
                times,
                cap == null ? 0 : cap,
                last,
                map.place());
    }

    private Pack.Worth worth(YamlMap map, String code, String name) {
        if (map.has("he-so") && !map.has("nhan-voi")) {
            map.fault("he-so", "«he-so» đi cùng «nhan-voi».");
        }
        List<String> said = Stream.of("nhan-voi", "so-tien", "bang", "hien-vat")
                .filter(map::has)
                .toList();
        if (said.size() != 1) {
            map.fault(
                    said.isEmpty() ? "ma" : said.get(1),
                    "Mỗi mức ghi đúng một trong: nhan-voi (cùng he-so), so-tien, bang, hien-vat.");
            return null;
        }
        return switch (said.get(0)) {
            case "nhan-voi" ->
                new Pack.Worth.Scaled(
                        map.text("nhan-voi"),
                        map.has("he-so")
                                ? values.timeline(map, "he-so", Pack.Kind.COEFFICIENT, code, name, null)
                                : null);
            case "so-tien" -> new Pack.Worth.Fixed(values.timeline(map, "so-tien", Pack.Kind.MONEY, code, name, null));
            case "bang" -> table(map.map("bang"), code, name);
            default -> inKind(map.map("hien-vat"), code, name);
        };
    }

    private Pack.Worth table(YamlMap table, String code, String name) {
        if (table == null) {
            return null;
        }
        String fact = table.text("khoa");
        Timeline rows = values.timeline(table, "gia-tri", Pack.Kind.TABLE, code, name, null);
        table.finish();
        return new Pack.Worth.Table(fact, rows, table.place());
    }

    private Pack.Worth inKind(YamlMap things, String code, String name) {
        if (things == null) {
            return null;
        }
        String unit = things.text("don-vi");
        Timeline quantities = values.timeline(things, "gia-tri", Pack.Kind.IN_KIND, code, name, unit);
        things.finish();
        return new Pack.Worth.InKind(unit, quantities);
    }

    /** {@code {den: 1000, cach: gan-nhat}}. */
    Pack.Rounding rounding(YamlMap map) {
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
        return unit == null || mode == null ? null : new Pack.Rounding(unit, mode);
    }
}
