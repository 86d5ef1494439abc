package vn.ansinh.core.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One statement that changes rows. */
public final class Change {

    private Change() {}

    /** Runs {@code sql} with what {@code binding} binds. @return how many rows it changed */
    public static int of(Connection connection, String sql, Rows.Binding binding) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(sql)) {
            binding.bind(change);
            return change.executeUpdate();
        }
    }
}
