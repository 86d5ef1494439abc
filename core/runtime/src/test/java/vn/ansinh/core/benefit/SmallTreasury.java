package vn.ansinh.core.benefit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.benefit.Decision;
import vn.ansinh.api.benefit.Receivable;
import vn.ansinh.api.benefit.Receivables.ReceivableQuery;
import vn.ansinh.api.benefit.Receivables.Recovery;
import vn.ansinh.api.benefit.RecoveryDecision;
import vn.ansinh.api.payment.PaymentItem;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.payment.PaymentOrders.ItemQuery;
import vn.ansinh.api.payment.PaymentOrders.ItemResult;
import vn.ansinh.api.payment.PaymentOrders.OrderDraft;
import vn.ansinh.api.payment.PaymentResult;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.codelist.CoreCodeLists;
import vn.ansinh.core.payment.Channels;
import vn.ansinh.core.payment.StoredPaymentOrders;

/** Who pays out and asks back in a {@link SmallWorld}. */
final class SmallTreasury {

    private static final List<String> METHODS = List.of("TM-DCT", "BD");

    private final Office office;
    private final StoredPaymentOrders orders;
    private final long province;
    private final Caller cashier;
    private final List<Long> sent = new ArrayList<>();
    private int papers;

    SmallTreasury(Office office, long province) {
        this.office = office;
        this.province = province;
        cashier = Office.official("lan", province);
        orders = new StoredPaymentOrders(
                office.database.transactions(),
                office.access,
                office.units,
                CoreCodeLists.read(),
                new Channels(List.of()),
                null,
                office.clock);
    }

    /** Orders a closed month; sends it, leaves it a draft or gives it up. */
    void order(Step step, long unit, YearMonth month) {
        long order = make(step.program(), unit, METHODS.get(step.month() % 2), month);
        if (step.month() % 3 != 0) {
            send(order);
        } else if (step.month() % 2 == 0) {
            office.as(cashier, () -> {
                orders.withdraw(order, "Lập nhầm");
                return null;
            });
        }
    }

    /** Everything of a closed month is ordered and collected. */
    void payOut(String program, long unit, YearMonth month, LocalDate today) {
        for (String method : METHODS) {
            try {
                long order = make(program, unit, method, month);
                send(order);
                result(order, 0, today);
            } catch (Problem nothing) {
                if (!nothing.code().equals("AS-PAYMENT-NOTHING")) {
                    throw nothing;
                }
            }
        }
    }

    private long make(String program, long unit, String method, YearMonth month) {
        return office.as(cashier, () -> orders.create(new OrderDraft(program, unit, method, List.of(month))))
                .id();
    }

    private void send(long order) {
        PaymentOrder going = office.as(Office.official("gui", province), () -> orders.send(order, null));
        sent.add(going.id());
    }

    /** What became of an order. */
    void result(Step step, LocalDate today) {
        if (!sent.isEmpty()) {
            result(sent.get(step.place() % sent.size()), step.choice() % 3, today);
        }
    }

    private void result(long order, int how, LocalDate today) {
        List<ItemResult> results = new ArrayList<>();
        for (PaymentItem item : office.as(cashier, () -> orders.items(new ItemQuery(order, "", null, null, 500)))
                .items()) {
            if (item.result().state() == PaymentResult.State.WAITING) {
                boolean paid = how == 0 || how == 2 && item.number() % 2 == 0;
                results.add(new ItemResult(item.number(), paid, paid ? null : "C01", today, null));
            }
        }
        office.as(cashier, () -> orders.record(order, results));
    }

    /** The next person about whom there is something to do. */
    void recover(Step step, List<Long> people, LocalDate today) {
        boolean acted = false;
        for (int i = 0; i < people.size() && !acted; i++) {
            long person = people.get((step.person() + i) % people.size());
            for (String program : SmallWorld.PROGRAMS) {
                acted |= step.act() == Step.Act.WITHDRAW
                        ? withdraw(program, person)
                        : settle(step, program, person, today);
            }
        }
    }

    private boolean withdraw(String program, long person) {
        boolean acted = false;
        for (RecoveryDecision decision :
                office.asSystem(() -> office.receivables.decisions(program, province, person, 100))) {
            if (decision.balance() > 0) {
                office.asSystem(() -> {
                    office.receivables.withdraw(decision.id(), "Quyết định nhầm");
                    return null;
                });
                acted = true;
            }
        }
        return acted;
    }

    private boolean settle(Step step, String program, long person, LocalDate today) {
        List<Receivable> proposals = office.asSystem(() -> office.receivables.list(
                        new ReceivableQuery(program, province, Receivable.State.PROPOSED, person, null, 100)))
                .rows();
        long claimable = proposals.stream()
                .mapToLong(one -> one.amount() - one.waiting())
                .sum();
        if (claimable == 0) {
            return false;
        }
        List<Long> ids = proposals.stream().map(Receivable::id).toList();
        String number = ++papers + "/QĐ";
        office.asSystem(() -> {
            if (step.act() == Step.Act.WAIVE) {
                office.receivables.waive(ids, new Decision(number, today, null), "Khó khăn");
            } else {
                long amount = step.choice() % 2 == 0 ? claimable : Math.max(1, claimable / 2);
                office.receivables.decide(new Recovery(ids, number, today, amount, "Người nhận", List.of()));
            }
            return null;
        });
        return true;
    }
}
