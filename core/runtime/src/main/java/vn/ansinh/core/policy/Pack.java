package vn.ansinh.core.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.PackVersion;

/**
 * A policy pack as read from its file.
 *
 * @param groups by code
 * @param parameters by code
 * @param always what must hold for every benefit of the pack
 */
record Pack(
        PackVersion version,
        String name,
        String program,
        Rounding rounding,
        Map<String, Parameter> parameters,
        Map<String, Group> groups,
        Condition always,
        List<Rule> rules,
        List<Example> examples) {

    /** A base rate by date. */
    record Parameter(String code, String name, Timeline values, Place place) {}

    /**
     * Benefits of which only the highest is paid.
     *
     * @param clause that says so
     * @param together benefit and the benefits it is paid beside all the same
     */
    record Group(String code, String name, String clause, Map<String, List<String>> together) {

        boolean allows(String one, String other) {
            return together.getOrDefault(one, List.of()).contains(other)
                    || together.getOrDefault(other, List.of()).contains(one);
        }
    }

    /**
     * A benefit with its rates.
     *
     * @param last last month it is paid at all, {@code null} while it lasts
     * @param lastReason Vietnamese, why it ended; {@code null} without {@code last}
     */
    record Rule(
            Benefit benefit, YearMonth last, String lastReason, Condition condition, List<Rate> rates, Place place) {}

    /**
     * One coefficient of a benefit.
     *
     * @param claimedBefore age in years before which the claim must have begun, {@code null} for any
     * @param parameter code of the {@link Parameter} that is multiplied
     * @param each what is counted to multiply once more (children); empty for once
     */
    record Rate(
            String code,
            String name,
            AgeBand age,
            Integer claimedBefore,
            Condition condition,
            Timeline coefficients,
            String parameter,
            List<Counted> each,
            Place place) {}

    /** @param unit đồng to which amounts are rounded */
    record Rounding(long unit, RoundingMode mode) {

        long amount(BigDecimal base, BigDecimal coefficient, int multiple) {
            BigDecimal exact = base.multiply(coefficient).multiply(BigDecimal.valueOf(multiple));
            return exact.divide(BigDecimal.valueOf(unit), 0, mode).longValueExact() * unit;
        }
    }

    /**
     * A worked example.
     *
     * @param claims of one person
     * @param months each with what is expected per benefit; benefits not named are worth nothing
     */
    record Example(
            String name,
            LocalDate born,
            LocalDate died,
            List<Fact> facts,
            List<Claim> claims,
            List<Expected> months,
            Place place) {}

    /** @param amounts đồng by benefit */
    record Expected(YearMonth month, LocalDate asOf, Map<String, Long> amounts, Place place) {}
}
