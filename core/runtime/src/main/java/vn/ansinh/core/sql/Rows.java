package vn.ansinh.core.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** All rows that a query yields. */
public final class Rows {

    private Rows() {}

    /** Asks {@code sql} with what {@code binding} binds. @return what {@code reading} makes of each row, in their order */
    public static <T> List<T> list(Connection connection, String sql, Binding binding, Reading<T> reading)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            binding.bind(select);
            return list(select, reading);
        }
    }

    /** Asks a statement whose parameters are bound; it stays open. */
    public static <T> List<T> list(PreparedStatement select, Reading<T> reading) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<T> list = new ArrayList<>();
            while (row.next()) {
                list.add(reading.read(row));
            }
            return list;
        }
    }

    /** Binds a statement's parameters. */
    public interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    /** Reads one row; columns by position. */
    public interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }
}
