package vn.ansinh.core.benefit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.Pause;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.core.policy.PolicyBook;
import vn.ansinh.core.policy.Steadiness;

/**
 * What communes still have to pay up to a month: for every month of every entitlement what is due as known now, less what
 * closed payrolls hold. So a late rate, a backdated decision and a death reported late are all the same subtraction.
 */
final class PayrollComputation {

    /** A right has one list a month: its lines there and here could be for the same months. */
    private static final String DRAFTED_ELSEWHERE = "Kỳ này đang có trong danh sách chưa chốt của nơi chi trước đây."
            + " Hãy chốt hoặc lập lại danh sách đó, rồi lập lại danh sách này.";

    private static final String CLOSED_ELSEWHERE =
            "Kỳ này đã có trong danh sách đã chốt của nơi chi trước đây; phần còn lại được tính ở kỳ sau.";

    private final Connection connection;
    private final PolicyBook book;
    private final String program;
    private final YearMonth month;
    private final LocalDate asOf;
    private final YearMonth ledgerStart;
    private final Steadiness steadiness;

    /**
     * @param month cycle: the last month that is computed
     * @param asOf day on which law is read
     */
    PayrollComputation(Connection connection, PolicyBook book, String program, YearMonth month, LocalDate asOf) {
        this.connection = connection;
        this.book = book;
        this.program = program;
        this.month = month;
        this.asOf = asOf;
        this.ledgerStart = book.firstMonth(program).orElse(month);
        this.steadiness = new Steadiness(book, month, asOf);
    }

    /**
     * Computes the people set down, one after the other, as far as their entitlements belong to {@code units}.
     *
     * @param people gathered
     * @param elsewhere what {@link PayrollPeople#onOtherLists} found
     */
    void compute(PayrollPeople people, Set<Long> units, Map<Long, Boolean> elsewhere, Sink sink) throws SQLException {
        int done = 0;
        for (PayrollPeople.Part part : people.parts()) {
            try (PersonStream stream = new PersonStream(connection, part)) {
                while (stream.next()) {
                    new PersonMonths(stream, units, elsewhere, part.from(), sink).settle();
                    sink.person(++done);
                }
            }
        }
    }

    /** First month that the ledger answers for. */
    private YearMonth first(Entitlement entitlement) {
        YearMonth first = entitlement.from().isBefore(ledgerStart) ? ledgerStart : entitlement.from();
        YearMonth paidThrough = entitlement.paidThrough();
        return paidThrough == null || paidThrough.isBefore(first) ? first : paidThrough.plusMonths(1);
    }

    /** All months of one person. Claims, and what is due on them, stand in the order of the person's entitlements. */
    private final class PersonMonths {

        private final PersonStream stream;
        private final List<Entitlement> entitlements;
        private final Sink sink;
        private final Map<Long, Boolean> elsewhere;
        private final boolean[] ours;
        private final YearMonth[] first;

        /** đồng per claim that closed payrolls hold beyond what is due now, in the month being settled. */
        private final long[] excess;

        /** The line of each claim that the month being settled may still make longer. */
        private final DueLine[] open;

        private final List<DueLine> lines = new ArrayList<>();
        private YearMonth steadyThrough;

        /** @param bound month before which nothing is computed, {@code null} for none */
        PersonMonths(PersonStream stream, Set<Long> covered, Map<Long, Boolean> elsewhere, YearMonth bound, Sink sink) {
            this.stream = stream;
            this.elsewhere = elsewhere;
            this.entitlements = stream.entitlements();
            this.sink = sink;
            int claims = entitlements.size();
            ours = new boolean[claims];
            first = new YearMonth[claims];
            excess = new long[claims];
            open = new DueLine[claims];
            for (int i = 0; i < claims; i++) {
                Entitlement entitlement = entitlements.get(i);
                ours[i] = entitlement.program().equals(program) && covered.contains(entitlement.unitId());
                YearMonth start = first(entitlement);
                first[i] = bound != null && start.isBefore(bound) ? bound : start;
            }
        }

        void settle() throws SQLException {
            YearMonth from = null;
            List<Claim> claims = new ArrayList<>(entitlements.size());
            for (int i = 0; i < first.length; i++) {
                claims.add(claim(
                        entitlements.get(i), stream.pauses(entitlements.get(i).id())));
                if (ours[i] && (from == null || first[i].isBefore(from))) {
                    from = first[i];
                }
            }
            // null: the right moved to another commune after the holders were set down
            if (from == null || from.isAfter(month)) {
                return;
            }
            steadyThrough = steadiness.through(stream.person(), claims);
            List<Due> dues = book.due(stream.person(), claims, from, month, asOf);
            for (int i = 0; i < dues.size(); i += first.length) {
                settle(dues.subList(i, i + first.length));
            }
            for (DueLine line : open) {
                if (line != null) {
                    lines.add(line);
                }
            }
            for (DueLine line : lines) {
                sink.line(line, line == counting(line.unitId()));
            }
        }

        /** The line by which the person is counted on a commune's list: one of the month itself where there is one. */
        private DueLine counting(long unitId) {
            DueLine first = null;
            for (DueLine line : lines) {
                if (line.unitId() == unitId) {
                    if (line.period().equals(month)) {
                        return line;
                    }
                    first = first == null ? line : first;
                }
            }
            return first;
        }

