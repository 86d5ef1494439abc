package vn.ansinh.core.benefit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ansinh.core.policy.LawChange;
import vn.ansinh.core.policy.PolicyBook;
import vn.ansinh.core.policy.PolicyRegistry;

/**
 * Carries the lines of the month before over into a draft, in one statement, for everybody whom nothing has touched.
 *
 * <p>Why that is what a full computation would give, by induction over the closed months of a commune. Suppose that at the
 * closing of month {@code m} every line said what was due as known to the run that wrote it, with the changes that this run
 * had not seen looked at again and what came out otherwise taken out. Take a person who holds a right here, and a draft of
 * {@code m + 1}. What is due to the person is a function of the person's facts, dates and rights and of law; what is
 * left to be paid is that less what is paid. So a line of {@code m} may be repeated if
 * <ul>
 *   <li><b>nothing of the person changed</b>: every write of a fact, a right, a pause, a birth or a death leaves a row in
 *       {@code payroll_change}, and none of them is unseen by the run of {@code m} ({@link RunKnowledge}). Who did change is
 *       computed from the month on from which the change can matter; what the closing took out is such a change, too;
 *   <li><b>law did not change for the person</b>: {@link LawChange} between what that run knew and what this one knows, by
 *       packs and by day, names no benefit that the person holds, in whatever program or commune, because benefits give way
 *       to each other across both;
 *   <li><b>law of later months is known as it was</b>: otherwise the person is computed for {@code m + 1}, although it is
 *       worth the same, so that the line tells anew how long it is steady;
 *   <li><b>nothing known of before takes effect</b>: the line's {@code steady_through} reaches {@code m + 1}: no fact
 *       begins or ends, no age is reached, no right, pause, value of law or pack begins or ends until then;
 *   <li><b>nothing is left over from earlier months</b>: nobody with a notice (of something paid that is not due, of
 *       something that cannot be settled) is carried over, and nobody whose line was less than a whole month's; all other
 *       months were settled by {@code m}, and stay settled as nothing changed;
 *   <li><b>{@code m + 1} has not been paid</b>: months close in order, a right belongs to one commune, and a right that
 *       came from another commune is a change.
 * </ul>
 * Everybody else who holds a right in {@code m + 1} is computed: who has no such line (new, nothing due so far, taken out)
 * from the beginning; who has one that only runs out, from {@code m + 1} on. Rights that ended before and people whose
 * rights all ended are settled and cost nothing.
 *
 * <p>Where the month directly before is not closed (a gap, a month ahead, the first month) or its run's snapshot means
 * nothing here (another cluster, rows of changes deleted since), everybody is computed.
 */
final class CarryOver {

    private static final String STAGE = """
            create temp table if not exists payroll_before (
                payroll_id bigint primary key, before_id bigint not null, unit_id bigint not null) on commit drop;
            delete from pg_temp.payroll_before""";

    private static final String BEFORE = """
            select y.id, y.unit_id, y.run_id, r.seen::text
            from ansinh.payroll y join ansinh.payroll_run r on r.id = y.run_id
            where y.program = ? and y.month = ? and y.unit_id = any(?) and y.state = 'CLOSED' and r.cluster = ?
              and pg_snapshot_xmin(r.seen) >= (select since from ansinh.payroll_change_kept)
            order by pg_snapshot_xmax(r.seen), pg_snapshot_xmin(r.seen),
                (select count(*) from pg_snapshot_xip(r.seen)) desc""";

    private static final String NOTED = """
            insert into pg_temp.payroll_asked
            select n.person_id, case when min(n.period) < ? then %s else ?::date end
            from pg_temp.payroll_before b join ansinh.payroll_notice n on n.payroll_id = b.before_id
            group by n.person_id""".formatted(PayrollPeople.EVER);

    /**
     * Rights of the month without a line that can be repeated. Where the run before said why nothing is due, it had settled
     * everything up to then; where there is neither line nor reason, the right is new or its line was taken out. A table made
     * by a query, because that query may use all processors.
     */
    private static final String NOT_STEADY = """
            create temp table payroll_not_steady on commit drop as
            select e.person_id, e.benefit, y.id as before_id, l.entitlement_id is not null as runs_out
            from ansinh.payroll y
                join ansinh.entitlement e on e.program = y.program and e.unit_id = y.unit_id
                left join ansinh.payroll_line l on l.month = ? and l.payroll_id = y.id and l.entitlement_id = e.id
                    and l.period = ?
            where y.id = any(?) and e.program = ? and e.from_month <= ? and (e.to_month is null or e.to_month >= ?)
              and (l.entitlement_id is null or l.paid_before <> 0 or l.steady_through is null
                or l.steady_through < ?)""";

