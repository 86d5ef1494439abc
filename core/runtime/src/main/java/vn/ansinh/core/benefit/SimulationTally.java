package vn.ansinh.core.benefit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ansinh.api.policy.Citation;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.PackSimulation.Effect;
import vn.ansinh.api.policy.PackSimulation.Month;
import vn.ansinh.api.policy.PackSimulation.Outcome;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.core.policy.PolicyBook;

/** Adds up what people are due by two laws: the one in force, and the same with a version that is tried out. */
final class SimulationTally {

    /** More reasons than this for one benefit tell nobody anything: the rest is told as one. */
    private static final int MOST_REASONS = 12;

    private static final String OTHER_REASONS = "Lý do khác";

    private final PolicyBook now;
    private final PolicyBook with;
    private final YearMonth from;
    private final YearMonth to;
    private final LocalDate asOf;
    private final Map<YearMonth, long[]> months = new TreeMap<>();
    private final Map<Key, long[]> outcomes = new HashMap<>();
    private final Map<String, Integer> reasons = new HashMap<>();
    private long arrears;

    /**
     * @param from first month of the budget; months before it count as arrears
     * @param to last month of the budget, in which gains and losses are told
     */
    SimulationTally(PolicyBook now, PolicyBook with, YearMonth from, YearMonth to, LocalDate asOf) {
        this.now = now;
        this.with = with;
        this.from = from;
        this.to = to;
        this.asOf = asOf;
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            months.put(month, new long[2]);
        }
    }

    /**
     * Adds a person.
     *
     * @param claims all of the person's
     * @param first per claim the first month that is counted; {@code null} for a claim that somebody else counts
     * @param changed first month for which the laws may differ for this person, {@code null} when they do not
     */
    void add(PersonFacts person, List<Claim> claims, List<YearMonth> first, YearMonth changed) {
        YearMonth start = changed != null && changed.isBefore(from) ? changed : from;
        List<Due> before = now.due(person, claims, start, to, asOf);
        List<Due> after = changed == null ? before : with.due(person, claims, start, to, asOf);
        for (int i = 0; i < before.size(); i++) {
            YearMonth counted = first.get(i % claims.size());
            if (counted != null && !before.get(i).period().isBefore(counted)) {
                add(before.get(i), after.get(i));
            }
        }
    }

    private void add(Due before, Due after) {
        long difference = after.amount() - before.amount();
        if (before.period().isBefore(from)) {
            arrears += Math.max(0, difference);
            return;
        }
        long[] month = months.get(before.period());
        month[0] += before.amount();
        month[1] += after.amount();
        if (before.period().equals(to) && (before.amount() > 0 || after.amount() > 0)) {
            outcome(before, after, difference);
        }
    }

    private void outcome(Due before, Due after, long difference) {
        Effect effect = difference > 0 ? Effect.GAINS : difference < 0 ? Effect.LOSES : Effect.KEEPS;
        String reason = after.reason() == null ? reason(before, after, effect) : after.reason();
        Key key = new Key(before.benefit(), effect, reason);
        if (!outcomes.containsKey(key)) {
            int known = reasons.merge(before.benefit() + effect, 1, Integer::sum);
            if (known > MOST_REASONS) {
                key = new Key(before.benefit(), effect, OTHER_REASONS);
            }
        }
        long[] sum = outcomes.computeIfAbsent(key, each -> new long[2]);
        sum[0]++;
        sum[1] += difference;
    }

    /** The value of law that is another one now; where none is, the one that stays. */
    private static String reason(Due before, Due after, Effect effect) {
        if (effect != Effect.KEEPS) {
            for (Citation cited : after.cited()) {
                if (!before.cited().contains(cited)) {
                    return cited.label();
                }
            }
            if (before.reason() != null) {
                return "Trước đây không được hưởng: " + before.reason();
            }
        }
        return after.cited().isEmpty() ? after.rateName() : after.cited().get(0).label();
    }

    /** Budget per month. */
    List<Month> months() {
        List<Month> list = new ArrayList<>();
        months.forEach((month, sums) -> list.add(new Month(month, sums[0], sums[1])));
        return list;
    }

    /** đồng for months before the first. */
    long arrears() {
        return arrears;
    }

    /** By benefit; what concerns most people first. */
    List<Outcome> outcomes() {
        return outcomes.entrySet().stream()
                .map(entry -> new Outcome(
                        entry.getKey().benefit(),
                        entry.getKey().effect(),
                        entry.getKey().reason(),
                        (int) entry.getValue()[0],
                        entry.getValue()[1]))
                .sorted(Comparator.comparing(Outcome::benefit)
                        .thenComparing(Outcome::effect)
                        .thenComparing(Comparator.comparing(Outcome::people).reversed()))
                .toList();
    }

    private record Key(String benefit, Effect effect, String reason) {}
}
