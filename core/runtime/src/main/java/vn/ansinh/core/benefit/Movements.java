package vn.ansinh.core.benefit;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import vn.ansinh.api.benefit.EntitlementEvent;
import vn.ansinh.api.benefit.Movement;
import vn.ansinh.api.benefit.Payrolls.MovementTotal;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.core.identity.PersonScope;

/**
 * Two months of a subtree laid over each other: who is on one list only, or with another amount. A right that was paid
 * elsewhere before the ledger began is no joiner of its first month here.
 */
final class Movements {

    private static final String MONTH_OF = """
            select l.entitlement_id, l.person_id, y.unit_id, l.due, r.benefit, r.base, r.coefficient * l.multiple as weight
            from ansinh.payroll y
                join ansinh.payroll_line l on l.payroll_id = y.id and l.month = y.month and l.period = y.month
                join ansinh.payroll_rule r on r.id = l.rule_id
            where %s and y.program = ? and y.month = ?""";

    private static final String MOVED = """
            with after as (%1$s), before as (%1$s),
            moved as (
                select entitlement_id, coalesce(a.person_id, b.person_id) as person_id,
                    coalesce(a.unit_id, b.unit_id) as unit_id, coalesce(a.benefit, b.benefit) as benefit,
                    case when b.due is null then 'JOINER' when a.due is null then 'LEAVER' else 'ADJUSTED' end as kind,
                    coalesce(b.due, 0) as before, coalesce(a.due, 0) as after,
                    a.base <> b.base as other_base, a.weight - b.weight as weight
                from after a full join before b using (entitlement_id)
                where a.due is distinct from b.due)
            """;

    private static final String FROM = """
             from moved m join ansinh.entitlement e on e.id = m.entitlement_id
                join ansinh.person p on p.id = m.person_id
            where (m.kind <> 'JOINER' or e.paid_through is null or e.paid_through < ?)""";

    /** The event that made the difference: the latest one that opens, moves, stops or resumes; and what the run said. */
    private static final String COLUMNS = """
            select m.entitlement_id, m.person_id, p.full_name, p.birth_date, p.birth_year_only, m.unit_id, m.benefit, m.kind,
                m.before, m.after, m.other_base, m.weight, p.deceased_on, v.kind, v.reason, v.decision_number,
                v.decision_date, (
                    select n.reason from ansinh.payroll y join ansinh.payroll_notice n on n.payroll_id = y.id
                    where y.program = e.program and y.month = ? and y.state <> 'ANNULLED' and n.person_id = m.person_id
                      and n.benefit = m.benefit and n.period = y.month
                    order by n.id desc limit 1)
            from (select m.* %s%s order by p.sort_key, p.id, m.entitlement_id limit ?) m
                join ansinh.entitlement e on e.id = m.entitlement_id
                join ansinh.person p on p.id = m.person_id
                left join lateral (
                    select w.kind, w.reason, w.decision_number, w.decision_date from ansinh.entitlement_event w
                    where w.entitlement_id = m.entitlement_id and w.kind <> 'CHANGE'
                        and (w.kind <> 'ADJUST' or m.kind = 'ADJUSTED')
                    order by w.id desc limit 1) v on true
            order by p.sort_key, p.id, m.entitlement_id""";

    private static final String AFTER_CURSOR =
            " and (p.sort_key, p.id, m.entitlement_id) > (select a.sort_key, a.id, b.id"
                    + " from ansinh.entitlement b join ansinh.person a on a.id = b.person_id where b.id = ?)";

    private final PersonScope scope;
    private final String program;
    private final YearMonth month;
    private final EventReasons reasons;

    /** @param scope on {@code y.unit_id} */
    Movements(PersonScope scope, String program, YearMonth month, EventReasons reasons) {
        this.scope = scope;
        this.program = program;
        this.month = month;
        this.reasons = reasons;
    }

    private String moved() {
        return MOVED.formatted(MONTH_OF.formatted(scope.sql()));
    }

