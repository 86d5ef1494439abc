package vn.ansinh.core.benefit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGStatement;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.policy.Pause;
import vn.ansinh.api.policy.PersonFacts;

/**
 * The people of {@link PayrollPeople} who are computed from one and the same month, one after the other: each with all their
 * entitlements (also other programs' and communes', because highest-only groups cross them), their facts, and what closed
 * payrolls hold for that month and later ones. Cursors in the order of the person's key, merged: any number of people in the same memory.
 */
final class PersonStream implements AutoCloseable {

    private static final int FETCH = 2_000;

    /** All rows will be read: the planner shall not make the first ones come fast at the cost of the rest. */
    private static final String READ_ALL = "set local cursor_tuple_fraction = 1";

    private static final String RIGHTS = "select " + EntitlementRows.COLUMNS + ", p.birth_date, p.deceased_on"
            + " from pg_temp.payroll_holder h join ansinh.person p on p.id = h.person_id"
            + " join ansinh.entitlement e on e.person_id = h.person_id where h.from_month = %1$s and h.person_id between %2$d and %3$d and e.person_id between %2$d and %3$d"
            + " order by e.person_id, e.id";

    private static final String FACTS = """
            select f.subject_id, f.key, f.value, f.valid_from, f.valid_to, f.source
            from pg_temp.payroll_holder h join ansinh.fact f
                on f.subject_kind = 'PERSON' and f.subject_id = h.person_id and f.retracted_at is null
            where h.from_month = %1$s
              and h.person_id between %2$d and %3$d and f.subject_id between %2$d and %3$d
            order by f.subject_id, f.id""";

    /** What is paid for a month stands in a payroll of that month or a later one: earlier partitions are not even opened. */
    private static final String PAID = """
            select e.person_id, e.id, l.period, l.months, l.due - l.paid_before
            from pg_temp.payroll_holder h
                join ansinh.entitlement e on e.person_id = h.person_id
                join ansinh.payroll_line l on l.entitlement_id = e.id
                join ansinh.payroll y on y.id = l.payroll_id and y.state = 'CLOSED'
            where h.from_month = %1$s and l.month >= %1$s
              and h.person_id between %2$d and %3$d and e.person_id between %2$d and %3$d
            order by e.person_id""";

    /**
     * What became of paid money later, by kind: TAKEN_BACK is not paid any more (cancelled, or a debt by decision); WAIVED was
     * given up, PROPOSED is asked back: both are still paid. They hang on the entitlement: whoever holds it now may have been
     * another record when a line was cancelled (records are merged).
     */
    private static final String CORRECTIONS = """
            select h.person_id, x.entitlement_id, x.period, x.kind, sum(x.amount)
            from (
                select entitlement_id, period, 'TAKEN_BACK' as kind, amount
                from ansinh.payroll_cancellation where not annulled
                union all
                select entitlement_id, period, case state when 'DECIDED' then 'TAKEN_BACK' else state end, amount
                from ansinh.receivable where state <> 'WITHDRAWN') x
                join ansinh.entitlement e on e.id = x.entitlement_id
                join pg_temp.payroll_holder h on h.person_id = e.person_id
            where h.from_month = %1$s and x.period >= %1$s
            group by h.person_id, x.entitlement_id, x.period, x.kind
            order by h.person_id""";

    private static final String NONE = "select 0 where false";

    private static final String PAUSES = """
            select e.person_id, u.entitlement_id, u.from_month, u.to_month, u.reason_name
            from pg_temp.payroll_holder h
                join ansinh.entitlement e on e.person_id = h.person_id
                join ansinh.entitlement_pause u on u.entitlement_id = e.id and not u.paid_back
            where h.from_month = %1$s
            order by e.person_id, u.from_month""";

    private final Cursor rights;
    private final Cursor facts;
    private final Cursor paid;
    private final Cursor corrections;
    private final Cursor pauses;
    private long personId;
    private PersonFacts person;
    private final List<Entitlement> entitlements = new ArrayList<>();
    private final Map<Long, Map<YearMonth, Long>> paidOf = new HashMap<>();
    private final Map<Long, Map<YearMonth, Long>> waivedOf = new HashMap<>();
    private final Map<Long, Map<YearMonth, Long>> proposedOf = new HashMap<>();
    private final Map<Long, List<Pause>> pausesOf = new HashMap<>();

    /** @param part of {@code payroll_holder} that is read */
    PersonStream(Connection connection, PayrollPeople.Part part) throws SQLException {
        this(connection, part, true);
    }

    /** Without what is paid: for who asks what is due only. */
    static PersonStream dueOnly(Connection connection, PayrollPeople.Part part) throws SQLException {
        return new PersonStream(connection, part, false);
    }

