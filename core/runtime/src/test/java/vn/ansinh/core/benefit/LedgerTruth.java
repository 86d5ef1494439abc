package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.Pause;
import vn.ansinh.api.policy.PersonFacts;

/**
 * What must hold of a ledger whatever happened, worked out from the tables by other ways than the ledger's own: all facts, all
 * claims and all lines of a person at once, valued month by month.
 */
final class LedgerTruth {

    private static final YearMonth FIRST = YearMonth.of(2026, 5);

    private final Office office;
    private final SmallWorld world;
    private final Map<Long, String> closedLines = new HashMap<>();

    LedgerTruth(Office office, SmallWorld world) {
        this.office = office;
        this.world = world;
    }

    /** Money of one set of benefits, of which one is paid, in one month; đồng. */
    private static final class Account {
        private long due;
        private long net;
        private long proposed;
        private long waived;

        long excess() {
            return net - due;
        }

        @Override
        public String toString() {
            return "due " + due + ", paid " + net + " of which proposed " + proposed + " and given up " + waived;
        }
    }

    /** Sets of benefits by month, by person. */
    private record Key(long person, boolean group, YearMonth month) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int order = Long.compare(person, other.person);
            order = order == 0 ? Boolean.compare(group, other.group) : order;
            return order == 0 ? month.compareTo(other.month) : order;
        }
    }

    /**
     * A closing pays what is due and nothing beyond.
     *
     * @param lawDays on one of which law was read for what is closed
     */
    void closesRightly(Runnable closing, YearMonth through, Set<LocalDate> lawDays) {
        Map<LocalDate, Map<Key, Account>> before = new TreeMap<>();
        lawDays.forEach(day -> before.put(day, accounts(through, day)));
        closing.run();
        Map<Key, String> tooMuch = new TreeMap<>();
        Map<Key, Integer> days = new TreeMap<>();
        for (LocalDate day : lawDays) {
            accounts(through, day).forEach((key, account) -> {
                Account former = before.get(day).getOrDefault(key, new Account());
                if (account.excess() > Math.max(0, former.excess())) {
                    tooMuch.put(key, account.toString());
                    days.merge(key, 1, Integer::sum);
                }
            });
        }
        tooMuch.keySet().removeIf(key -> days.get(key) < lawDays.size());
        assertEquals(Map.of(), tooMuch, "closing paid too much");
    }

    /** At rest every month is paid exactly, but for what is proposed for recovery or given up. */
    void paidExactly(YearMonth through, LocalDate asOf) {
        accounts(through, asOf).forEach((key, account) -> {
            String told = key + ": " + account;
            assertTrue(account.excess() >= 0, () -> "not paid, " + told);
            assertTrue(account.proposed <= account.excess(), () -> "asked back too much, " + told);
            assertTrue(account.excess() - account.waived <= account.proposed, () -> "paid too much, " + told);
        });
    }

    /** No closed line changes or goes, unless its list was taken back, and then it is kept; no sum is negative. */
    void nothingClosedChanged() {
        Map<Long, String> now = lines("ansinh.payroll_line", "CLOSED");
        Map<Long, String> annulled = lines("ansinh.payroll_line_annulled", "ANNULLED");
        closedLines.forEach((id, line) ->
                assertEquals(line, now.getOrDefault(id, annulled.get(id)), "a closed line is not what it was"));
        closedLines.clear();
        closedLines.putAll(now);
        long[] negative = {0};
        read(
                "select count(*) from ansinh.payroll y left join ansinh.payroll_line l on l.payroll_id = y.id"
                        + " and l.month = y.month where y.unit_id = any(?) and (l.amount <= 0 or y.total < 0 or y.arrears < 0)",
                row -> negative[0] = row.getLong(1));
        assertEquals(0, negative[0], "a negative payment");
        read(
                "select y.id, y.total, y.lines, coalesce(sum(l.amount), 0), count(l.id) from ansinh.payroll y"
                        + " left join ansinh.payroll_line l on l.payroll_id = y.id and l.month = y.month"
                        + " where y.unit_id = any(?) and y.state <> 'ANNULLED' group by y.id, y.total, y.lines",
                row -> {
                    assertEquals(row.getLong(4), row.getLong(2), "total of payroll " + row.getLong(1));
                    assertEquals(row.getLong(5), row.getLong(3), "lines of payroll " + row.getLong(1));
                });
    }

    /** How often something came of it that is out of the ordinary. */
    Map<String, Integer> outcome() {
        Map<String, Integer> counted = new TreeMap<>();
        office.database
                .transactions()
                .run(connection -> select(
                        connection,
                        "with c as (select 'cancelled' as what, person_id from ansinh.payroll_cancellation union all"
                                + " select 'receivables ' || state, person_id from ansinh.receivable)"
                                + " select what, count(*) from c where person_id = any(?) group by what",
                        peopleIds(),
                        row -> counted.put(row.getString(1), row.getInt(2))));
        return counted;
    }

    private Map<Long, String> lines(String table, String state) {
        Map<Long, String> lines = new HashMap<>();
        read(
                "select l.id, l::text from ansinh.payroll y join " + table
                        + " l on l.payroll_id = y.id and l.month = y.month where y.unit_id = any(?) and y.state = '"
                        + state
                        + "'",
                row -> lines.put(row.getLong(1), row.getString(2)));
        return lines;
    }

    private Map<Key, Account> accounts(YearMonth through, LocalDate asOf) {
        Map<Key, Account> accounts = new TreeMap<>();
        Map<Long, List<Claim>> claims = claims();
        for (long person : world.people()) {
            List<Claim> own = claims.getOrDefault(person, List.of());
            for (Due due : office.policies.book().due(facts(person), own, FIRST, through, asOf)) {
                account(accounts, person, due.benefit(), due.period()).due += due.amount();
            }
        }
        money(
                "select e.person_id, e.benefit, g::date, l.due - l.paid_before, 'NET' from ansinh.entitlement e"
                        + " join ansinh.payroll_line l on l.entitlement_id = e.id"
                        + " join ansinh.payroll y on y.id = l.payroll_id and y.state = 'CLOSED'"
                        + " cross join generate_series(l.period, l.period + make_interval(months => l.months - 1),"
                        + " interval '1 month') g where e.person_id = any(?)",
                accounts);
        money(
                "select e.person_id, e.benefit, c.period, -c.amount, 'NET' from ansinh.payroll_cancellation c"
                        + " join ansinh.entitlement e on e.id = c.entitlement_id"
                        + " join ansinh.payroll_line l on l.month = c.month and l.id = c.line_id"
                        + " where e.person_id = any(?)",
                accounts);
        money(
                "select e.person_id, e.benefit, r.period, case r.state when 'DECIDED' then -r.amount else r.amount end,"
                        + " case r.state when 'DECIDED' then 'NET' else r.state end from ansinh.receivable r"
                        + " join ansinh.entitlement e on e.id = r.entitlement_id"
                        + " where e.person_id = any(?) and r.state <> 'WITHDRAWN'",
                accounts);
        return accounts;
    }

    private static Account account(Map<Key, Account> accounts, long person, String benefit, YearMonth month) {
        return accounts.computeIfAbsent(new Key(person, !benefit.equals("THEM"), month), key -> new Account());
    }

    private void money(String sql, Map<Key, Account> accounts) {
        office.database
                .transactions()
                .run(connection -> select(connection, sql, peopleIds(), row -> {
                    Account account =
                            account(accounts, row.getLong(1), row.getString(2), EntitlementRows.month(row, 3));
                    switch (row.getString(5)) {
                        case "PROPOSED" -> account.proposed += row.getLong(4);
                        case "WAIVED" -> account.waived += row.getLong(4);
                        default -> account.net += row.getLong(4);
                    }
                }));
    }

    private Map<Long, List<Claim>> claims() {
        Map<Long, List<Pause>> pauses = new HashMap<>();
        Map<Long, List<Claim>> claims = new HashMap<>();
        office.database.transactions().run(connection -> {
            select(
                    connection,
                    "select u.entitlement_id, u.from_month, u.to_month from ansinh.entitlement_pause u join"
                            + " ansinh.entitlement e on e.id = u.entitlement_id where e.person_id = any(?) and not u.paid_back",
                    peopleIds(),
                    row -> pauses.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                            .add(new Pause(EntitlementRows.month(row, 2), EntitlementRows.month(row, 3), "")));
            select(
                    connection,
                    "select person_id, id, benefit, from_month, to_month, unit_id from ansinh.entitlement"
                            + " where person_id = any(?) order by id",
                    peopleIds(),
                    row -> claims.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                            .add(new Claim(
                                    row.getLong(2),
                                    row.getString(3),
                                    EntitlementRows.month(row, 4),
                                    EntitlementRows.month(row, 5),
                                    row.getLong(6),
                                    pauses.getOrDefault(row.getLong(2), List.of()))));
        });
        return claims;
    }

    private PersonFacts facts(long person) {
        List<Fact> facts = new ArrayList<>();
        LocalDate[] life = new LocalDate[2];
        Long[] one = {person};
        office.database.transactions().run(connection -> {
            select(
                    connection,
                    "select key, value, valid_from, valid_to from ansinh.fact where subject_kind = 'PERSON'"
                            + " and subject_id = any(?) and retracted_at is null order by id",
                    one,
                    row -> facts.add(new Fact(
                            Subject.person(person),
                            row.getString(1),
                            row.getString(2),
                            EntitlementRows.day(row, 3),
                            EntitlementRows.day(row, 4),
                            "test")));
            select(connection, "select birth_date, deceased_on from ansinh.person where id = any(?)", one, row -> {
                life[0] = EntitlementRows.day(row, 1);
                life[1] = EntitlementRows.day(row, 2);
            });
        });
        return new PersonFacts(life[0], life[1], facts);
    }

    private Long[] peopleIds() {
        return world.people().toArray(Long[]::new);
    }

    private void read(String sql, Row row) {
        Long[] units = Arrays.stream(world.communes()).boxed().toArray(Long[]::new);
        office.database.transactions().run(connection -> select(connection, sql, units, row));
    }

    private static void select(Connection connection, String sql, Long[] ids, Row each) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("bigint", ids));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    each.read(row);
                }
            }
        }
    }

    /** Reads one row. */
    private interface Row {
        void read(ResultSet row) throws SQLException;
    }
}
