package vn.ansinh.core.benefit;

import java.time.YearMonth;

/**
 * What an entitlement has been paid for a month beyond what is due now.
 *
 * @param amount đồng; 0 when a difference that had been proposed for recovery is gone
 * @param reason Vietnamese
 */
record Excess(long entitlementId, long personId, long unitId, YearMonth period, long amount, String reason) {}
