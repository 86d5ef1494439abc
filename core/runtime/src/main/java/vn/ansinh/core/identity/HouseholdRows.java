package vn.ansinh.core.identity;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.identity.Household;
import vn.ansinh.api.identity.Household.Member;
import vn.ansinh.api.identity.Households.Event;
import vn.ansinh.api.identity.Sex;
import vn.ansinh.core.sql.Rows;

/** How households are read. Records that were removed or merged are in none. */
final class HouseholdRows {

    private static final String ON_DAY = "%1$s.from_date <= ? and (%1$s.to_date is null or %1$s.to_date > ?)";

    private static final String HOUSEHOLD = """
            select h.id, a.unit_id, a.hamlet, a.address, h.from_date, h.to_date, coalesce(k.person_id, 0)
            from ansinh.household h
                join ansinh.household_address a on a.household_id = h.id and %s
                left join ansinh.household_head k on k.household_id = h.id and %s
            where h.id = ?""".formatted(ON_DAY.formatted("a"), ON_DAY.formatted("k"));

    private static final String MEMBERS = """
            select p.id, p.full_name, p.birth_date, p.birth_year_only, p.sex, m.relation, m.from_date
            from ansinh.household_member m join ansinh.person p on p.id = m.person_id and p.deleted_at is null
            where m.household_id = ? and %s
            order by p.id <> ?, p.birth_date, p.id""".formatted(ON_DAY.formatted("m"));

    private static final String EVENTS =
            "select day, detail, recorded_at, recorded_by from ansinh.household_event where household_id = ? order by id desc";

    private HouseholdRows() {}

    static Optional<Household> read(Connection connection, long id, LocalDate day) throws SQLException {
        Date date = Date.valueOf(day);
        try (PreparedStatement select = connection.prepareStatement(HOUSEHOLD)) {
            for (int i = 1; i <= 4; i++) {
                select.setDate(i, date);
            }
            select.setLong(5, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                long head = row.getLong(7);
                return Optional.of(new Household(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        day(row, 5),
                        day(row, 6),
                        head,
                        members(connection, id, head, date)));
            }
        }
    }

    private static List<Member> members(Connection connection, long id, long head, Date date) throws SQLException {
        return Rows.list(
                connection,
                MEMBERS,
                select -> {
                    select.setLong(1, id);
                    select.setDate(2, date);
                    select.setDate(3, date);
                    select.setLong(4, head);
                },
                row -> new Member(
                        row.getLong(1),
                        row.getString(2),
                        new BirthDate(day(row, 3), row.getBoolean(4)),
                        Sex.valueOf(row.getString(5)),
                        row.getString(6),
                        day(row, 7)));
    }

    /** The household somebody is in on a day, 0 for none. */
    static long of(Connection connection, long person, LocalDate day) throws SQLException {
        return Rows.list(
                        connection,
                        "select m.household_id from ansinh.household_member m where m.person_id = ? and "
                                + ON_DAY.formatted("m"),
                        select -> {
                            select.setLong(1, person);
                            select.setDate(2, Date.valueOf(day));
                            select.setDate(3, Date.valueOf(day));
                        },
                        row -> row.getLong(1))
                .stream()
                .findFirst()
                .orElse(0L);
    }

    static List<Event> events(Connection connection, long id) throws SQLException {
        return Rows.list(
                connection,
                EVENTS,
                select -> select.setLong(1, id),
                row -> new Event(
                        day(row, 1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getString(4)));
    }

    static LocalDate day(ResultSet row, int column) throws SQLException {
        Date date = row.getDate(column);
        return date == null ? null : date.toLocalDate();
    }
}
