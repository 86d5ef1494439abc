package vn.ansinh.core;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.testkit.TestDatabase;

/** The core's migrations make tables that the application's role can use. */
class CoreSchemaTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    @Test
    void theApplicationReadsTheTablesWithoutNamingTheirSchema() {
        DATABASE.transactions().run(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) >= 0 from person")) {
                row.next();
                assertTrue(row.getBoolean(1));
            }
        });
    }
}
