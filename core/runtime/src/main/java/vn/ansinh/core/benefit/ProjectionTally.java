package vn.ansinh.core.benefit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.board.Projection;
import vn.ansinh.api.board.Projection.Cell;
import vn.ansinh.api.board.Projection.Year;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.Cadence;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.core.board.KindMerging;
import vn.ansinh.core.policy.AgeBands;
import vn.ansinh.core.policy.PolicyBook;

/** Adds up what the holders of rights get in the same month of each of the next years, by today's law and rates. */
final class ProjectionTally {

    private static final int ALL_AGES = -1;

    private final PolicyBook book;
    private final AgeBands ages;
    private final YearMonth from;
    private final LocalDate asOf;
    private final long[][] years = new long[Projection.AHEAD + 1][4];
    private final Map<Key, long[]> cells = new HashMap<>();
    private final Map<String, Boolean> monthly = new HashMap<>();

    /** @param asOf day on which law is read for all years */
    ProjectionTally(PolicyBook book, AgeBands ages, YearMonth from, LocalDate asOf) {
        this.book = book;
        this.ages = ages;
        this.from = from;
        this.asOf = asOf;
    }

    private record Key(int ahead, String benefit, int band) {}

    /**
     * Adds a person.
     *
     * @param claims all of the person's
     * @param ours which of them count
     */
    void add(PersonFacts person, List<Claim> claims, List<Boolean> ours) {
        long[] before = null;
        for (int ahead = 0; ahead <= Projection.AHEAD; ahead++) {
            YearMonth month = from.plusYears(ahead);
            List<Due> dues = book.due(person, claims, month, month, asOf);
            long[] worth = new long[claims.size()];
            boolean paid = false;
            for (int i = 0; i < worth.length; i++) {
                Due due = dues.get(i);
                if (ours.get(i) && due.amount() > 0 && isMonthly(due.benefit())) {
                    worth[i] = due.amount();
                    paid = true;
                    count(ahead, due, person, month);
                }
            }
            if (paid) {
                years[ahead][0]++;
            }
            compare(ahead, before, worth);
            before = worth;
        }
    }

    private void count(int ahead, Due due, PersonFacts person, YearMonth month) {
        Key key = new Key(ahead, due.benefit(), ages.band(person.born(), month.atEndOfMonth()));
        long[] cell = cells.computeIfAbsent(key, each -> new long[2]);
        cell[0]++;
        cell[1] += due.amount();
        years[ahead][1] += due.amount();
    }

    private void compare(int ahead, long[] before, long[] worth) {
        for (int i = 0; before != null && i < worth.length; i++) {
            if (before[i] > 0 && worth[i] == 0) {
                years[ahead][2]++;
            } else if (before[i] > 0 && before[i] != worth[i]) {
                years[ahead][3]++;
            }
        }
    }

    private boolean isMonthly(String benefit) {
        return monthly.computeIfAbsent(
                benefit,
                code -> book.benefit(code)
                        .map(Benefit::cadence)
                        .filter(Cadence.MONTH::equals)
                        .isPresent());
    }

    List<Year> years() {
        List<Year> list = new ArrayList<>();
        for (int ahead = 0; ahead < years.length; ahead++) {
            list.add(new Year(ahead, years[ahead][0], years[ahead][1], years[ahead][2], years[ahead][3]));
        }
        return list;
    }

    /** By year, kind and age; kinds under the names under which they may stand together. */
    List<Cell> cells(Policies policies) {
        Map<String, Long> people = new HashMap<>();
        cells.forEach((key, cell) -> people.merge(key.benefit(), key.ahead() == 0 ? cell[0] : 0, Long::sum));
        KindMerging merging = new KindMerging(policies, people);
        Map<Key, long[]> named = new HashMap<>();
        cells.forEach((key, cell) -> {
            String name = merging.name(key.benefit());
            // an age and an amount would tell of the few in the common group what they hold
            Key as = new Key(key.ahead(), name, name.equals(KindMerging.OTHERS) ? ALL_AGES : key.band());
            long[] sum = named.computeIfAbsent(as, each -> new long[2]);
            sum[0] += cell[0];
            sum[1] += cell[1];
        });
        return named.entrySet().stream()
                .map(entry -> new Cell(
                        entry.getKey().ahead(),
                        entry.getKey().benefit(),
                        entry.getKey().band() == ALL_AGES
                                ? 0
                                : ages.bounds().get(entry.getKey().band()),
                        entry.getKey().band() == ALL_AGES
                                ? 0
                                : ages.below(entry.getKey().band()),
                        entry.getValue()[0],
                        entry.getValue()[1]))
                .sorted(Comparator.comparingInt(Cell::ahead)
                        .thenComparing(Cell::kind)
                        .thenComparingInt(Cell::from))
                .toList();
    }
}
