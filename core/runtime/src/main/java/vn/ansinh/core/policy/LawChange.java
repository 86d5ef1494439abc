package vn.ansinh.core.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.ansinh.core.policy.PolicyBook.Entry;

/**
 * Which benefits law values otherwise than it did, and from which month on.
 *
 * <p>For every benefit and month all that decides what the benefit is worth is written down as text, by either law: the
 * conditions, the rates with their ages, the values that hold for the month as known on the day, nationwide and in every
 * territory, the benefits it gives way to, the clauses a line cites. Where the texts are equal the amounts are, for
 * everybody. Another version of a pack that says the same in other lines changes nothing.
 */
public final class LawChange {

    private final PolicyBook book;
    private final LocalDate asOf;

    private LawChange(PolicyBook book, LocalDate asOf) {
        this.book = book;
        this.asOf = asOf;
    }

    /**
     * Compares two laws, each as it stood on a day.
     *
     * @param program whose first month with law is the earliest that is looked at
     * @param last latest month that is looked at
     * @return benefits valued otherwise, each with the first month for which it is; also other programs', because benefits
     *     give way to each other across programs
     */
    public static Map<String, YearMonth> between(
            PolicyBook then, LocalDate thenAsOf, PolicyBook now, LocalDate nowAsOf, String program, YearMonth last) {
        Map<String, YearMonth> changed = new HashMap<>();
        if (then.terms().equals(now.terms()) && thenAsOf.equals(nowAsOf)) {
            return changed;
        }
        LawChange before = new LawChange(then, thenAsOf);
        LawChange after = new LawChange(now, nowAsOf);
        Set<String> benefits = new LinkedHashSet<>();
        then.entries().forEach(entry -> benefits.add(entry.rule().benefit().code()));
        now.entries().forEach(entry -> benefits.add(entry.rule().benefit().code()));
        YearMonth first = first(then, now, program, last);
        for (String benefit : benefits) {
            String beforeRule = before.rule(benefit);
            String afterRule = after.rule(benefit);
            for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
                String beforeValues = before.values(benefit, month);
                String afterValues = after.values(benefit, month);
                boolean nothing = beforeValues.isEmpty() && afterValues.isEmpty();
                if (!nothing && !(beforeRule + beforeValues).equals(afterRule + afterValues)) {
                    changed.put(benefit, month);
                    break;
                }
            }
        }
        return changed;
    }

    /**
     * As {@link #between}, for months after {@code last}: what is known by now of later months. A month that is carried over
     * would carry along for how long it was steady as law was known then.
     *
     * @return benefits valued otherwise in some later month
     */
    public static Set<String> later(
            PolicyBook then, LocalDate thenAsOf, PolicyBook now, LocalDate nowAsOf, YearMonth last) {
        Set<String> changed = new LinkedHashSet<>();
        if (then.terms().equals(now.terms()) && thenAsOf.equals(nowAsOf)) {
            return changed;
        }
        LawChange before = new LawChange(then, thenAsOf);
        LawChange after = new LawChange(now, nowAsOf);
        for (PolicyBook book : List.of(then, now)) {
            for (Entry entry : book.entries()) {
                String benefit = entry.rule().benefit().code();
                for (YearMonth month : turns(entry, last)) {
                    if (!before.values(benefit, month).equals(after.values(benefit, month))) {
                        changed.add(benefit);
                    }
                }
            }
        }
        return changed;
    }

    /** Months after {@code last} with which something of a benefit begins, or before which it ended. */
    private static Set<YearMonth> turns(Entry entry, YearMonth last) {
        Set<YearMonth> turns = new TreeSet<>();
        turn(turns, entry.rule().last());
        turn(turns, entry.inForce().last());
        for (RateInForce rate : entry.rates()) {
            turn(turns, rate.rate().last());
            rate.forEachValue(standing -> {
                turns.add(standing.value().citation().countedFrom());
                turn(turns, standing.last());
            });
        }
        turns.removeIf(month -> !month.isAfter(last));
        return turns;
    }

    private static void turn(Set<YearMonth> turns, YearMonth ended) {
        if (ended != null) {
            turns.add(ended.plusMonths(1));
        }
    }

    private static YearMonth first(PolicyBook then, PolicyBook now, String program, YearMonth last) {
        YearMonth one = then.firstMonth(program).orElse(last);
        YearMonth other = now.firstMonth(program).orElse(last);
        return one.isBefore(other) ? one : other;
    }

    /** What does not depend on the month. */
    private String rule(String benefit) {
        Entry entry = book.entry(benefit);
        if (entry == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        Pack.Rule rule = entry.rule();
        write(text, entry.pack().always());
        write(text, rule.condition());
        text.append(rule.rounding())
                .append(rule.payMonth())
                .append(rule.start().from())
                .append(rule.benefit().cadence())
                .append(rule.benefit().fund())
                .append(entry.inForce().territory());
        exclusions(text, entry);
        for (RateInForce rate : entry.rates()) {
            Pack.Rate written = rate.rate();
            text.append('\n')
                    .append(written.code())
                    .append(written.name())
                    .append(written.age())
                    .append(written.claimedBefore())
                    .append(written.each())
                    .append(written.times())
                    .append(written.cap())
                    .append(written.last());
            write(text, written.condition());
            if (written.worth() instanceof Pack.Worth.Table table) {
                text.append(table.fact());
            }
        }
        return text.toString();
    }

    /** The benefits it gives way to; of equal amounts the one that stands first stays. */
    private void exclusions(StringBuilder text, Entry entry) {
        String code = entry.rule().benefit().code();
        for (Entry other : book.entries()) {
            Pack.Group group = book.exclusion(code, other.rule().benefit().code());
            if (group != null) {
                text.append('\n')
                        .append(other.rule().benefit().code())
                        .append(other.order() < entry.order() ? '<' : '>')
                        .append(group.clause());
            }
        }
    }

    /** The values that hold for a month; empty when the benefit is worth nothing in it. */
    private String values(String benefit, YearMonth month) {
        Entry entry = book.entry(benefit);
        if (entry == null
                || !entry.inForce().holdsFor(month)
                || entry.rule().last() != null && month.isAfter(entry.rule().last())) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (RateInForce rate : entry.rates()) {
            if (rate.lastsTo(month)) {
                StringBuilder values = new StringBuilder();
                write(values, rate.base(), month);
                if (rate.coefficients() != null) {
                    values.append('×');
                    write(values, rate.coefficients(), month);
                }
                if (values.length() > 1) {
                    text.append(rate.rate().code()).append(values).append('\n');
                }
            }
        }
        return text.toString();
    }

    private void write(StringBuilder text, LawInTime law, YearMonth month) {
        law.forEachAt(
                month,
                asOf,
                (territory, value) -> text.append(territory)
                        .append(value.number())
                        .append(value.rows())
                        .append(value.citation().clause())
                        .append(value.citation().provisional())
                        .append(';'));
    }

    private static void write(StringBuilder text, Condition condition) {
        if (condition instanceof Condition.All all) {
            writeAll(text, "all", all.parts());
        } else if (condition instanceof Condition.Any any) {
            writeAll(text, "any", any.parts());
        } else if (condition instanceof Condition.Not not) {
            writeAll(text, "not", List.of(not.part()));
        } else if (condition instanceof Condition.Compare compare) {
            text.append(compare.key()).append(compare.values().stream().sorted().toList());
        } else if (condition instanceof Condition.Range range) {
            text.append(range.key()).append(range.from()).append('-').append(range.below());
        } else if (condition instanceof Condition.Count count) {
            text.append(count.counted()).append(count.atLeast());
        } else {
            throw new IllegalStateException("not a condition known here: " + condition.getClass());
        }
    }

    private static void writeAll(StringBuilder text, String word, List<Condition> parts) {
        text.append(word).append('(');
        parts.forEach(part -> {
            write(text, part);
            text.append(',');
        });
        text.append(')');
    }
}
