package vn.ansinh.core.unit.transition;

import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.api.unit.Transitions.EndedUnit;
import vn.ansinh.api.unit.Transitions.Transfer;
import vn.ansinh.api.unit.Transitions.WaitingAccount;
import vn.ansinh.api.unit.Transitions.WaitingAgency;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.sql.Rows;

/** What the tables know of units that ended, below a unit; 0 is the country. */
final class EndedUnits {

    private static final String BELOW =
            "(? = 0 or %s in (select s.unit_id from ansinh.unit_sight s where s.ancestor_id = ?))";

    private static final String DAYS = "select distinct u.valid_to from ansinh.unit u where u.level = 'COMMUNE'"
            + " and u.valid_to is not null and " + BELOW.formatted("u.id") + " order by 1 desc";

    private static final String HOLDINGS = """
            select u.id, held.*
            from ansinh.unit u cross join lateral (select
                (select count(*) from ansinh.person p where p.unit_id = u.id and p.deleted_at is null),
                (select count(*) from ansinh.entitlement e
                    where e.unit_id = u.id and (e.to_month is null or e.to_month >= date_trunc('month', u.valid_to))),
                (select count(*) from ansinh.account a where a.unit_id = u.id and a.state <> 'OFF'),
                (select count(*) from ansinh.agency_version v where v.unit_id = u.id and v.valid_to is null),
                (select max(c.closed_through) from ansinh.payroll_commune c where c.unit_id = u.id),
                (select count(*) from ansinh.payroll y where y.unit_id = u.id and y.state = 'DRAFT' and y.lines > 0),
                (select coalesce(sum(t.people), 0) from ansinh.unit_transfer t where t.old_id = u.id)
                ) held (people, rights, accounts, agencies, closed, drafts, moved)
            where u.level = 'COMMUNE' and u.valid_to = ? and %s
              and held.people + held.rights + held.accounts + held.agencies + held.moved > 0""".formatted(BELOW.formatted("u.id"));

    private static final String ENDED = "select u.id from ansinh.unit u where u.valid_to = ? and "
            + BELOW.formatted("u.id") + " order by u.level = 'COMMUNE' desc, u.id";

    private static final String ACCOUNTS = """
            select a.name, a.full_name, a.unit_id from ansinh.account a join ansinh.unit u on u.id = a.unit_id
            where u.valid_to <= ? and a.state <> 'OFF' and %s order by a.unit_id, a.name""".formatted(BELOW.formatted("u.id"));

    private static final String AGENCIES = """
            select v.agency_id, v.name, v.unit_id from ansinh.agency_version v join ansinh.unit u on u.id = v.unit_id
            where u.valid_to <= ? and v.valid_to is null and %s order by v.unit_id, v.name""".formatted(BELOW.formatted("u.id"));

    private static final String TRANSFERS = """
            select t.day, t.old_id, t.new_id, t.people, t.entitlements, t.accounts, t.agencies, t.why, t.account, t.at
            from ansinh.unit_transfer t where %s order by t.id desc limit ?""".formatted(BELOW.formatted("t.old_id"));

    private final Connection connection;
    private final Units units;

    EndedUnits(Connection connection, Units units) {
        this.connection = connection;
        this.units = units;
    }

    List<LocalDate> days(long unitId) throws SQLException {
        return Rows.list(
                connection,
                DAYS,
                statement -> {
                    statement.setLong(1, unitId);
                    statement.setLong(2, unitId);
                },
                row -> row.getDate(1).toLocalDate());
    }

    List<EndedUnit> holdings(LocalDate day, long unitId) throws SQLException {
        return Rows.list(
                connection,
                HOLDINGS,
                statement -> {
                    statement.setDate(1, Date.valueOf(day));
                    statement.setLong(2, unitId);
                    statement.setLong(3, unitId);
                },
                this::read);
    }

    private EndedUnit read(ResultSet row) throws SQLException {
        AdministrativeUnit unit = units.byId(row.getLong(1)).orElseThrow();
        Heirs heirs = Heirs.of(unit, units);
        Date closed = row.getDate(6);
        return new EndedUnit(
                unit,
                heirs.into(),
                heirs.whole(),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                closed == null ? null : YearMonth.from(closed.toLocalDate()),
                row.getInt(7),
                row.getLong(8));
    }

    /** Every unit that ended that day, communes first. */
    List<AdministrativeUnit> ended(LocalDate day, long unitId) throws SQLException {
        return Rows.list(
                connection,
                ENDED,
                statement -> {
                    statement.setDate(1, Date.valueOf(day));
                    statement.setLong(2, unitId);
                    statement.setLong(3, unitId);
                },
                row -> units.byId(row.getLong(1)).orElseThrow());
    }

    /** Those that wait for an official: what went somewhere whole moves with its commune. */
    List<WaitingAccount> accounts(LocalDate today, long unitId) throws SQLException {
        return waiting(
                ACCOUNTS,
                today,
                unitId,
                (row, unit, heirs) -> new WaitingAccount(row.getString(1), row.getString(2), unit, heirs.into()));
    }

    /** As {@link #accounts}. */
    List<WaitingAgency> agencies(LocalDate today, long unitId) throws SQLException {
        return waiting(
                AGENCIES,
                today,
                unitId,
                (row, unit, heirs) -> new WaitingAgency(row.getLong(1), row.getString(2), unit, heirs.into()));
    }

    /** Makes one of what waits out of a row. */
    private interface Reading<T> {
        T read(ResultSet row, AdministrativeUnit ended, Heirs heirs) throws SQLException;
    }

    private <T> List<T> waiting(String sql, LocalDate today, long unitId, Reading<T> reading) throws SQLException {
        List<Optional<T>> found = Rows.list(
                connection,
                sql,
                statement -> {
                    statement.setDate(1, Date.valueOf(today));
                    statement.setLong(2, unitId);
                    statement.setLong(3, unitId);
                },
                row -> {
                    AdministrativeUnit unit = units.byId(row.getLong(3)).orElseThrow();
                    Heirs heirs = Heirs.of(unit, units);
                    boolean moves = heirs.whole() && unit.level() == Level.COMMUNE;
                    return moves ? Optional.<T>empty() : Optional.of(reading.read(row, unit, heirs));
                });
        return found.stream().flatMap(Optional::stream).toList();
    }

    List<Transfer> transfers(long unitId, int limit) throws SQLException {
        return Rows.list(
                connection,
                TRANSFERS,
                statement -> {
                    statement.setLong(1, unitId);
                    statement.setLong(2, unitId);
                    statement.setInt(3, limit);
                },
                row -> new Transfer(
                        row.getDate(1).toLocalDate(),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getString(8),
                        row.getString(9),
                        row.getTimestamp(10).toInstant()));
    }
}
