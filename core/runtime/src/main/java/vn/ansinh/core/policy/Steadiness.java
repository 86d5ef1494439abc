package vn.ansinh.core.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Pause;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.core.policy.PolicyBook.Entry;

/**
 * For how long a person's months are worth what one month is worth, if nothing new becomes known.
 *
 * <p>A month is valued as at its last day or its first ({@link Valuation}). So as long as no fact begins or ends, no age is
 * reached and no value of law begins or ends after a month's first day, every later month is worth the same. What happens
 * within the month itself ends the peace at once: the next month begins where this one ended. Events that do not matter to
 * the person's benefits are taken for ones that do; that only costs a computation.
 */
public final class Steadiness {

    /** Further ahead nothing is told. */
    private static final YearMonth FAR = YearMonth.of(9999, 12);

    private final PolicyBook book;
    private final YearMonth month;
    private final LocalDate asOf;
    private final Map<String, OfBenefit> benefits = new HashMap<>();

    /**
     * @param month the month that others are compared with
     * @param asOf day on which law is read
     */
    public Steadiness(PolicyBook book, YearMonth month, LocalDate asOf) {
        this.book = book;
        this.month = month;
        this.asOf = asOf;
    }

    /**
     * What follows from law alone.
     *
     * @param through last month before law changes what is known now
     * @param ages full months of the person's life at which something begins or ends
     * @param counted the same for those who are counted (children), by fact key
     */
    private record OfBenefit(Entry entry, YearMonth through, int[] ages, Map<String, int[]> counted) {}

    /** @return the last month, not before the month compared with, that is worth the same in all claims */
    public YearMonth through(PersonFacts person, List<Claim> claims) {
        YearMonth through = FAR;
        for (Claim claim : claims) {
            if (claim.to() == null || !claim.to().isBefore(month)) {
                through = min(through, ofClaim(claim));
                OfBenefit benefit = benefits.computeIfAbsent(claim.benefit(), this::ofBenefit);
                if (benefit.entry() != null) {
                    through = min(through, benefit.through());
                    through = min(through, ages(person.born(), benefit.ages()));
                    through = min(through, counted(person, benefit.counted()));
                    through = min(through, payMonths(benefit.entry(), claim));
                }
            }
        }
        for (Fact fact : person.facts()) {
            through = min(through, before(fact.from()));
            through = fact.to() == null ? through : min(through, before(fact.to()));
        }
        return person.died() == null ? through : min(through, upTo(YearMonth.from(person.died())));
    }

    private YearMonth ofClaim(Claim claim) {
        YearMonth through = min(begin(claim.from()), claim.to() == null ? FAR : claim.to());
        for (Pause pause : claim.pauses()) {
            through = min(through, begin(pause.from()));
            through = pause.to() == null ? through : min(through, upTo(pause.to()));
        }
        return through;
    }

    private YearMonth payMonths(Entry entry, Claim claim) {
        return switch (entry.rule().benefit().cadence()) {
            case MONTH -> FAR;
            case DAY -> month;
            case ONCE, YEAR -> {
                YearMonth next = month;
                for (int i = 0; i < 12 && !entry.isPayMonth(claim, next.plusMonths(1)); i++) {
                    next = next.plusMonths(1);
                }
                yield entry.isPayMonth(claim, month) ? month : next;
            }
        };
    }

    private YearMonth counted(PersonFacts person, Map<String, int[]> counted) {
        YearMonth through = FAR;
        if (!counted.isEmpty()) {
            for (Fact fact : person.facts()) {
                int[] ages = counted.get(fact.key());
                if (ages != null) {
                    through = min(through, ages(FactView.date(fact.value()), ages));
                }
            }
        }
        return through;
    }

    /** An age is reached on some day of the month in which it is completed. */
    private YearMonth ages(LocalDate born, int[] ages) {
        YearMonth through = FAR;
        YearMonth birth = YearMonth.from(born);
        for (int age : ages) {
            through = min(through, from(birth.plusMonths(age)));
        }
        return through;
    }

    /** What begins on a day leaves the months before it as they are. */
    private YearMonth before(LocalDate day) {
        return day.isAfter(month.atDay(1)) ? from(YearMonth.from(day)) : FAR;
    }

    /** What counts for whole months from {@code first} on: that it begins with the month itself disturbs nothing. */
    private YearMonth begin(YearMonth first) {
        return first.isAfter(month) ? first.minusMonths(1) : FAR;
    }

    /** What begins somewhere in {@code event}. */
    private YearMonth from(YearMonth event) {
        if (event.isBefore(month)) {
            return FAR;
        }
        return event.equals(month) ? month : event.minusMonths(1);
    }

    /** What ends with {@code last}. */
    private YearMonth upTo(YearMonth last) {
        return last.isBefore(month) ? FAR : last;
    }

    private static YearMonth min(YearMonth one, YearMonth other) {
        return one.isBefore(other) ? one : other;
    }

    private OfBenefit ofBenefit(String code) {
        Entry entry = book.entry(code);
        if (entry == null) {
            return new OfBenefit(null, FAR, new int[0], Map.of());
        }
        List<YearMonth> ends = new ArrayList<>();
        Set<Integer> ages = new TreeSet<>();
        Map<String, Set<Integer>> counted = new HashMap<>();
        end(ends, entry.rule().last());
        end(ends, entry.inForce().last());
        note(entry.pack().always(), counted);
        note(entry.rule().condition(), counted);
        for (RateInForce rate : entry.rates()) {
            end(ends, rate.rate().last());
            note(rate.rate().age(), ages);
            note(rate.rate().condition(), counted);
            rate.rate().each().forEach(each -> note(each, counted));
            rate.forEachValue(standing -> {
                if (!asOf.isBefore(standing.value().citation().inForce())) {
                    ends.add(begin(standing.value().citation().countedFrom()));
                    end(ends, standing.last());
                }
            });
        }
        Map<String, int[]> children = new HashMap<>();
        counted.forEach((key, bounds) -> children.put(key, array(bounds)));
        return new OfBenefit(
                entry, ends.stream().min(YearMonth::compareTo).orElse(FAR), array(ages), Map.copyOf(children));
    }

    private void end(List<YearMonth> ends, YearMonth last) {
        if (last != null && !last.isBefore(month)) {
            ends.add(last);
        }
    }

    private static void note(Condition condition, Map<String, Set<Integer>> counted) {
        condition.forEachLeaf(leaf -> {
            if (leaf instanceof Condition.Count count) {
                note(count.counted(), counted);
            }
        });
    }

    private static void note(Counted each, Map<String, Set<Integer>> counted) {
        note(each.age(), counted.computeIfAbsent(each.key(), key -> new TreeSet<>()));
    }

    private static void note(AgeBand band, Set<Integer> ages) {
        // birth is an event too: nobody has an age before it
        ages.add(band.from());
        if (band.below() != Integer.MAX_VALUE) {
            ages.add(band.below());
        }
    }

    private static int[] array(Set<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
