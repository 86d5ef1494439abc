package vn.ansinh.core.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.core.policy.PolicyBook.Entry;

/** From which month a right counts that a decision opens (NĐ 20/2021 Điều 8 khoản 1 điểm đ). */
final class StartOfRight {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Entry entry;
    private final PersonFacts person;
    private final LocalDate decision;

    StartOfRight(Entry entry, PersonFacts person, LocalDate decision) {
        this.entry = entry;
        this.person = person;
        this.decision = decision;
    }

    YearMonth month() {
        YearMonth decided = YearMonth.from(decision);
        Pack.Start start = entry.rule().start();
        YearMonth month = switch (start.from()) {
            case DECISION -> decided;
            case AGE -> ageReached().orElse(decided);
            case EVENT -> event(start.fact()).orElse(decided);
            case MONTH_AFTER_EVENT ->
                event(start.fact()).map(event -> event.plusMonths(1)).orElse(decided);
            case DEATH -> person.died() == null ? decided : YearMonth.from(person.died());
        };
        return month.isAfter(decided) ? decided : month;
    }

    /** The month in which the person came into the age of the rate that fits on the day of the decision. */
    private Optional<YearMonth> ageReached() {
        FactView facts = new FactView(person);
        return fitting(facts)
                .map(rate -> YearMonth.from(person.born().plusMonths(rate.age().from())))
                .min(YearMonth::compareTo);
    }

    private Stream<Pack.Rate> fitting(FactView facts) {
        return entry.rule().rates().stream()
                .filter(rate -> rate.age().from() > 0 && rate.age().holds(person.born(), decision))
                .filter(rate -> rate.last() == null || !YearMonth.from(decision).isAfter(rate.last()))
                .filter(rate -> rate.condition().holds(facts, decision));
    }

    /** The month in which what is so on the day of the decision became so; of a fact that is itself a day, that day's. */
    private Optional<YearMonth> event(String key) {
        return person.facts().stream()
                .filter(fact -> fact.key().equals(key) && fact.holdsOn(decision))
                .map(fact -> DAY.matcher(fact.value()).matches() ? LocalDate.parse(fact.value()) : fact.from())
                .min(LocalDate::compareTo)
                .map(YearMonth::from);
    }
}
