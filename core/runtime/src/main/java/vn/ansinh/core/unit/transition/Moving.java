package vn.ansinh.core.unit.transition;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongFunction;
import vn.ansinh.core.benefit.CommuneLocks;
import vn.ansinh.core.sql.Rows;

/**
 * Moves what people hold in a unit that ended to one that took it over, within the caller's transaction; who they are stands
 * in {@link WaitingPeople}'s table.
 *
 * <p>Why the money stays right: what was paid hangs on the right, not on the commune, so a right that moves takes with it
 * what it was paid; the move is a change that the next run sees ({@code payroll_change}), and the commune it comes to has
 * no line of it to carry over, so it is computed in full. Lists that were closed stay as they are with the commune that
 * closed them. Lists that were only drafted are emptied, as nobody holds a right there any more. Both communes' rows are held
 * as for closing, so nobody drafts or closes on what is half moved.
 */
final class Moving {

    private static final String PROGRAMS = """
            select e.program from ansinh.entitlement e where e.unit_id = ?
            union select y.program from ansinh.payroll y where y.unit_id = ? and y.state = 'DRAFT'
            order by 1""";

    private static final String DRAFTS =
            "select id from ansinh.payroll where unit_id = ? and state = 'DRAFT' order by id for update";

    private static final String EMPTY_LINES = """
            delete from ansinh.payroll_line l using ansinh.payroll y
            where y.id = any(?) and l.month = y.month and l.payroll_id = y.id""";

    private static final List<String> DETAILS = List.of("payroll_notice", "payroll_excess", "payroll_rule_use");

    private static final String EMPTY =
            "update ansinh.payroll set people = 0, lines = 0, total = 0, arrears = 0 where id = any(?)";

    private static final String RIGHTS = """
            with moved as (
                update ansinh.entitlement e set unit_id = ?, changed_at = now()
                from pg_temp.transition_person t
                where t.person_id = e.person_id and e.unit_id = ?
                returning e.id, e.from_month),
            kept as (
                insert into ansinh.entitlement_former_unit (entitlement_id, unit_id, until_month)
                select id, ?, date_trunc('month', ?::date)::date from moved)
            insert into ansinh.entitlement_event (entitlement_id, kind, effective_month, reason, detail, recorded_by)
            select id, 'MOVE', greatest(from_month, date_trunc('month', ?::date)::date), null, ?, ? from moved""";

    /** Somebody who came there only after the unit's end never lived in the old one. */
    private static final String CAME_LATER = """
            update ansinh.person_residence r set unit_id = ?
            from pg_temp.transition_person t
            where t.person_id = r.person_id and r.unit_id = ? and r.to_date is null and r.from_date >= ?""";

    private static final String LEAVE = """
            update ansinh.person_residence r set to_date = ?
            from pg_temp.transition_person t
            where t.person_id = r.person_id and r.unit_id = ? and r.to_date is null""";

    private static final String ARRIVE = """
            insert into ansinh.person_residence (person_id, unit_id, hamlet, address, from_date)
            select r.person_id, ?, r.hamlet, r.address, r.to_date
            from pg_temp.transition_person t join ansinh.person_residence r on r.person_id = t.person_id
            where r.unit_id = ? and r.to_date = ?
              and not exists (select from ansinh.person_residence n where n.person_id = r.person_id and n.to_date is null)""";

    private static final String PEOPLE = """
            update ansinh.person p set unit_id = ?, updated_at = now()
            from pg_temp.transition_person t where t.person_id = p.id and p.unit_id = ?""";

    /**
     * Case files go with whom they are about. Who had to act in them ended with the unit: the commune that took it over does, or what
     * lies above that.
     */
    private static final String CASES = """
            update ansinh.case_file c set unit_id = n.id, revision = c.revision + 1, changed_at = now(),
                holder_unit_id = case when h.valid_to is null or h.valid_to > ? then h.id
                    when h.level = 'PROVINCE' then n.parent_id else n.id end
            from pg_temp.transition_person t, ansinh.unit h, ansinh.unit n
            where t.person_id = c.person_id and h.id = c.holder_unit_id and n.id = ? and c.unit_id = ?""";

    private static final String PEOPLE_TOLD = """
            insert into ansinh.person_event (person_id, kind, detail, reason, recorded_by)
            select t.person_id, 'MOVE', ?, ?, ?
            from pg_temp.transition_person t join ansinh.person p on p.id = t.person_id where p.unit_id = ?""";

