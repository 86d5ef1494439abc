package vn.ansinh.core.benefit;

import java.time.YearMonth;
import vn.ansinh.api.problem.Problem;

/** Whether a list may still be closed: asked by who closes, answered by whoever knows the deadlines. */
@FunctionalInterface
public interface InTime {

    /** No day is too late. */
    InTime ALWAYS = (program, unitId, month) -> {};

    /** @throws Problem CONFLICT when closing the list of a commune's month was cut off */
    void requireClose(String program, long unitId, YearMonth month);
}
