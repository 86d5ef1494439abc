package vn.ansinh.core.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.ansinh.api.policy.Due;
import vn.ansinh.core.policy.PolicyBook.Entitled;

/**
 * Settles, within one month, the groups of which only the highest is paid (NĐ 20/2021 Điều 6 khoản 2): of all sets of
 * claims that may be paid together the one worth most stays; between equals the benefits earlier in their packs, then
 * the older claim. One benefit is never paid twice for a month, grouped or not.
 */
final class HighestOnly {

    /** Beyond so many claims worth something at once the data are wrong, and trying all sets would take too long. */
    private static final int MOST = 16;

    private static final Comparator<Entitled> RANK = Comparator.<Entitled>comparingLong(
                    entitled -> -entitled.due().amount())
            .thenComparingInt(entitled -> entitled.entry().order())
            .thenComparingLong(entitled -> entitled.due().claimId());

    private final PolicyBook book;
    private final List<Entitled> ranked;
    private List<Entitled> best = List.of();
    private long bestSum;

    private HighestOnly(PolicyBook book, List<Entitled> ranked) {
        this.book = book;
        this.ranked = ranked;
    }

    /** Replaces in {@code month} what must give way by nothing, with the reason. */
    static void settle(List<Entitled> month, PolicyBook book) {
        List<Entitled> ranked = new ArrayList<>();
        for (Entitled entitled : month) {
            if (entitled.due().amount() > 0) {
                ranked.add(entitled);
            }
        }
        if (ranked.size() < 2) {
            return;
        }
        ranked.sort(RANK);
        HighestOnly settlement = new HighestOnly(book, ranked.subList(0, Math.min(MOST, ranked.size())));
        settlement.choose(0, new ArrayList<>(), 0);
        month.replaceAll(entitled -> entitled.due().amount() == 0 || contains(settlement.best, entitled)
                ? entitled
                : settlement.givenWay(entitled));
    }

    private static boolean contains(List<Entitled> list, Entitled entitled) {
        return list.stream().anyMatch(element -> element == entitled);
    }

    /** Takes the highest ranked first, so that the first set found among equals is the one that stays. */
    private void choose(int next, List<Entitled> chosen, long sum) {
        if (next == ranked.size()) {
            if (sum > bestSum) {
                bestSum = sum;
                best = List.copyOf(chosen);
            }
            return;
        }
        Entitled candidate = ranked.get(next);
        if (chosen.stream().allMatch(other -> together(candidate, other))) {
            chosen.add(candidate);
            choose(next + 1, chosen, sum + candidate.due().amount());
            chosen.remove(chosen.size() - 1);
        }
        choose(next + 1, chosen, sum);
    }

    private boolean together(Entitled one, Entitled other) {
        return book.paidTogether(one.due().benefit(), other.due().benefit());
    }

    private Entitled givenWay(Entitled loser) {
        Due due = loser.due();
        Due winner = best.stream()
                .filter(entitled -> !together(loser, entitled))
                .findFirst()
                .map(Entitled::due)
                .orElse(best.get(0).due());
        String reason = winner.benefit().equals(due.benefit())
                ? WhyNot.sameBenefit(winner)
                : WhyNot.lowerThan(winner, book.exclusion(due.benefit(), winner.benefit()));
        return new Entitled(
                new Due(
                        due.claimId(),
                        due.benefit(),
                        due.rate(),
                        due.rateName(),
                        due.period(),
                        0,
                        due.base(),
                        due.coefficient(),
                        due.multiple(),
                        due.cited(),
                        null,
                        due.pack(),
                        reason),
                loser.entry());
    }
}
