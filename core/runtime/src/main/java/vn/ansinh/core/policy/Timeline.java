package vn.ansinh.core.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.api.policy.Citation;

/**
 * A value of law in time, oldest first. Law counts in two dates: a value holds for a month from {@link
 * Citation#countedFrom()} on, yet only for who looks on or after {@link Citation#inForce()}.
 */
record Timeline(List<Value> values) {

    Timeline {
        values = List.copyOf(values);
    }

    /** The value for {@code month} as law stood on {@code asOf}; {@code null} when law had none yet. */
    Value at(YearMonth month, LocalDate asOf) {
        for (int i = values.size() - 1; i >= 0; i--) {
            Value value = values.get(i);
            if (!month.isBefore(value.citation().countedFrom())
                    && !asOf.isBefore(value.citation().inForce())) {
                return value;
            }
        }
        return null;
    }

    YearMonth first() {
        return values.get(0).citation().countedFrom();
    }

    /**
     * @param number đồng, or a coefficient
     * @param place where it stands in the pack
     */
    record Value(Citation citation, BigDecimal number, Place place) {}
}
