package vn.ansinh.core.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.testkit.TestDatabase;

/** What an installation is for is said at its birth. */
class TrainingTest {

    @RegisterExtension
    static final TestDatabase BORN_FOR_TRAINING = TestDatabase.withSchemas("ansinh");

    @RegisterExtension
    static final TestDatabase BORN_REAL = TestDatabase.withSchemas("ansinh");

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @Test
    void oneBornForTrainingStaysSo() {
        assertTrue(started(BORN_FOR_TRAINING, true));
        assertTrue(started(BORN_FOR_TRAINING, false), "whoever forgets the variable still sees what it is");
        assertThrows(Problem.class, () -> {
            StoredTraining training = training(BORN_FOR_TRAINING, false);
            training.init();
            training.refuse();
        });
    }

    @Test
    void aRealOneIsNeverOpenedForTraining() {
        assertFalse(started(BORN_REAL, false));
        Problem refused = assertThrows(Problem.class, () -> started(BORN_REAL, true));
        assertEquals("AS-TRAINING-REAL", refused.code());
        assertTrue(console.toString(StandardCharsets.UTF_8).contains("hệ thống thật"));
        assertFalse(started(BORN_REAL, false));
    }

    @Test
    void noLoginChangesIt() throws SQLException {
        started(BORN_REAL, false);
        for (String sql : new String[] {
            "update ansinh.installation set training = true",
            "delete from ansinh.installation",
            "truncate ansinh.installation",
            "insert into ansinh.installation (training) values (true)"
        }) {
            for (var login : new DataSource[] {BORN_REAL.dataSource(), BORN_REAL.system(), BORN_REAL.owner()}) {
                try (Connection connection = login.getConnection();
                        Statement statement = connection.createStatement()) {
                    connection.setAutoCommit(true);
                    assertThrows(SQLException.class, () -> statement.execute(sql), sql);
                }
            }
        }
        assertFalse(started(BORN_REAL, false));
    }

    private boolean started(TestDatabase database, boolean wished) {
        StoredTraining training = training(database, wished);
        training.init();
        return training.active();
    }

    private StoredTraining training(TestDatabase database, boolean wished) {
        return new StoredTraining(
                database.transactions(), wished, new PrintStream(console, true, StandardCharsets.UTF_8));
    }
}
