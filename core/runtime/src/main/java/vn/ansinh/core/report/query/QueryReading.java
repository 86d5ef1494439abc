package vn.ansinh.core.report.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportParameter;

/** A query open for reading, through a cursor of the server's. */
final class QueryReading extends CountedReading {

    private static final int FETCH = 1_000;

    private final Connection connection;
    private final QuerySql sql;
    private final Map<String, Object> values;

    /** @see CountedReading */
    QueryReading(
            Connection connection,
            ReportDefinition definition,
            QuerySql sql,
            Map<String, Object> values,
            Instant asOf,
            long most,
            Consumer<Map<String, Long>> seen) {
        super(definition, asOf, most, seen);
        this.connection = connection;
        this.sql = sql;
        this.values = values;
    }

    @Override
    void read(Each each) throws Exception {
        try (PreparedStatement select = bound(connection, definition(), sql, values);
                ResultSet found = asked(sql, select::executeQuery)) {
            QueryColumns columns = asked(sql, () -> new QueryColumns(definition(), found.getMetaData()));
            if (!columns.faults().isEmpty()) {
                throw Problem.invalid("AS-REPORT-QUERY", String.join(" ", columns.faults()));
            }
            while (asked(sql, found::next)) {
                each.row(asked(sql, () -> columns.keys(found)), () -> asked(sql, () -> columns.values(found)));
            }
        }
    }

    /** The statement with its parameters, not yet asked. */
    static PreparedStatement bound(
            Connection connection, ReportDefinition definition, QuerySql sql, Map<String, Object> values)
            throws SQLException {
        PreparedStatement select =
                connection.prepareStatement(sql.jdbc(), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        try {
            select.setFetchSize(FETCH);
            int at = 1;
            for (String name : sql.names()) {
                bind(select, at++, parameter(definition, name), values.get(name));
            }
            return select;
        } catch (SQLException | RuntimeException e) {
            select.close();
            throw e;
        }
    }

    private static ReportParameter parameter(ReportDefinition definition, String name) {
        return definition.parameters().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void bind(PreparedStatement select, int at, ReportParameter parameter, Object value)
            throws SQLException {
        int type = switch (parameter.kind()) {
            case UNIT, NUMBER -> Types.BIGINT;
            case MONTH, HALF_YEAR, DAY -> Types.DATE;
            case YEAR -> Types.INTEGER;
            case CODE, TEXT -> Types.VARCHAR;
            case FLAG -> Types.BOOLEAN;
        };
        if (value == null) {
            select.setNull(at, type);
        } else {
            select.setObject(at, value, type);
        }
    }

    /** Asks the database; what it says against the query is told to its author. */
    static <T> T asked(QuerySql sql, Asking<T> asking) throws SQLException {
        try {
            return asking.ask();
        } catch (SQLException e) {
            Problem refusal = SqlRefusal.of(e, sql);
            if (refusal == null) {
                throw e;
            }
            throw refusal;
        }
    }

    /** One step of a conversation with the database. */
    interface Asking<T> {
        T ask() throws SQLException;
    }
}
