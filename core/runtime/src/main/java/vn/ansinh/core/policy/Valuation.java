package vn.ansinh.core.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.api.fact.Fact;
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
 * condition was lost (NĐ 20/2021 Điều 8 khoản 1, 2). The month of death is valued as at the day of death. What is not paid
 * by the month (days, an occasion) is also valued as at the days within the month on which something began.
 */
final class Valuation {

    private final PersonFacts person;
    private final FactView facts;
    private final LocalDate asOf;
    private final FactLabels labels;

    Valuation(PersonFacts person, LocalDate asOf, FactLabels labels) {
        this.person = person;
        this.facts = new FactView(person);
        this.asOf = asOf;
        this.labels = labels;
    }

    Entitled of(Claim claim, Entry entry, YearMonth month) {
        LocalDate last = month.atEndOfMonth();
        if (person.died() != null && person.died().isBefore(last)) {
            last = person.died();
        }
        return of(claim, entry, month, last, false);
    }

    /** What the claim is worth in the month of {@code day} by what is so on that very day. */
    Entitled on(LocalDate day, Claim claim, Entry entry) {
        return of(claim, entry, YearMonth.from(day), day, true);
    }

    private Entitled of(Claim claim, Entry entry, YearMonth month, LocalDate day, boolean thatDay) {
        String obstacle = obstacle(claim, entry, month);
        if (obstacle != null) {
            return nothing(claim, entry, month, obstacle);
        }
        Best search = new Best(claim, entry, month, thatDay ? day : claim.from().atDay(1));
        Due best = thatDay ? search.at(day) : search.in(day);
        return best == null
                ? nothing(claim, entry, month, new WhyNot(person, facts, labels).noRate(claim, entry, month, day, asOf))
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
        if (!entry.inForce().holdsFor(month)) {
            return WhyNot.packEnded(entry.inForce());
        }
        if (!entry.inForce().territory().contains(claim.unitId())) {
            return WhyNot.elsewhere(entry.pack());
        }
        if (!entry.isPayMonth(claim, month)) {
            return WhyNot.otherMonth(claim, entry.rule());
        }
        boolean atDeath = entry.rule().start().from() == Pack.Start.From.DEATH;
        return atDeath
                        && (person.died() == null
                                || !YearMonth.from(person.died()).equals(month))
                ? WhyNot.onlyAtDeath()
                : null;
    }

    private static Entitled nothing(Claim claim, Entry entry, YearMonth month, String reason) {
        Due due = new Due(claim.id(), claim.benefit(), null, null, month, 0, 0, null, 1, List.of(), null, null, reason);
        return new Entitled(due, entry);
    }

    /** Looks for the rate worth most to one claim in one month; of equals the first stays. */
    private final class Best {

        private final Claim claim;
        private final Entry entry;
        private final YearMonth month;
        private final LocalDate begun;
        private RateInForce rate;
        private RateInForce.Product product;
        private long amount;
        private int multiple;
        private BigDecimal things;

        /** @param begun day from which the right is claimed */
        Best(Claim claim, Entry entry, YearMonth month, LocalDate begun) {
            this.claim = claim;
            this.entry = entry;
            this.month = month;
            this.begun = begun;
        }

        Due at(LocalDate day) {
            on(day);
            return rate == null ? null : due();
        }

        /** @param last the last day of the month on which the person lives */
        Due in(LocalDate last) {
            on(last);
            if (rate == null) {
                on(month.atDay(1));
            }
            if (rate == null && !entry.isMonthly()) {
                for (Fact fact : person.facts()) {
                    if (fact.from().isAfter(month.atDay(1)) && fact.from().isBefore(last)) {
                        on(fact.from());
                    }
                }
            }
            return rate == null ? null : due();
        }

        private void on(LocalDate day) {
            if (!entry.pack().always().holds(facts, day)
                    || !entry.rule().condition().holds(facts, day)) {
                return;
            }
            for (RateInForce each : entry.rates()) {
                if (applies(each, day)) {
                    int times = multiple(each.rate(), day);
                    if (times > 0) {
                        consider(each, times, day);
                    }
                }
            }
        }

        private boolean applies(RateInForce each, LocalDate day) {
            Pack.Rate written = each.rate();
            return written.age().holds(person.born(), day)
                    && each.lastsTo(month)
                    && (written.claimedBefore() == null
                            || AgeBand.fullMonths(person.born(), begun) < written.claimedBefore() * 12)
                    && written.condition().holds(facts, day);
        }

        private void consider(RateInForce each, int times, LocalDate day) {
            if (each.rate().worth() instanceof Pack.Worth.Table table) {
                facts.forEachValue(table.fact(), day, row -> row(each, row, times));
                return;
            }
            Timeline.Value base = each.base().at(month, asOf, claim.unitId());
            if (base == null) {
                return;
            }
            if (each.rate().worth() instanceof Pack.Worth.InKind) {
                inKind(each, base, times);
                return;
            }
            Timeline.Value coefficient =
                    each.coefficients() == null ? null : each.coefficients().at(month, asOf, claim.unitId());
            if (coefficient != null || each.coefficients() == null) {
                take(each, each.product(base, coefficient), times);
            }
        }

        private void row(RateInForce each, String row, int times) {
            Timeline.Value value = each.base().table(month, asOf, claim.unitId(), row);
            Long found = value == null ? null : value.rows().get(row);
            if (found != null) {
                take(each, each.row(value, found), times);
            }
        }

        private void take(RateInForce each, RateInForce.Product candidate, int times) {
            long worth = each.amount(candidate, times);
            if (worth > amount) {
                rate = each;
                product = candidate;
                amount = worth;
                multiple = times;
            }
        }

        private void inKind(RateInForce each, Timeline.Value quantity, int times) {
            BigDecimal worth = quantity.number().multiply(BigDecimal.valueOf(times));
            if (worth.signum() > 0 && (things == null || worth.compareTo(things) > 0)) {
                rate = each;
                product = each.product(quantity, null);
                things = worth;
                multiple = times;
            }
        }

        private int multiple(Pack.Rate each, LocalDate day) {
            int times = each.times() == null ? 1 : facts.number(each.times(), day);
            if (each.each().isEmpty() || times == 0) {
                return times;
            }
            int counted = 0;
            for (Counted one : each.each()) {
                counted += one.in(facts, day);
            }
            return Math.multiplyExact(times, counted);
        }

        private Due due() {
            String inKind = rate.rate().worth() instanceof Pack.Worth.InKind kind
                    ? ValueParser.quantity(things, kind.unit())
                    : null;
            return new Due(
                    claim.id(),
                    claim.benefit(),
                    rate.rate().code(),
                    rate.rate().name(),
                    month,
                    amount,
                    inKind == null ? product.base() : 0,
                    product.coefficient(),
                    multiple,
                    product.cited(),
                    inKind,
                    entry.pack().version(),
                    null);
        }
    }
}
