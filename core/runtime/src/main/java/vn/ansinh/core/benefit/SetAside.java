package vn.ansinh.core.benefit;

import java.time.YearMonth;

/** That somebody with an entitlement gets nothing or less, and why (Vietnamese). */
record SetAside(long personId, long unitId, String benefit, YearMonth period, String reason) {}
