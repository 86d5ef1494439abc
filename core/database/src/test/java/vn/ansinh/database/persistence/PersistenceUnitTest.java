package vn.ansinh.database.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.database.FreshDatabase.execute;
import static vn.ansinh.database.FreshDatabase.query;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.URL;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.transaction.TransactionFailedException;
import vn.ansinh.database.FreshDatabase;
import vn.ansinh.database.transaction.ThreadTransactions;

/** A program's entities and the core's rows are one commit. */
class PersistenceUnitTest {

    @RegisterExtension
    static final FreshDatabase DATABASE = new FreshDatabase();

    private static ThreadTransactions transactions;
    private static PersistenceUnit unit;

    private final EntityManager entities = unit.entityManager();

    @BeforeAll
    static void open() throws SQLException, IOException {
        execute(
                DATABASE.database().owner(),
                "create schema ansinh create table entitlement (decision bigint not null)");
        execute(
                DATABASE.database().owner(),
                "create schema program create table decision"
                        + " (id bigint generated always as identity primary key, number text unique deferrable initially deferred)");
        transactions = new ThreadTransactions(DATABASE.database().pool());
        ClassLoader loader = PersistenceUnitTest.class.getClassLoader();
        URL descriptor = loader.getResource("META-INF/persistence.xml");
        unit = PersistenceUnit.open(
                UnitDescriptor.read(descriptor).get(0), "program", new URL(descriptor, ".."), loader, transactions);
    }

    @AfterAll
    static void close() {
        unit.close();
    }

    @BeforeEach
    void empty() {
        transactions.run(connection -> {
            execute(connection, "delete from program.decision");
            execute(connection, "delete from entitlement");
        });
    }

    @Test
    void entityAndRowAreCommittedTogether() throws SQLException {
        transactions.run(connection -> {
            Decision decision = new Decision("01/QĐ-UBND");
            entities.persist(decision);
            entities.flush();
            execute(connection, "insert into entitlement values (" + decision.id() + ")");
        });
        assertEquals("1", count("program.decision d join entitlement e on e.decision = d.id"));
    }

    @Test
    void entityAndRowAreRolledBackTogether() throws SQLException {
        assertThrows(
                TransactionFailedException.class,
                () -> transactions.run(connection -> {
                    entities.persist(new Decision("02/QĐ-UBND"));
                    entities.flush();
                    execute(connection, "insert into entitlement values (null)");
                }));
        assertEquals("0", count("program.decision"));
        assertEquals("0", count("entitlement"));
    }

    @Test
    void aFailureAtTheCommitItselfTakesTheRowToo() throws SQLException {
        assertThrows(
                TransactionFailedException.class,
                () -> transactions.run(connection -> {
                    execute(connection, "insert into entitlement values (1)");
                    entities.persist(new Decision("03/QĐ-UBND"));
                    entities.persist(new Decision("03/QĐ-UBND"));
                }));
        assertEquals("0", count("program.decision"));
        assertEquals("0", count("entitlement"));
    }

    @Test
    void whatIsPersistedIsWrittenWithoutFlush() {
        transactions.run(connection -> entities.persist(new Decision("04/QĐ-UBND")));
        transactions.run(connection -> assertEquals(
                "04/QĐ-UBND",
                entities.createQuery("select d from Decision d", Decision.class)
                        .getSingleResult()
                        .number()));
    }

    @Test
    void outsideATransactionItIsOfNoUse() {
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> entities.find(Decision.class, 1L));
        assertTrue(refused.getMessage().contains("Transactions.call"));
    }

    @Test
    void itCannotBeClosedOrCommittedByItself() {
        assertThrows(IllegalStateException.class, entities::close);
        assertThrows(IllegalStateException.class, entities::getTransaction);
    }

    private static String count(String from) throws SQLException {
        return query(DATABASE.database().pool(), "select count(*) from " + from);
    }
}
