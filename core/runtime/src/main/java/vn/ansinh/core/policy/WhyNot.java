package vn.ansinh.core.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.Pause;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.core.policy.PolicyBook.Entry;

/** Says in Vietnamese why a claim is worth nothing in a month. */
final class WhyNot {

    private final PersonFacts person;
    private final FactView facts;
    private final FactLabels labels;

    WhyNot(PersonFacts person, FactView facts, FactLabels labels) {
        this.person = person;
        this.facts = facts;
        this.labels = labels;
    }

    static String notYet(Claim claim) {
        return "Được hưởng từ tháng " + Vietnamese.month(claim.from()) + ".";
    }

    static String ended(Claim claim) {
        return "Đã thôi hưởng, hưởng hết tháng " + Vietnamese.month(claim.to()) + ".";
    }

    static String paused(Pause pause) {
        return "Tạm dừng từ tháng " + Vietnamese.month(pause.from()) + ": " + pause.reason() + ".";
    }

    static String dead(LocalDate died) {
        return "Đã qua đời ngày " + Vietnamese.day(died) + ".";
    }

    static String unknownBenefit(Claim claim) {
        return "Chưa có gói chính sách nào quy định chế độ " + claim.benefit() + ".";
    }

    static String benefitEnded(Pack.Rule rule) {
        return "Chế độ chỉ chi đến hết tháng " + Vietnamese.month(rule.last()) + ": " + rule.lastReason() + ".";
    }

    static String packEnded(PackInForce pack) {
        return "Gói «" + pack.pack().name() + "» chỉ áp dụng đến hết tháng " + Vietnamese.month(pack.last()) + ".";
    }

    static String elsewhere(Pack pack) {
        return "Chỉ áp dụng trong địa bàn của gói «" + pack.name() + "».";
    }

    static String otherMonth(Claim claim, Pack.Rule rule) {
        return rule.payMonth() == 0
                ? "Chi một lần, vào tháng " + Vietnamese.month(claim.from()) + "."
                : "Chi mỗi năm một lần, vào tháng " + rule.payMonth() + ".";
    }

    static String onlyAtDeath() {
        return "Chỉ chi cho tháng người hưởng qua đời.";
    }

    static String lowerThan(Due paid, Pack.Group group) {
        return "Chỉ hưởng một mức cao nhất, đã hưởng «" + paid.rateName() + "» (" + group.clause() + ").";
    }

    static String sameBenefit(Due paid) {
        return "Chế độ " + paid.benefit() + " của tháng này đã tính ở lần hưởng khác của cùng người.";
    }

    /** Why none of the rates applied. */
    String noRate(Claim claim, Entry entry, YearMonth month, LocalDate day, LocalDate asOf) {
        List<RateInForce> ofAge = entry.rates().stream()
                .filter(rate -> rate.rate().age().holds(person.born(), day))
                .toList();
        if (ofAge.isEmpty()) {
            int years = Math.floorDiv(AgeBand.fullMonths(person.born(), day), 12);
            return years < 0 ? "Chưa sinh." : "Không có mức cho người " + years + " tuổi.";
        }
        List<RateInForce> lasting =
                ofAge.stream().filter(rate -> rate.lastsTo(month)).toList();
        if (lasting.stream().noneMatch(rate -> hasLaw(rate, claim, month, asOf))) {
            return "Chưa có mức cho tháng này.";
        }
        List<Pack.Rate> rates = lasting.stream().map(RateInForce::rate).toList();
        String unfit = unfit(entry, rates, day);
        if (unfit != null) {
            return unfit;
        }
        String uncounted = uncounted(rates, day);
        if (uncounted != null) {
            return uncounted;
        }
        return rates.stream()
                .filter(rate -> rate.claimedBefore() != null)
                .findFirst()
                .map(rate -> "Chỉ dành cho người đang hưởng từ trước khi đủ " + rate.claimedBefore() + " tuổi.")
                .orElse("Chưa có mức cho tháng này.");
    }

    private static boolean hasLaw(RateInForce rate, Claim claim, YearMonth month, LocalDate asOf) {
        boolean table = rate.rate().worth() instanceof Pack.Worth.Table;
        boolean base = table
                ? rate.base().table(month, asOf, claim.unitId(), "") != null
                : rate.base().at(month, asOf, claim.unitId()) != null;
        return base && (rate.coefficients() == null || rate.coefficients().at(month, asOf, claim.unitId()) != null);
    }

    /** What amounts are counted by, and what is not known or not in the table. */
    private String uncounted(List<Pack.Rate> rates, LocalDate day) {
        for (Pack.Rate rate : rates) {
            if (!rate.each().isEmpty()) {
                return "Không có " + labels.of(rate.each().get(0).key()).toLowerCase(Locale.ROOT)
                        + " trong độ tuổi được tính.";
            }
            if (rate.times() != null && facts.number(rate.times(), day) == 0) {
                return "Chưa có thông tin: " + labels.of(rate.times()) + ".";
            }
            if (rate.worth() instanceof Pack.Worth.Table table) {
                return facts.known(table.fact(), day)
                        ? "Bảng không có mức cho giá trị này: " + labels.of(table.fact()) + "."
                        : "Chưa có thông tin: " + labels.of(table.fact()) + ".";
            }
        }
        return null;
    }

    private String unfit(Entry entry, List<Pack.Rate> ofAge, LocalDate day) {
        Set<String> unknown = new LinkedHashSet<>();
        Set<String> contrary = new LinkedHashSet<>();
        Consumer<Condition.Leaf> note =
                leaf -> (facts.known(leaf.key(), day) ? contrary : unknown).add(labels.of(leaf.key()));
        entry.pack().always().forEachObstacle(facts, day, note);
        entry.rule().condition().forEachObstacle(facts, day, note);
        if (ofAge.stream().noneMatch(rate -> rate.condition().holds(facts, day))) {
            ofAge.forEach(rate -> rate.condition().forEachObstacle(facts, day, note));
        }
        unknown.removeAll(contrary);
        if (!contrary.isEmpty()) {
            return "Không đủ điều kiện: " + String.join(", ", contrary) + ".";
        }
        return unknown.isEmpty() ? null : "Chưa có thông tin: " + String.join(", ", unknown) + ".";
    }
}
