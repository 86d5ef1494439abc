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
                    claims.add(
                            new Claim(entitlement.id(), entitlement.benefit(), entitlement.from(), entitlement.to()));
                    if (entitlement.program().equals(program) && covered.contains(entitlement.unitId())) {
                        ours.put(entitlement.id(), entitlement);
                        YearMonth first = first(entitlement);
                        from = from == null || first.isBefore(from) ? first : from;
                    }
                }
                if (!from.isAfter(month)) {
                    for (Due due : book.due(stream.person(), claims, from, month, asOf)) {
                        Entitlement entitlement = ours.get(due.claimId());
                        if (entitlement != null && !due.period().isBefore(first(entitlement))) {
                            settle(stream, entitlement, due, sink);
                        }
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

    private void settle(PersonStream stream, Entitlement entitlement, Due due, Sink sink) throws SQLException {
        long paid = stream.paid(entitlement.id(), due.period());
        if (due.amount() > paid) {
            sink.line(new DueLine(
                    entitlement.id(),
                    entitlement.personId(),
                    entitlement.unitId(),
                    due.period(),
                    rules.of(due),
                    due.multiple(),
                    due.amount(),
                    paid,
                    entitlement.payment()));
        } else if (due.amount() < paid) {
            String reason = due.reason() == null ? "" : " " + due.reason();
            setAside(
                    entitlement,
                    due,
                    "Tháng " + MONTH.format(due.period()) + " đã chi " + Money.format(paid)
                            + " đồng, mức được hưởng là " + Money.format(due.amount()) + " đồng." + reason,
                    sink);
        } else if (due.amount() == 0 && due.period().equals(month) && runsIn(entitlement, month)) {
            setAside(entitlement, due, due.reason(), sink);
        }
    }

    private static boolean runsIn(Entitlement entitlement, YearMonth month) {
        return !month.isBefore(entitlement.from()) && (entitlement.to() == null || !month.isAfter(entitlement.to()));
    }

    private static void setAside(Entitlement entitlement, Due due, String reason, Sink sink) throws SQLException {
        sink.setAside(new SetAside(entitlement.personId(), entitlement.unitId(), due.benefit(), due.period(), reason));
    }

    /** Where results go. */
    interface Sink {

        void line(DueLine line) throws SQLException;

        void setAside(SetAside notice) throws SQLException;

        /** A person is done. @param count how many so far */
        void person(int count) throws SQLException;
    }
}
