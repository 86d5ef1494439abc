package vn.ansinh.core.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.LongFunction;
import vn.ansinh.core.sql.Rows;

/** Deaths and moves of many people, written in sets. Who writes has looked before whose people they are. */
public final class ReportedPeople {

    /** A death known by another day already is put right, and the record says from what to what. */
    private static final String DIED = """
            with reported as (select * from unnest(?::bigint[], ?::date[]) r (id, day)),
            former as (
                select p.id, p.deceased_on, r.day from ansinh.person p join reported r on r.id = p.id
                where p.deceased_on is distinct from r.day order by p.id for update of p),
            told as (
                insert into ansinh.person_event (person_id, kind, detail, reason, recorded_by)
                select id, 'CHANGE', 'Ngày mất: ' || coalesce(to_char(deceased_on, 'DD/MM/YYYY'), '(trống)') || ' → '
                    || to_char(day, 'DD/MM/YYYY'), ?, ? from former)
            update ansinh.person p set deceased_on = f.day, updated_at = now() from former f where f.id = p.id""";

    /** Who lives there already, or went elsewhere later, stays. */
    private static final String MOVING = """
            select p.id, p.unit_id from ansinh.person p
            where p.id = any(?) and p.unit_id <> ? and not exists (
                select from ansinh.person_residence r where r.person_id = p.id and r.from_date > ?)
            order by p.id""";

    private final Connection connection;
    private final String account;

    /** @param account who writes it down */
    public ReportedPeople(Connection connection, String account) {
        this.connection = connection;
        this.account = account;
    }

    /** Writes down deaths. @param days the day of death of each, in the order of {@code people} @return how many were not known so */
    public int died(List<Long> people, List<LocalDate> days, String why) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(DIED)) {
            update.setArray(1, connection.createArrayOf("bigint", people.toArray()));
            update.setArray(
                    2,
                    connection.createArrayOf(
                            "date", days.stream().map(LocalDate::toString).toArray()));
            update.setString(3, why);
            update.setString(4, account);
            return update.executeUpdate();
        }
    }

    /**
     * People live in another commune from a day on; who does so already, or has moved on since, stays.
     *
     * @param name tells a unit's full name
     */
    public void moved(Collection<Long> people, long unitId, LocalDate day, String why, LongFunction<String> name)
            throws SQLException {
        record Moving(long id, long from) {}
        List<Moving> moving = Rows.list(
                connection,
                MOVING,
                select -> {
                    select.setArray(1, connection.createArrayOf("bigint", people.toArray()));
                    select.setLong(2, unitId);
                    select.setObject(3, day);
                },
                row -> new Moving(row.getLong(1), row.getLong(2)));
        if (moving.isEmpty()) {
            return;
        }
        new HouseholdWriting(connection, account)
                .residences(moving.stream().map(Moving::id).toList(), unitId, null, null, day);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into ansinh.person_event (person_id, kind, detail, reason,"
                        + " recorded_by) select id, 'MOVE', detail, ?, ? from unnest(?::bigint[], ?::text[]) m (id, detail)")) {
            insert.setString(1, why);
            insert.setString(2, account);
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint", moving.stream().map(Moving::id).toArray()));
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "text",
                            moving.stream()
                                    .map(each -> "Nơi ở: " + name.apply(each.from()) + " → " + name.apply(unitId))
                                    .toArray()));
            insert.executeUpdate();
        }
    }
}
