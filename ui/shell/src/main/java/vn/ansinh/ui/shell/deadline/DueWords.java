package vn.ansinh.ui.shell.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import vn.ansinh.api.deadline.Cadence;
import vn.ansinh.api.deadline.DueRule;
import vn.ansinh.api.deadline.Duty;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** Deadlines in an official's words. */
public final class DueWords {

    private static final Texts TEXTS = Texts.of(DueWords.class);

    private DueWords() {}

    /** {@code hết ngày 24/11/2026}, {@code 17:00 24/11/2026}. */
    public static String moment(Instant instant) {
        ZonedDateTime local = instant.atZone(Formats.ZONE);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? TEXTS.get("due.end-of-day", Formats.date(local.toLocalDate().minusDays(1)))
                : local.toLocalTime() + " " + Formats.date(local.toLocalDate());
    }

    /** {@code 12/2026}, {@code 6 tháng cuối năm 2026}, {@code 22/11/2026}. */
    public static String period(Cadence cadence, LocalDate period) {
        return switch (cadence) {
            case DAY -> Formats.date(period);
            case MONTH -> Formats.month(YearMonth.from(period));
            case HALF_YEAR ->
                TEXTS.get(
                        period.getMonthValue() == 1 ? "period.first-half" : "period.second-half",
                        Integer.toString(period.getYear()));
        };
    }

    /** {@code hết ngày 20 của tháng trước kỳ}. */
    static String rule(DueRule rule) {
        String time = rule.time().equals(DueRule.MIDNIGHT)
                ? TEXTS.get("rule.end")
                : TEXTS.get("rule.at", rule.time().toString());
        if (rule.cadence() == Cadence.DAY) {
            return time + " " + TEXTS.get("rule.daily");
        }
        String day =
                rule.day() > 0 ? TEXTS.get("rule.day", rule.day()) : TEXTS.get("rule.working-day", rule.workingDay());
        return time + " " + day + " " + monthOf(rule);
    }

    private static String monthOf(DueRule rule) {
        if (rule.cadence() == Cadence.MONTH) {
            return switch (rule.months()) {
                case -1 -> TEXTS.get("rule.month-before");
                case 0 -> TEXTS.get("rule.month-of");
                case 1 -> TEXTS.get("rule.month-after");
                default -> TEXTS.get("rule.months", rule.months());
            };
        }
        return TEXTS.get("rule.months", rule.months());
    }

    /** How a duty's state looks. */
    public static State look(Duty duty) {
        return switch (duty.state()) {
            case LATE -> State.OVERDUE;
            case SOON -> State.WAITING;
            case OPEN -> State.NOTHING;
            case DONE_LATE -> State.PROVISIONAL;
            case DONE -> State.DONE;
        };
    }

    /** {@code Trễ 3 ngày}, {@code Còn 5 giờ}, else the state's word. */
    public static String word(Duty duty, Instant now) {
        return switch (duty.state()) {
            case LATE -> TEXTS.get("word.late", span(Duration.between(duty.due(), now)));
            case SOON -> TEXTS.get("word.soon", span(Duration.between(now, duty.due())));
            default -> duty.state().label();
        };
    }

    private static String span(Duration duration) {
        return duration.toDays() > 0
                ? TEXTS.get("span.days", duration.toDays())
                : TEXTS.get("span.hours", Math.max(1, duration.toHours()));
    }
}
