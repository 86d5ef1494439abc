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
import vn.ansinh.core.report.render.ReportContent;

/** A query open for reading, through a cursor of the server's. */
final class QueryReading implements ReportRunner.Reading {

    private static final int FETCH = 1_000;

    private final Connection connection;
    private final ReportDefinition definition;
    private final QuerySql sql;
    private final Map<String, Object> values;
    private final Instant asOf;
    private final long most;
    private final Consumer<Map<String, Long>> seen;

    /**
     * @param most rows of detail that there may be
     * @param seen is told the keys of every row
     */
    QueryReading(
            Connection connection,
            ReportDefinition definition,
            QuerySql sql,
            Map<String, Object> values,
            Instant asOf,
            long most,
            Consumer<Map<String, Long>> seen) {
        this.connection = connection;
        this.definition = definition;
        this.sql = sql;
        this.values = values;
        this.asOf = asOf;
        this.most = most;
        this.seen = seen;
    }

    @Override
    public Instant asOf() {
        return asOf;
    }

    @Override
    public long rows(long shown, ReportContent.RowConsumer to) throws Exception {
        GroupedRows rows = new GroupedRows(definition, shown, to);
        try (PreparedStatement select = bound(connection, definition, sql, values);
                ResultSet found = asked(sql, select::executeQuery)) {
            QueryColumns columns = asked(sql, () -> new QueryColumns(definition, found.getMetaData()));
            if (!columns.faults().isEmpty()) {
                throw Problem.invalid("AS-REPORT-QUERY", String.join(" ", columns.faults()));
            }
            long count = 0;
            while (asked(sql, found::next)) {
                if (++count > most) {
                    throw tooMany(most);
                }
                Map<String, Long> keys = asked(sql, () -> columns.keys(found));
                seen.accept(keys);
                rows.detail(asked(sql, () -> columns.values(found)), keys);
            }
        }
        return rows.end();
    }

    static Problem tooMany(long most) {
        return new Problem(
                Problem.Kind.TOO_LARGE,
                "AS-REPORT-TOO-LARGE",
                "Báo cáo có hơn " + most + " dòng. Hãy chọn đơn vị hoặc kỳ hẹp hơn.");
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
