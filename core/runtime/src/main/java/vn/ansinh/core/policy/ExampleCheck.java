package vn.ansinh.core.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.text.Money;

/** Computes worked examples. */
final class ExampleCheck {

    private static final long UNKNOWN = -1;

    private final PolicyBook book;
    private final Pack pack;
    private final Territories territories;

    ExampleCheck(PolicyBook book, Pack pack, Territories territories) {
        this.book = book;
        this.pack = pack;
        this.territories = territories;
    }

    /** @return what differs from what the example expects, {@code null} when nothing does */
    String difference(Pack.Example example, Pack.Expected expected) {
        String unknown =
                unit(example) == UNKNOWN ? "Hiện không có đơn vị hành chính mã «" + code(example) + "»." : null;
        return unknown == null ? compare(dues(example, expected), expected) : unknown;
    }

    /** What the example's claims are worth in the month. */
    List<Due> dues(Pack.Example example, Pack.Expected expected) {
        PersonFacts person = new PersonFacts(example.born(), example.died(), example.facts());
        List<Claim> claims = claims(example, unit(example));
        return book.due(person, claims, expected.month(), expected.month(), expected.asOf());
    }

    /** Where it says, else the first of the pack's territory, else {@code null}: anywhere. */
    private String code(Pack.Example example) {
        return example.unit() != null
                ? example.unit()
                : pack.territory().keySet().stream().findFirst().orElse(null);
    }

    private long unit(Pack.Example example) {
        String code = code(example);
        return code == null
                ? Claim.NOWHERE
                : territories.subtree(code).stream().findFirst().orElse(UNKNOWN);
    }

    private static List<Claim> claims(Pack.Example example, long unit) {
        return example.claims().stream()
                .map(claim -> new Claim(claim.id(), claim.benefit(), claim.from(), claim.to(), unit, claim.pauses()))
                .toList();
    }

    private static String compare(List<Due> dues, Pack.Expected expected) {
        Map<String, Long> found = new HashMap<>();
        Map<String, String> things = new HashMap<>();
        Map<String, String> reasons = new HashMap<>();
        for (Due due : dues) {
            found.merge(due.benefit(), due.amount(), Long::sum);
            if (due.inKind() != null) {
                things.put(due.benefit(), due.inKind());
            }
            if (due.reason() != null) {
                reasons.put(due.benefit(), due.reason());
            }
        }
        TreeSet<String> benefits = new TreeSet<>(found.keySet());
        benefits.addAll(expected.amounts().keySet());
        benefits.addAll(expected.inKind().keySet());
        for (String benefit : benefits) {
            long wanted = Objects.requireNonNullElse(expected.amounts().get(benefit), 0L);
            long amount = found.getOrDefault(benefit, 0L);
            if (amount != wanted) {
                return benefit + " mong đợi " + Money.format(wanted) + ", tính ra " + Money.format(amount) + " đồng. "
                        + reasons.getOrDefault(benefit, "");
            }
            String wantedThings = expected.inKind().get(benefit);
            if (!Objects.equals(wantedThings, things.get(benefit))) {
                return benefit + " mong đợi «" + Objects.requireNonNullElse(wantedThings, "không có hiện vật")
                        + "», tính ra «" + things.getOrDefault(benefit, "không có hiện vật") + "». "
                        + reasons.getOrDefault(benefit, "");
            }
        }
        return null;
    }
}
