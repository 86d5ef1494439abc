package vn.ansinh.core.policy;

import java.time.LocalDate;

/**
 * Ages in full months: {@code from} is inside, {@code below} is not.
 *
 * @param from 0 for no lower bound
 * @param below {@link Integer#MAX_VALUE} for no upper bound
 */
record AgeBand(int from, int below) {

    static final AgeBand ANY = new AgeBand(0, Integer.MAX_VALUE);

    /** Whether who was born on {@code born} has such an age on {@code day}; nobody has before birth. */
    boolean holds(LocalDate born, LocalDate day) {
        int age = fullMonths(born, day);
        return age >= from && age < below;
    }

    boolean overlaps(AgeBand other) {
        return from < other.below && other.from < below;
    }

    /**
     * Full months of life, negative before birth. Who was born on a day that a month lacks (29 February) completes it on the
     * month's last day (Bộ luật Dân sự 2015 Điều 148 khoản 3).
     */
    static int fullMonths(LocalDate born, LocalDate day) {
        int months = (day.getYear() - born.getYear()) * 12 + day.getMonthValue() - born.getMonthValue();
        int birthday = Math.min(born.getDayOfMonth(), day.lengthOfMonth());
        return day.getDayOfMonth() < birthday ? months - 1 : months;
    }
}
