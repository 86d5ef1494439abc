package vn.ansinh.core.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The law in force together with a version that is tried out. */
public final class TrialLaw {

    private final Pack tried;
    private final PolicyBook book;

    TrialLaw(Pack tried, PolicyBook book) {
        this.tried = tried;
        this.book = book;
    }

    /** What people are due with the version. */
    public PolicyBook book() {
        return book;
    }

    /** First month, from today's on, in whose run all that it says is in force. */
    public YearMonth earliestRun(LocalDate today) {
        return values().stream()
                .map(value -> value.citation().inForce())
                .filter(day -> day.isAfter(today))
                .max(LocalDate::compareTo)
                .map(day -> day.getDayOfMonth() == 1
                        ? YearMonth.from(day)
                        : YearMonth.from(day).plusMonths(1))
                .orElse(YearMonth.from(today));
    }

    private List<Timeline.Value> values() {
        List<Timeline.Value> values = new ArrayList<>();
        tried.forEachValue((code, kind, value) -> values.add(value));
        return values;
    }
}
