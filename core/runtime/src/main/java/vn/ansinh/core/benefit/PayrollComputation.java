package vn.ansinh.core.benefit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.text.Money;
import vn.ansinh.core.policy.PolicyBook;

/**
 * What communes still have to pay up to a month: for every month of every entitlement what is due as known now, less what
 * closed payrolls hold. So a late rate, a backdated decision and a death reported late are all the same subtraction.
 */
final class PayrollComputation {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/uuuu");

    private final Connection connection;
    private final PolicyBook book;
    private final String program;
    private final YearMonth month;
    private final LocalDate asOf;
    private final YearMonth ledgerStart;
    private final PayrollRules rules;

    /**
     * @param month cycle: the last month that is computed
     * @param asOf day on which law is read
     */
    PayrollComputation(Connection connection, PolicyBook book, String program, YearMonth month, LocalDate asOf)
            throws SQLException {
        this.connection = connection;
        this.book = book;
        this.program = program;
        this.month = month;
        this.asOf = asOf;
        this.ledgerStart = book.firstMonth(program).orElse(month);
        this.rules = new PayrollRules(connection);
    }

    /** Computes for the entitlements of {@code units}, person by person. */
    void compute(Collection<Long> units, Sink sink) throws SQLException {
        Set<Long> covered = Set.copyOf(units);
        Map<Long, Entitlement> ours = new HashMap<>();
        List<Claim> claims = new ArrayList<>();
        int people = 0;
        try (PersonStream stream = new PersonStream(connection, program, units.toArray(Long[]::new))) {
            while (stream.next()) {
                ours.clear();
                claims.clear();
                YearMonth from = null;
                for (Entitlement entitlement : stream.entitlements()) {
                    claims.add(new Claim(
                            entitlement.id(),
                            entitlement.benefit(),
                            entitlement.from(),
                            entitlement.to(),
                            entitlement.unitId()));
                    if (entitlement.program().equals(program) && covered.contains(entitlement.unitId())) {
                        ours.put(entitlement.id(), entitlement);
                        YearMonth first = first(entitlement);
                        from = from == null || first.isBefore(from) ? first : from;
                    }
                }
                // null: the right moved to another commune after the holders were set down
                if (from != null && !from.isAfter(month)) {
                    List<Due> dues = book.due(stream.person(), claims, from, month, asOf);
                    for (int i = 0; i < dues.size(); i += claims.size()) {
                        new PersonMonth(stream, ours, dues.subList(i, i + claims.size())).settle(sink);
                    }
                }
                sink.person(++people);
            }
        }
    }

    /** First month that the ledger answers for. */
    private YearMonth first(Entitlement entitlement) {
        YearMonth first = entitlement.from().isBefore(ledgerStart) ? ledgerStart : entitlement.from();
        YearMonth paidThrough = entitlement.paidThrough();
        return paidThrough == null || paidThrough.isBefore(first) ? first : paidThrough.plusMonths(1);
    }

    /** All claims of one person in one month, in the order of the person's entitlements. */
    private final class PersonMonth {

        private final PersonStream stream;
        private final Map<Long, Entitlement> ours;
        private final List<Due> dues;

        /** đồng per claim that closed payrolls hold beyond what is due now. */
        private final long[] excess;

        PersonMonth(PersonStream stream, Map<Long, Entitlement> ours, List<Due> dues) {
            this.stream = stream;
            this.ours = ours;
            this.dues = dues;
            this.excess = new long[dues.size()];
        }

        void settle(Sink sink) throws SQLException {
            for (int i = 0; i < excess.length; i++) {
                excess[i] = Math.max(0, paid(i) - dues.get(i).amount());
            }
            for (int i = 0; i < excess.length; i++) {
                if (answersFor(i)) {
                    pay(i, sink);
                }
            }
            for (int i = 0; i < excess.length; i++) {
                if (answersFor(i) && excess[i] > 0) {
                    tooMuch(i, sink);
                }
            }
        }

        private long paid(int claim) {
            return stream.paid(dues.get(claim).claimId(), dues.get(claim).period());
        }

        private boolean answersFor(int claim) {
            Entitlement entitlement = ours.get(dues.get(claim).claimId());
            return entitlement != null && !dues.get(claim).period().isBefore(first(entitlement));
        }

        private void pay(int claim, Sink sink) throws SQLException {
            Due due = dues.get(claim);
            if (due.inKind() != null) {
                return;
            }
            Entitlement entitlement = ours.get(due.claimId());
            long before = paid(claim);
            if (due.amount() > before) {
                String beforeLedger = paidInsteadBeforeLedger(due);
                if (beforeLedger != null) {
                    setAside(entitlement, due, beforeLedger, sink);
                    return;
                }
                before += takeFromOthers(due, due.amount() - before);
            }
            if (due.amount() > before) {
                sink.line(new DueLine(
                        entitlement.id(),
                        entitlement.personId(),
                        entitlement.unitId(),
                        due.period(),
                        rules.of(due),
                        due.multiple(),
                        due.amount(),
                        before,
                        entitlement.payment()));
            } else if (due.amount() == 0 && before == 0 && due.period().equals(month) && runs(entitlement)) {
                setAside(entitlement, due, due.reason(), sink);
            }
        }

        /**
         * What was paid for this month by a benefit that gave way since (another right's, another commune's), as far as it
         * is not due any more, counts towards the one that is paid instead: of the two the person has one amount.
         */
        private long takeFromOthers(Due due, long atMost) {
            long taken = 0;
            for (int other = 0; other < excess.length; other++) {
                if (excess[other] > 0 && !book.paidTogether(dues.get(other).benefit(), due.benefit())) {
                    long part = Math.min(excess[other], atMost - taken);
                    excess[other] -= part;
                    taken += part;
                }
            }
            return taken;
        }

        /** What was paid before the ledger began is known to have been paid, but not how much. */
        private String paidInsteadBeforeLedger(Due due) {
            for (Entitlement other : stream.entitlements()) {
                if (other.id() != due.claimId()
                        && other.paidThrough() != null
                        && !due.period().isAfter(other.paidThrough())
                        && !due.period().isBefore(other.from())
                        && !book.paidTogether(other.benefit(), due.benefit())) {
                    return "Tháng " + MONTH.format(due.period()) + " đã chi chế độ " + other.benefit()
                            + " trước khi dùng hệ thống; phần chênh lệch cần quyết định riêng.";
                }
            }
            return null;
        }

        private void tooMuch(int claim, Sink sink) throws SQLException {
            Due due = dues.get(claim);
            String reason = due.reason() == null ? "" : " " + due.reason();
            setAside(
                    ours.get(due.claimId()),
                    due,
                    "Tháng " + MONTH.format(due.period()) + " đã chi " + Money.format(paid(claim))
                            + " đồng, mức được hưởng là " + Money.format(due.amount()) + " đồng." + reason,
                    sink);
        }

        private boolean runs(Entitlement entitlement) {
            return !month.isBefore(entitlement.from())
                    && (entitlement.to() == null || !month.isAfter(entitlement.to()));
        }

        private void setAside(Entitlement entitlement, Due due, String reason, Sink sink) throws SQLException {
            sink.setAside(
                    new SetAside(entitlement.personId(), entitlement.unitId(), due.benefit(), due.period(), reason));
        }
    }

    /** Where results go. */
    interface Sink {

        void line(DueLine line) throws SQLException;

        void setAside(SetAside notice) throws SQLException;

        /** A person is done. @param count how many so far */
        void person(int count) throws SQLException;
    }
}
