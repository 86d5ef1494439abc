package vn.ansinh.api.funding;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.problem.Problem;

/**
 * How a unit and those below it keep their money, from a month on. Nothing is overwritten: a later row from the same or a later month
 * takes over. Where nobody has set or allocated anything, funding is not kept, nothing is asked and nothing is warned of.
 */
public interface FundingRules {

    /** What holds for a commune's list of a month. Needs {@code funding.read} or {@code payroll.read}. */
    Rule rule(String program, long unitId, YearMonth month);

    /** What was set at a unit, the latest first. Needs {@code funding.read}. */
    List<Setting> settings(String program, long unitId);

    /**
     * Sets how a unit and those below it keep their money. Needs {@code funding.approve} at the unit; a budget of its own is
     * given from above.
     *
     * @throws Problem INVALID without basis; FORBIDDEN when the caller gives the own unit a budget of its own; CONFLICT when
     *     accounts from that month on have been sent up or accepted
     */
    Setting set(SettingDraft draft);

    /** Sources of benefits whose policy names none, as set at a unit, the latest first. Needs {@code funding.read}. */
    List<FundingSource> sources(String program, long unitId);

    /**
     * Says from which source benefits are paid below a unit where policy names none: nearer units come first, a benefit of its
     * own before all benefits. Needs {@code funding.approve} at the unit.
     *
     * @throws Problem INVALID for an unknown source; CONFLICT when accounts from that month on have been sent up or accepted
     */
    FundingSource setSource(SourceDraft draft);

    /** Fees of who pays out, as set at a unit, the latest first. Needs {@code funding.read}. */
    List<Fee> fees(String program, long unitId);

    /**
     * Sets what who pays out gets, for orders of months from one on. Needs {@code funding.approve} at the unit.
     *
     * @throws Problem INVALID when it is neither a rate nor a fixed amount, or both, or without basis; CONFLICT when an order
     *     from that month on is settled
     */
    Fee setFee(FeeDraft draft);

    /** The fee that holds for an order of a unit; empty where none is set. Needs {@code funding.read}. */
    Optional<Fee> fee(String program, long unitId, String method, YearMonth month);

    /**
     * What holds for a list.
     *
     * @param kept whether anybody at or above the unit keeps accounts for the program
     * @param bearerId unit whose account the list is paid from: the unit itself, or one above that keeps the money together
     * @param approval whether the list must be approved from above before it is closed
     * @param blocks whether too little money stops the closing; otherwise it is warned of and must be acknowledged
     */
    record Rule(boolean kept, long bearerId, boolean approval, boolean blocks) {}

    /**
     * @param ownBudget the unit has a budget of its own: it allocates without having received from above
     * @param pooled lists of the units below are paid from this unit's account
     * @param approval lists of the units below are approved from above before they are closed
     * @param blocks too little money stops the closing below (and here, where nobody above says otherwise)
     * @param basis decision or paper it stands on
     */
    record SettingDraft(
            String program,
            long unitId,
            YearMonth from,
            boolean ownBudget,
            boolean pooled,
            boolean approval,
            boolean blocks,
            String basis) {}

    /** A setting as it was made. @param setName who set it, by the name of then */
    record Setting(long id, SettingDraft draft, String setBy, String setName, Instant setAt) {}

    /** @param benefit code, blank for all benefits of the program */
    record SourceDraft(String program, long unitId, String benefit, String fund, YearMonth from) {}

    /** A source as it was set. @param setName who set it, by the name of then */
    record FundingSource(long id, SourceDraft draft, String setBy, String setName, Instant setAt) {}

    /**
     * @param method code of list {@code hinh-thuc-chi-tra}, blank for all
     * @param rate percent of what was paid out, at most four decimals; {@code null} for a fixed fee
     * @param fixed đồng per payment that was made; {@code null} for a rate
     * @param step đồng to which the fee of an order is rounded, halves up: 1, 10, 100 or 1000
     * @param fund source that pays the fee
     * @param basis decision it stands on
     */
    record FeeDraft(
            String program,
            long unitId,
            String method,
            BigDecimal rate,
            Long fixed,
            int step,
            String fund,
            YearMonth from,
            String basis) {}

    /** A fee as it was set. @param setName who set it, by the name of then */
    record Fee(long id, FeeDraft draft, String setBy, String setName, Instant setAt) {

        /**
         * The fee of an order.
         *
         * @param paid đồng that reached people
         * @param payments that reached people
         * @return đồng
         */
        public long of(long paid, int payments) {
            if (draft.fixed() != null) {
                return round(BigDecimal.valueOf(draft.fixed()).multiply(BigDecimal.valueOf(payments)));
            }
            return round(BigDecimal.valueOf(paid).multiply(draft.rate()).movePointLeft(2));
        }

        private long round(BigDecimal exact) {
            BigDecimal step = BigDecimal.valueOf(draft.step());
            return exact.divide(step, 0, java.math.RoundingMode.HALF_UP)
                    .multiply(step)
                    .longValueExact();
        }
    }
}
