package vn.ansinh.example.seniority;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.policy.Policy;

/**
 * Counts completed years between the day somebody joined the service and the day they left it, or today. A pack in YAML
 * compares facts; it does not subtract days.
 */
public final class YearsOfService implements Policy {

    static final String JOINED = "vi-du.ngay-vao-nganh";
    static final String LEFT = "vi-du.ngay-ra-nganh";
    static final String YEARS = "vi-du.so-nam-tham-nien";

    @Override
    public String id() {
        return "vi-du-tham-nien";
    }

    @Override
    public Set<String> benefits() {
        return Set.of("VD-THAM-NIEN");
    }

    @Override
    public Set<String> keys() {
        return Set.of(YEARS);
    }

    /** Each number of years holds from the day it was completed, so earlier months are told right as well. */
    @Override
    public List<Fact> derive(List<Known> people, YearMonth month) {
        List<Fact> derived = new ArrayList<>();
        for (Known person : people) {
            Optional<LocalDate> joined = day(person.facts(), JOINED);
            if (joined.isPresent()) {
                LocalDate end = day(person.facts(), LEFT).orElse(month.atEndOfMonth());
                add(
                        person.personId(),
                        joined.get(),
                        end.isAfter(month.atEndOfMonth()) ? month.atEndOfMonth() : end,
                        derived);
            }
        }
        return derived;
    }

    private static void add(long person, LocalDate joined, LocalDate end, List<Fact> derived) {
        long years = ChronoUnit.YEARS.between(joined, end);
        for (long year = 1; year <= years; year++) {
            LocalDate next = year == years ? null : joined.plusYears(year + 1);
            derived.add(new Fact(
                    Subject.person(person),
                    YEARS,
                    Long.toString(year),
                    joined.plusYears(year),
                    next,
                    "vi-du-tham-nien"));
        }
    }

    private static Optional<LocalDate> day(PersonFacts facts, String key) {
        return facts.facts().stream()
                .filter(fact -> fact.key().equals(key))
                .map(fact -> LocalDate.parse(fact.value()))
                .findFirst();
    }
}
