package vn.ansinh.api.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.ansinh.api.text.Money;

/**
 * From figures to lengths and to the few digits that fit beside a bar: one unit for the whole picture, named once.
 *
 * @param least 0 or below
 * @param most 0 or above, never equal to {@code least}
 * @param shift decimal digits that the unit takes away: 0, 6 or 9
 * @param decimals written at most
 */
record Scale(double least, double most, int shift, int decimals) {

    private static final BigDecimal BILLIONS = BigDecimal.valueOf(10_000_000_000L);
    private static final BigDecimal MILLIONS = BigDecimal.valueOf(10_000_000L);

    static Scale of(Chart chart) {
        BigDecimal least = BigDecimal.ZERO;
        BigDecimal most = BigDecimal.ZERO;
        for (Chart.Series series : chart.series()) {
            for (BigDecimal value :
                    series.values().stream().filter(Objects::nonNull).toList()) {
                least = least.min(value);
                most = most.max(value);
            }
        }
        BigDecimal largest = most.max(least.negate());
        int shift = largest.compareTo(BILLIONS) >= 0 ? 9 : largest.compareTo(MILLIONS) >= 0 ? 6 : 0;
        if (largest.signum() == 0) {
            most = BigDecimal.ONE;
        }
        return new Scale(least.doubleValue(), most.doubleValue(), shift, shift > 0 ? 1 : 2);
    }

    /** Where a value stands between both ends: 0 to 1. */
    double at(BigDecimal value) {
        return (value.doubleValue() - least) / (most - least);
    }

    /** Where nothing stands. */
    double zero() {
        return -least / (most - least);
    }

    String written(BigDecimal value) {
        BigDecimal shown = value.movePointLeft(shift)
                .setScale(decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        String whole = Money.format(shown.abs().longValue());
        String fraction = shown.scale() > 0
                ? shown.abs().remainder(BigDecimal.ONE).toPlainString().substring(2)
                : "";
        return (shown.signum() < 0 ? "-" : "") + whole + (fraction.isEmpty() ? "" : "," + fraction);
    }

    /** {@code triệu đồng}; {@code null} when there is nothing to say. */
    String unit(String of) {
        String scale = shift == 9 ? "tỷ" : shift == 6 ? "triệu" : "";
        String unit = (scale + " " + (of == null ? "" : of)).strip();
        return unit.isEmpty() ? null : unit;
    }

    /** The same from one round value to another, for pictures with lines of measure. */
    Scale rounded() {
        double step = step();
        return new Scale(Math.floor(least / step + 1e-9) * step, Math.ceil(most / step - 1e-9) * step, shift, decimals);
    }

    /** Values to draw lines of measure at; meaningful after {@link #rounded()}. */
    List<BigDecimal> ticks() {
        List<BigDecimal> ticks = new ArrayList<>();
        double step = step();
        for (long i = Math.round(least / step); i <= Math.round(most / step); i++) {
            ticks.add(BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(i)));
        }
        return ticks;
    }

    /** 1, 2 or 5 with zeros, so that three to six lines come of it. */
    private double step() {
        double rough = (most - least) / 4;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double digit = rough / power;
        return (digit > 5 ? 10 : digit > 2 ? 5 : digit > 1 ? 2 : 1) * power;
    }
}
