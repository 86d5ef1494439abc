package vn.ansinh.core.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.Pause;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.core.policy.PolicyBook.Entitled;
import vn.ansinh.core.policy.PolicyBook.Entry;

/**
 * What one person's claims are worth, each for itself.
 *
 * <p>A month is valued as at its last day, because an adjustment counts from the month in which its condition is met;
 * when that yields nothing, as at its first day, because a benefit ends only with the month after the one in which its
 * condition was lost (NĐ 20/2021 Điều 8 khoản 1, 2). The month of death is valued as at the day of death.
 */
final class Valuation {

    private final PersonFacts person;
    private final FactView facts;
    private final LocalDate asOf;
    private final WhyNot whyNot;

    Valuation(PersonFacts person, LocalDate asOf, FactLabels labels) {
        this.person = person;
        this.facts = new FactView(person);
        this.asOf = asOf;
        this.whyNot = new WhyNot(person, facts, labels);
    }

    Entitled of(Claim claim, Entry entry, YearMonth month) {
        String obstacle = obstacle(claim, entry, month);
        if (obstacle != null) {
            return nothing(claim, entry, month, obstacle);
        }
        LocalDate last = month.atEndOfMonth();
        if (person.died() != null && person.died().isBefore(last)) {
            last = person.died();
        }
        Due best = best(claim, entry, month, last);
        if (best == null) {
            best = best(claim, entry, month, month.atDay(1));
        }
        return best == null
                ? nothing(claim, entry, month, whyNot.noRate(claim, entry, month, last, asOf))
                : new Entitled(best, entry);
    }

    private String obstacle(Claim claim, Entry entry, YearMonth month) {
        if (month.isBefore(claim.from())) {
            return WhyNot.notYet(claim);
        }
        if (!claim.covers(month)) {
            return WhyNot.ended(claim);
        }
        Pause pause = claim.pauseOf(month);
        if (pause != null) {
            return WhyNot.paused(pause);
        }
        if (person.died() != null && YearMonth.from(person.died()).isBefore(month)) {
            return WhyNot.dead(person.died());
        }
        if (entry == null) {
            return WhyNot.unknownBenefit(claim);
        }
        if (entry.rule().last() != null && month.isAfter(entry.rule().last())) {
            return WhyNot.benefitEnded(entry.rule());
        }
        return null;
    }

    private static Entitled nothing(Claim claim, Entry entry, YearMonth month, String reason) {
        Due due = new Due(claim.id(), claim.benefit(), null, null, month, 0, 0, null, 1, List.of(), null, null, reason);
        return new Entitled(due, entry);
    }

    /** The highest of the rates that apply on {@code day}; the first of equals. */
    private Due best(Claim claim, Entry entry, YearMonth month, LocalDate day) {
        Pack pack = entry.pack();
        Pack.Rule rule = entry.rule();
        if (!pack.always().holds(facts, day) || !rule.condition().holds(facts, day)) {
            return null;
        }
        Due best = null;
        for (Pack.Rate rate : rule.rates()) {
            if (!applies(rate, claim, day)) {
                continue;
            }
            Timeline.Value coefficient = rate.coefficients().at(month, asOf);
            Timeline.Value base =
                    pack.parameters().get(rate.parameter()).values().at(month, asOf);
            int multiple = multiple(rate, day);
            if (coefficient == null || base == null || multiple == 0) {
                continue;
            }
            long amount = pack.rounding().amount(base.number(), coefficient.number(), multiple);
            if (amount > 0 && (best == null || amount > best.amount())) {
                best = new Due(
                        claim.id(),
                        claim.benefit(),
                        rate.code(),
                        rate.name(),
                        month,
                        amount,
                        base.number().longValueExact(),
                        coefficient.number(),
                        multiple,
                        List.of(base.citation(), coefficient.citation()),
                        null,
                        pack.version(),
                        null);
            }
        }
        return best;
    }

    private boolean applies(Pack.Rate rate, Claim claim, LocalDate day) {
        return rate.age().holds(person.born(), day)
                && (rate.claimedBefore() == null
                        || AgeBand.fullMonths(person.born(), claim.from().atDay(1)) < rate.claimedBefore() * 12)
                && rate.condition().holds(facts, day);
    }

    private int multiple(Pack.Rate rate, LocalDate day) {
        if (rate.each().isEmpty()) {
            return 1;
        }
        int multiple = 0;
        for (Counted counted : rate.each()) {
            multiple += counted.in(facts, day);
        }
        return multiple;
    }
}
