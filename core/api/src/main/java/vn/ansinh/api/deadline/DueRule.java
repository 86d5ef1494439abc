package vn.ansinh.api.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Set;

/**
 * When something is due: so many months after the month in which its period begins (before it: a negative number), on a day of that
 * month or on its n-th working day, up to an hour. For a daily duty only the hour counts.
 *
 * @param months between the first month of the period and the month of the deadline
 * @param day of that month, from 1; beyond its end means its last day; 0 when {@code workingDay} counts
 * @param workingDay n-th working day of that month, from 1; 0 when {@code day} counts
 * @param time the last moment, in Vietnam; {@link #MIDNIGHT} for the end of the day
 */
public record DueRule(Cadence cadence, int months, int day, int workingDay, LocalTime time) {

    /** The end of the day: 24:00. */
    public static final LocalTime MIDNIGHT = LocalTime.MAX;

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    public DueRule {
        boolean daily = cadence == Cadence.DAY;
        if (daily != (day == 0 && workingDay == 0) || !daily && (day == 0) == (workingDay == 0)) {
            throw new IllegalArgumentException("a day of the month or a working day, and for a daily duty neither");
        }
        if (day < 0 || day > 31 || workingDay < 0 || workingDay > 20 || Math.abs(months) > 24) {
            throw new IllegalArgumentException("no such day: " + day + "/" + workingDay + "/" + months);
        }
    }

    /** Every day up to an hour. */
    public static DueRule daily(LocalTime time) {
        return new DueRule(Cadence.DAY, 0, 0, 0, time);
    }

    /** On a day of a month, up to its end. */
    public static DueRule onDay(Cadence cadence, int months, int day) {
        return new DueRule(cadence, months, day, 0, MIDNIGHT);
    }

    /** On the n-th working day of a month, up to an hour. */
    public static DueRule onWorkingDay(Cadence cadence, int months, int workingDay, LocalTime time) {
        return new DueRule(cadence, months, 0, workingDay, time);
    }

    /**
     * The moment from which on it is late.
     *
     * @param period first day of the period
     * @param holidays days besides Saturdays and Sundays on which nobody works
     */
    public Instant due(LocalDate period, Set<LocalDate> holidays) {
        LocalDate last = lastDay(period, holidays);
        LocalDateTime end = time.equals(MIDNIGHT) ? last.plusDays(1).atStartOfDay() : last.atTime(time);
        return end.atZone(ZONE).toInstant();
    }

    private LocalDate lastDay(LocalDate period, Set<LocalDate> holidays) {
        if (cadence == Cadence.DAY) {
            return period;
        }
        YearMonth month = YearMonth.from(period).plusMonths(months);
        if (day > 0) {
            return month.atDay(Math.min(day, month.lengthOfMonth()));
        }
        return new WorkingDays(holidays).plus(month.atDay(1).minusDays(1), workingDay);
    }
}
