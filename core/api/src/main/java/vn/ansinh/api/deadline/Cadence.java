package vn.ansinh.api.deadline;

import java.time.LocalDate;
import java.time.Month;

/** How often something is due: each time for a period, named by its first day. */
public enum Cadence {
    DAY("ngày") {
        @Override
        public LocalDate periodOf(LocalDate day) {
            return day;
        }

        @Override
        public LocalDate next(LocalDate period) {
            return period.plusDays(1);
        }
    },
    MONTH("tháng") {
        @Override
        public LocalDate periodOf(LocalDate day) {
            return day.withDayOfMonth(1);
        }

        @Override
        public LocalDate next(LocalDate period) {
            return period.plusMonths(1);
        }
    },
    HALF_YEAR("sáu tháng") {
        @Override
        public LocalDate periodOf(LocalDate day) {
            return LocalDate.of(day.getYear(), day.getMonthValue() <= 6 ? Month.JANUARY : Month.JULY, 1);
        }

        @Override
        public LocalDate next(LocalDate period) {
            return period.plusMonths(6);
        }
    };

    private final String label;

    Cadence(String label) {
        this.label = label;
    }

    /** Vietnamese word. */
    public String label() {
        return label;
    }

    /** First day of the period that a day lies in. */
    public abstract LocalDate periodOf(LocalDate day);

    /** First day of the period after. */
    public abstract LocalDate next(LocalDate period);
}
