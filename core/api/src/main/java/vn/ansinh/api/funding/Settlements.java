package vn.ansinh.api.funding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.problem.Problem;

/**
 * Accounts of a unit for a year through a month by source (quyết toán), sent up and frozen when they are accepted; and money that
 * who pays out gave back because nobody collected it (NĐ 20/2021/NĐ-CP Điều 34 khoản 5). Figures run from the beginning of
 * the year, so what became known late stands in the next accounts. Scoped to the caller's subtree.
 */
public interface Settlements {

    /** What an order did not bring to people, by account. Needs {@code funding.read}. */
    List<Undelivered> undelivered(long orderId);

    /**
     * Records that who pays out gave money back. Needs {@code funding.settle} at the order's unit.
     *
     * @throws Problem INVALID for a bad voucher or day; CONFLICT when it is more than is undelivered
     */
    AgentReturn recordReturn(ReturnDraft draft);

    /** Money given back by who pays out, of orders at or below a unit, the latest first. Needs {@code funding.read}. */
    List<AgentReturn> returns(String program, long unitId, int year);

    /**
     * Draws up a unit's accounts, or draws the draft up anew. Needs {@code funding.settle} at the unit.
     *
     * @throws Problem INVALID for a month to come; CONFLICT when accounts of this or a later month are sent or accepted
     */
    Settlement draft(String program, long unitId, YearMonth through);

    /** Sends a draft up. Needs {@code funding.settle} at the unit. @throws Problem CONFLICT when figures changed since */
    Settlement send(long id);

    /**
     * Accepts accounts: they never change. Needs {@code funding.settle} above the unit, or at it where it has a budget of its own.
     *
     * @throws Problem FORBIDDEN for who sent or drew them up; CONFLICT when they were decided before
     */
    Settlement accept(long id);

    /** Gives accounts back. Needs {@code funding.settle} as {@link #accept}. */
    Settlement giveBack(long id, String reason);

    /** Accounts at or below a unit, the latest first, without their rows. Needs {@code funding.read}. */
    List<Settlement> list(String program, long unitId, int year);

    /** Accounts in the caller's subtree, with their rows. Needs {@code funding.read}. */
    Optional<Settlement> byId(long id);

    /** States of accounts. */
    enum State {
        DRAFT("Nháp"),
        SENT("Đã gửi"),
        ACCEPTED("Đã duyệt"),
        RETURNED("Trả lại");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** Vietnamese word. */
        public String label() {
            return label;
        }
    }

    /**
     * @param asOf the moment whose data it shows
     * @param sentBy {@code null} while a draft
     * @param rows by source; empty in lists
     */
    record Settlement(
            long id,
            String program,
            long unitId,
            YearMonth through,
            State state,
            Instant asOf,
            String sentBy,
            Signatures signatures,
            List<SettlementRow> rows) {
        public Settlement {
            rows = List.copyOf(rows);
        }
    }

    /** One source: since the last accepted accounts of the year, and since the beginning of the year. */
    record SettlementRow(String fund, Figures period, Figures year) {}

    /**
     * Đồng.
     *
     * @param received from above or from the budget
     * @param returned taken back or returned upwards
     * @param given to units below, less what came back
     * @param closed on closed lists
     * @param cancelled on closed lists, not collected and not owed any more
     * @param paid reached people
     * @param undelivered came back from who pays out and is still owed
     * @param underway with who pays out, without a result yet
     * @param unordered closed, in no order that has left
     * @param agentReturned given back by who pays out
     * @param fee of who pays out
     * @param carriedIn left of the year before, by decision
     * @param carriedOut to the year after, by decision
     * @param recovered what people had been paid too much on lists of the year and gave back by decision; it goes to the budget and is
     *     not there for another list
     * @param recoveredFormer the same on lists of years before, come in after those years' accounts
     * @param paidFormer reached people on lists of years before, after those years' accounts: paid from what those years had left
     * @param feeFormer of who pays out for orders of years before, likewise
     */
    record Figures(
            long received,
            long returned,
            long given,
            long closed,
            long cancelled,
            long paid,
            long undelivered,
            long underway,
            long unordered,
            long agentReturned,
            long fee,
            long carriedIn,
            long carriedOut,
            long recovered,
            long recoveredFormer,
            long paidFormer,
            long feeFormer) {

        /** All zero. */
        public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        /** Đồng that have not been spent: owed to people still, or free. */
        public long left() {
            return received + carriedIn - returned - carriedOut - given - paid - fee;
        }

        /** Đồng of the year's lists that people were paid and keep. */
        public long spent() {
            return paid - recovered;
        }

        /** Đồng that are owed to people still. */
        public long owed() {
            return undelivered + underway + unordered;
        }

        /** Whether lists and payments tell the same: closed − cancelled = paid + owed. */
        public boolean agrees() {
            return closed - cancelled == paid + owed();
        }

        /** What lies between former figures and these. */
        public Figures since(Figures former) {
            return new Figures(
                    received - former.received,
                    returned - former.returned,
                    given - former.given,
                    closed - former.closed,
                    cancelled - former.cancelled,
                    paid - former.paid,
                    undelivered - former.undelivered,
                    underway - former.underway,
                    unordered - former.unordered,
                    agentReturned - former.agentReturned,
                    fee - former.fee,
                    carriedIn - former.carriedIn,
                    carriedOut - former.carriedOut,
                    recovered - former.recovered,
                    recoveredFormer - former.recoveredFormer,
                    paidFormer - former.paidFormer,
                    feeFormer - former.feeFormer);
        }
    }

    /**
     * An order's money by account; đồng.
     *
     * @param unitId whose account
     * @param year budget year
     * @param returned given back by who pays out
     * @param open undelivered, in no later order and not given back
     */
    record Undelivered(
            long unitId, int year, String fund, long ordered, long paid, long undelivered, long returned, long open) {}

    /**
     * @param unitId whose account
     * @param year budget year
     * @param fund blank for the source that nobody has set
     * @param note may be blank
     */
    record ReturnDraft(
            long orderId,
            long unitId,
            int year,
            String fund,
            LocalDate day,
            Allocations.Voucher voucher,
            long amount,
            String note) {}

    /** Money given back. */
    record AgentReturn(long id, String orderNumber, ReturnDraft draft, String recordedBy, Instant recordedAt) {}
}
