package vn.ansinh.core.casework.eligibility;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.Citation;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.Evaluation.Period;
import vn.ansinh.api.policy.LawState;
import vn.ansinh.api.text.Money;

/** How an amount came about, in Vietnamese. */
final class VerdictWords {

    private VerdictWords() {}

    /** {@code Khuyết tật nặng: 500.000 × 1,5}; what is given in kind instead. */
    static String formula(Due due) {
        StringBuilder words = new StringBuilder(due.rateName()).append(": ");
        if (due.inKind() != null) {
            words.append(due.inKind());
            return due.amount() == 0 ? words.toString() : words + " và " + Money.format(due.amount()) + " đồng";
        }
        words.append(Money.format(due.base()));
        if (due.coefficient() != null && due.coefficient().compareTo(BigDecimal.ONE) != 0) {
            words.append(" × ").append(coefficient(due.coefficient()));
        }
        if (due.multiple() != 1) {
            words.append(" × ").append(due.multiple());
        }
        return words.toString();
    }

    /** {@code 1,5}; {@code 2,0}. */
    private static String coefficient(BigDecimal coefficient) {
        BigDecimal plain = coefficient.stripTrailingZeros();
        return plain.setScale(Math.max(1, plain.scale())).toPlainString().replace('.', ',');
    }

    /** Whom the benefit is for, and where its numbers stand. */
    static String clause(Due due, Benefit benefit) {
        String cited = due.cited().stream().map(Citation::clause).distinct().collect(Collectors.joining("; "));
        return cited.isEmpty() ? benefit.clause() : cited;
    }

    static boolean isProvisional(Period period) {
        return period.law().contains(LawState.PROVISIONAL);
    }
}
