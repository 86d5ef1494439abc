package vn.ansinh.core.benefit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The people whom a run or a closing computes, each from a month on, as a temporary table: set down and analysed first,
 * because right after an import the tables have no statistics, and a planner that guesses may walk a commune once for each
 * of its people.
 */
final class PayrollPeople {

    /** From the beginning of the ledger. */
    static final String EVER = "'-infinity'::date";

    private static final int[] MONTHS_BACK = {12, 4, 1, 0};

    private static final String STAGE = """
            create temp table if not exists payroll_asked (
                person_id bigint not null, from_month date not null) on commit drop;
            create temp table if not exists payroll_holder (
                person_id bigint not null, from_month date not null) on commit drop;
            delete from pg_temp.payroll_asked;
            delete from pg_temp.payroll_holder""";

    private static final String EVERYBODY = "insert into pg_temp.payroll_asked select distinct person_id, " + EVER
            + " from ansinh.entitlement where program = ? and unit_id = any(?)";

    private static final String ON_LISTS = "insert into pg_temp.payroll_asked select distinct person_id, " + EVER
            + " from ansinh.payroll_line where month = ? and payroll_id = any(?)";

    /**
     * Who changed since a snapshot and holds a right here, or has a line of the month on one of the payrolls: a right that
     * moved away since leaves its line behind. Rights of merged records moved to another person, and the lines stayed: both
     * are always looked at.
     */
    private static final String CHANGED = """
            insert into pg_temp.payroll_asked
            select c.person_id, case when ?::date is null then %s else least(min(c.from_month), ?) end
            from ansinh.payroll_change c
            where c.xid >= pg_snapshot_xmin(?::pg_snapshot) and not pg_visible_in_snapshot(c.xid, ?::pg_snapshot)
              and (exists (select from ansinh.entitlement e
                      where e.person_id = c.person_id and e.program = ? and e.unit_id = any(?))
                or exists (select from ansinh.entitlement e join ansinh.payroll_line l on l.entitlement_id = e.id
                      where e.person_id = c.person_id and l.month = ? and l.payroll_id = any(?))
                or c.person_id in (
                    select gone_id from ansinh.person_merge union all select kept_id from ansinh.person_merge))
            group by c.person_id""".formatted(EVER);

    /** Who holds a benefit that law values otherwise from a month on, also where another program or commune pays it. */
    private static final String AFFECTED = """
            insert into pg_temp.payroll_asked
            select e.person_id, ?::date
            from ansinh.entitlement e join unnest(?::text[], ?::date[]) a (benefit, from_month) on a.benefit = e.benefit
            where (e.to_month is null or e.to_month >= a.from_month)
              and (e.program = ? and e.unit_id = any(?) or e.person_id in (select o.person_id from ansinh.entitlement o
                  where o.program = ? and o.unit_id = any(?)))""";

    /**
     * Everybody once, from the earliest month asked for, rounded down to one of few: each is a reading of its own, and the
     * further back, the fewer people and the more to read.
     */
    private static final String GATHER = """
            insert into pg_temp.payroll_holder
            select person_id, (array[%s]::date[] || ?::date[])[width_bucket(from_month, ?::date[]) + 1]
            from (select person_id, min(from_month) as from_month from pg_temp.payroll_asked group by person_id) a
            order by person_id""".formatted(EVER);

    private static final String PARTS = "select from_month, count(*), min(person_id), max(person_id)"
            + " from pg_temp.payroll_holder group by from_month order by from_month";

    private static final String SHARE_ENDS = """
            select person_id from pg_temp.payroll_holder order by person_id
            offset greatest(0, (select count(*) from pg_temp.payroll_holder) * ? / ? - 1) limit 1""";

    private static final String SEND = "copy (select person_id, from_month from pg_temp.payroll_holder"
            + " where person_id between %d and %d order by person_id) to stdout (format binary)";

    private static final String RECEIVE =
            "copy pg_temp.payroll_holder (person_id, from_month) from stdin (format binary)";

    /** A right that moved here and whose line of the month stands on the list of the commune it came from. */
    private static final String ON_OTHER_LISTS = """
            select e.id, bool_or(y.state = 'CLOSED')
            from pg_temp.payroll_holder h
                join ansinh.entitlement e on e.person_id = h.person_id
                join ansinh.payroll_line l on l.entitlement_id = e.id and l.month = ?
                join ansinh.payroll y on y.id = l.payroll_id and y.unit_id <> e.unit_id
            where e.program = ? and e.unit_id = any(?)
            group by e.id""";

    /** People who are computed from one and the same month. @param from {@code null}: from the beginning @param range within which
     * they are */
    record Part(YearMonth from, int people, Range range) {}

    /** Keys of people, both included. */
    record Range(long first, long last) {}

    private final Connection connection;
    private final String program;

    PayrollPeople(Connection connection, String program) throws SQLException {
        this.connection = connection;
        this.program = program;
        execute(STAGE);
    }

