package vn.ansinh.api.casework;

/**
 * How long something may take. Nobody invents a number of days: what no text at hand tells is {@link #UNREAD}.
 *
 * @param days from 1, or 0 for none: nothing is said, or nobody has read it
 * @param unit in which days are counted
 * @param provisional whether the number has not been read in the law itself
 * @param basis clause that says so, blank for none
 */
public record Term(int days, Unit unit, boolean provisional, String basis) {

    /** No limit is named. */
    public static final Term NONE = new Term(0, Unit.WORKING, false, "");

    /** The law names a limit, but its text is not at hand. */
    public static final Term UNREAD = new Term(0, Unit.WORKING, true, "");

    /** In what days are counted. */
    public enum Unit {
        /** Ngày làm việc: neither Saturday, Sunday nor a holiday of list {@code ngay-nghi}. */
        WORKING,
        /** Every day; a term that ends on a day off ends on the next working day (Bộ luật Dân sự Điều 148 khoản 5). */
        CALENDAR
    }

    public Term {
        if (days < 0 || days > 3_650) {
            throw new IllegalArgumentException("no term: " + days);
        }
    }

    /** Whether a number of days is known. */
    public boolean known() {
        return days > 0;
    }
}
