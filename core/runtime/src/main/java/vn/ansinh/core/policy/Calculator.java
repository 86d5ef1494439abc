package vn.ansinh.core.policy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.Citation;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.Evaluation;
import vn.ansinh.api.policy.Evaluation.Outcome;
import vn.ansinh.api.policy.Evaluation.Period;
import vn.ansinh.api.policy.LawState;
import vn.ansinh.api.policy.Question;
import vn.ansinh.api.problem.Problem;

/** Answers what a described person would get (tính thử mức hưởng). */
final class Calculator {

    private static final int MOST_MONTHS = 600;

    private final PolicyBook book;
    private final Function<Citation, LawState> states;

    /** @param states how sure a value of law is */
    Calculator(PolicyBook book, Function<Citation, LawState> states) {
        this.book = book;
        this.states = states;
    }

    /** See {@link vn.ansinh.api.policy.Policies#evaluate}. */
    Evaluation evaluate(Question question) {
        if (question.to().isBefore(question.from())
                || question.from().plusMonths(MOST_MONTHS).isBefore(question.to())) {
            throw Problem.invalid(
                    "AS-POLICY-MONTHS", "Tháng đầu phải trước tháng cuối, nhiều nhất " + MOST_MONTHS + " tháng.");
        }
        boolean everything = question.claims().isEmpty();
        List<Claim> claims = everything
                ? everyBenefit(question)
                : question.claims().stream()
                        .map(claim -> claim.unitId() == Claim.NOWHERE ? at(question.unitId(), claim) : claim)
                        .toList();
        List<Due> dues = book.due(question.person(), claims, question.from(), question.to(), question.asOf());
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            Benefit benefit = book.benefit(claims.get(i).benefit()).orElse(null);
            outcomes.add(new Outcome(claims.get(i), benefit, periods(dues, i, claims.size())));
        }
        if (everything) {
            outcomes.sort(Comparator.comparing(outcome -> !outcome.applies()));
        }
        return new Evaluation(outcomes);
    }

    private static Claim at(long unitId, Claim claim) {
        return new Claim(claim.id(), claim.benefit(), claim.from(), claim.to(), unitId, claim.pauses());
    }

    private List<Claim> everyBenefit(Question question) {
        List<Claim> claims = new ArrayList<>();
        for (Benefit benefit : book.benefitsIn(question.unitId())) {
            claims.add(new Claim(claims.size() + 1L, benefit.code(), question.from(), null, question.unitId()));
        }
        return claims;
    }

    /** @param dues month by month, {@code step} claims in each */
    private List<Period> periods(List<Due> dues, int first, int step) {
        List<Period> periods = new ArrayList<>();
        Due start = null;
        YearMonth last = null;
        for (int i = first; i < dues.size(); i += step) {
            Due due = dues.get(i);
            if (start != null && !alike(start, due)) {
                periods.add(period(start, last));
                start = null;
            }
            start = start == null ? due : start;
            last = due.period();
        }
        if (start != null) {
            periods.add(period(start, last));
        }
        return periods;
    }

    private Period period(Due due, YearMonth last) {
        return new Period(
                due.period(), last, due, due.cited().stream().map(states).toList());
    }

    private static boolean alike(Due one, Due other) {
        return one.amount() == other.amount()
                && one.multiple() == other.multiple()
                && Objects.equals(one.rate(), other.rate())
                && Objects.equals(one.inKind(), other.inKind())
                && Objects.equals(one.reason(), other.reason())
                && one.cited().equals(other.cited());
    }
}