    private PersonStream(Connection connection, PayrollPeople.Part part, boolean withPaid) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(READ_ALL);
        }
        rights = new Cursor(connection, sql(RIGHTS, part), 2);
        facts = new Cursor(connection, sql(FACTS, part), 1);
        paid = new Cursor(connection, withPaid ? sql(PAID, part) : NONE, 1);
        corrections = new Cursor(connection, withPaid ? sql(CORRECTIONS, part) : NONE, 1);
        pauses = new Cursor(connection, sql(PAUSES, part), 1);
    }

    /** With literals, so that the planner knows which partitions and how much of the tables it needs. */
    private static String sql(String template, PayrollPeople.Part part) {
        String from = part.from() == null
                ? PayrollPeople.EVER
                : "date '" + part.from().atDay(1) + "'";
        return template.formatted(from, part.range().first(), part.range().last());
    }

    /** Moves to the next person. */
    boolean next() throws SQLException {
        if (rights.ended()) {
            return false;
        }
        personId = rights.person();
        LocalDate born = EntitlementRows.day(rights.row, EntitlementRows.WIDTH + 1);
        LocalDate died = EntitlementRows.day(rights.row, EntitlementRows.WIDTH + 2);
        entitlements.clear();
        while (rights.isAt(personId)) {
            entitlements.add(EntitlementRows.read(rights.row, 1));
            rights.move();
        }
        person = new PersonFacts(born, died, readFacts());
        readPaid();
        readCorrections();
        readPauses();
        return true;
    }

    private List<Fact> readFacts() throws SQLException {
        Subject subject = Subject.person(personId);
        List<Fact> read = new ArrayList<>();
        while (facts.isAt(personId)) {
            read.add(new Fact(
                    subject,
                    facts.row.getString(2),
                    facts.row.getString(3),
                    EntitlementRows.day(facts.row, 4),
                    EntitlementRows.day(facts.row, 5),
                    facts.row.getString(6)));
            facts.move();
        }
        return read;
    }

    private void readPaid() throws SQLException {
        paidOf.clear();
        while (paid.isAt(personId)) {
            Map<YearMonth, Long> months = paidOf.computeIfAbsent(paid.row.getLong(2), id -> new HashMap<>());
            YearMonth first = EntitlementRows.month(paid.row, 3);
            for (int i = 0; i < paid.row.getInt(4); i++) {
                months.merge(first.plusMonths(i), paid.row.getLong(5), Long::sum);
            }
            paid.move();
        }
    }

    private void readCorrections() throws SQLException {
        waivedOf.clear();
        proposedOf.clear();
        while (corrections.isAt(personId)) {
            long amount = corrections.row.getLong(5);
            Map<Long, Map<YearMonth, Long>> kind = switch (corrections.row.getString(4)) {
                case "WAIVED" -> waivedOf;
                case "PROPOSED" -> proposedOf;
                default -> paidOf;
            };
            kind.computeIfAbsent(corrections.row.getLong(2), id -> new HashMap<>())
                    .merge(EntitlementRows.month(corrections.row, 3), kind == paidOf ? -amount : amount, Long::sum);
            corrections.move();
        }
    }

    private void readPauses() throws SQLException {
        pausesOf.clear();
        while (pauses.isAt(personId)) {
            pausesOf.computeIfAbsent(pauses.row.getLong(2), id -> new ArrayList<>())
                    .add(new Pause(
                            EntitlementRows.month(pauses.row, 3),
                            EntitlementRows.month(pauses.row, 4),
                            pauses.row.getString(5)));
            pauses.move();
        }
    }

    long personId() {
        return personId;
    }

    PersonFacts person() {
        return person;
    }

    /** All of the person's, whatever program and commune. */
    List<Entitlement> entitlements() {
        return entitlements;
    }

    /** đồng that closed payrolls hold for a month of an entitlement, less what was cancelled and what is a debt by decision. */
    long paid(long entitlementId, YearMonth period) {
        return paidOf.getOrDefault(entitlementId, Map.of()).getOrDefault(period, 0L);
    }

    /** đồng of it that are too much and were given up. */
    long waived(long entitlementId, YearMonth period) {
        return waivedOf.getOrDefault(entitlementId, Map.of()).getOrDefault(period, 0L);
    }

    /** đồng of it that are proposed for recovery. */
    long proposed(long entitlementId, YearMonth period) {
        return proposedOf.getOrDefault(entitlementId, Map.of()).getOrDefault(period, 0L);
    }

    /** When payment of an entitlement is suspended. */
    List<Pause> pauses(long entitlementId) {
        return pausesOf.getOrDefault(entitlementId, List.of());
    }

    @Override
    public void close() throws SQLException {
        rights.close();
        facts.close();
        paid.close();
        corrections.close();
        pauses.close();
    }

    /** Rows in the order of a person's key, read ahead by one. */
    private static final class Cursor implements AutoCloseable {

        private static final int FORCE_BINARY = -1;

        private final PreparedStatement statement;
        private final ResultSet row;
        private final int personColumn;
        private boolean ended;

        Cursor(Connection connection, String sql, int personColumn) throws SQLException {
            this.personColumn = personColumn;
            statement = connection.prepareStatement(sql);
            statement.setFetchSize(FETCH);
            // numbers and days as they are, not written out and parsed again
            statement.unwrap(PGStatement.class).setPrepareThreshold(FORCE_BINARY);
            row = statement.executeQuery();
            move();
        }

        void move() throws SQLException {
            ended = !row.next();
        }

        boolean ended() {
            return ended;
        }

        long person() throws SQLException {
            return row.getLong(personColumn);
        }

        boolean isAt(long person) throws SQLException {
            return !ended && person() == person;
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }
}
