package vn.ansinh.rest.resource;

import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.identity.NumberSight;

/** How money is paid, with as much of the numbers as the caller may see. */
public record PaymentView(
        String method,
        String accountNumber,
        String bank,
        String payeeName,
        String payeeNumber,
        PaymentDetails.PayeeRole payeeRole) {

    static PaymentView of(PaymentDetails payment, NumberSight sight) {
        return new PaymentView(
                payment.method(),
                sight.show(payment.accountNumber()),
                payment.bank(),
                payment.payeeName(),
                sight.show(payment.payeeNumber()),
                payment.payeeRole());
    }
}
