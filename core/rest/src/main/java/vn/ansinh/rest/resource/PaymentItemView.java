package vn.ansinh.rest.resource;

import java.time.Instant;
import java.time.LocalDate;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.payment.PaymentItem;
import vn.ansinh.api.payment.PaymentResult;

/** A payment of an order, with as much of the numbers as the caller may see; money in đồng. Fields as in {@link PaymentItem}. */
public record PaymentItemView(
        long orderId,
        String reference,
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
        PaymentResult.State state,
        String reason,
        LocalDate day,
        String collectedBy,
        String source,
        String recordedBy,
        Instant recordedAt) {

    static PaymentItemView of(PaymentItem item, NumberSight sight) {
        return new PaymentItemView(
                item.orderId(),
                item.reference(),
                item.number(),
                item.personId(),
                item.unitId(),
                item.name(),
                sight.show(item.idNumber()),
                item.address(),
                sight.show(item.accountNumber()),
                item.bank(),
                item.payeeName(),
                sight.show(item.payeeNumber()),
                item.amount(),
                item.retried(),
                item.result().state(),
                item.result().reason(),
                item.result().day(),
                item.result().collectedBy(),
                item.result().source(),
                item.result().recordedBy(),
                item.result().recordedAt());
    }
}
