package vn.ansinh.api.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Days on which offices work: neither Saturday, Sunday nor a holiday. A value; which days are holidays is list
 * {@link Deadlines#HOLIDAYS}.
 */
public record WorkingDays(Set<LocalDate> holidays) {

    public WorkingDays {
        holidays = Set.copyOf(holidays);
    }

    /** Whether offices work on {@code day}. */
    public boolean isWorking(LocalDate day) {
        return day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue() && !holidays.contains(day);
    }

    /** {@code day} itself, or the next working day. */
    public LocalDate orNext(LocalDate day) {
        LocalDate next = day;
        while (!isWorking(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The {@code days}-th working day after {@code day}, which does not count itself; for 0 the day itself. */
    public LocalDate plus(LocalDate day, int days) {
        LocalDate reached = day;
        for (int counted = 0; counted < days; ) {
            reached = reached.plusDays(1);
            if (isWorking(reached)) {
                counted++;
            }
        }
        return reached;
    }

    /** How many working days lie after {@code from} up to and with {@code to}; 0 when {@code to} is not after it. */
    public int between(LocalDate from, LocalDate to) {
        int counted = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorking(day)) {
                counted++;
            }
        }
        return counted;
    }
}
