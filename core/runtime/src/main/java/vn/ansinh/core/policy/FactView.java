package vn.ansinh.core.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.policy.PersonFacts;

/** Facts of one person as conditions ask for them. People have few facts: a list is searched faster than a map is built. */
final class FactView {

    private static final int ISO_DATE_LENGTH = 10;
    private static final int HIGHEST = 100_000;

    private final List<Fact> facts;

    FactView(PersonFacts person) {
        facts = person.facts();
    }

    boolean any(String key, LocalDate day, Predicate<String> value) {
        for (Fact fact : facts) {
            if (fact.key().equals(key) && fact.holdsOn(day) && value.test(fact.value())) {
                return true;
            }
        }
        return false;
    }

    /** Whether anything is known under {@code key} on {@code day}. */
    boolean known(String key, LocalDate day) {
        return any(key, day, value -> true);
    }

    /**
     * The highest number told under {@code key} on {@code day}; 0 when none is, or none is positive. What is beyond all sense
     * as a number of days, years or people is a slip of the hand and counts as not told.
     */
    int number(String key, LocalDate day) {
        long highest = 0;
        for (Fact fact : facts) {
            if (fact.key().equals(key) && fact.holdsOn(day)) {
                long number = Long.parseLong(fact.value());
                highest = number <= HIGHEST ? Math.max(highest, number) : highest;
            }
        }
        return (int) highest;
    }

    /** Every value told under {@code key} on {@code day}. */
    void forEachValue(String key, LocalDate day, Consumer<String> visitor) {
        for (Fact fact : facts) {
            if (fact.key().equals(key) && fact.holdsOn(day)) {
                visitor.accept(fact.value());
            }
        }
    }

    int countDated(String key, LocalDate day, AgeBand age) {
        List<String> counted = null;
        for (Fact fact : facts) {
            if (fact.key().equals(key) && fact.holdsOn(day) && age.holds(date(fact.value()), day)) {
                if (counted == null) {
                    counted = new ArrayList<>();
                }
                if (!counted.contains(fact.value())) {
                    counted.add(fact.value());
                }
            }
        }
        return counted == null ? 0 : counted.size();
    }

    /** The day that a dated name begins with. */
    static LocalDate date(String datedName) {
        return LocalDate.parse(datedName.substring(0, Math.min(ISO_DATE_LENGTH, datedName.length())));
    }
}