    private int bindMoved(PreparedStatement statement) throws SQLException {
        int position = 1;
        for (YearMonth one : new YearMonth[] {month, month.minusMonths(1)}) {
            position = scope.bind(statement, position);
            statement.setString(position++, program);
            statement.setDate(position++, EntitlementRows.date(one));
        }
        return position;
    }

    String pageSql(Movement.Kind kind, Long after) {
        return moved()
                + COLUMNS.formatted(
                        FROM, (kind == null ? "" : " and m.kind = ?") + (after == null ? "" : AFTER_CURSOR));
    }

    void bindPage(PreparedStatement statement, Movement.Kind kind, Long after, int limit) throws SQLException {
        int position = bindMoved(statement);
        statement.setDate(position++, EntitlementRows.date(month));
        statement.setDate(position++, EntitlementRows.date(month.minusMonths(1)));
        if (kind != null) {
            statement.setString(position++, kind.name());
        }
        if (after != null) {
            statement.setLong(position++, after);
        }
        statement.setInt(position, limit);
    }

    String totalsSql() {
        return moved() + "select m.kind, count(distinct m.person_id), sum(m.before), sum(m.after)" + FROM
                + " group by m.kind";
    }

    void bindTotals(PreparedStatement statement) throws SQLException {
        statement.setDate(bindMoved(statement), EntitlementRows.date(month.minusMonths(1)));
    }

    static MovementTotal readTotal(ResultSet row) throws SQLException {
        return new MovementTotal(
                Movement.Kind.valueOf(row.getString(1)), row.getInt(2), row.getLong(3), row.getLong(4));
    }

    Movement read(ResultSet row) throws SQLException {
        Movement.Kind kind = Movement.Kind.valueOf(row.getString(8));
        String event = row.getString(14);
        Why why = switch (kind) {
            case JOINER -> joined(event, row.getString(15));
            case LEAVER -> left(EntitlementRows.day(row, 13), event, row.getString(15), row.getString(18));
            case ADJUSTED ->
                "ADJUST".equals(event)
                        ? new Why(row.getString(15), null, true)
                        : adjusted(row.getBoolean(11), row.getBigDecimal(12));
        };
        return new Movement(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                new BirthDate(EntitlementRows.day(row, 4), row.getBoolean(5)).label(),
                row.getLong(6),
                row.getString(7),
                kind,
                row.getLong(9),
                row.getLong(10),
                why.code(),
                why.name() == null ? reasons.name(why.code(), month.atEndOfMonth()) : why.name(),
                why.byEvent() ? row.getString(16) : null,
                why.byEvent() ? EntitlementRows.day(row, 17) : null);
    }

    /** @param name {@code null} for the code's own @param byEvent whether a decision says so */
    private record Why(String code, String name, boolean byEvent) {}

    private static Why joined(String event, String reason) {
        EntitlementEvent.Kind kind = event == null ? EntitlementEvent.Kind.OPEN : EntitlementEvent.Kind.valueOf(event);
        return switch (kind) {
            case RESUME -> new Why(reason, null, true);
            case MOVE -> new Why("T02", null, true);
            default -> new Why(reason == null ? "T01" : reason, null, true);
        };
    }

    private Why left(LocalDate died, String event, String reason, String notice) {
        if (died != null && YearMonth.from(died).isBefore(month)) {
            return new Why("G01", null, "G01".equals(reason));
        }
        if ("END".equals(event) || "SUSPEND".equals(event)) {
            return new Why(reason, null, true);
        }
        if ("MOVE".equals(event)) {
            return new Why("G07", null, true);
        }
        return new Why(null, notice == null ? "Không có khoản phải chi trong kỳ này" : notice, false);
    }

    private static Why adjusted(boolean otherBase, BigDecimal weight) {
        if (otherBase) {
            return new Why("T05", null, false);
        }
        return weight.signum() > 0 ? new Why("T04", null, false) : new Why(null, "Điều chỉnh giảm hệ số", false);
    }
}
