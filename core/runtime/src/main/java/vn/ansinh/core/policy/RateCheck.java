package vn.ansinh.core.policy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.api.policy.Cadence;
import vn.ansinh.core.extender.Faults;

/** Checks the rates of a pack: that each has a base in its time, and that ages leave neither holes nor overlaps. */
final class RateCheck {

    private final Pack pack;
    private final PackFamily family;
    private final Faults faults;

    RateCheck(Pack pack, PackFamily family, Faults faults) {
        this.pack = pack;
        this.family = family;
        this.faults = faults;
    }

    void check() {
        for (Pack.Rule rule : pack.rules()) {
            for (Pack.Rate rate : rule.rates()) {
                base(rate);
                if (rate.claimedBefore() != null && rate.claimedBefore() < 1) {
                    faults.add(rate.place(), "«huong-truoc-tuoi» là số tuổi, từ 1.");
                }
                if (rule.benefit().cadence() == Cadence.DAY && rate.times() == null) {
                    faults.add(rate.place(), "Chế độ tính theo ngày cần «nhan-so»: sự kiện ghi số ngày.");
                }
                YearMonth first = first(rate);
                if (rate.last() != null && first != null && rate.last().isBefore(first)) {
                    faults.add(rate.place(), "Mức hết hạn " + rate.last() + " trước khi được tính từ " + first + ".");
                }
            }
            kinds(rule);
            ages(rule);
        }
    }

    private void base(Pack.Rate rate) {
        if (!(rate.worth() instanceof Pack.Worth.Scaled scaled)) {
            return;
        }
        List<Pack> declarers = family.declarersOf(scaled.parameter(), pack);
        if (declarers.isEmpty()) {
            faults.add(rate.place(), "Không có tham số «" + scaled.parameter() + "».");
        } else if (declarers.size() > 1) {
            faults.add(rate.place(), "Tham số «" + scaled.parameter() + "» có trong nhiều gói được mở rộng.");
        } else if (scaled.values() != null) {
            YearMonth base = declarers
                    .get(0)
                    .parameters()
                    .get(scaled.parameter())
                    .values()
                    .first();
            if (base.isAfter(scaled.values().first())) {
                faults.add(
                        rate.place(),
                        "Hệ số tính từ " + scaled.values().first() + " nhưng «" + scaled.parameter() + "» mới có từ "
                                + base + ".");
            }
        }
    }

    private void kinds(Pack.Rule rule) {
        long inKind = rule.rates().stream()
                .filter(rate -> rate.worth().kind() == Pack.Kind.IN_KIND)
                .count();
        if (inKind > 0 && inKind < rule.rates().size()) {
            faults.add(rule.place(), "Một chế độ hoặc bằng tiền hoặc bằng hiện vật, không trộn.");
        }
        if (inKind > 0 && !rule.benefit().groups().isEmpty()) {
            faults.add(rule.place(), "Hiện vật không so sánh được với tiền: chế độ bằng hiện vật không vào nhóm.");
        }
    }

    /** First month a rate counts for, {@code null} when that is its parameter's. */
    private static YearMonth first(Pack.Rate rate) {
        Timeline values = rate.worth().values();
        return values == null ? null : values.first();
    }

    /** Rates that hold at the same time and differ in nothing but age must neither overlap nor leave a hole. */
    private void ages(Pack.Rule rule) {
        Map<Condition, List<Pack.Rate>> alike = new HashMap<>();
        for (Pack.Rate rate : rule.rates()) {
            alike.computeIfAbsent(rate.condition(), condition -> new ArrayList<>())
                    .add(rate);
        }
        Set<String> told = new HashSet<>();
        for (List<Pack.Rate> rates : alike.values()) {
            months(rates);
            rates.sort(Comparator.comparingInt(rate -> rate.age().from()));
            for (Pack.Rate start : rates) {
                neighbours(
                        rates.stream().filter(rate -> holds(rate, first(start))).toList(), told);
            }
        }
    }

    /** A rate that ends while another begins later leaves no month between them, for no age. */
    private void months(List<Pack.Rate> alike) {
        for (Pack.Rate ended : alike) {
            YearMonth next = ended.last() == null ? null : ended.last().plusMonths(1);
            List<Pack.Rate> others = alike.stream()
                    .filter(other -> other != ended && other.age().overlaps(ended.age()))
                    .toList();
            if (next != null && others.stream().noneMatch(other -> holds(other, next))) {
                others.stream()
                        .filter(other -> first(other) != null && first(other).isAfter(next))
                        .findFirst()
                        .ifPresent(later -> faults.add(
                                later.place(),
                                "Mức «" + ended.code() + "» hết sau tháng " + ended.last() + ", mức «" + later.code()
                                        + "» mới tính từ " + first(later)
                                        + ": giữa hai mức có tháng không có mức nào."));
            }
        }
    }

    private static boolean holds(Pack.Rate rate, YearMonth month) {
        YearMonth first = first(rate);
        return month == null
                ? first == null
                : (first == null || !month.isBefore(first)) && (rate.last() == null || !month.isAfter(rate.last()));
    }

    private void neighbours(List<Pack.Rate> rates, Set<String> told) {
        for (int i = 1; i < rates.size(); i++) {
            Pack.Rate before = rates.get(i - 1);
            Pack.Rate rate = rates.get(i);
            String fault = null;
            if (before.age().overlaps(rate.age())) {
                fault = "Tuổi của mức «" + rate.code() + "» trùng với mức «" + before.code() + "».";
            } else if (before.age().below() < rate.age().from()) {
                fault = "Giữa mức «" + before.code() + "» và mức «" + rate.code() + "» có tuổi không thuộc mức nào.";
            }
            if (fault != null && told.add(fault)) {
                faults.add(rate.place(), fault);
            }
        }
    }
}
