package vn.ansinh.core.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.deadline.Cadence;
import vn.ansinh.api.deadline.Deadline;
import vn.ansinh.api.deadline.Deadlines;
import vn.ansinh.api.deadline.Duty;
import vn.ansinh.api.deadline.Duty.State;

/** The duties of one deadline that a month's board shows. */
final class DutyList {

    /** So many months back what was not done is still shown. */
    private static final int KEPT_MONTHS = 2;
    /** A stricter rule takes a deadline at most so far forward that a period of a later month counts in this one. */
    private static final int AHEAD_MONTHS = 2;
    /** Daily duties that were not done are shown for so many days. */
    private static final int KEPT_DAYS = 7;

    private final RuleBook book;
    private final YearMonth month;
    private final Instant now;
    private final ZoneId zone;

    DutyList(RuleBook book, YearMonth month, Instant now, ZoneId zone) {
        this.book = book;
        this.month = month;
        this.now = now;
        this.zone = zone;
    }

    /** First days of the periods whose duties may be shown. */
    List<LocalDate> periods(Deadline deadline) {
        Cadence cadence = deadline.rule().cadence();
        List<LocalDate> periods = new ArrayList<>();
        if (cadence == Cadence.DAY) {
            LocalDate today = now.atZone(zone).toLocalDate();
            LocalDate last = month.atEndOfMonth().isBefore(today) ? month.atEndOfMonth() : today;
            for (LocalDate day = last.minusDays(KEPT_DAYS - 1L); !day.isAfter(last); day = day.plusDays(1)) {
                periods.add(day);
            }
            return periods;
        }
        int months = deadline.rule().months();
        LocalDate end = month.plusMonths(AHEAD_MONTHS - months).atDay(1);
        LocalDate period =
                cadence.periodOf(month.minusMonths(KEPT_MONTHS + months).atDay(1));
        while (!period.isAfter(end)) {
            periods.add(period);
            period = cadence.next(period);
        }
        return periods;
    }

    /** The duties of one period that the board shows. */
    List<Duty> of(
            Deadline deadline,
            LocalDate period,
            List<Deadline.Standing> standings,
            Map<Long, Instant> reports,
            Map<Long, DeadlineRows.Extension> extensions) {
        List<Duty> duties = new ArrayList<>();
        for (Deadline.Standing standing : standings) {
            Instant doneAt = standing.doneAt() == null ? reports.get(standing.unitId()) : standing.doneAt();
            DeadlineRows.Extension extension = extensions.get(standing.unitId());
            RuleBook.Limit limit = extended(book.limit(deadline, standing.unitId(), period), extension);
            if (isShown(limit.due(), doneAt)) {
                duties.add(new Duty(
                        deadline.id(),
                        deadline.program(),
                        deadline.name(),
                        deadline.rule().cadence(),
                        period,
                        standing.unitId(),
                        limit.due(),
                        limit.cutOff(),
                        doneAt,
                        extension == null ? null : extension.reason(),
                        deadline.isReported(),
                        state(limit.due(), doneAt)));
            }
        }
        return duties;
    }

    /** More time only ever puts off. */
    static RuleBook.Limit extended(RuleBook.Limit limit, DeadlineRows.Extension extension) {
        if (extension == null) {
            return limit;
        }
        return new RuleBook.Limit(
                later(limit.due(), extension.until()),
                limit.cutOff() == null ? null : later(limit.cutOff(), extension.until()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    /** Due in the month; or not done, due in one of the months before it. The end of a day belongs to that day. */
    private boolean isShown(Instant due, Instant doneAt) {
        YearMonth of = YearMonth.from(due.minusNanos(1).atZone(zone));
        return of.equals(month) || doneAt == null && of.isBefore(month) && !of.isBefore(month.minusMonths(KEPT_MONTHS));
    }

    private State state(Instant due, Instant doneAt) {
        if (doneAt != null) {
            return doneAt.isBefore(due) ? State.DONE : State.DONE_LATE;
        }
        if (!now.isBefore(due)) {
            return State.LATE;
        }
        return now.plus(Duration.ofDays(Deadlines.SOON_DAYS)).isBefore(due) ? State.OPEN : State.SOON;
    }
}
