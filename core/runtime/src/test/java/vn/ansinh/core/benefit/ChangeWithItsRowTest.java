package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.payment.PaymentOrders;
import vn.ansinh.api.payment.PaymentOrders.OrderDraft;
import vn.ansinh.api.payment.PaymentOrders.OrderQuery;
import vn.ansinh.api.policy.Policies.ProvisionalValue;
import vn.ansinh.core.codelist.CoreCodeLists;
import vn.ansinh.core.payment.AuditedPaymentOrders;
import vn.ansinh.core.payment.Channels;
import vn.ansinh.core.payment.StoredPaymentOrders;
import vn.ansinh.core.policy.Arrival;
import vn.ansinh.core.policy.DerivedFacts;
import vn.ansinh.core.policy.PolicyRegistry;
import vn.ansinh.testkit.TestDatabase;
import vn.ansinh.testkit.TriedJob;

/** What cannot be told to the audit does not happen: the change and its row are one transaction. */
class ChangeWithItsRowTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    /** An audit that is away. */
    private static final Audit AWAY = (Audit) Proxy.newProxyInstance(
            Audit.class.getClassLoader(), new Class<?>[] {Audit.class}, (proxy, method, arguments) -> {
                throw new IllegalStateException("the audit is away");
            });

    @Test
    void noRunNoOrderAndNoConfirmationWithoutARow() {
        Office office = new Office(DATABASE);
        long commune = office.commune();
        long elder = office.person("Hà Thị Ken", "1941-02-03", commune);
        office.open(elder, "CAO-TUOI", commune, "2024-07", "2026-10");
        PayrollRunHandler runs = new PayrollRunHandler(
                DATABASE.transactions(),
                office.access,
                office.policies,
                new DerivedFacts(DATABASE.transactions(), office.access, office.facts, List.of()),
                office.clock,
                AWAY);
        TriedJob job =
                new TriedJob(Map.of("program", Office.PROGRAM, "unit", Long.toString(commune), "month", "2026-11"));
        away(() -> office.asSystem(() -> {
            runs.run(job);
            return null;
        }));
        assertEquals(List.of(), office.drafts(commune, "2026-11"));

        PolicyRegistry policies =
                new PolicyRegistry(DATABASE.transactions(), office.access, office.facts, Arrival.IN_FORCE, AWAY);
        ProvisionalValue open = office.asSystem(() -> policies.provisionalValues(Office.PROGRAM).stream()
                .filter(value -> value.confirmedBy() == null)
                .findFirst()
                .orElseThrow());
        away(() -> office.asSystem(() -> {
            policies.confirm(open.pack(), open.value().id(), "Công báo số 1147, 02/9/2026");
            return null;
        }));
        assertTrue(office.asSystem(() -> policies.provisionalValues(Office.PROGRAM))
                .contains(open));

        office.month(commune, "2026-11");
        PaymentOrders orders = new AuditedPaymentOrders(
                new StoredPaymentOrders(
                        DATABASE.transactions(),
                        office.access,
                        office.units,
                        CoreCodeLists.read(),
                        new Channels(List.of()),
                        null,
                        office.clock),
                DATABASE.transactions(),
                office.access,
                AWAY);
        OrderDraft draft = new OrderDraft(Office.PROGRAM, commune, "TM-DCT", List.of(YearMonth.of(2026, 11)));
        away(() -> office.as(Office.official("lan", commune), () -> orders.create(draft)));
        assertEquals(
                List.of(),
                office.asSystem(() -> orders.orders(new OrderQuery(Office.PROGRAM, commune, null, null, null, 10))
                        .orders()));
    }

    private static void away(Runnable work) {
        RuntimeException failure = assertThrows(RuntimeException.class, work::run);
        assertEquals("the audit is away", failure.getMessage());
    }
}
