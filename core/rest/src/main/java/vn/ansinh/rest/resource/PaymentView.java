package vn.ansinh.rest.resource;

import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.identity.Person;

/** How money is paid, with numbers masked. */
public record PaymentView(
        String method,
        String accountNumber,
        String bank,
        String payeeName,
        String payeeNumber,
        PaymentDetails.PayeeRole payeeRole) {

    static PaymentView of(PaymentDetails payment) {
        return new PaymentView(
                payment.method(),
                Person.mask(payment.accountNumber()),
                payment.bank(),
                payment.payeeName(),
                Person.mask(payment.payeeNumber()),
                payment.payeeRole());
    }
}
