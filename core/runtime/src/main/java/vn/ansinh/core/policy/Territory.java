package vn.ansinh.core.policy;

import java.util.Arrays;
import java.util.Collection;

/** The units in which law of a pack holds. Asked once per claim and month: so a sorted array, no set. */
final class Territory {

    /** The whole country, and claims without a unit. */
    static final Territory NATIONWIDE = new Territory(null);

    private final long[] units;

    private Territory(long[] units) {
        this.units = units;
    }

    /** @param units each with everything below it; none: it holds nowhere */
    static Territory of(Collection<Long> units) {
        return new Territory(units.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    /** The same units. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Territory that && Arrays.equals(units, that.units);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(units);
    }

    /** Equal where the units are. */
    @Override
    public String toString() {
        return units == null ? "" : Arrays.toString(units);
    }

    boolean isNationwide() {
        return units == null;
    }

    boolean contains(long unitId) {
        return units == null || Arrays.binarySearch(units, unitId) >= 0;
    }
}
