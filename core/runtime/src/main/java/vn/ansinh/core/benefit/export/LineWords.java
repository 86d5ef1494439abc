package vn.ansinh.core.benefit.export;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.benefit.PayrollLine;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;

/**
 * What a line says on paper. A sensitive benefit is named neutrally, and its clause nowhere. A single neutral name among
 * plain ones would point at its bearer: so where a list holds a sensitive benefit, all of that benefit's group are neutral.
 */
final class LineWords {

    /** For benefits that would reveal health, HIV or abuse. */
    private static final String NEUTRAL = "Trợ giúp xã hội hằng tháng";

    private final Policies policies;
    private final Facts facts;
    private final CodeLists codeLists;
    private final Units units;
    private final YearMonth month;
    private final boolean withCommune;
    private final NumberSight sight;
    private final Set<String> neutralGroups = new HashSet<>();
    private final Map<String, Boolean> neutral = new HashMap<>();
    private final Set<String> clauses = new LinkedHashSet<>();

    /**
     * @param benefits codes of all benefits on the list
     * @param withCommune whether addresses name the commune
     * @param sight how much of account numbers is shown; personal numbers are masked for everybody
     */
    LineWords(
            Policies policies,
            Facts facts,
            CodeLists codeLists,
            Units units,
            YearMonth month,
            Collection<String> benefits,
            boolean withCommune,
            NumberSight sight) {
        this.policies = policies;
        this.facts = facts;
        this.codeLists = codeLists;
        this.units = units;
        this.month = month;
        this.withCommune = withCommune;
        this.sight = sight;
        for (String code : benefits) {
            policies.benefit(code)
                    .filter(benefit -> benefit.isSensitive(facts))
                    .ifPresent(benefit -> neutralGroups.addAll(benefit.groups()));
        }
    }

    /** Clauses cited by the lines so far, each once. */
    Set<String> clauses() {
        return clauses;
    }

    String number(PayrollLine line) {
        return line.idNumber() == null ? "" : NumberSight.MASKED.show(line.idNumber());
    }

    String address(PayrollLine line) {
        String address = line.address() == null ? "" : line.address();
        if (!withCommune) {
            return address;
        }
        String commune = units.byId(line.unitId()).map(AdministrativeUnit::name).orElse("");
        return address.isEmpty() ? commune : address + ", " + commune;
    }

    String benefit(PayrollLine line) {
        return isNeutral(line) ? NEUTRAL : line.rateName();
    }

    /** The clauses of a line; of a neutral one only that of the base rate, which is everybody's. */
    String clause(PayrollLine line) {
        clauses.add(line.baseClause());
        if (isNeutral(line)) {
            return line.baseClause();
        }
        if (line.clause() == null) {
            return line.baseClause();
        }
        clauses.add(line.clause());
        return line.baseClause() + "; " + line.clause();
    }

    /** {@code 11/2026}, or {@code 07/2026–10/2026, 4 tháng}. */
    String period(PayrollLine line) {
        String months = Vietnamese.months(line.period(), line.lastPeriod());
        return line.months() == 1 ? months : months + ", " + line.months() + " tháng";
    }

    /** Why a line is not simply this month's: arrears, or a difference to what was paid before; else empty. */
    String remark(PayrollLine line) {
        String arrears = line.period().isBefore(month) ? "truy lĩnh" : "";
        if (line.paidBefore() == 0) {
            return arrears;
        }
        String difference =
                "phần còn thiếu, đã chi " + Money.format(line.paidBefore()) + (line.months() == 1 ? "" : " mỗi tháng");
        return arrears.isEmpty() ? difference : arrears + " " + difference;
    }

    String coefficient(BigDecimal coefficient) {
        return coefficient.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    String method(PayrollLine line) {
        String code = line.payment().method();
        return codeLists
                .byCode("hinh-thuc-chi-tra", code, month.atEndOfMonth())
                .map(CodeLists.Entry::name)
                .orElse(code);
    }

    String account(PayrollLine line) {
        PaymentDetails payment = line.payment();
        if (payment.accountNumber() == null) {
            return "";
        }
        String account = sight.show(payment.accountNumber());
        return payment.bank() == null ? account : account + " " + payment.bank();
    }

    /** Who receives the money; the beneficiary is not named a second time. */
    String payee(PayrollLine line) {
        PaymentDetails payment = line.payment();
        if (payment.payeeRole() == PaymentDetails.PayeeRole.SELF || payment.payeeName() == null) {
            return "";
        }
        return payment.payeeRole() == PaymentDetails.PayeeRole.COLLECTOR
                ? payment.payeeName() + " (nhận thay)"
                : payment.payeeName() + " (chăm sóc)";
    }

    private boolean isNeutral(PayrollLine line) {
        // A benefit that no pack knows any more is not named either.
        return neutral.computeIfAbsent(
                line.benefit(),
                code -> policies.benefit(code)
                        .map(benefit -> benefit.isSensitive(facts)
                                || benefit.groups().stream().anyMatch(neutralGroups::contains))
                        .orElse(true));
    }
}
