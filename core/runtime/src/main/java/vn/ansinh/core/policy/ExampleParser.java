package vn.ansinh.core.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Pause;
import vn.ansinh.core.extender.Faults;
import vn.ansinh.core.extender.YamlMap;

/** Reads worked examples. */
final class ExampleParser {

    private static final Subject EXAMPLE = Subject.person(0);

    private final Faults faults;

    ExampleParser(Faults faults) {
        this.faults = faults;
    }

    Pack.Example example(YamlMap map) {
        String name = map.text("ten");
        LocalDate born = map.day("sinh");
        LocalDate died = map.has("mat") ? map.day("mat") : null;
        List<Fact> facts = map.has("su-kien") && born != null ? facts(map.map("su-kien"), born) : List.of();
        List<Claim> claims = new ArrayList<>();
        for (YamlMap claim : map.maps("huong")) {
            YearMonth from = claim.month("tu");
            YearMonth to = claim.has("den-het") ? claim.month("den-het") : null;
            claims.add(new Claim(claims.size() + 1L, claim.text("che-do"), from, to, Claim.NOWHERE, pauses(claim)));
            claim.finish();
        }
        List<Pack.Expected> months = new ArrayList<>();
        for (YamlMap month : map.maps("mong-doi")) {
            Pack.Expected expected = expected(month);
            month.finish();
            if (expected != null) {
                months.add(expected);
            }
        }
        if (claims.isEmpty()) {
            map.fault("huong", "Ví dụ cần «huong»: chế độ nào, từ tháng nào.");
        }
        if (months.isEmpty()) {
            map.fault("mong-doi", "Ví dụ cần «mong-doi»: kỳ nào, số tiền nào.");
        }
        String unit = map.has("dia-ban") ? map.text("dia-ban") : null;
        return new Pack.Example(name, born, died, facts, claims, months, unit, map.place());
    }

    private static List<Pause> pauses(YamlMap claim) {
        List<Pause> pauses = new ArrayList<>();
        for (YamlMap pause : claim.maps("tam-dung")) {
            YearMonth from = pause.month("tu");
            YearMonth to = pause.has("den-het") ? pause.month("den-het") : null;
            String reason = pause.text("ly-do");
            pause.finish();
            if (from != null) {
                pauses.add(new Pause(from, to, reason));
            }
        }
        return pauses;
    }

    /** {@code khoa: gia-tri} holds from birth; {@code khoa: {gia-tri, tu, truoc}} holds in a period. */
    private List<Fact> facts(YamlMap map, LocalDate born) {
        List<Fact> facts = new ArrayList<>();
        if (map == null) {
            return facts;
        }
        for (String key : map.names()) {
            if (map.isMap(key)) {
                YamlMap period = map.map(key);
                LocalDate from = period.has("tu") ? period.day("tu") : born;
                LocalDate before = period.has("truoc") ? period.day("truoc") : null;
                period.texts("gia-tri").forEach(value -> facts.add(fact(key, value, from, before)));
                period.finish();
            } else {
                map.texts(key).forEach(value -> facts.add(fact(key, value, born, null)));
            }
        }
        return facts;
    }

    private static Fact fact(String key, String value, LocalDate from, LocalDate before) {
        return new Fact(EXAMPLE, key, value, from, before, "vi-du");
    }

    private Pack.Expected expected(YamlMap map) {
        YearMonth month = map.month("ky");
        LocalDate asOf = map.has("tinh-den-ngay") ? map.day("tinh-den-ngay") : null;
        Map<String, Long> amounts = new LinkedHashMap<>();
        YamlMap named = map.has("hien-vat") && !map.has("so-tien") ? null : map.map("so-tien");
        if (named != null) {
            for (String benefit : named.names()) {
                amounts.put(benefit, named.whole(benefit));
            }
        }
        Map<String, String> inKind = new LinkedHashMap<>();
        YamlMap things = map.has("hien-vat") ? map.map("hien-vat") : null;
        if (things != null) {
            for (String benefit : things.names()) {
                inKind.put(benefit, things.text(benefit));
            }
        }
        if (month == null) {
            return null;
        }
        return new Pack.Expected(month, asOf == null ? month.atEndOfMonth() : asOf, amounts, inKind, map.place());
    }
}
