package vn.ansinh.core.unit.transition;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.unit.Transitions.Hamlet;
import vn.ansinh.api.unit.Transitions.WaitingPage;
import vn.ansinh.api.unit.Transitions.WaitingQuery;
import vn.ansinh.core.identity.PersonFilter;
import vn.ansinh.core.identity.PersonRows;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.core.sql.Slice;

/**
 * Who still waits in a unit that ended: who lives there, and who lives elsewhere and has a right that is paid there after the
 * unit's end.
 */
final class WaitingPeople {

    /** The people {@code p} of one unit; the unit's id is the parameter, thrice. */
    private static final String WAITING = """
            (select l.id from ansinh.person l where l.unit_id = ?
                union select e.person_id from ansinh.entitlement e join ansinh.unit u on u.id = e.unit_id
                where e.unit_id = ? and (e.to_month is null or e.to_month >= date_trunc('month', u.valid_to))) w
            join ansinh.person p on p.id = w.id
            left join ansinh.person_residence r on r.person_id = p.id and r.to_date is null and r.unit_id = ?
            where p.deleted_at is null""";

    /** The hamlet, else what an address says up to its first comma. */
    private static final String PLACE = "coalesce(r.hamlet, btrim(split_part(r.address, ',', 1)), '')";

    private static final String HAMLETS =
            "select " + PLACE + " as place, count(*) from " + WAITING + " group by 1 order by 1";

    private static final String AFTER =
            " and (p.sort_key, p.id) > (select a.sort_key, a.id from ansinh.person a where a.id = ?)";

    private static final String STAGE = """
            create temp table if not exists transition_person (person_id bigint primary key) on commit drop;
            delete from pg_temp.transition_person""";

    private static final int BASE = 36;

    private final Connection connection;
    private final long unitId;

    WaitingPeople(Connection connection, long unitId) {
        this.connection = connection;
        this.unitId = unitId;
    }

    private int bind(PreparedStatement statement) throws SQLException {
        for (int position = 1; position <= 3; position++) {
            statement.setLong(position, unitId);
        }
        return 4;
    }

    /** By place, as their names are written. */
    List<Hamlet> hamlets() throws SQLException {
        return Rows.list(connection, HAMLETS, this::bind, row -> new Hamlet(row.getString(1), row.getLong(2)));
    }

    WaitingPage page(WaitingQuery query) throws SQLException {
        String typed = Vietnamese.normalize(query.text() == null ? "" : query.text());
        PersonFilter filter = PersonFilter.of(typed);
        String columns = PersonRows.COLUMNS.replace("p.address", "coalesce(r.address, p.address)");
        String sql = "select " + columns + " from " + WAITING
                + (query.hamlet() == null ? "" : " and " + PLACE + " = ?")
                + (typed.isEmpty() ? "" : " and (p.address ilike ? or true" + filter.sql() + ")")
                + (query.cursor() == null ? "" : AFTER)
                + " order by p.sort_key, p.id limit ?";
        var people = Rows.list(
                connection,
                sql,
                statement -> {
                    int position = bind(statement);
                    if (query.hamlet() != null) {
                        statement.setString(position++, query.hamlet());
                    }
                    if (!typed.isEmpty()) {
                        statement.setString(position++, "%" + typed.replaceAll("[\\\\%_]", "\\\\$0") + "%");
                        position = filter.bind(statement, position);
                    }
                    if (query.cursor() != null) {
                        statement.setLong(position++, after(query.cursor()));
                    }
                    statement.setInt(position, query.limit() + 1);
                },
                row -> PersonRows.read(row, 1));
        Slice<Person> page = Slice.of(people, query.limit());
        return new WaitingPage(page.rows(), page.next(last -> Long.toString(last.id(), BASE)));
    }

    private static long after(String cursor) {
        try {
            return Long.parseLong(cursor, BASE);
        } catch (NumberFormatException e) {
            throw Problem.invalid(
                    "AS-TRANSITION-CURSOR", "Vị trí trang không còn dùng được. Hãy mở lại danh sách từ đầu.");
        }
    }

    /** Sets down everybody as who is to be moved. @return how many */
    long chooseAll() throws SQLException {
        stage();
        try (PreparedStatement insert =
                connection.prepareStatement("insert into pg_temp.transition_person select p.id from " + WAITING)) {
            bind(insert);
            return insert.executeUpdate();
        }
    }

    /** Sets down who waits in one of the places or is among {@code people}. @return how many */
    long choose(Collection<String> places, Collection<Long> people) throws SQLException {
        stage();
        try (PreparedStatement insert = connection.prepareStatement("insert into pg_temp.transition_person select p.id"
                + " from " + WAITING + " and (" + PLACE + " = any(?) or p.id = any(?))")) {
            int position = bind(insert);
            insert.setArray(position, connection.createArrayOf("text", places.toArray()));
            insert.setArray(position + 1, connection.createArrayOf("bigint", people.toArray()));
            return insert.executeUpdate();
        }
    }

    /** How many of {@code people} were not set down. */
    long missing(Collection<Long> people) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement("select count(*) from unnest(?::bigint[]) a (id)"
                + " where not exists (select from pg_temp.transition_person t where t.person_id = a.id)")) {
            count.setArray(1, connection.createArrayOf("bigint", people.toArray()));
            try (var row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void stage() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(STAGE);
        }
    }
}
