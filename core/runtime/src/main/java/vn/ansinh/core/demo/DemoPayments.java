package vn.ansinh.core.demo;

import java.util.List;
import java.util.random.RandomGenerator;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;

/** How invented people are paid: most in cash, a growing part into accounts. */
final class DemoPayments {

    private static final String CASH = "TM-DCT";

    private static final List<String> BANKS =
            List.of("Agribank", "Agribank", "BIDV", "VietinBank", "Vietcombank", "LPBank");

    private final Weighted<String> methods = new Weighted<String>()
            .add(CASH, 58)
            .add("BD", 10)
            .add("TM-NHA", 4)
            .add("TKNH", 24)
            .add("ATM", 4);

    /** Who receives the money for another. */
    record Payee(String name, String number, PayeeRole role) {}

    /** @param payee {@code null} when the person receives it */
    PaymentDetails draw(Payee payee, RandomGenerator random) {
        String method = methods.draw(random);
        boolean account = method.equals("TKNH") || method.equals("ATM");
        return with(
                method,
                account ? account(random) : null,
                account ? BANKS.get(random.nextInt(BANKS.size())) : null,
                payee);
    }

    /** To who takes care of the person: the same way, but not into the person's account. */
    PaymentDetails toCaregiver(PaymentDetails own, Payee caregiver) {
        return with(own.accountNumber() == null ? own.method() : CASH, null, null, caregiver);
    }

    private static PaymentDetails with(String method, String account, String bank, Payee payee) {
        return payee == null
                ? new PaymentDetails(method, account, bank, null, null, PayeeRole.SELF)
                : new PaymentDetails(method, account, bank, payee.name(), payee.number(), payee.role());
    }

    private static String account(RandomGenerator random) {
        StringBuilder digits = new StringBuilder("3700");
        for (int i = 0; i < 9; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }
}
