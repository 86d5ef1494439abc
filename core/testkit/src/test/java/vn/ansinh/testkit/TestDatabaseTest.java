package vn.ansinh.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.transaction.Scope;

class TestDatabaseTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.empty();

    @Test
    void givesTheApplicationsRolesAndNotTheOwners() {
        assertEquals("ansinh_system", DATABASE.transactions().call(TestDatabaseTest::role));
        assertEquals("ansinh_app", DATABASE.scopedBy(() -> Scope.NOTHING).call(TestDatabaseTest::role));
    }

    @Test
    void tellsWhichSchemaIsMissing() {
        assertThrows(IllegalArgumentException.class, () -> SchemaOnClassPath.find("nowhere"));
    }

    private static String role(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_user")) {
            row.next();
            return row.getString(1);
        }
    }
}
