package vn.ansinh.core.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.text.Vietnamese;

/** Says before a right is approved which benefit would give way to which. */
final class Conflicts {

    /** A decision reaches no further back; what lies before is settled by the ledger all the same. */
    private static final int MOST_MONTHS = 60;

    private final PolicyBook book;
    private final PersonFacts person;
    private final LocalDate asOf;

    Conflicts(PolicyBook book, PersonFacts person, LocalDate asOf) {
        this.book = book;
        this.person = person;
        this.asOf = asOf;
    }

    /** See {@link vn.ansinh.api.policy.Policies#conflicts}. */
    List<String> of(List<Claim> claims, Claim proposed) {
        Map<String, String> byPair = new LinkedHashMap<>();
        for (Claim claim : claims) {
            if (claim.benefit().equals(proposed.benefit()) && overlap(claim, proposed)) {
                byPair.putIfAbsent(claim.benefit(), twice(claim));
            }
        }
        List<Claim> all = new ArrayList<>(claims);
        all.add(proposed);
        YearMonth to = YearMonth.from(asOf);
        to = to.isBefore(proposed.from()) ? proposed.from() : to;
        YearMonth from = to.minusMonths(MOST_MONTHS);
        for (YearMonth month = from.isBefore(proposed.from()) ? proposed.from() : from;
                !month.isAfter(to);
                month = month.plusMonths(1)) {
            List<Due> together = book.due(person, all, month, month, asOf);
            List<Due> before = new ArrayList<>(book.due(person, claims, month, month, asOf));
            before.addAll(book.due(person, List.of(proposed), month, month, asOf));
            compare(before, together, byPair);
        }
        return List.copyOf(byPair.values());
    }

    /** @param before what held and proposed claims are worth without each other, in the order of {@code together} */
    private void compare(List<Due> before, List<Due> together, Map<String, String> byPair) {
        for (int i = 0; i < together.size(); i++) {
            Due loser = before.get(i);
            if (loser.amount() == 0 || together.get(i).amount() > 0) {
                continue;
            }
            for (Due winner : together) {
                Pack.Group group = winner.amount() > 0 ? book.exclusion(loser.benefit(), winner.benefit()) : null;
                if (group != null) {
                    boolean proposed = i == together.size() - 1;
                    byPair.putIfAbsent(
                            loser.benefit() + ' ' + winner.benefit(), givesWay(loser, winner, group, proposed));
                }
            }
        }
    }

    private String givesWay(Due loser, Due winner, Pack.Group group, boolean proposed) {
        return "Từ tháng " + Vietnamese.month(loser.period()) + ", "
                + (proposed ? "chế độ đề nghị " : "chế độ đang hưởng ")
                + name(loser) + " không được chi, vì " + (proposed ? "đang hưởng " : "chế độ đề nghị ") + name(winner)
                + " cao hơn hoặc bằng: chỉ hưởng một mức cao nhất (" + group.clause() + ").";
    }

    private String twice(Claim held) {
        return "Người này đã hưởng «" + name(held.benefit()) + "» từ tháng " + Vietnamese.month(held.from())
                + (held.to() == null ? "" : " đến hết tháng " + Vietnamese.month(held.to()))
                + ": một chế độ không chi hai lần cho một tháng.";
    }

    private String name(Due due) {
        return "«" + name(due.benefit()) + "» (" + Money.format(due.amount()) + " đồng)";
    }

    private String name(String benefit) {
        return book.benefit(benefit).map(Benefit::name).orElse(benefit);
    }

    private static boolean overlap(Claim one, Claim other) {
        return (one.to() == null || !other.from().isAfter(one.to()))
                && (other.to() == null || !one.from().isAfter(other.to()));
    }
}
