package vn.ansinh.core.policy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import vn.ansinh.testkit.TestDatabase;

/** What no application can do: forget packs and what was decided about them. */
final class PackTables {

    private PackTables() {}

    static void empty(TestDatabase database) throws SQLException {
        try (Connection owner = database.owner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("alter table ansinh.policy_event disable trigger user;"
                    + " delete from ansinh.policy_event; delete from ansinh.policy_confirmation;"
                    + " delete from ansinh.policy_version;"
                    + " alter table ansinh.policy_event enable trigger user");
        }
    }
}
