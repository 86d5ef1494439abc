package vn.ansinh.rest.resource;

import java.time.Instant;
import java.time.LocalDate;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.payment.PaymentItem;
import vn.ansinh.api.payment.PaymentResult;

/** A payment of an order, with numbers masked; money in đồng. Fields as in {@link PaymentItem}. */
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

    static PaymentItemView of(PaymentItem item) {
        return new PaymentItemView(
                item.orderId(),
                item.reference(),
                item.number(),
                item.personId(),
                item.unitId(),
                item.name(),
                Person.mask(item.idNumber()),
                item.address(),
                Person.mask(item.accountNumber()),
                item.bank(),
                item.payeeName(),
                Person.mask(item.payeeNumber()),
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
