package vn.ansinh.core.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.core.policy.PolicyBook.Entry;

/**
 * Brings together, once per book, what several packs say about one thing: a parameter's values, a rate's coefficients, a
 * group's exceptions. What a pack means that is not there (any more) is worth nothing, and harms nothing else.
 */
final class LawBinder {

    private final List<PackInForce> packs;
    private final PackFamily family;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Pack.Group> groups = new LinkedHashMap<>();
    private final Pack.Group[][] exclusions;

    LawBinder(Collection<PackInForce> given) {
        family = new PackFamily(given);
        packs = family.ordered();
        for (PackInForce each : packs) {
            each.pack().groups().forEach((code, group) -> groups.merge(code, group, LawBinder::merged));
        }
        for (PackInForce each : packs) {
            for (Pack.Rule rule : each.pack().rules()) {
                entries.putIfAbsent(
                        rule.benefit().code(),
                        new Entry(
                                each,
                                rule,
                                rule.rates().stream()
                                        .map(rate -> bound(each, rule, rate))
                                        .toList(),
                                entries.size()));
            }
        }
        exclusions = new Pack.Group[entries.size()][entries.size()];
        for (Entry one : entries.values()) {
            for (Entry other : entries.values()) {
                exclusions[one.order()][other.order()] = excluding(one, other);
            }
        }
    }

    List<PackInForce> packs() {
        return packs;
    }

    Collection<Entry> entries() {
        return entries.values();
    }

    Entry entry(String benefit) {
        return entries.get(benefit);
    }

    Pack.Group exclusion(Entry one, Entry other) {
        return exclusions[one.order()][other.order()];
    }

    /** The name and the clause of the pack that stands first, the exceptions of all. */
    private static Pack.Group merged(Pack.Group first, Pack.Group second) {
        Map<String, List<String>> together = new HashMap<>(first.together());
        second.together()
                .forEach((benefit, others) -> together.merge(benefit, others, (some, more) -> {
                    List<String> all = new ArrayList<>(some);
                    all.addAll(more);
                    return all;
                }));
        return new Pack.Group(first.code(), first.name(), first.clause(), together, first.place());
    }

    /** A group as all packs together say it; {@code null} when none does. */
    Pack.Group group(String code) {
        return groups.get(code);
    }

    private Pack.Group excluding(Entry one, Entry other) {
        for (String code : one.rule().benefit().groups()) {
            Pack.Group group = groups.get(code);
            if (group != null
                    && one != other
                    && other.rule().benefit().groups().contains(code)
                    && !group.allows(
                            one.rule().benefit().code(), other.rule().benefit().code())) {
                return group;
            }
        }
        return null;
    }

    private RateInForce bound(PackInForce owner, Pack.Rule rule, Pack.Rate rate) {
        LawInTime own = rate.worth().values() == null ? null : values(owner, rate);
        return rate.worth() instanceof Pack.Worth.Scaled scaled
                ? new RateInForce(rate, meant(scaled.parameter(), owner.pack()), own, rule.rounding())
                : new RateInForce(rate, own, null, rule.rounding());
    }

    private LawInTime values(PackInForce owner, Pack.Rate rate) {
        LawInTime.Builder law =
                new LawInTime.Builder().nationwide(owner, 0, rate.worth().values());
        for (PackInForce each : packs) {
            if (extending(each, owner)) {
                for (Pack.Addition addition : each.pack().additions()) {
                    if (addition.rate().equals(rate.code())
                            && addition.kind() == rate.worth().kind()) {
                        add(law, each, addition.values());
                    }
                }
            }
        }
        return law.build();
    }

    private LawInTime meant(String parameter, Pack user) {
        List<Pack> declarers = family.declarersOf(parameter, user);
        return declarers.size() == 1 ? parameter(declarers.get(0), parameter) : LawInTime.NONE;
    }

    /** All values of the parameter {@code code} that {@code declarer} declared first. */
    LawInTime parameter(Pack declarer, String code) {
        LawInTime.Builder law = new LawInTime.Builder();
        for (PackInForce each : packs) {
            Pack.Parameter parameter = each.pack().parameters().get(code);
            if (parameter != null && each.pack() == declarer) {
                law.nationwide(each, 0, parameter.values());
            } else if (parameter != null && extending(each, declarer)) {
                add(law, each, parameter.values());
            }
        }
        return law.build();
    }

    private void add(LawInTime.Builder law, PackInForce pack, Timeline values) {
        if (pack.territory().isNationwide()) {
            law.nationwide(pack, family.depth(pack.pack()), values);
        } else {
            law.local(pack, values);
        }
    }

    private boolean extending(PackInForce pack, PackInForce owner) {
        return extending(pack, owner.pack());
    }

    private boolean extending(PackInForce pack, Pack owner) {
        return family.above(pack.pack()).stream().anyMatch(above -> above.pack() == owner);
    }
}
