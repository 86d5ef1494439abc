package vn.ansinh.core.policy;

import java.util.LinkedHashSet;
import java.util.Set;

/** Finds the units that a pack names by code. */
@FunctionalInterface
interface Territories {

    /** The unit that bears {@code code} today, first, and all below it; empty when there is none. */
    Set<Long> subtree(String code);

    /** Where a pack holds. */
    default Territory of(Pack pack) {
        if (pack.territory().isEmpty()) {
            return Territory.NATIONWIDE;
        }
        Set<Long> units = new LinkedHashSet<>();
        pack.territory().keySet().forEach(code -> units.addAll(subtree(code)));
        return Territory.of(units);
    }
}