    private static final String ADD_NOT_STEADY = """
            insert into pg_temp.payroll_asked
            select s.person_id, case when s.runs_out then ?::date
                when exists (select from ansinh.payroll_notice n
                    where n.payroll_id = s.before_id and n.person_id = s.person_id and n.benefit = s.benefit
                      and n.period = ?) then ?::date
                else %s end
            from pg_temp.payroll_not_steady s""".formatted(PayrollPeople.EVER);

    private static final String CARRY = """
            insert into ansinh.payroll_line (month, payroll_id, entitlement_id, person_id, period, rule_id, multiple,
                due, paid_before, amount, payment_method, account_number, bank, payee_name, payee_number, payee_role,
                steady_through, counts)
            select ?, b.payroll_id, l.entitlement_id, l.person_id, ?, l.rule_id, l.multiple, l.due, 0, l.due,
                l.payment_method, l.account_number, l.bank, l.payee_name, l.payee_number, l.payee_role,
                l.steady_through, l.counts
            from pg_temp.payroll_before b join ansinh.payroll_line l on l.payroll_id = b.before_id
            where l.month = ? and l.period = ? and l.paid_before = 0 and l.steady_through >= ?
              and not exists (select from pg_temp.payroll_holder h where h.person_id = l.person_id)""";

    /** All lines of a person are carried over or none, and one of those of the month counts the person. */
    private static final String CARRIED = """
            select payroll_id, count(*) filter (where counts), count(*), sum(amount)
            from ansinh.payroll_line where month = ? and payroll_id = any(?) group by payroll_id""";

    /** Among them may be rules of lines that are not repeated: they were confirmed with the others. */
    private static final String CARRY_RULES = """
            insert into ansinh.payroll_rule_use (payroll_id, rule_id)
            select b.payroll_id, u.rule_id
            from pg_temp.payroll_before b join ansinh.payroll_rule_use u on u.payroll_id = b.before_id""";

    private final Connection connection;
    private final PolicyRegistry policies;
    private final String program;
    private final YearMonth month;
    private final YearMonth before;

    /** The commune's draft and what it follows. */
    private record Link(long payroll, long before, long unit, long run) {}

    CarryOver(Connection connection, PolicyRegistry policies, String program, YearMonth month) {
        this.connection = connection;
        this.policies = policies;
        this.program = program;
        this.month = month;
        this.before = month.minusMonths(1);
    }

    /** Counts what is carried over into a draft. */
    interface Tally {

        /** @param amount sum of the lines in đồng */
        void carried(long payroll, int people, int lines, long amount);
    }

    /**
     * Finds out who must be computed, and leaves the others to {@link #carry}.
     *
     * @param drafts the new drafts by commune
     * @param follows the communes' closed months
     * @param people still empty; complete afterwards
     */
    void prepare(
            Map<Long, Long> drafts,
            Map<Long, YearMonth> follows,
            PolicyBook book,
            RunKnowledge now,
            PayrollPeople people)
            throws SQLException {
        List<Long> following = drafts.keySet().stream()
                .filter(unit -> before.equals(follows.get(unit)))
                .toList();
        List<Link> links = new ArrayList<>();
        String earliestSeen = link(following, drafts, now.cluster(), links);
        // lines are then written in the order of their indexes, or in the order of the month before
        links.sort(Comparator.comparingLong(Link::payroll));
        stage(links);
        Set<Long> units = links.stream().map(Link::unit).collect(Collectors.toSet());
        people.everybody(
                drafts.keySet().stream().filter(unit -> !units.contains(unit)).toList());
        if (!links.isEmpty()) {
            people.changedSince(
                    earliestSeen,
                    units,
                    month,
                    before,
                    links.stream().map(Link::before).toList());
            Map<String, YearMonth> affected = affected(links, book, now.asOf());
            if (!affected.isEmpty()) {
                people.affected(affected, units);
            }
            addNoted();
            addNotSteady(links);
        }
        people.gather(month);
    }

