package vn.ansinh.testkit;

import static vn.ansinh.database.migration.SqlText.identifier;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import vn.ansinh.api.transaction.Everywhere;
import vn.ansinh.api.transaction.ReportTransactions;
import vn.ansinh.api.transaction.Scope;
import vn.ansinh.api.transaction.ScopeSource;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.database.migration.SchemaMigration;
import vn.ansinh.database.persistence.PersistenceUnit;
import vn.ansinh.database.persistence.UnitDescriptor;
import vn.ansinh.database.postgres.PostgresServer;
import vn.ansinh.database.service.Database;
import vn.ansinh.database.transaction.ReportConnections;
import vn.ansinh.database.transaction.ScopeSeal;
import vn.ansinh.database.transaction.ThreadTransactions;

/**
 * A PostgreSQL database of its own for each test class, with the tables that the platform's migrations make and the same
 * roles as in production. One server serves the whole JVM, and each set of schemas is migrated once: a test class gets a copy.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh", "btxh");
 *
 * @Test
 * void savesWhatItReads() {
 *     DATABASE.transactions().run(connection -> …);
 * }
 * }</pre>
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

    private static final int POOL_SIZE = 8;
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Map<List<String>, String> TEMPLATES = new HashMap<>();

    private final List<String> schemas;
    private final Map<String, PersistenceUnit> units = new HashMap<>();
    private String name;
    private Database database;
    private ThreadTransactions transactions;
    private ReportConnections reports;

    private TestDatabase(List<String> schemas) {
        this.schemas = schemas;
    }

    /**
     * A database with schemas whose owners lie on the class path, in the order of their dependence.
     *
     * @param schemas names as in the header {@code Ansinh-Schema} of the owners
     */
    public static TestDatabase withSchemas(String... schemas) {
        return new TestDatabase(List.of(schemas));
    }

    /** An empty database. */
    public static TestDatabase empty() {
        return new TestDatabase(List.of());
    }

    /** Transactions as the platform provides them for its own work: whoever acts, every row is reached. */
    public Everywhere transactions() {
        return transactions.everywhere();
    }

    /**
     * Transactions as the platform provides them for officials: row-level security holds.
     *
     * @param source tells who acts, for instance {@code ThreadAccess}
     */
    public Transactions scopedBy(ScopeSource source) {
        return transactions.scopedBy(source);
    }

    /** Transactions of reports, as the platform provides them: on logins that reach published views only. */
    public ReportTransactions reports() {
        return reports;
    }

    /** The application's pool: row-level security holds, and outside of {@link #scopedBy} there is no scope. */
    public DataSource dataSource() {
        return database.pool();
    }

    /** The platform's pool: row-level security does not hold. */
    public DataSource system() {
        return database.system();
    }

    /** Connections as the owner of the schemas: for tests that make tables of their own. */
    public DataSource owner() {
        return database.owner();
    }

    /**
     * The entity manager of a persistence unit, as the platform would publish it.
     *
     * @param schema the schema of the module that contains the unit
     * @param unit the unit's name
     */
    public EntityManager entityManager(String schema, String unit) {
        return units.computeIfAbsent(unit, key -> openUnit(SchemaOnClassPath.find(schema), unit))
                .entityManager();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws SQLException {
        PostgresServer server = SharedServer.get();
        name = "test_" + COUNTER.incrementAndGet();
        copy(server, template(server, schemas), name);
        database = Database.openEmbedded(server, name, POOL_SIZE);
        transactions = new ThreadTransactions(
                database.pool(),
                database.system(),
                new ScopeSeal(database.owner(), Clock.systemUTC()),
                () -> Scope.NOTHING);
        reports = database.reports();
    }

    @Override
    public void afterAll(ExtensionContext context) throws SQLException {
        units.values().forEach(PersistenceUnit::close);
        units.clear();
        reports.close();
        database.close();
        execute(SharedServer.get(), "drop database " + identifier(name) + " with (force)");
    }

    private static synchronized String template(PostgresServer server, List<String> schemas) {
        return TEMPLATES.computeIfAbsent(schemas, key -> {
            String template = "template_" + COUNTER.incrementAndGet();
            try (Database database = Database.openEmbedded(server, template, 2)) {
                SchemaMigration migration = database.migration();
                schemas.forEach(schema ->
                        migration.apply(schema, SchemaOnClassPath.find(schema).scripts()));
            }
            return template;
        });
    }

    private static void copy(PostgresServer server, String template, String name) throws SQLException {
        execute(
                server,
                "create database " + identifier(name) + " template " + identifier(template) + " owner ansinh_owner");
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = server.superuser("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private PersistenceUnit openUnit(SchemaOnClassPath schema, String unit) {
        try {
            List<String> found = new ArrayList<>();
            for (UnitDescriptor descriptor : UnitDescriptor.read(schema.persistenceDescriptor())) {
                if (descriptor.name().equals(unit)) {
                    return PersistenceUnit.open(
                            descriptor, schema.name(), schema.root(), SchemaOnClassPath.loader(), transactions);
                }
                found.add(descriptor.name());
            }
            throw new IllegalArgumentException("No persistence unit " + unit + " among " + found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
