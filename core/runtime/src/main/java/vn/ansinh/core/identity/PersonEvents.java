package vn.ansinh.core.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import vn.ansinh.api.identity.PersonEvent;
import vn.ansinh.core.sql.Rows;

/** What was done to people's records, in table {@code ansinh.person_event}. */
final class PersonEvents {

    private static final String INSERT =
            "insert into ansinh.person_event (person_id, kind, detail, reason, recorded_by)"
                    + " values (?, ?, ?, ?, ?)";
    private static final String OF_PERSON = """
            select kind, detail, reason, recorded_at, recorded_by from ansinh.person_event
            where person_id = ? order by id desc""";

    private PersonEvents() {}

    /** @param detail Vietnamese, without numbers of papers */
    static void tell(
            Connection connection, long person, PersonEvent.Kind kind, String detail, String reason, String account)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, person);
            insert.setString(2, kind.name());
            insert.setString(3, detail);
            insert.setString(4, reason);
            insert.setString(5, account);
            insert.executeUpdate();
        }
    }

    static List<PersonEvent> of(Connection connection, long person) throws SQLException {
        return Rows.list(
                connection,
                OF_PERSON,
                select -> select.setLong(1, person),
                row -> new PersonEvent(
                        PersonEvent.Kind.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getString(5)));
    }
}
