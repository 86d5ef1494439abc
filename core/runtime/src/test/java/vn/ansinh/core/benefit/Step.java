package vn.ansinh.core.benefit;

import java.time.YearMonth;
import java.util.List;

/**
 * One thing that happens in a {@link SmallWorld}. The numbers are taken modulo what there is, so any step can happen at any
 * time; what cannot be done then is refused in a sentence, which is fine.
 */
record Step(Act act, int person, int place, int month, int choice) {

    private static final YearMonth FIRST = YearMonth.of(2026, 5);
    private static final String[] BENEFITS = {"KT", "CT", "THEM", "NHO"};

    /** What can happen. */
    enum Act {
        DEGREE,
        HOME,
        RETRACT,
        DEATH,
        NO_DEATH,
        BORN,
        OPEN,
        END,
        SUSPEND,
        RESUME,
        MOVE,
        PAY,
        LATER,
        DECREE,
        RUN,
        CLOSE,
        RUN_AND_CLOSE,
        CRASHED_RUN,
        CRASHED_CLOSE,
        ANNUL,
        ORDER,
        RESULT,
        PAID_OUT,
        DECIDE,
        WAIVE,
        WITHDRAW
    }

    boolean closes() {
        return act == Act.CLOSE || act == Act.RUN_AND_CLOSE || act == Act.PAID_OUT;
    }

    YearMonth at() {
        return FIRST.plusMonths(month);
    }

    String benefit() {
        return BENEFITS[choice % BENEFITS.length];
    }

    String coefficient() {
        return List.of("1.5", "1.2", "1.9", "2.0").get(choice % 4);
    }

    String program() {
        return choice % 2 == 0 ? "mot" : "hai";
    }

    @Override
    public String toString() {
        return switch (act) {
            case DEGREE -> "person " + person + (choice % 2 == 0 ? " severe" : " light") + " from " + at();
            case HOME -> "person " + person + " in a home from " + at() + " for " + (1 + choice % 3) + " months";
            case RETRACT -> "latest fact of person " + person + " retracted";
            case DEATH -> "person " + person + " died in " + at();
            case NO_DEATH -> "person " + person + " lives after all";
            case BORN -> "person " + person + " born " + SmallWorld.BIRTHS[choice % SmallWorld.BIRTHS.length];
            case OPEN -> "person " + person + " gets " + benefit() + " at " + place + " from " + at();
            case END -> "right " + choice + " of person " + person + " ends with " + at();
            case SUSPEND -> "right " + choice + " of person " + person + " suspended from " + at();
            case RESUME ->
                "the suspended right of person " + person + " or the next resumed from " + at()
                        + (choice % 2 == 0 ? ", paid back" : "");
            case MOVE -> "right " + choice + " of person " + person + " moves to " + place + " from " + at();
            case PAY -> "right " + choice + " of person " + person + " paid otherwise";
            case DECREE -> "a decree of this day sets the coefficient to " + coefficient() + " from " + at();
            case LATER -> (3 + 8 * choice) + " days pass";
            case RUN, CRASHED_RUN, CLOSE, CRASHED_CLOSE, RUN_AND_CLOSE ->
                act + " " + program() + " at " + where() + (month % 4 == 0 ? ", a month ahead" : "");
            case ANNUL -> "annul the latest of " + program() + " at " + place % 2;
            case ORDER ->
                "order of " + program() + " at " + where() + " for the latest closed month"
                        + (month % 3 == 0 ? ", left a draft" : "");
            case PAID_OUT ->
                "month of " + program() + " at " + where() + " drafted, closed, ordered and collected"
                        + (month % 4 == 0 ? ", a month ahead" : "");
            case RESULT ->
                "results of order " + place + ": "
                        + (choice % 3 == 0 ? "all paid" : choice % 3 == 1 ? "all came back" : "some came back");
            case DECIDE ->
                "recovery from person " + person + " or the next who owes decided" + (choice % 2 == 0 ? "" : ", half");
            case WAIVE -> "recovery from person " + person + " or the next who owes given up";
            case WITHDRAW -> "decision about person " + person + " or the next who owes withdrawn";
        };
    }

    private String where() {
        return place % 3 == 2 ? "both communes" : "commune " + place % 3;
    }
}