        /** Who gets what was paid to another is the same whichever program and commune asks. */
        private void settle(List<Due> dues) throws SQLException {
            for (int i = 0; i < excess.length; i++) {
                excess[i] = Math.max(0, paid(dues.get(i)) - dues.get(i).amount());
            }
            for (int i = 0; i < excess.length; i++) {
                if (!dues.get(i).period().isBefore(first[i])) {
                    pay(i, dues);
                }
            }
            for (int i = 0; i < excess.length; i++) {
                if (ours[i] && !dues.get(i).period().isBefore(first[i])) {
                    tooMuch(entitlements.get(i), dues.get(i), excess[i]);
                }
            }
        }

        private long paid(Due due) {
            return stream.paid(due.claimId(), due.period());
        }

        private void pay(int claim, List<Due> dues) throws SQLException {
            Due due = dues.get(claim);
            if (due.inKind() != null) {
                return;
            }
            Entitlement entitlement = entitlements.get(claim);
            long before = paid(due);
            if (due.amount() > before) {
                String beforeLedger = paidInsteadBeforeLedger(due);
                if (beforeLedger != null) {
                    setAside(claim, due, beforeLedger);
                    return;
                }
                before += takeFromOthers(due, due.amount() - before, dues);
            }
            if (due.amount() > before) {
                line(claim, due, before);
            } else if (due.amount() == 0 && before == 0 && due.period().equals(month) && runs(entitlement)) {
                setAside(claim, due, due.reason());
            }
        }

        /** The month of the cycle stands on a line of its own, so that the next cycle can carry it over. */
        private void line(int claim, Due due, long before) throws SQLException {
            if (!ours[claim]) {
                return;
            }
            Entitlement entitlement = entitlements.get(claim);
            Boolean closed = elsewhere.get(entitlement.id());
            if (closed != null) {
                setAside(claim, due, closed ? CLOSED_ELSEWHERE : DRAFTED_ELSEWHERE);
                return;
            }
            DueLine line = new DueLine(
                    entitlement.id(),
                    entitlement.personId(),
                    entitlement.unitId(),
                    due.period(),
                    1,
                    PayrollRules.Rule.of(due, fund(due)),
                    due.multiple(),
                    due.amount(),
                    before,
                    entitlement.payment(),
                    steadyThrough);
            DueLine last = open[claim];
            if (last != null && last.goesOn(line) && !due.period().equals(month)) {
                open[claim] = last.longer(1);
                return;
            }
            if (last != null) {
                lines.add(last);
            }
            open[claim] = line;
        }

        private String fund(Due due) {
            return book.benefit(due.benefit()).map(Benefit::fund).orElse(null);
        }

        /**
         * What was paid for this month by a benefit that gave way since (another right's, another commune's), as far as it
         * is not due any more, counts towards the one that is paid instead: of the two the person has one amount.
         */
        private long takeFromOthers(Due due, long atMost, List<Due> dues) {
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
            for (Entitlement other : entitlements) {
                if (other.id() != due.claimId()
                        && other.paidThrough() != null
                        && !due.period().isAfter(other.paidThrough())
                        && !due.period().isBefore(other.from())
                        && !book.paidTogether(other.benefit(), due.benefit())) {
                    return "Tháng " + Vietnamese.month(due.period()) + " đã chi chế độ " + other.benefit()
                            + " trước khi dùng hệ thống; phần chênh lệch cần quyết định riêng.";
                }
            }
            return null;
        }

        /** What was given up is not asked for again; what was proposed and is no more is told too. */
        private void tooMuch(Entitlement entitlement, Due due, long excess) throws SQLException {
            long claimable = Math.max(0, excess - stream.waived(due.claimId(), due.period()));
            if (claimable == 0 && stream.proposed(due.claimId(), due.period()) == 0) {
                return;
            }
            String reason = "Tháng " + Vietnamese.month(due.period()) + " đã chi " + Money.format(paid(due))
                    + " đồng, mức được hưởng là " + Money.format(due.amount()) + " đồng."
                    + (due.reason() == null ? "" : " " + due.reason());
            long person = entitlement.personId();
            sink.excess(new Excess(entitlement.id(), person, entitlement.unitId(), due.period(), claimable, reason));
            if (claimable > 0) {
                sink.setAside(new SetAside(person, entitlement.unitId(), due.benefit(), due.period(), reason));
            }
        }

        private boolean runs(Entitlement entitlement) {
            return !month.isBefore(entitlement.from())
                    && (entitlement.to() == null || !month.isAfter(entitlement.to()));
        }

        private void setAside(int claim, Due due, String reason) throws SQLException {
            if (ours[claim]) {
                Entitlement entitlement = entitlements.get(claim);
                sink.setAside(new SetAside(
                        entitlement.personId(), entitlement.unitId(), due.benefit(), due.period(), reason));
            }
        }
    }

    private static Claim claim(Entitlement entitlement, List<Pause> pauses) {
        return new Claim(
                entitlement.id(),
                entitlement.benefit(),
                entitlement.from(),
                entitlement.to(),
                entitlement.unitId(),
                pauses);
    }

    /** Where results go. */
    interface Sink {

        /** @param counts whether the person is counted by this line; true for one line of each person on a list */
        void line(DueLine line, boolean counts) throws SQLException;

        void setAside(SetAside notice) throws SQLException;

        /** More was paid than is due, or a proposal to recover has lost its reason. */
        void excess(Excess excess) throws SQLException;

        /** A person is done. @param count how many so far */
        void person(int count) throws SQLException;
    }
}
