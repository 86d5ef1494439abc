package vn.ansinh.core.casework;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ansinh.core.sql.Change;

/** New values of a case's row; every change makes another revision. */
final class CaseChange {

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** @param column of {@code ansinh.case_file}, never from outside; @param value {@code null} for none */
    CaseChange set(String column, Object value) {
        values.put(column, value instanceof Enum<?> constant ? constant.name() : value);
        return this;
    }

    void on(Connection connection, long id) throws SQLException {
        String assigned =
                values.keySet().stream().map(column -> column + " = ?, ").collect(Collectors.joining());
        Change.of(
                connection,
                "update ansinh.case_file set " + assigned + "revision = revision + 1, changed_at = now() where id = ?",
                update -> {
                    int position = 1;
                    for (Object value : values.values()) {
                        update.setObject(position++, sql(connection, value));
                    }
                    update.setLong(position, id);
                });
    }

    /** As the driver takes it. */
    static Object sql(Connection connection, Object value) throws SQLException {
        if (value instanceof Long[] numbers) {
            return connection.createArrayOf("bigint", numbers);
        }
        if (value instanceof String[] texts) {
            return connection.createArrayOf("text", texts);
        }
        return value instanceof LocalDate day ? java.sql.Date.valueOf(day) : value;
    }
}
