package vn.ansinh.api.payment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.api.problem.Problem;

/**
 * Payment orders (lệnh chi trả): closed lines that go out, and what came of them. An order is made by one account and sent
 * by another; a line lies in one order at a time, and in another one only after the first brought it back. Scoped to the
 * caller's subtree by the order's unit.
 */
public interface PaymentOrders {

    /**
     * Job type that writes an order as a file: parameters {@code order} (id) and {@code format} ({@code xlsx} or
     * {@code csv}). The xlsx has empty columns for the results: filled in, it is what {@link #RESULTS} reads.
     */
    String EXPORT = "payment.export";

    /** Job type that sends an approved order through its channel: parameter {@code order}. Submitted by {@link #send}. */
    String SEND = "payment.send";

    /**
     * Job type that reads results from the job's file (xlsx or csv): parameter {@code order}. The file is checked as a whole:
     * with a wrong row in it nothing is written, result {@code rejected} counts the wrong rows and the job's output names
     * each with its reasons. Otherwise {@code paid}, {@code unpaid} and {@code unchanged} count rows.
     */
    String RESULTS = "payment.results";

    /**
     * Job type that fetches the results of a sent order from its channel: parameter {@code order}. Runs by itself every few
     * minutes for every order with results outstanding.
     */
    String COLLECT = "payment.collect";

    /** What can be ordered for these months below a unit, by method. Needs {@code payment.read}. */
    Payable payable(String program, long unitId, List<YearMonth> months);

    /**
     * Makes a draft of everything payable: lines of closed payrolls that no order holds, and what earlier orders brought back,
     * less what was cancelled since. Needs {@code payment.order}.
     *
     * @throws Problem INVALID for a bad unit, method or months; CONFLICT when there is nothing to pay
     */
    PaymentOrder create(OrderDraft draft);

    /** Gives a draft up; its lines can be ordered again. Needs {@code payment.order}. */
    void withdraw(long id, String reason);

    /**
     * Approves a draft and sends it: through a channel in the background, or, without one, as a file that is handed over (the
     * order counts as sent at once). Needs {@code payment.send}. Called again while it is on its way, it tries again.
     *
     * @param channel code of a {@link PaymentChannel}, or {@code null}
     * @throws Problem FORBIDDEN when the caller made the order; CONFLICT when a payroll was annulled or an amount cancelled
     *     since it was made
     */
    PaymentOrder send(long id, String channel);

    /** Orders, newest first. */
    OrderPage orders(OrderQuery query);

    /** An order in the caller's subtree. */
    Optional<PaymentOrder> byId(long id);

    /** One page of an order's payments in their order. */
    ItemPage items(ItemQuery query);

    /** A person's payments in the caller's subtree, newest first. */
    List<PaymentItem> ofPerson(long personId, int limit);

    /**
     * Records results by hand. Needs {@code payment.result}.
     *
     * @return how many items changed
     * @throws Problem INVALID or CONFLICT naming the items that cannot have this result; then nothing is recorded
     */
    int record(long id, List<ItemResult> results);

    /** Where an order's money is, to the đồng. */
    Reconciliation reconciliation(long id);

    /**
     * Settles an order; its results cannot change any more. Needs {@code payment.result}.
     *
     * @throws Problem CONFLICT while results are outstanding or the sums disagree
     */
    PaymentOrder settle(long id);

    /** The channels that are there now. */
    List<Channel> channels();

    /** @param months one, or two in a row */
    record OrderDraft(String program, long unitId, String method, List<YearMonth> months) {}

    /**
     * @param closed communes whose payrolls of the months are closed
     * @param drafts communes with a payroll of the months that is not closed: not payable yet
     */
    record Payable(int closed, int drafts, List<MethodTotal> methods) {}

    /**
     * What would go out one way; money in đồng.
     *
     * @param fresh from payrolls of the months
     * @param retried brought back by earlier orders
     */
    record MethodTotal(String method, String name, int people, long fresh, long retried) {}

    /**
     * @param program {@code null} for all
     * @param month {@code null} for all
     * @param state {@code null} for all
     * @param cursor where the last page ended, {@code null} for the first
     */
    record OrderQuery(
            String program, long unitId, YearMonth month, PaymentOrderState state, String cursor, int limit) {}

    /** @param next cursor of the following page, {@code null} on the last */
    record OrderPage(List<PaymentOrder> orders, String next) {}

    /**
     * @param text name or number, blank for all
     * @param state {@code null} for all
     * @param cursor where the last page ended, {@code null} for the first
     */
    record ItemQuery(long orderId, String text, PaymentResult.State state, String cursor, int limit) {}

    /** @param next cursor of the following page, {@code null} on the last */
    record ItemPage(List<PaymentItem> items, String next) {}

    /**
     * A result to record.
     *
     * @param item number of the item within its order
     * @param reason code of list {@code ly-do-chua-nhan}; needed when unpaid
     * @param collectedBy name, or {@code null}
     */
    record ItemResult(int item, boolean paid, String reason, LocalDate day, String collectedBy) {}

    /**
     * An order's money counted anew from its rows; đồng.
     *
     * @param closed closed lines in it, less what had been cancelled before
     * @param retried from earlier orders
     * @param ordered sum of its items
     * @param unpaidRetried part of {@code unpaid} that a later order has taken up
     * @param unpaidCancelled part of {@code unpaid} that a difference has cancelled since
     * @param unpaidOpen part of {@code unpaid} that the next order will take up
     * @param reasons unpaid items by reason
     * @param agrees whether {@code closed + retried = ordered = paid + unpaid + outstanding}, item by item
     */
    record Reconciliation(
            long orderId,
            long closed,
            long retried,
            long ordered,
            long paid,
            long unpaid,
            long outstanding,
            long unpaidRetried,
            long unpaidCancelled,
            long unpaidOpen,
            List<ReasonTotal> reasons,
            boolean agrees) {}

    /** @param name Vietnamese */
    record ReasonTotal(String reason, String name, int items, long total) {}

    /** @param methods codes of list {@code hinh-thuc-chi-tra} it serves */
    record Channel(String code, String name, Set<String> methods) {}
}
