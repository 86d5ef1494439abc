package vn.ansinh.database.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vn.ansinh.database.FreshDatabase.execute;
import static vn.ansinh.database.FreshDatabase.query;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.PGConnection;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.TransactionFailedException;
import vn.ansinh.database.FreshDatabase;

class ThreadTransactionsTest {

    @RegisterExtension
    static final FreshDatabase DATABASE = new FreshDatabase();

    private final ThreadTransactions transactions =
            new ThreadTransactions(DATABASE.database().pool());

    @BeforeAll
    static void table() throws SQLException {
        execute(DATABASE.database().owner(), "create schema ansinh create table note (text text)");
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

    private static void insert(Connection connection, String text) throws SQLException {
        execute(connection, "insert into note values ('" + text + "')");
    }

    private static String count() throws SQLException {
        return query(DATABASE.database().pool(), "select count(*) from note");
    }
}
