package vn.ansinh.core.benefit;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.YearMonth;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.benefit.Entitlements.BeneficiaryQuery;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.identity.PersonFilter;
import vn.ansinh.core.identity.PersonRows;
import vn.ansinh.core.identity.PersonScope;

/**
 * What a query for beneficiaries asks for, as the part of a statement from FROM to the end of WHERE. A month that is past is
 * asked for as it was: rights of the communes that paid them then, people where they lived on its last day.
 */
final class BeneficiaryFilter {

    private static final String RESIDENCE = """
            left join ansinh.person_residence r on r.person_id = p.id
                and (r.from_date is null or r.from_date <= ?) and (r.to_date is null or r.to_date > ?)""";

    /** Rights of other units today that were paid here: of the moves since, the first one went away from here. */
    private static final String CAME_AWAY = """
            e.id in (select f.entitlement_id from ansinh.entitlement_former_unit f where f.until_month > ? and %s
                and not exists (select from ansinh.entitlement_former_unit g where g.entitlement_id = f.entitlement_id
                    and g.until_month > ? and (g.until_month, g.id) < (f.until_month, f.id)))""";

    private static final String STAYED = """
            not exists (select from ansinh.entitlement_former_unit f
                where f.entitlement_id = e.id and f.until_month > ?)""";

    private final BeneficiaryQuery query;
    private final PersonScope scope;
    private final PersonScope then;
    private final PersonFilter person;
    private final boolean past;

    /** @param now the month that is under way */
    BeneficiaryFilter(BeneficiaryQuery query, Caller caller, Units units, YearMonth now) {
        this.query = query;
        this.scope = PersonScope.of(caller, query.unitId(), units, "e.unit_id", "e.program");
        this.then = PersonScope.of(caller, query.unitId(), units, "f.unit_id", "e.program");
        this.person = PersonFilter.of(query.text());
        this.past = query.month() != null && query.month().isBefore(now);
    }

    /** As {@link PersonRows#COLUMNS}. */
    String personColumns() {
        return past
                ? PersonRows.COLUMNS
                        .replace("p.unit_id", "coalesce(r.unit_id, p.unit_id)")
                        .replace("p.address", "case when r.person_id is null then p.address else r.address end")
                : PersonRows.COLUMNS;
    }

    String sql() {
        return " from ansinh.entitlement e join ansinh.person p on p.id = e.person_id"
                + (past ? " " + RESIDENCE : "")
                + " where "
                + (past
                        ? "(" + scope.sql() + " and " + STAYED + " or " + CAME_AWAY.formatted(then.sql()) + ")"
                        : scope.sql())
                + " and e.program = ?"
                + (query.benefit() == null ? "" : " and e.benefit = ?")
                + (query.month() == null ? "" : " and e.from_month <= ? and (e.to_month is null or e.to_month >= ?)")
                + person.sql();
    }

    /** Binds it; returns the position after it. */
    int bind(PreparedStatement statement, int from) throws SQLException {
        int position = from;
        if (past) {
            Date lastDay = Date.valueOf(query.month().atEndOfMonth());
            Date month = EntitlementRows.date(query.month());
            statement.setDate(position++, lastDay);
            statement.setDate(position++, lastDay);
            position = scope.bind(statement, position);
            statement.setDate(position++, month);
            statement.setDate(position++, month);
            position = then.bind(statement, position);
            statement.setDate(position++, month);
        } else {
            position = scope.bind(statement, position);
        }
        statement.setString(position++, query.program());
        if (query.benefit() != null) {
            statement.setString(position++, query.benefit());
        }
        if (query.month() != null) {
            statement.setDate(position++, EntitlementRows.date(query.month()));
            statement.setDate(position++, EntitlementRows.date(query.month()));
        }
        return person.bind(statement, position);
    }
}
