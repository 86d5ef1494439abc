package vn.ansinh.core.benefit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.FactKey;

/** What would be known if more were recorded; ends and takes the place of what is known as recording it would. */
public final class SupposedFacts {

    private SupposedFacts() {}

    /** What is recorded, with what is supposed over it. */
    public static List<Fact> over(List<Fact> recorded, List<Fact> supposed, Map<String, FactKey> keys) {
        List<Fact> all = new ArrayList<>(recorded);
        for (Fact fact : supposed) {
            FactKey key = keys.get(fact.key());
            boolean many = key != null && key.many();
            Fact next = many ? fact : until(all, fact);
            all = many ? without(all, fact) : around(all, fact);
            all.add(next);
        }
        return all;
    }

    /** Of a key with many values, one that is told anew from its first day takes its own place. */
    private static List<Fact> without(List<Fact> known, Fact fact) {
        List<Fact> kept = new ArrayList<>(known);
        kept.removeIf(each -> each.key().equals(fact.key())
                && each.value().equals(fact.value())
                && each.from().equals(fact.from()));
        return kept;
    }

    /** What begins later stays: the supposed fact lasts until then. */
    private static Fact until(List<Fact> known, Fact fact) {
        LocalDate to = known.stream()
                .filter(each -> each.key().equals(fact.key()) && each.from().isAfter(fact.from()))
                .map(Fact::from)
                .min(LocalDate::compareTo)
                .filter(next -> fact.to() == null || next.isBefore(fact.to()))
                .orElse(fact.to());
        return new Fact(fact.subject(), fact.key(), fact.value(), fact.from(), to, fact.source());
    }

    /** Of the same key what was so before the supposed fact begins, and what begins later. */
    private static List<Fact> around(List<Fact> known, Fact fact) {
        List<Fact> kept = new ArrayList<>();
        LocalDate from = fact.from();
        for (Fact each : known) {
            boolean same = each.key().equals(fact.key());
            boolean reaches = same
                    && each.from().isBefore(from)
                    && (each.to() == null || each.to().isAfter(from));
            if (reaches) {
                kept.add(new Fact(each.subject(), each.key(), each.value(), each.from(), from, each.source()));
            } else if (!same || !each.from().equals(from)) {
                kept.add(each);
            }
        }
        return kept;
    }
}