    /** Everybody who holds a right in the communes. */
    void everybody(Collection<Long> units) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(EVERYBODY)) {
            insert.setString(1, program);
            insert.setArray(2, ids(units));
            insert.executeUpdate();
        }
    }

    /** Everybody with a line, whether or not the right is still here. */
    void onLists(YearMonth month, Collection<Long> payrolls) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ON_LISTS)) {
            insert.setDate(1, EntitlementRows.date(month));
            insert.setArray(2, ids(payrolls));
            insert.executeUpdate();
        }
    }

    /**
     * @param seen snapshot
     * @param latest who changed is computed from there on at the latest; {@code null} for everything that may be on a list
     *     already
     * @param payrolls of {@code month}, in which somebody may have been left behind
     */
    void changedSince(String seen, Collection<Long> units, YearMonth latest, YearMonth month, Collection<Long> payrolls)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(CHANGED)) {
            insert.setDate(1, EntitlementRows.date(latest));
            insert.setDate(2, EntitlementRows.date(latest));
            insert.setString(3, seen);
            insert.setString(4, seen);
            insert.setString(5, program);
            insert.setArray(6, ids(units));
            insert.setDate(7, EntitlementRows.date(month));
            insert.setArray(8, ids(payrolls));
            insert.executeUpdate();
        }
    }

    /** @param affected benefits with the first month that law values otherwise; computed from the earliest of them */
    void affected(Map<String, YearMonth> affected, Collection<Long> units) throws SQLException {
        List<String> benefits = new ArrayList<>();
        List<Date> months = new ArrayList<>();
        affected.forEach((benefit, month) -> {
            benefits.add(benefit);
            months.add(EntitlementRows.date(month));
        });
        YearMonth earliest =
                affected.values().stream().min(YearMonth::compareTo).orElseThrow();
        try (PreparedStatement insert = connection.prepareStatement(AFFECTED)) {
            insert.setDate(1, EntitlementRows.date(earliest));
            insert.setArray(2, connection.createArrayOf("text", benefits.toArray()));
            insert.setArray(3, connection.createArrayOf("date", months.toArray()));
            insert.setString(4, program);
            insert.setArray(5, ids(units));
            insert.setString(6, program);
            insert.setArray(7, ids(units));
            insert.executeUpdate();
        }
    }

    /** Sets down what was asked for. @param month the cycle */
    void gather(YearMonth month) throws SQLException {
        execute("analyze pg_temp.payroll_asked");
        try (PreparedStatement insert = connection.prepareStatement(GATHER)) {
            Object[] rounds = IntStream.of(MONTHS_BACK)
                    .mapToObj(back -> EntitlementRows.date(month.minusMonths(back)))
                    .toArray();
            insert.setArray(1, connection.createArrayOf("date", rounds));
            insert.setArray(2, connection.createArrayOf("date", rounds));
            insert.executeUpdate();
        }
        execute("analyze pg_temp.payroll_holder");
    }

    /** Who is computed, by month. */
    List<Part> parts() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(PARTS)) {
            List<Part> parts = new ArrayList<>();
            while (row.next()) {
                boolean ever = row.getString(1).equals("-infinity");
                parts.add(new Part(
                        ever ? null : EntitlementRows.month(row, 1),
                        row.getInt(2),
                        new Range(row.getLong(3), row.getLong(4))));
            }
            return parts;
        }
    }

    /** Everybody in so many shares of the same size, by key. */
    List<Range> shares(int number) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SHARE_ENDS)) {
            List<Range> shares = new ArrayList<>();
            long first = 0;
            for (int share = 1; share <= number; share++) {
                select.setInt(1, share);
                select.setInt(2, number);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    long last = row.getLong(1);
                    shares.add(new Range(first, last));
                    first = last + 1;
                }
            }
            return shares;
        }
    }

    /** Sends those within a range to {@link #receive} on another connection. */
    void send(Range range, OutputStream to) throws SQLException, IOException {
        copies().copyOut(SEND.formatted(range.first(), range.last()), to);
    }

    /** Sets down what {@link #send} sends. */
    void receive(InputStream from) throws SQLException, IOException {
        copies().copyIn(RECEIVE, from);
        execute("analyze pg_temp.payroll_holder");
    }

    private CopyManager copies() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /** How many are computed. */
    int count() throws SQLException {
        return parts().stream().mapToInt(Part::people).sum();
    }

    /** @return rights with a line of {@code month} on another commune's list, with whether that list is closed */
    Map<Long, Boolean> onOtherLists(Collection<Long> units, YearMonth month) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ON_OTHER_LISTS)) {
            select.setDate(1, EntitlementRows.date(month));
            select.setString(2, program);
            select.setArray(3, ids(units));
            Map<Long, Boolean> lists = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lists.put(row.getLong(1), row.getBoolean(2));
                }
            }
            return lists;
        }
    }

    private java.sql.Array ids(Collection<Long> ids) throws SQLException {
        return connection.createArrayOf("bigint", ids.toArray());
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
