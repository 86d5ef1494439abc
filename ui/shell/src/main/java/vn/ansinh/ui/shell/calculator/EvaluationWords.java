package vn.ansinh.ui.shell.calculator;

import static vn.ansinh.ui.shell.ShellTexts.text;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.policy.Cadence;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.Evaluation.Outcome;
import vn.ansinh.api.policy.Evaluation.Period;
import vn.ansinh.api.policy.LawState;
import vn.ansinh.api.policy.Question;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.text.Formats;

/** The calculator's answer in words that an applicant understands. */
final class EvaluationWords {

    private EvaluationWords() {}

    static String name(Outcome outcome) {
        return outcome.benefit() == null
                ? outcome.claim().benefit()
                : outcome.benefit().name();
    }

    /** {@code 1.080.000}, or what is given in kind. */
    static String worth(Due due) {
        if (due.inKind() != null) {
            return due.amount() == 0 ? due.inKind() : Money.format(due.amount()) + " + " + due.inKind();
        }
        return Money.format(due.amount());
    }

    /** {@code đồng/tháng}; for what is given in kind {@code mỗi tháng}. */
    static String each(Outcome outcome, Due due) {
        return text((due.amount() == 0 ? "calculator.kind." : "calculator.each.") + cadence(outcome));
    }

    private static Cadence cadence(Outcome outcome) {
        return outcome.benefit() == null ? Cadence.MONTH : outcome.benefit().cadence();
    }

    /** {@code 540.000 × 2,0}; empty where the amount itself stands in the law. */
    static String formula(Due due) {
        StringBuilder formula = new StringBuilder(Money.format(due.base()));
        if (due.coefficient() != null && due.coefficient().compareTo(java.math.BigDecimal.ONE) != 0) {
            formula.append(" × ").append(Formats.coefficient(due.coefficient()));
        }
        if (due.multiple() != 1) {
            formula.append(" × ").append(due.multiple());
        }
        return due.base() == 0 ? "" : formula.toString();
    }

    /** What the months asked for are worth together, in đồng. */
    static long total(List<Outcome> outcomes) {
        long total = 0;
        for (Outcome outcome : outcomes) {
            for (Period period : outcome.periods()) {
                boolean monthly = cadence(outcome) == Cadence.MONTH || cadence(outcome) == Cadence.DAY;
                long times = monthly ? ChronoUnit.MONTHS.between(period.from(), period.to()) + 1 : 1;
                total += period.due().amount() * times;
            }
        }
        return total;
    }

    /** One sentence a period, the sum of the months asked for, and what to expect of provisional law. */
    static List<String> sentences(List<Outcome> outcomes, Question question) {
        List<String> sentences = new ArrayList<>();
        boolean provisional = false;
        for (Outcome outcome : outcomes) {
            for (Period period : outcome.periods()) {
                if (period.due().reason() == null) {
                    sentences.add(sentence(outcome, period));
                    provisional |= period.law().contains(LawState.PROVISIONAL);
                }
            }
        }
        long total = total(outcomes);
        if (total > 0 && !question.claims().isEmpty()) {
            sentences.add(text(
                    "calculator.sum",
                    Formats.month(question.from()),
                    Formats.month(question.to()),
                    Money.format(total),
                    Money.inWords(total)));
        }
        if (provisional) {
            sentences.add(text("calculator.provisional"));
        }
        return sentences;
    }

    private static String sentence(Outcome outcome, Period period) {
        Due due = period.due();
        String when = period.from().equals(period.to())
                ? text("calculator.in-month", Formats.month(period.from()))
                : text("calculator.in-months", Formats.month(period.from()), Formats.month(period.to()));
        String why = due.rateName() == null ? name(outcome) : due.rateName();
        if (due.inKind() != null && due.amount() == 0) {
            return text("calculator.gets-kind", when, due.inKind(), each(outcome, due), why);
        }
        String each = each(outcome, due);
        String formula = formula(due);
        return formula.contains("×")
                ? text("calculator.gets-by", when, worth(due), each, why, formula)
                : text("calculator.gets", when, worth(due), each, why);
    }
}