    /**
     * Looks up what the drafts follow.
     *
     * @return the earliest of the snapshots: what is visible in it is visible in all; {@code null} when nothing is followed
     */
    private String link(List<Long> units, Map<Long, Long> drafts, long cluster, List<Link> links) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BEFORE)) {
            select.setString(1, program);
            select.setDate(2, EntitlementRows.date(before));
            select.setArray(3, connection.createArrayOf("bigint", units.toArray()));
            select.setLong(4, cluster);
            String earliest = null;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long unit = row.getLong(2);
                    links.add(new Link(drafts.get(unit), row.getLong(1), unit, row.getLong(3)));
                    earliest = earliest == null ? row.getString(4) : earliest;
                }
            }
            return earliest;
        }
    }

    private void stage(List<Link> links) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into pg_temp.payroll_before select * from unnest(?::bigint[], ?::bigint[], ?::bigint[])")) {
            statement.execute(STAGE);
            insert.setArray(1, ids(links, Link::payroll));
            insert.setArray(2, ids(links, Link::before));
            insert.setArray(3, ids(links, Link::unit));
            insert.executeUpdate();
            statement.execute("analyze pg_temp.payroll_before");
        }
    }

    private java.sql.Array ids(List<Link> links, Function<Link, Long> id) throws SQLException {
        return connection.createArrayOf("bigint", links.stream().map(id).toArray());
    }

    /** Where the communes' months were computed by several laws, what any of them values otherwise. */
    private Map<String, YearMonth> affected(List<Link> links, PolicyBook book, LocalDate asOf) throws SQLException {
        Set<Long> runs = links.stream().map(Link::run).collect(Collectors.toSet());
        Set<RunKnowledge> laws = new HashSet<>();
        for (RunKnowledge run : RunKnowledge.of(connection, runs).values()) {
            laws.add(new RunKnowledge(null, 0, run.law(), run.asOf()));
        }
        Map<String, YearMonth> affected = new HashMap<>();
        for (RunKnowledge law : laws) {
            LawChange.between(policies.book(law.law()), law.asOf(), book, asOf, program, month)
                    .forEach((benefit, from) ->
                            affected.merge(benefit, from, (one, other) -> one.isBefore(other) ? one : other));
            LawChange.later(policies.book(law.law()), law.asOf(), book, asOf, month)
                    .forEach(benefit -> affected.putIfAbsent(benefit, month));
        }
        return affected;
    }

    private void addNoted() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(NOTED)) {
            insert.setDate(1, EntitlementRows.date(before));
            insert.setDate(2, EntitlementRows.date(before));
            insert.executeUpdate();
        }
    }

    private void addNotSteady(List<Link> links) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement make = connection.prepareStatement(NOT_STEADY);
                PreparedStatement insert = connection.prepareStatement(ADD_NOT_STEADY)) {
            statement.execute("drop table if exists pg_temp.payroll_not_steady");
            make.setDate(1, EntitlementRows.date(before));
            make.setDate(2, EntitlementRows.date(before));
            make.setArray(3, ids(links, Link::before));
            make.setString(4, program);
            make.setDate(5, EntitlementRows.date(month));
            make.setDate(6, EntitlementRows.date(month));
            make.setDate(7, EntitlementRows.date(month));
            make.execute();
            insert.setDate(1, EntitlementRows.date(month));
            insert.setDate(2, EntitlementRows.date(before));
            insert.setDate(3, EntitlementRows.date(before));
            insert.executeUpdate();
        }
    }

    /** Repeats the lines of everybody who is not computed. @param drafts still without lines */
    void carry(Collection<Long> drafts, Tally tally) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(CARRY)) {
            insert.setDate(1, EntitlementRows.date(month));
            insert.setDate(2, EntitlementRows.date(month));
            insert.setDate(3, EntitlementRows.date(before));
            insert.setDate(4, EntitlementRows.date(before));
            insert.setDate(5, EntitlementRows.date(month));
            if (insert.executeUpdate() == 0) {
                return;
            }
        }
        try (PreparedStatement select = connection.prepareStatement(CARRIED)) {
            select.setDate(1, EntitlementRows.date(month));
            select.setArray(2, connection.createArrayOf("bigint", drafts.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    tally.carried(row.getLong(1), row.getInt(2), row.getInt(3), row.getLong(4));
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(CARRY_RULES);
        }
    }
}
