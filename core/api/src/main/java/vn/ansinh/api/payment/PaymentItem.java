package vn.ansinh.api.payment;

import java.time.YearMonth;
import java.util.List;

/**
 * One payment of an order: everything it pays to one beneficiary in one way. Holds nothing that tells why the money is paid.
 *
 * @param number of the item within its order, from 1
 * @param unitId commune whose payroll it comes from
 * @param name of the beneficiary
 * @param idNumber of the beneficiary, or {@code null}
 * @param accountNumber bank or wallet account, or {@code null}
 * @param bank its bank, or {@code null}
 * @param payeeName who receives it when not the beneficiary, or {@code null}
 * @param payeeNumber personal number of the payee, or {@code null}
 * @param amount đồng
 * @param retried đồng, the part of {@code amount} that earlier orders did not bring to the payee
 * @param result never {@code null}
 * @param months of its order: one, or two in a row
 */
public record PaymentItem(
        long orderId,
        String orderNumber,
        int number,
        long personId,
        long unitId,
        String name,
        String idNumber,
        String address,
        String accountNumber,
        String bank,
        String payeeName,
        String payeeNumber,
        long amount,
        long retried,
        PaymentResult result,
        List<YearMonth> months) {

    /** What names the payment to who pays, for instance {@code CT-42-2026-0001/17}. */
    public String reference() {
        return orderNumber + "/" + number;
    }
}
