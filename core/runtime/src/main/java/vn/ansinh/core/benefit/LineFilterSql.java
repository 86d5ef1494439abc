package vn.ansinh.core.benefit;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import vn.ansinh.api.benefit.Payrolls.LineFilter;
import vn.ansinh.api.benefit.Payrolls.LineQuery;
import vn.ansinh.core.identity.PersonFilter;
import vn.ansinh.core.identity.PersonScope;

/** What a query asks of the payment list, as the part of a statement from FROM to the end of WHERE. */
final class LineFilterSql {

    private static final String NOT_ON_THE_LIST_BEFORE = " and not exists (select from ansinh.payroll_line b"
            + " where b.month = ? and b.entitlement_id = l.entitlement_id)";

    private final LineQuery query;
    private final PersonScope scope;
    private final PersonFilter person;

    /** @param scope on {@code y.unit_id} */
    LineFilterSql(LineQuery query, PersonScope scope) {
        this.query = query;
        this.scope = scope;
        this.person = PersonFilter.of(query.text());
    }

    private LineFilter filter() {
        return query.filter() == null ? LineFilter.ALL : query.filter();
    }

    String sql() {
        String narrowed = switch (filter()) {
            case ALL -> "";
            case ARREARS -> " and l.period < l.month";
            case JOINERS -> NOT_ON_THE_LIST_BEFORE;
        };
        return PayrollRows.LINES_FROM + " where " + scope.sql() + " and y.program = ? and y.month = ?" + narrowed
                + person.sql();
    }

    /** @return position after the last parameter */
    int bind(PreparedStatement statement, int from) throws SQLException {
        int position = scope.bind(statement, from);
        statement.setString(position++, query.program());
        statement.setDate(position++, EntitlementRows.date(query.month()));
        if (filter() == LineFilter.JOINERS) {
            statement.setDate(position++, EntitlementRows.date(query.month().minusMonths(1)));
        }
        return person.bind(statement, position);
    }
}
