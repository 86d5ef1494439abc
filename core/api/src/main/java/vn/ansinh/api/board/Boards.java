package vn.ansinh.api.board;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import vn.ansinh.api.problem.Problem;

/**
 * Sums for who answers for a commune, a province or the country, kept when lists are closed, so that they open at once however
 * many people are behind them. Needs {@code payroll.read}; shows what lies in the caller's subtree and programs.
 */
public interface Boards {

    /** So many months are shown, the asked one last. */
    int MONTHS = 12;

    /**
     * Type of the job that looks ahead: parameters {@code programs} (ids with commas between), {@code unit} (0 for the country) and
     * {@code from} ({@code 2026-11}); its result is a {@link Projection}.
     */
    String PROJECT = "board.project";

    /** A group of fewer people than this is not shown by itself where a sensitive kind is in it. */
    int FEWEST = 5;

    /**
     * The board of a unit and all below it.
     *
     * @param programs ids of the programs that count; those the caller does not work for are left out
     * @param unitId 0 for the country
     * @throws Problem FORBIDDEN for a unit outside of the caller's subtree
     */
    Board board(Set<String> programs, long unitId, YearMonth month);

    /**
     * What there is to tell about a unit.
     *
     * @param months the last {@link #MONTHS}, the earliest first, those without any list included
     * @param kindsOf the latest month up to the asked one with a closed list; {@code null} when there is none
     * @param kinds of that month's closed lists, most people first
     * @param parts the units directly below in the asked month, in Vietnamese order; what lasted no longer than the month is
     *     one of them; empty for a unit without any
     */
    record Board(
            long unitId, YearMonth month, List<Month> months, YearMonth kindsOf, List<Kind> kinds, List<Part> parts) {

        public Board {
            months = List.copyOf(months);
            kinds = List.copyOf(kinds);
            parts = List.copyOf(parts);
        }

        /** The asked month. */
        public Month current() {
            return months.get(months.size() - 1);
        }
    }

    /**
     * A month.
     *
     * @param people on drafted and closed lists; who is on the lists of two communes or programs counts twice
     * @param amount đồng on drafted and closed lists
     * @param arrears of it, for earlier months
     * @param lists how many there should be and are
     * @param moves of closed lists
     */
    record Month(YearMonth month, long people, long amount, long arrears, Lists lists, Moves moves) {}

    /**
     * Lists by state.
     *
     * @param missing of communes that have somebody to pay and no list; 0 in months before the asked one
     */
    record Lists(int missing, int drafted, int closed) {

        /** None. */
        public static final Lists NONE = new Lists(0, 0, 0);

        /** All there should be. */
        public int all() {
            return missing + drafted + closed;
        }

        /** Both together. */
        public Lists plus(Lists other) {
            return new Lists(missing + other.missing, drafted + other.drafted, closed + other.closed);
        }
    }

    /**
     * How closed lists differ from those of the month before: by right, so who joins with two benefits counts twice; what moves
     * within the unit neither joins nor leaves.
     *
     * @param joinedAmount đồng per month that joined with them
     * @param leftAmount đồng per month that left with them
     * @param adjusted rights worth another amount than the month before
     * @param adjustedBy difference in đồng, may be negative
     */
    record Moves(long joined, long joinedAmount, long left, long leftAmount, long adjusted, long adjustedBy) {

        /** None. */
        public static final Moves NONE = new Moves(0, 0, 0, 0, 0, 0);

        /** Both together. */
        public Moves plus(Moves other) {
            return new Moves(
                    joined + other.joined,
                    joinedAmount + other.joinedAmount,
                    left + other.left,
                    leftAmount + other.leftAmount,
                    adjusted + other.adjusted,
                    adjustedBy + other.adjustedBy);
        }
    }

    /**
     * People who get the same.
     *
     * @param name of the benefit; a kind that would reveal health, HIV or abuse is one of several under a common name
     * @param people who were paid
     * @param amount đồng
     */
    record Kind(String name, long people, long amount) {}

    /** A unit directly below; figures as in {@link Month}. */
    record Part(long unitId, long people, long amount, Lists lists, Moves moves) {}
}
