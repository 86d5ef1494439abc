package vn.ansinh.core.policy;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.policy.Citation;
import vn.ansinh.core.extender.Place;

/** Values of law in time as one pack writes them, oldest first. What holds when is the business of {@link LawInTime}. */
record Timeline(List<Value> values) {

    Timeline {
        values = List.copyOf(values);
    }

    YearMonth first() {
        return values.get(0).citation().countedFrom();
    }

    /**
     * @param number đồng, a coefficient, or a quantity; {@code null} for a table
     * @param rows đồng by the value of the table's fact; empty unless it is a table
     * @param cited the citation alone, as most amounts cite it
     * @param place where it stands in the pack
     */
    record Value(Citation citation, BigDecimal number, Map<String, Long> rows, List<Citation> cited, Place place) {

        static Value of(Citation citation, BigDecimal number, Place place) {
            return new Value(citation, number, Map.of(), List.of(citation), place);
        }

        static Value table(Citation citation, Map<String, Long> rows, Place place) {
            return new Value(
                    citation, null, Collections.unmodifiableMap(new LinkedHashMap<>(rows)), List.of(citation), place);
        }
    }
}
