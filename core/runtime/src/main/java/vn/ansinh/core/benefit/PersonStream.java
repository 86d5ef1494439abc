package vn.ansinh.core.benefit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.policy.PersonFacts;

/**
 * The people who hold an entitlement of a program in some communes, one after the other: each with all their entitlements
 * (also other programs' and communes', because highest-only groups cross them), their facts, and what closed payrolls
 * hold. Three cursors in the order of the person's key, merged: any number of people in the same memory.
 */
final class PersonStream implements AutoCloseable {

    private static final int FETCH = 2_000;

    private static final String HOLDERS =
            "select person_id from ansinh.entitlement where program = ? and unit_id = any(?)";

    private static final String RIGHTS = "select " + EntitlementRows.COLUMNS + ", p.birth_date, p.deceased_on"
            + " from ansinh.entitlement e join ansinh.person p on p.id = e.person_id where e.person_id in (" + HOLDERS
            + ") order by e.person_id, e.id";

    private static final String FACTS = "select subject_id, key, value, valid_from, valid_to, source from ansinh.fact"
            + " where subject_kind = 'PERSON' and retracted_at is null and subject_id in (" + HOLDERS
            + ") order by subject_id, id";

    private static final String PAID = """
            select e.person_id, e.id, l.period, sum(l.amount)
            from ansinh.entitlement e
                join ansinh.payroll_line l on l.entitlement_id = e.id
                join ansinh.payroll y on y.id = l.payroll_id and y.state = 'CLOSED'
            where e.program = ? and e.unit_id = any(?)
            group by e.person_id, e.id, l.period
            order by e.person_id""";

    private final Cursor rights;
    private final Cursor facts;
    private final Cursor paid;
    private long personId;
    private PersonFacts person;
    private final List<Entitlement> entitlements = new ArrayList<>();
    private final Map<Long, Map<YearMonth, Long>> paidOf = new HashMap<>();

    PersonStream(Connection connection, String program, Long[] units) throws SQLException {
        rights = new Cursor(connection, RIGHTS, program, units, 2);
        facts = new Cursor(connection, FACTS, program, units, 1);
        paid = new Cursor(connection, PAID, program, units, 1);
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
            paidOf.computeIfAbsent(paid.row.getLong(2), id -> new HashMap<>())
                    .put(EntitlementRows.month(paid.row, 3), paid.row.getLong(4));
            paid.move();
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

    /** đồng that closed payrolls hold for a month of an entitlement. */
    long paid(long entitlementId, YearMonth period) {
        return paidOf.getOrDefault(entitlementId, Map.of()).getOrDefault(period, 0L);
    }

    @Override
    public void close() throws SQLException {
        rights.close();
        facts.close();
        paid.close();
    }

    /** Rows in the order of a person's key, read ahead by one. */
    private static final class Cursor implements AutoCloseable {

        private final PreparedStatement statement;
        private final ResultSet row;
        private final int personColumn;
        private boolean ended;

        Cursor(Connection connection, String sql, String program, Long[] units, int personColumn) throws SQLException {
            this.personColumn = personColumn;
            statement = connection.prepareStatement(sql);
            statement.setFetchSize(FETCH);
            statement.setString(1, program);
            statement.setArray(2, connection.createArrayOf("bigint", units));
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
