package vn.ansinh.database.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.database.FreshDatabase.execute;
import static vn.ansinh.database.FreshDatabase.query;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.PGConnection;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Scope;
import vn.ansinh.api.transaction.TransactionFailedException;
import vn.ansinh.database.FreshDatabase;

class ThreadTransactionsTest {

    @RegisterExtension
    static final FreshDatabase DATABASE = new FreshDatabase();

    private final ThreadTransactions transactions =
            new ThreadTransactions(DATABASE.database().pool());

    private Scope scope = Scope.NOTHING;

    @BeforeAll
    static void table() throws SQLException {
        execute(
                DATABASE.database().owner(),
                "create schema ansinh; create table ansinh.note (text text);"
                        + " create table ansinh.scope_key as select 'key'::bytea as key");
    }

    @BeforeEach
    void empty() {
        transactions.run(connection -> execute(connection, "delete from note"));
    }

    @Test
    void nestedCallsShareOneConnectionAndOneCommit() throws SQLException {
        transactions.run(outer -> {
            insert(outer, "outer");
            transactions.run(inner -> {
                assertSame(outer, inner);
                insert(inner, "inner");
            });
            assertEquals("0", count(), "nothing is to be seen before the commit");
        });
        assertEquals("2", count());
    }

    @Test
    void aServerThatGoesAwayIsToldAsAProblemOfTheMoment() throws SQLException {
        Problem problem = assertThrows(
                Problem.class,
                () -> transactions.run(connection -> {
                    insert(connection, "lost");
                    execute(connection, "select pg_terminate_backend(pg_backend_pid())");
                }));
        assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
        assertEquals("0", count());
    }

    @Test
    void whatTheDatabaseRefusesDoesNotNameWhomItWasAbout() {
        TransactionFailedException refused = assertThrows(
                TransactionFailedException.class,
                () -> transactions.run(connection -> {
                    execute(connection, "create temporary table once (number text unique) on commit drop");
                    try (PreparedStatement statement = connection.prepareStatement("insert into once values (?)")) {
                        for (int i = 0; i < 2; i++) {
                            statement.setString(1, "042190001234");
                            statement.addBatch();
                        }
                        statement.executeBatch();
                    }
                }));
        StringWriter told = new StringWriter();
        refused.printStackTrace(new PrintWriter(told));
        assertFalse(told.toString().contains("042190001234"), told::toString);
    }

    @Test
    void aCheckedExceptionRollsBackAndIsWrapped() throws SQLException {
        IOException cause = new IOException("no");
        TransactionFailedException failure = assertThrows(
                TransactionFailedException.class,
                () -> transactions.run(connection -> {
                    insert(connection, "lost");
                    throw cause;
                }));
        assertSame(cause, failure.getCause());
        assertEquals("0", count());
    }

    @Test
    void aRuntimeExceptionPassesUnchanged() {
        IllegalArgumentException thrown = new IllegalArgumentException();
        assertSame(
                thrown,
                assertThrows(
                        IllegalArgumentException.class,
                        () -> transactions.run(connection -> {
                            throw thrown;
                        })));
    }

    @Test
    void aFailedPartDoomsTheWholeEvenIfItIsCaught() throws SQLException {
        assertThrows(
                TransactionFailedException.class,
                () -> transactions.run(connection -> {
                    insert(connection, "outer");
                    try {
                        transactions.run(inner -> {
                            throw new IllegalStateException("part");
                        });
                    } catch (IllegalStateException e) {
                        insert(connection, "as if nothing had happened");
                    }
                }));
        assertEquals("0", count());
    }

    @Test
    void theWorkerMayNotEndTheTransaction() {
        assertThrows(IllegalStateException.class, () -> transactions.run(Connection::commit));
        assertThrows(IllegalStateException.class, () -> transactions.run(Connection::rollback));
        assertThrows(IllegalStateException.class, () -> transactions.run(Connection::close));
        assertThrows(IllegalStateException.class, () -> transactions.run(connection -> connection.setAutoCommit(true)));
    }

    @Test
    void aKeptConnectionIsOfNoUse() {
        Connection[] kept = new Connection[1];
        transactions.run(connection -> kept[0] = connection);
        assertThrows(SQLException.class, () -> kept[0].createStatement());
    }

    @Test
    void theConnectionCanCopy() throws SQLException {
        transactions.run(connection -> {
            PGConnection postgres = connection.unwrap(PGConnection.class);
            assertNotNull(postgres);
            postgres.getCopyAPI().copyIn("copy note from stdin", new StringReader("một\nhai\n"));
        });
        assertEquals("2", count());
    }

    @Test
    void outsideATransactionLibrariesGetNoConnection() {
        assertThrows(
                IllegalStateException.class,
                () -> transactions.boundDataSource().getConnection());
    }

    @Test
    void theFirstStatementTellsWhomItIsFor() {
        ThreadTransactions scoped = scoped();
        scope = new Scope(42, Set.of("b", "a"), "chi.lan");
        scoped.run(connection -> assertTrue(told(connection).matches("42\\|a,b\\|chi\\.lan\\|\\d+\\|[0-9a-f]{64}")));
        scope = Scope.NOTHING;
        scoped.run(connection -> assertEquals("", told(connection), "the connection forgets whom it was for"));
        scoped.everywhere().run(connection -> {
            assertEquals("ansinh_system", query(connection, "select current_user"));
            scoped.run(inner -> assertSame(connection, inner));
        });
    }

    @Test
    void aCallOfAnotherScopeEndsWithIt() {
        ThreadTransactions scoped = scoped();
        scope = new Scope(42, Set.of("*"), "chi.lan");
        assertThrows(
                TransactionFailedException.class,
                () -> scoped.run(connection -> {
                    String own = told(connection);
                    scoped.everywhere().run(wide -> {
                        assertTrue(told(wide).startsWith("0|*|system|"));
                        scoped.run(inner -> assertTrue(told(inner).startsWith("0|*|system|")));
                    });
                    assertEquals(own, told(connection));
                    assertThrows(
                            IllegalStateException.class,
                            () -> scoped.everywhere().run(wide -> {
                                throw new IllegalStateException();
                            }));
                    assertEquals(own, told(connection), "also after a failure");
                }));
    }

    private ThreadTransactions scoped() {
        return new ThreadTransactions(
                DATABASE.database().pool(),
                DATABASE.database().system(),
                new ScopeSeal(DATABASE.database().owner(), InstantSource.system()),
                () -> scope);
    }

    private static String told(Connection connection) throws SQLException {
        return query(connection, "select current_setting('ansinh.scope', true)");
    }

    private static void insert(Connection connection, String text) throws SQLException {
        execute(connection, "insert into note values ('" + text + "')");
    }

    private static String count() throws SQLException {
        return query(DATABASE.database().pool(), "select count(*) from note");
    }
}
