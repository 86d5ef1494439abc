package vn.ansinh.core.payment;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.ansinh.core.identity.PersonFilter;
import vn.ansinh.core.identity.PersonScope;
import vn.ansinh.core.sql.Rows;

/**
 * A statement put together from parts, each with its parameters beside it. Months go as their first day; a collection goes as
 * an array, of months, of ids, of texts or of integers.
 */
public final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<Part> parts = new ArrayList<>();

    /** Begins with a part that has {@code parameters} in the order of its question marks. */
    public static Sql of(String part, Object... parameters) {
        return new Sql().and(part, parameters);
    }

    public Sql and(String part, Object... parameters) {
        text.append(part);
        for (Object parameter : parameters) {
            parts.add((statement, at) -> {
                set(statement, at, parameter);
                return at + 1;
            });
        }
        return this;
    }

    /** A condition on where; begins with a blank. */
    public Sql and(PersonScope scope) {
        text.append(' ').append(scope.sql());
        parts.add(scope::bind);
        return this;
    }

    /** Conditions on {@code ansinh.person p}, each with {@code and} before it. */
    public Sql and(PersonFilter filter) {
        text.append(filter.sql());
        parts.add(filter::bind);
        return this;
    }

    public <T> List<T> list(Connection connection, Rows.Reading<T> reading) throws SQLException {
        try (PreparedStatement select = prepare(connection)) {
            return Rows.list(select, reading);
        }
    }

    public <T> Optional<T> first(Connection connection, Rows.Reading<T> reading) throws SQLException {
        return list(connection, reading).stream().findFirst();
    }

    /** The first row, where there is always one; may read as {@code null}. */
    public <T> T one(Connection connection, Rows.Reading<T> reading) throws SQLException {
        return list(connection, reading).get(0);
    }

    /** @return rows touched */
    public int execute(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepare(connection)) {
            return statement.execute() ? 0 : statement.getUpdateCount();
        }
    }

    private PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        int position = 1;
        for (Part part : parts) {
            position = part.bind(statement, position);
        }
        return statement;
    }

    private static void set(PreparedStatement statement, int at, Object value) throws SQLException {
        if (value instanceof YearMonth month) {
            statement.setDate(at, date(month));
        } else if (value instanceof Instant instant) {
            statement.setTimestamp(at, Timestamp.from(instant));
        } else if (value instanceof Collection<?> values) {
            boolean months = values.stream().anyMatch(YearMonth.class::isInstance);
            Object[] elements = values.stream()
                    .map(element -> element instanceof YearMonth month ? date(month) : element)
                    .toArray();
            boolean ids = values.stream().anyMatch(Long.class::isInstance);
            boolean texts = values.stream().anyMatch(String.class::isInstance);
            String type = months ? "date" : ids ? "bigint" : texts ? "text" : "integer";
            statement.setArray(at, statement.getConnection().createArrayOf(type, elements));
        } else {
            statement.setObject(at, value);
        }
    }

    private static Date date(YearMonth month) {
        return Date.valueOf(month.atDay(1));
    }

    public static YearMonth month(ResultSet row, int column) throws SQLException {
        return YearMonth.from(row.getObject(column, LocalDate.class));
    }

    public static Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    /** Binds its parameters from a position on; returns the position after them. */
    private interface Part {
        int bind(PreparedStatement statement, int from) throws SQLException;
    }
}