    /** A household goes with the last of its members who lived there. */
    private static final String HOUSEHOLDS = """
            with moved as (
                update ansinh.household h set unit_id = ?
                where h.unit_id = ? and h.to_date is null
                  and exists (select from ansinh.household_member m
                      join pg_temp.transition_person t on t.person_id = m.person_id
                      where m.household_id = h.id and m.to_date is null)
                  and not exists (select from ansinh.household_member m join ansinh.person p on p.id = m.person_id
                      where m.household_id = h.id and m.to_date is null and p.unit_id = ?)
                returning h.id),
            later as (
                update ansinh.household_address a set unit_id = ?
                from moved where a.household_id = moved.id and a.to_date is null and a.from_date >= ?),
            ended as (
                update ansinh.household_address a set to_date = ?
                from moved where a.household_id = moved.id and a.to_date is null and a.from_date < ?
                returning a.household_id, a.hamlet, a.address),
            told as (
                insert into ansinh.household_event (household_id, kind, day, detail, recorded_by)
                select id, 'MOVE', ?, ?, ? from moved)
            insert into ansinh.household_address (household_id, unit_id, hamlet, address, from_date)
            select household_id, ?, hamlet, address, ? from ended""";

    private static final String ACCOUNTS = "update ansinh.account set unit_id = ? where unit_id = ?";

    /** A token gives what lies in its unit: left behind, it would give nothing any more. */
    private static final String TOKENS =
            "update ansinh.access_token set unit_id = ? where unit_id = ? and revoked_at is null";

    /** An agency that took office there only after the unit's end never had the old one. */
    private static final String AGENCIES_LATER = """
            update ansinh.agency_version set unit_id = ?
            where unit_id = ? and valid_to is null and valid_from >= ?""";

    private static final String AGENCIES = """
            with before as (
                update ansinh.agency_version set valid_to = ?, end_reason = ?
                where unit_id = ? and valid_to is null
                returning agency_id, name, parent_id, programs, heading)
            insert into ansinh.agency_version (agency_id, valid_from, name, parent_id, unit_id, programs, heading,
                recorded_by)
            select agency_id, ?, name, parent_id, ?, programs, heading, ? from before""";

    private static final String TOLD = """
            insert into ansinh.unit_transfer (day, old_id, new_id, people, entitlements, accounts, agencies, why, account)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Connection connection;
    private final LongFunction<String> fullName;
    private final String account;
    private final String why;

    /** @param fullName of a unit @param account who does it @param why what orders it */
    Moving(Connection connection, LongFunction<String> fullName, String account, String why) {
        this.connection = connection;
        this.fullName = fullName;
        this.account = account;
        this.why = why;
    }

    /** What was moved. */
    record Moved(int people, int entitlements, int accounts, int agencies) {
        boolean isNothing() {
            return people + entitlements + accounts + agencies == 0;
        }
    }

    /** Holds both communes as closing does, in the order of programs and units. */
    void lock(long oldId, long newId) throws SQLException {
        List<String> programs = Rows.list(
                connection,
                PROGRAMS,
                statement -> {
                    statement.setLong(1, oldId);
                    statement.setLong(2, oldId);
                },
                row -> row.getString(1));
        for (String program : programs) {
            CommuneLocks.forClosing(connection, program, List.of(Math.min(oldId, newId), Math.max(oldId, newId)));
        }
    }

    /**
     * Moves the people set down; call {@link #lock} before they are.
     *
     * @param whole whether all of the old unit goes there: then its accounts and agencies go, too
     */
    Moved move(LocalDate day, long oldId, long newId, boolean whole) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze pg_temp.transition_person");
        }
        emptyDrafts(oldId);
        Date from = Date.valueOf(day);
        String detail = "Từ " + fullName.apply(oldId) + " đến " + fullName.apply(newId);
        int rights = update(RIGHTS, newId, oldId, oldId, from, from, why + ". " + detail, account);
        update(CAME_LATER, newId, oldId, from);
        update(LEAVE, from, oldId);
        update(ARRIVE, newId, oldId, from);
        update(PEOPLE_TOLD, detail, why, account, oldId);
        int people = update(PEOPLE, newId, oldId);
        update(CASES, from, newId, oldId);
        update(
                HOUSEHOLDS,
                newId,
                oldId,
                oldId,
                newId,
                from,
                from,
                from,
                from,
                why + ". " + detail,
                account,
                newId,
                from);
        int accounts = 0;
        int agencies = 0;
        if (whole) {
            accounts = update(ACCOUNTS, newId, oldId);
            update(TOKENS, newId, oldId);
            agencies = update(AGENCIES_LATER, newId, oldId, from)
                    + update(AGENCIES, from, why, oldId, from, newId, account);
        }
        Moved moved = new Moved(people, rights, accounts, agencies);
        if (!moved.isNothing()) {
            update(TOLD, from, oldId, newId, people, rights, accounts, agencies, why, account);
        }
        return moved;
    }

    private void emptyDrafts(long unitId) throws SQLException {
        Long[] drafts = Rows.list(connection, DRAFTS, statement -> statement.setLong(1, unitId), row -> row.getLong(1))
                .toArray(Long[]::new);
        if (drafts.length == 0) {
            return;
        }
        java.sql.Array ids = connection.createArrayOf("bigint", drafts);
        update(EMPTY_LINES, ids);
        for (String table : DETAILS) {
            update("delete from ansinh." + table + " where payroll_id = any(?)", ids);
        }
        update(EMPTY, ids);
    }

    private int update(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }
}
