package vn.ansinh.core.demo;

import java.util.HashMap;
import java.util.Map;
import vn.ansinh.api.identity.Sex;

/**
 * Numbers that are valid and unique within a seed. To keep them apart from real ones, the last six digits of personal numbers
 * begin with 9, and identity cards begin with 99, which no province used.
 */
final class DemoNumbers {

    private static final int FREE = 100_000;
    private static final int FREE_OLD = 10_000_000;
    /** Has no factor in common with either, so that steps of it come by every number before one returns. */
    private static final int STEP = 7919;

    private final long seed;
    private final Map<String, Integer> given = new HashMap<>();

    DemoNumbers(long seed) {
        this.seed = seed;
    }

    /** @param province where the birth was registered: 2 digits, as before 2025-07-01 */
    String personal(String province, Sex sex, int birthYear) {
        int centuryAndSex = (birthYear / 100 - 19) * 2 + (sex == Sex.MALE ? 0 : 1);
        String fixed = "0%s%d%02d".formatted(province, centuryAndSex, birthYear % 100);
        return fixed + (9 * FREE + next(fixed, FREE));
    }

    /** A nine-digit number of an identity card (CMND). */
    String old() {
        return "99%07d".formatted(next("CMND", FREE_OLD));
    }

    private int next(String kind, int free) {
        int count = given.merge(kind, 1, Integer::sum);
        if (count > free) {
            throw new IllegalStateException("No more numbers of kind " + kind + " for invented people");
        }
        long start = Math.floorMod(seed * 31 + kind.hashCode(), free);
        return (int) ((start + (long) count * STEP) % free);
    }
}
