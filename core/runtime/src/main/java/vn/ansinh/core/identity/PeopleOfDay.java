package vn.ansinh.core.identity;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.PersonRegistry.PersonPage;
import vn.ansinh.api.identity.PersonRegistry.PersonQuery;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.core.sql.Slice;

/** A list of people as they lived on a day: unit and address come from the history of residence. */
final class PeopleOfDay {

    private static final String COLUMNS =
            PersonRows.COLUMNS.replace("p.unit_id", "r.unit_id").replace("p.address", "r.address");

    private static final String FROM = """
             from ansinh.person p join ansinh.person_residence r on r.person_id = p.id
                and (r.from_date is null or r.from_date <= ?) and (r.to_date is null or r.to_date > ?)
            where p.deleted_at is null and\s""";

    private static final String AFTER =
            " and (p.sort_key, p.id) > (select a.sort_key, a.id from ansinh.person a where a.id = ?)";

    private static final int CURSOR_BASE = 36;

    private final Transactions transactions;
    private final PersonScope scope;
    private final PersonFilter filter;
    private final PersonQuery query;

    /** @param scope on {@code r.unit_id} @param query with a day */
    PeopleOfDay(Transactions transactions, PersonScope scope, PersonQuery query) {
        this.transactions = transactions;
        this.scope = scope;
        this.filter = PersonFilter.of(query.text());
        this.query = query;
    }

    PersonPage page() {
        Long after = query.cursor() == null ? null : after();
        String sql = "select " + COLUMNS + FROM + scope.sql() + filter.sql() + (after == null ? "" : AFTER)
                + " order by p.sort_key, p.id limit ?";
        List<Person> people = transactions.call(connection -> Rows.list(
                connection,
                sql,
                statement -> {
                    int position = bind(statement);
                    if (after != null) {
                        statement.setLong(position++, after);
                    }
                    statement.setInt(position, query.limit() + 1);
                },
                row -> PersonRows.read(row, 1)));
        Slice<Person> page = Slice.of(people, query.limit());
        return new PersonPage(page.rows(), page.next(last -> Long.toString(last.id(), CURSOR_BASE)));
    }

    int count(int limit) {
        String sql = "select count(*) from (select" + FROM + scope.sql() + filter.sql() + " limit ?) n";
        return transactions
                .call(connection -> Rows.list(
                        connection, sql, statement -> statement.setInt(bind(statement), limit), row -> row.getInt(1)))
                .get(0);
    }

    private int bind(PreparedStatement statement) throws SQLException {
        Date day = Date.valueOf(query.asOf());
        statement.setDate(1, day);
        statement.setDate(2, day);
        return filter.bind(statement, scope.bind(statement, 3));
    }

    private long after() {
        try {
            return Long.parseLong(query.cursor(), CURSOR_BASE);
        } catch (NumberFormatException e) {
            throw Problem.invalid(
                    "AS-PERSON-CURSOR",
                    "Vị trí trang trong danh sách không còn dùng được. Hãy mở lại danh sách từ đầu.");
        }
    }
}
