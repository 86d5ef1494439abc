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
            if (key == null || !key.many()) {
                all = before(all, fact);
            }
            all.add(fact);
        }
        return all;
    }

    /** Of the same key only what was so before the supposed fact begins. */
    private static List<Fact> before(List<Fact> known, Fact fact) {
        List<Fact> kept = new ArrayList<>();
        LocalDate from = fact.from();
        for (Fact each : known) {
            if (!each.key().equals(fact.key())) {
                kept.add(each);
            } else if (each.from().isBefore(from)) {
                boolean reaches = each.to() == null || each.to().isAfter(from);
                kept.add(
                        reaches
                                ? new Fact(each.subject(), each.key(), each.value(), each.from(), from, each.source())
                                : each);
            }
        }
        return kept;
    }
}
