package vn.ansinh.core.question;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Monday to Friday. Holidays are not taken out: an answer may come a day earlier than it must. */
final class WorkingDays {

    private WorkingDays() {}

    /** The {@code days}-th working day after {@code day}. */
    static LocalDate after(LocalDate day, int days) {
        LocalDate at = day;
        for (int left = days; left > 0; ) {
            at = at.plusDays(1);
            if (at.getDayOfWeek() != DayOfWeek.SATURDAY && at.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return at;
    }
}
