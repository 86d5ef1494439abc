package vn.ansinh.core.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.ansinh.api.deadline.Deadline;
import vn.ansinh.api.deadline.Deadlines.UnitRule;
import vn.ansinh.api.unit.Units;

/** What holds where and when: a program's rule and the stricter ones of the units above. The earliest counts. */
final class RuleBook {

    private final Units units;
    private final List<UnitRule> rules;
    private final Set<LocalDate> holidays;

    /** @param rules those that have not ended, the newest first */
    RuleBook(Units units, List<UnitRule> rules, Set<LocalDate> holidays) {
        this.units = units;
        this.rules = rules;
        this.holidays = holidays;
    }

    /**
     * When it is due, and from when on it is refused.
     *
     * @param cutOff {@code null} for never
     */
    record Limit(Instant due, Instant cutOff) {}

    /** What holds for a unit and a period. */
    Limit limit(Deadline deadline, long unitId, LocalDate period) {
        return limit(deadline, unitId, period, 0);
    }

    /** As above, as if one rule were not there. */
    Limit limit(Deadline deadline, long unitId, LocalDate period, long withoutRule) {
        List<UnitRule> holding = holding(deadline.id(), unitId, period, withoutRule);
        Instant due = Stream.concat(Stream.of(deadline.rule()), holding.stream().map(UnitRule::rule))
                .map(rule -> rule.due(period, holidays))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant cutOff = holding.stream()
                .filter(UnitRule::cutOff)
                .map(rule -> rule.rule().due(period, holidays))
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new Limit(due, cutOff);
    }

    /** Of each unit at or above the latest rule that begins by the period. */
    private List<UnitRule> holding(String deadline, long unitId, LocalDate period, long without) {
        Map<Long, UnitRule> ofUnit = new HashMap<>();
        for (UnitRule rule : rules) {
            if (rule.deadline().equals(deadline)
                    && rule.id() != without
                    && !rule.from().isAfter(period)
                    && units.isWithin(unitId, rule.unitId())) {
                ofUnit.merge(rule.unitId(), rule, (one, other) -> one.from().isBefore(other.from()) ? other : one);
            }
        }
        return List.copyOf(ofUnit.values());
    }

    Instant due(UnitRule rule, LocalDate period) {
        return rule.rule().due(period, holidays);
    }
}
