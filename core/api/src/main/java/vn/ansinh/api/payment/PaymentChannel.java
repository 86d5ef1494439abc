package vn.ansinh.api.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.api.problem.Problem;

/**
 * Who brings money to people: a post office, a bank, a wallet. An OSGi service; it comes and goes with its bundle. It learns
 * who gets how much where, never what for.
 *
 * <p>An order's number is fixed before it leaves and names it for ever: however often an order is sent, it is paid once.
 */
public interface PaymentChannel {

    /** Short and stable, for instance {@code buu-dien}. */
    String code();

    /** Vietnamese name for the screens. */
    String name();

    /** Codes of list {@code hinh-thuc-chi-tra} that it serves. */
    Set<String> methods();

    /**
     * What the channel knows of an order; asked before every sending, since a crash may have hidden that it arrived.
     *
     * @return empty when no order of that number has arrived whole
     * @throws Problem UNAVAILABLE while the channel cannot be reached; asked again later
     */
    Optional<Acceptance> find(String number);

    /**
     * Hands an order over whole: it has arrived when this returns, and has not when this throws a {@link Problem} other than
     * UNAVAILABLE. An order of the same number that has arrived before is not taken a second time.
     *
     * @param instructions read once, in order, a page at a time
     * @throws Problem UNAVAILABLE while the channel cannot be reached or it is not known whether the order arrived: then it is
     *     sent again later; any other kind when the channel refuses the order for good
     */
    Acceptance send(Order order, Iterable<Instruction> instructions);

    /**
     * Results that came in after {@code cursor}, in the order in which they came; results are never taken back, a later one of
     * the same payment corrects the former.
     *
     * @param cursor as the last page gave it, {@code null} for the first
     * @throws Problem UNAVAILABLE while the channel cannot be reached
     */
    ResultPage results(String number, String cursor, int limit);

    /**
     * An order as it leaves.
     *
     * @param unitCode code of the administrative unit that orders
     * @param months months that it pays
     * @param payBy last day for its results
     * @param items how many instructions follow
     * @param total đồng
     */
    record Order(
            String number,
            String unitCode,
            String unitName,
            List<YearMonth> months,
            LocalDate payBy,
            int items,
            long total) {}

    /**
     * One payment as it leaves: number, name, place, payee, amount; nothing that tells why.
     *
     * @param reference names the payment, and comes back with its result
     * @param idNumber of the beneficiary, or {@code null}
     * @param payeeName who collects when not the beneficiary, or {@code null}
     * @param payeeNumber of the payee, or {@code null}
     * @param unitCode of the commune
     * @param account bank or wallet account, or {@code null}
     * @param bank its bank, or {@code null}
     * @param amount đồng
     */
    record Instruction(
            String reference,
            String method,
            String name,
            String idNumber,
            String payeeName,
            String payeeNumber,
            String address,
            String unitCode,
            String unitName,
            String account,
            String bank,
            long amount) {}

    /** That an order has arrived, with what the channel counted in it. */
    record Acceptance(String number, int items, long total, Instant at) {}

    /**
     * What became of one payment.
     *
     * @param reason code of list {@code ly-do-chua-nhan} when unpaid
     * @param amount đồng, as ordered
     * @param collectedBy who took the money, or {@code null}
     */
    record Result(String reference, boolean paid, String reason, LocalDate day, String collectedBy, long amount) {}

    /**
     * @param cursor to ask on with, never {@code null}
     * @param more whether the next page is there already
     */
    record ResultPage(List<Result> results, String cursor, boolean more) {}
}
