package vn.ansinh.core.policy;

import java.time.YearMonth;

/**
 * A pack as it stands: what its file does not know.
 *
 * @param last last month for which its values and benefits hold, {@code null} while it lasts
 * @param territory the units that its codes mean today
 */
record PackInForce(Pack pack, YearMonth last, Territory territory) {

    boolean holdsFor(YearMonth month) {
        return last == null || !month.isAfter(last);
    }
}
