package vn.ansinh.core.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.api.policy.PersonFacts;

/** All packs in force at one moment: immutable, so that a run reads one and the same law from its first line to its last. */
public final class PolicyBook {

    private final Map<String, Pack> packs = new LinkedHashMap<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Pack.Group> groups = new LinkedHashMap<>();
    private final FactLabels labels;

    /** @param packs at most one version of each */
    PolicyBook(Collection<Pack> packs, FactLabels labels) {
        this.labels = labels;
        for (Pack pack : packs) {
            this.packs.put(pack.version().pack(), pack);
            pack.groups().forEach(groups::putIfAbsent);
            for (Pack.Rule rule : pack.rules()) {
                entries.putIfAbsent(rule.benefit().code(), new Entry(pack, rule, entries.size()));
            }
        }
    }

    Collection<Pack> packs() {
        return packs.values();
    }

    /** Benefits of {@code pack} that another pack in force defines already, with that pack. */
    Map<Pack.Rule, Pack> foreignBenefits(Pack pack) {
        Map<Pack.Rule, Pack> foreign = new LinkedHashMap<>();
        for (Pack.Rule rule : pack.rules()) {
            Entry entry = entries.get(rule.benefit().code());
            if (entry != null
                    && !entry.pack().version().pack().equals(pack.version().pack())) {
                foreign.put(rule, entry.pack());
            }
        }
        return foreign;
    }

    /** The version of every pack in force. */
    public Set<PackVersion> versions() {
        return packs.values().stream().map(Pack::version).collect(Collectors.toUnmodifiableSet());
    }

    /** Every benefit, in the order of the packs. */
    List<Benefit> benefits() {
        return entries.values().stream().map(entry -> entry.rule().benefit()).toList();
    }

    List<Benefit> benefits(String program) {
        return entries.values().stream()
                .map(entry -> entry.rule().benefit())
                .filter(benefit -> benefit.program().equals(program))
                .toList();
    }

    /** See {@link vn.ansinh.api.policy.Policies#benefit}. */
    public Optional<Benefit> benefit(String code) {
        return Optional.ofNullable(entries.get(code)).map(entry -> entry.rule().benefit());
    }

    /** First month for which any value of a program's packs counts; empty when it has none. */
    public Optional<YearMonth> firstMonth(String program) {
        return packs.values().stream()
                .filter(pack -> pack.program().equals(program))
                .flatMap(pack -> pack.parameters().values().stream())
                .map(parameter -> parameter.values().first())
                .min(YearMonth::compareTo);
    }

    /** Whether both benefits may be paid to one person for one month. One benefit is never paid twice. */
    public boolean paidTogether(String one, String other) {
        return !one.equals(other) && exclusion(one, other) == null;
    }

    /** The group that forbids to pay two different benefits for one month; {@code null} when none does. */
    Pack.Group exclusion(String one, String other) {
        Entry first = entries.get(one);
        Entry second = entries.get(other);
        if (first == null || second == null) {
            return null;
        }
        for (String code : first.rule().benefit().groups()) {
            Pack.Group group = groups.get(code);
            if (second.rule().benefit().groups().contains(code) && !group.allows(one, other)) {
                return group;
            }
        }
        return null;
    }

    /** See {@link vn.ansinh.api.policy.Policies#startMonth}. */
    public YearMonth startMonth(String benefit, PersonFacts person, LocalDate decisionDate) {
        return YearMonth.from(decisionDate);
    }

    /** See {@link vn.ansinh.api.policy.Policies#due}. */
    public List<Due> due(PersonFacts person, List<Claim> claims, YearMonth from, YearMonth to, LocalDate asOf) {
        Valuation valuation = new Valuation(person, asOf, labels);
        List<Due> dues = new ArrayList<>();
        List<Entitled> month = new ArrayList<>(claims.size());
        for (YearMonth current = from; !current.isAfter(to); current = current.plusMonths(1)) {
            month.clear();
            for (Claim claim : claims) {
                month.add(valuation.of(claim, entries.get(claim.benefit()), current));
            }
            if (month.size() > 1) {
                HighestOnly.settle(month, this);
            }
            for (Entitled entitled : month) {
                dues.add(entitled.due());
            }
        }
        return dues;
    }

    /** @param order of the benefit among all, which decides between equal amounts */
    record Entry(Pack pack, Pack.Rule rule, int order) {}

    /** What one claim is worth before and after the groups are settled. @param entry {@code null} for an unknown benefit */
    record Entitled(Due due, Entry entry) {}
}
