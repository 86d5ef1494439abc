package vn.ansinh.core.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.Cadence;

/** The ages at which packs in force begin to pay another amount every month, or begin or cease to pay; in full months. */
public final class AgeBands {

    private final List<Integer> bounds;
    private final List<Integer> starts;

    private AgeBands(Set<Integer> bounds, Set<Integer> starts) {
        this.bounds = List.copyOf(bounds);
        this.starts = List.copyOf(starts);
    }

    /**
     * @param month in which the rates have to be in use
     * @param told whether a benefit's ages may be told as the beginning of a right
     */
    public static AgeBands of(PolicyBook book, Set<String> programs, YearMonth month, Predicate<Benefit> told) {
        Set<Integer> bounds = new TreeSet<>();
        Set<Integer> starts = new TreeSet<>();
        bounds.add(0);
        for (PolicyBook.Entry entry : book.entries()) {
            Benefit benefit = entry.rule().benefit();
            if (!programs.contains(benefit.program()) || benefit.cadence() != Cadence.MONTH) {
                continue;
            }
            List<Pack.Rate> rates = entry.rates().stream()
                    .filter(rate -> rate.lastsTo(month))
                    .map(RateInForce::rate)
                    .toList();
            rates.forEach(rate -> addBounds(rate.age(), bounds));
            if (told.test(benefit)) {
                addStarts(rates, starts);
            }
        }
        return new AgeBands(bounds, starts);
    }

    private static void addBounds(AgeBand age, Set<Integer> bounds) {
        bounds.add(age.from());
        if (age.below() < Integer.MAX_VALUE) {
            bounds.add(age.below());
        }
    }

    /**
     * A right begins with the lowest age of a benefit that no child gets and that has no highest age; and with an age from which on
     * it asks for nothing more, where below it only some get it.
     */
    private static void addStarts(List<Pack.Rate> rates, Set<Integer> starts) {
        if (rates.stream().anyMatch(rate -> rate.age().from() == 0)
                || rates.stream().noneMatch(rate -> rate.age().below() == Integer.MAX_VALUE)) {
            return;
        }
        rates.stream().map(rate -> rate.age().from()).min(Integer::compareTo).ifPresent(starts::add);
        List<AgeBand> plain = rates.stream()
                .filter(rate -> rate.condition().equals(Condition.ALWAYS))
                .map(Pack.Rate::age)
                .toList();
        plain.stream()
                .map(AgeBand::from)
                .filter(from -> plain.stream().noneMatch(age -> age.from() < from && age.below() >= from))
                .forEach(starts::add);
    }

    /** First ages of the bands, ascending, the first 0. */
    public List<Integer> bounds() {
        return bounds;
    }

    /** Ages at which rights begin that no child has; other conditions apart. */
    public List<Integer> starts() {
        return starts;
    }

    /** Which band somebody is in on a day: the index of its first age in {@link #bounds()}; 0 also before birth. */
    public int band(LocalDate born, LocalDate day) {
        int age = AgeBand.fullMonths(born, day);
        int band = 0;
        while (band + 1 < bounds.size() && bounds.get(band + 1) <= age) {
            band++;
        }
        return band;
    }

    /** First age beyond a band; 0 when it has no end. */
    public int below(int band) {
        return band + 1 < bounds.size() ? bounds.get(band + 1) : 0;
    }
}
