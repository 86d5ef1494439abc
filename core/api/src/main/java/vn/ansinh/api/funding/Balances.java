package vn.ansinh.api.funding;

import java.time.YearMonth;
import java.util.List;

/** What each unit has by source: counted from decisions and from the ledger whenever it is asked. Scoped to the caller's subtree. */
public interface Balances {

    /** Accounts that are kept at or below a unit, by unit, the unit itself first. Needs {@code funding.read}. */
    List<Balance> balances(String program, long unitId, int year);

    /**
     * What the drafts of a month at or below a unit cost by source against what is there. Needs {@code payroll.read} or
     * {@code funding.read}.
     */
    Outlook outlook(String program, long unitId, YearMonth month);

    /**
     * One account; đồng.
     *
     * @param fund blank where nobody has said which source a benefit is paid from
     * @param estimated granted estimates of the year
     * @param received from above, or from the budget, less what was taken back or returned
     * @param given to units below, less what came back
     * @param closed on closed lists
     * @param cancelled on closed lists, not collected and not owed any more
     * @param fee of who pays out, for settled orders
     */
    record Balance(
            long unitId,
            int year,
            String fund,
            long estimated,
            long received,
            long given,
            long closed,
            long cancelled,
            long fee) {

        /** Đồng that are there for the next list; below 0 when more was closed than received. */
        public long available() {
            return received - given - closed + cancelled - fee;
        }
    }

    /**
     * @param kept whether accounts are kept for the unit at all; otherwise there is nothing to say
     * @param approval whether lists must be approved from above before they are closed
     * @param blocks whether too little money stops the closing
     * @param needs by account, those with too little first
     */
    record Outlook(boolean kept, boolean approval, boolean blocks, List<Need> needs) {

        public Outlook {
            needs = List.copyOf(needs);
        }

        /** Accounts with too little. */
        public List<Need> tooLittle() {
            return needs.stream().filter(need -> need.missing() > 0).toList();
        }
    }

    /**
     * @param unitId whose account
     * @param available đồng before these drafts
     * @param drafted đồng of the drafts
     */
    record Need(long unitId, String fund, long available, long drafted) {

        /** Đồng; 0 when there is enough. */
        public long missing() {
            return Math.max(0, drafted - available);
        }
    }
}
