package vn.ansinh.core.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.Cadence;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.api.policy.PersonFacts;

/** All packs in force at one moment: immutable, so that a run reads one and the same law from its first line to its last. */
public final class PolicyBook {

    private final LawBinder law;
    private final FactLabels labels;

    /** @param packs at most one version of each */
    PolicyBook(Collection<PackInForce> packs, FactLabels labels) {
        this.law = new LawBinder(packs);
        this.labels = labels;
    }

    /** Those that are extended before those that extend them. */
    List<PackInForce> packs() {
        return law.packs();
    }

    /** The version of every pack in force. */
    public Set<PackVersion> versions() {
        return law.packs().stream().map(each -> each.pack().version()).collect(Collectors.toUnmodifiableSet());
    }

    /** The version of every pack in force and how long it holds: with these the same book can be made again. */
    public Set<PackTerm> terms() {
        return law.packs().stream()
                .map(each -> new PackTerm(each.pack().version(), each.last()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Every benefit that a pack in force has for a unit, in the order of the packs. */
    List<Benefit> benefitsIn(long unitId) {
        return law.entries().stream()
                .filter(entry -> entry.inForce().territory().contains(unitId))
                .map(entry -> entry.rule().benefit())
                .toList();
    }

    /** Every benefit, in the order of the packs. */
    public List<Benefit> benefits() {
        return law.entries().stream().map(entry -> entry.rule().benefit()).toList();
    }

    /** What a group of benefits is called; empty when no pack knows it. */
    public Optional<String> groupName(String code) {
        return Optional.ofNullable(law.group(code)).map(Pack.Group::name);
    }

    List<Benefit> benefits(String program) {
        return benefits().stream()
                .filter(benefit -> benefit.program().equals(program))
                .toList();
    }

    /** See {@link vn.ansinh.api.policy.Policies#benefit}. */
    public Optional<Benefit> benefit(String code) {
        return Optional.ofNullable(law.entry(code)).map(entry -> entry.rule().benefit());
    }

    /** A benefit with its rates and their law; {@code null} when no pack knows it. */
    Entry entry(String benefit) {
        return law.entry(benefit);
    }

    /** All benefits with their rates and their law, in the order of the packs. */
    Collection<Entry> entries() {
        return law.entries();
    }

    /** First month for which any benefit of a program is worth something; empty when it has none. */
    public Optional<YearMonth> firstMonth(String program) {
        return law.entries().stream()
                .filter(entry -> entry.rule().benefit().program().equals(program))
                .flatMap(entry -> entry.rates().stream())
                .map(rate -> rate.base().first())
                .filter(Objects::nonNull)
                .min(YearMonth::compareTo);
    }

    /** Whether both benefits may be paid to one person for one month. One benefit is never paid twice. */
    public boolean paidTogether(String one, String other) {
        return !one.equals(other) && exclusion(one, other) == null;
    }

    /** The group that forbids to pay two different benefits for one month; {@code null} when none does. */
    Pack.Group exclusion(String one, String other) {
        Entry first = law.entry(one);
        Entry second = law.entry(other);
        return first == null || second == null ? null : law.exclusion(first, second);
    }

    /**
     * Whether a claim has a payment in {@code month} at all by its benefit's cadence: a yearly benefit in its month, a one-off
     * in the claim's first or in that of death; every other in every month.
     */
    public boolean isPayMonth(Claim claim, YearMonth month) {
        Entry entry = law.entry(claim.benefit());
        return entry == null || entry.isPayMonth(claim, month);
    }

    /** See {@link vn.ansinh.api.policy.Policies#startMonth}. */
    public YearMonth startMonth(String benefit, PersonFacts person, LocalDate decisionDate) {
        Entry entry = law.entry(benefit);
        return entry == null ? YearMonth.from(decisionDate) : new StartOfRight(entry, person, decisionDate).month();
    }

    /** See {@link vn.ansinh.api.policy.Policies#whyNot}. */
    Optional<String> whyNot(String benefit, long unitId, PersonFacts person, LocalDate day) {
        Claim claim = new Claim(0, benefit, YearMonth.from(day), null, unitId);
        return Optional.ofNullable(new Valuation(person, day, labels)
                .on(day, claim, law.entry(benefit))
                .due()
                .reason());
    }

    /** See {@link vn.ansinh.api.policy.Policies#due}. */
    public List<Due> due(PersonFacts person, List<Claim> claims, YearMonth from, YearMonth to, LocalDate asOf) {
        Valuation valuation = new Valuation(person, asOf, labels);
        List<Due> dues = new ArrayList<>();
        List<Entitled> month = new ArrayList<>(claims.size());
        for (YearMonth current = from; !current.isAfter(to); current = current.plusMonths(1)) {
            month.clear();
            for (Claim claim : claims) {
                month.add(valuation.of(claim, law.entry(claim.benefit()), current));
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

    /**
     * A benefit with its law.
     *
     * @param order of the benefit among all, which decides between equal amounts
     */
    record Entry(PackInForce inForce, Pack.Rule rule, List<RateInForce> rates, int order) {

        Pack pack() {
            return inForce.pack();
        }

        boolean isPayMonth(Claim claim, YearMonth month) {
            return switch (rule.benefit().cadence()) {
                case MONTH, DAY -> true;
                case YEAR -> month.getMonthValue() == rule.payMonth();
                case ONCE -> rule.start().from() == Pack.Start.From.DEATH || month.equals(claim.from());
            };
        }

        boolean isMonthly() {
            return rule.benefit().cadence() == Cadence.MONTH;
        }
    }

    /** What one claim is worth before and after the groups are settled. @param entry {@code null} for an unknown benefit */
    record Entitled(Due due, Entry entry) {}
}
