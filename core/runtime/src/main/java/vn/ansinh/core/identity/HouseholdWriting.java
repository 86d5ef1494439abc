package vn.ansinh.core.identity;

import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;

/** Changes of one household, whose row is held. What begins ends what was, on the same day. */
final class HouseholdWriting {

    private static final String EXCLUSION = "23P01";

    private static final String RESIDENCE_LATER = """
            select exists (select from ansinh.person_residence
                where person_id = any(?) and to_date is null and from_date > ?)""";

    private static final String RESIDENCE_SAME_DAY = """
            update ansinh.person_residence set unit_id = ?, hamlet = coalesce(?, ansinh.hamlet_of(?)), address = ?
            where person_id = any(?) and to_date is null and from_date = ?""";

    private static final String RESIDENCE_ENDS =
            "update ansinh.person_residence set to_date = ? where person_id = any(?) and to_date is null"
                    + " and from_date is distinct from ?";

    private static final String RESIDENCE_BEGINS = """
            insert into ansinh.person_residence (person_id, unit_id, hamlet, address, from_date)
            select p.id, ?, coalesce(?, ansinh.hamlet_of(?)), ?, ? from unnest(?) p (id)
            where not exists (select from ansinh.person_residence r where r.person_id = p.id and r.to_date is null)""";

    /** The history of residence says it already: the triggers on the table find nothing to add. */
    private static final String PEOPLE =
            "update ansinh.person set unit_id = ?, address = ?, updated_at = now() where id = any(?)";

    private final Connection connection;
    private final String account;

    HouseholdWriting(Connection connection, String account) {
        this.connection = connection;
        this.account = account;
    }

    long create(long unitId, String hamlet, String address, LocalDate from) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into ansinh.household (unit_id, from_date, created_by) values (?, ?, ?) returning id")) {
            insert.setLong(1, unitId);
            insert.setDate(2, Date.valueOf(from));
            insert.setString(3, account);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                long id = row.getLong(1);
                address(id, unitId, hamlet, address, from);
                return id;
            }
        }
    }

    void address(long household, long unitId, String hamlet, String address, LocalDate from) throws SQLException {
        Date day = Date.valueOf(from);
        update(
                "delete from ansinh.household_address where household_id = ? and to_date is null and from_date = ?",
                household,
                day);
        update(
                "update ansinh.household_address set to_date = ? where household_id = ? and to_date is null",
                day,
                household);
        update(
                "insert into ansinh.household_address (household_id, unit_id, hamlet, address, from_date)"
                        + " values (?, ?, ?, ?, ?)",
                household,
                unitId,
                hamlet,
                address,
                day);
        update("update ansinh.household set unit_id = ? where id = ?", unitId, household);
    }

    void in(long household, long person, String relation, LocalDate from) throws SQLException {
        try {
            update(
                    "insert into ansinh.household_member (household_id, person_id, relation, from_date) values (?, ?, ?, ?)",
                    household,
                    person,
                    relation == null || relation.isBlank() ? null : relation,
                    Date.valueOf(from));
        } catch (SQLException e) {
            if (EXCLUSION.equals(e.getSQLState())) {
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "AS-HOUSEHOLD-TWO",
                        "Có người đang thuộc một hộ khác vào ngày " + Vietnamese.day(from)
                                + ". Hãy cho người đó rời hộ kia, hoặc tách hộ, rồi làm lại.",
                        e);
            }
            throw e;
        }
    }

    /** A membership that would have lasted no day never was. */
    void out(long household, Collection<Long> people, LocalDate from) throws SQLException {
        Date day = Date.valueOf(from);
        update(
                "delete from ansinh.household_member where household_id = ? and person_id = any(?) and to_date is null"
                        + " and from_date = ?",
                household,
                ids(people),
                day);
        update(
                "update ansinh.household_member set to_date = ? where household_id = ? and person_id = any(?)"
                        + " and to_date is null",
                day,
                household,
                ids(people));
    }

    /** The new head; what the others are to it is unknown from this day on. */
    void head(long household, long person, LocalDate from) throws SQLException {
        Date day = Date.valueOf(from);
        noHead(household, from);
        update(
                "insert into ansinh.household_head (household_id, person_id, from_date) values (?, ?, ?)",
                household,
                person,
                day);
    }

    void noHead(long household, LocalDate from) throws SQLException {
        Date day = Date.valueOf(from);
        update(
                "delete from ansinh.household_head where household_id = ? and to_date is null and from_date = ?",
                household,
                day);
        update(
                "update ansinh.household_head set to_date = ? where household_id = ? and to_date is null",
                day,
                household);
    }

    void end(long household, LocalDate day) throws SQLException {
        noHead(household, day);
        update("update ansinh.household set to_date = ? where id = ?", Date.valueOf(day), household);
    }

    void tell(long household, String kind, LocalDate day, String detail) throws SQLException {
        update(
                "insert into ansinh.household_event (household_id, kind, day, detail, recorded_by) values (?, ?, ?, ?, ?)",
                household,
                kind,
                Date.valueOf(day),
                detail,
                account);
    }

    /** People move with their household. */
    void residences(Collection<Long> people, long unitId, String hamlet, String address, LocalDate from)
            throws SQLException {
        Date day = Date.valueOf(from);
        try (PreparedStatement select = connection.prepareStatement(RESIDENCE_LATER)) {
            select.setArray(1, ids(people));
            select.setDate(2, day);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                if (row.getBoolean(1)) {
                    throw Problem.conflict(
                            "AS-HOUSEHOLD-LATER",
                            "Có người trong hộ đã chuyển nơi ở sau ngày " + Vietnamese.day(from)
                                    + ". Hãy chọn ngày muộn hơn.");
                }
            }
        }
        update(RESIDENCE_SAME_DAY, unitId, hamlet, address, address, ids(people), day);
        update(RESIDENCE_ENDS, day, ids(people), day);
        update(RESIDENCE_BEGINS, unitId, hamlet, address, address, day, ids(people));
        update(PEOPLE, unitId, address, ids(people));
    }

    private Array ids(Collection<Long> ids) throws SQLException {
        return connection.createArrayOf("bigint", ids.toArray());
    }

    void update(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                if (parameters[i] == null) {
                    update.setString(i + 1, null);
                } else {
                    update.setObject(i + 1, parameters[i]);
                }
            }
            update.executeUpdate();
        }
    }
}
