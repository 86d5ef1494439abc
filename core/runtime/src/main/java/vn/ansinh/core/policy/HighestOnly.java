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

    /** Beyond so many claims that exclude each other the data are wrong: the rest is taken as it ranks. */
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
        List<Entitled> contested = contested(month, book);
        if (contested.isEmpty()) {
            return;
        }
        contested.sort(RANK);
        int tried = Math.min(MOST, contested.size());
        HighestOnly settlement = new HighestOnly(book, contested.subList(0, tried));
        settlement.choose(0, new ArrayList<>(), 0);
        List<Entitled> staying = new ArrayList<>(settlement.best);
        for (Entitled candidate : contested.subList(tried, contested.size())) {
            if (staying.stream().allMatch(other -> together(book, candidate, other))) {
                staying.add(candidate);
            }
        }
        month.replaceAll(entitled -> contains(contested, entitled) && !contains(staying, entitled)
                ? givenWay(entitled, staying, book)
                : entitled);
    }

    /** Those worth something that may not be paid together with another one worth something. */
    private static List<Entitled> contested(List<Entitled> month, PolicyBook book) {
        List<Entitled> contested = new ArrayList<>(0);
        for (int i = 0; i < month.size(); i++) {
            for (int j = 0; j < month.size(); j++) {
                if (i != j
                        && month.get(i).due().amount() > 0
                        && month.get(j).due().amount() > 0
                        && !together(book, month.get(i), month.get(j))) {
                    contested.add(month.get(i));
                    break;
                }
            }
        }
        return contested;
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
        if (chosen.stream().allMatch(other -> together(book, candidate, other))) {
            chosen.add(candidate);
            choose(next + 1, chosen, sum + candidate.due().amount());
            chosen.remove(chosen.size() - 1);
        }
        choose(next + 1, chosen, sum);
    }

    private static boolean together(PolicyBook book, Entitled one, Entitled other) {
        return book.paidTogether(one.due().benefit(), other.due().benefit());
    }

    private static Entitled givenWay(Entitled loser, List<Entitled> staying, PolicyBook book) {
        Due due = loser.due();
        Due winner = staying.stream()
                .filter(entitled -> !together(book, loser, entitled))
                .findFirst()
                .map(Entitled::due)
                .orElseThrow();
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
