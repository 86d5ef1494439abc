package vn.ansinh.database.service;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.database.DatabaseException;
import vn.ansinh.database.postgres.Durability;
import vn.ansinh.database.postgres.PostgresServer;

/**
 * The open database: the pool that works for officials, below row-level security, the one that works for the platform, above
 * it, and the owner's connections that migrations use.
 */
public final class Database implements AutoCloseable {

    /** The name of the database in the embedded server. */
    public static final String NAME = "ansinh";

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** The core's own tables need no prefix; those of a program are named with its schema. */
    private static final String SEARCH_PATH = "ansinh,public";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PostgresServer server;
    private final HikariDataSource pool;
    private final HikariDataSource system;
    private final DataSource owner;
    private final String applicationRole;

    private Database(
            PostgresServer server,
            HikariDataSource pool,
            HikariDataSource system,
            DataSource owner,
            String applicationRole) {
        this.server = server;
        this.pool = pool;
        this.system = system;
        this.owner = owner;
        this.applicationRole = applicationRole;
    }

    /**
     * Opens the database that the settings name; starts the embedded server if they name none.
     *
     * @throws DatabaseException if that is impossible, with the way out
     */
    public static Database open(DatabaseSettings settings) {
        if (settings.external().isPresent()) {
            return openExternal(settings.external().get(), settings.poolSize());
        }
        PostgresServer server =
                PostgresServer.start(settings.dataDirectory().resolve("postgresql"), settings.port(), Durability.SAFE);
        try {
            Database database = openEmbedded(server, NAME, settings.poolSize());
            LOG.info("Data are kept in {}", settings.dataDirectory());
            return new Database(server, database.pool, database.system, database.owner, database.applicationRole);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /**
     * Opens a database in a running embedded server, creating database and roles if they are missing. Closing it leaves the
     * server running.
     */
    public static Database openEmbedded(PostgresServer server, String name, int poolSize) {
        try {
            Roles.create(server.superuser("postgres"), server.credentials());
            Roles.createDatabase(server.superuser("postgres"), name);
            Roles.prepare(server.superuser(name), Roles.OWNER, Roles.APPLICATION);
            String url = server.url(name);
            return connect(
                    source(url, Roles.APPLICATION, server.credentials().application()),
                    source(url, Roles.SYSTEM, server.credentials().system()),
                    source(url, Roles.OWNER, server.credentials().owner()),
                    poolSize);
        } catch (SQLException e) {
            throw new DatabaseException(
                    "Không chuẩn bị được cơ sở dữ liệu " + name + " trong PostgreSQL đi kèm: " + e.getMessage()
                            + ". Nếu mật khẩu bị từ chối: tệp credentials.properties không đi cùng thư mục dữ liệu này.",
                    e);
        }
    }

    private static Database openExternal(DatabaseSettings.External external, int poolSize) {
        LOG.info("Using the PostgreSQL at {}", external);
        PGSimpleDataSource owner = source(external.url(), external.ownerUser(), external.ownerPassword());
        try {
            Roles.prepare(owner, external.ownerUser(), external.user());
            return connect(
                    source(external.url(), external.user(), external.password()),
                    source(external.url(), external.systemUser(), external.systemPassword()),
                    owner,
                    poolSize);
        } catch (SQLException e) {
            throw new DatabaseException(
                    "Không dùng được PostgreSQL tại " + external.url() + " (khai trong etc/vn.ansinh.database.cfg): "
                            + e.getMessage(),
                    e);
        }
    }

    private static Database connect(
            PGSimpleDataSource application, PGSimpleDataSource system, PGSimpleDataSource owner, int poolSize)
            throws SQLException {
        Roles.verify(application, owner.getUser());
        Roles.verifySystem(system, application.getUser(), owner.getUser());
        application.setCurrentSchema(SEARCH_PATH);
        system.setCurrentSchema(SEARCH_PATH);
        // A migration that waits for a lock makes everyone wait behind it: rather none than that.
        owner.setOptions("-c lock_timeout=30s");
        return new Database(
                null,
                pool("ansinh", application, poolSize),
                pool("ansinh-system", system, poolSize),
                owner,
                application.getUser());
    }

    private static PGSimpleDataSource source(String url, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("ansinh");
        source.setTcpKeepAlive(true);
        return source;
    }

    private static HikariDataSource pool(String name, DataSource source, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(2, size));
        config.setConnectionTimeout(PATIENCE.toMillis());
        return new HikariDataSource(config);
    }

    /** The pool, logged in as the application's role: row-level security holds. */
    public DataSource pool() {
        return pool;
    }

    /** The pool of the platform's own work, logged in as the system's role: row-level security does not hold. */
    public DataSource system() {
        return system;
    }

    /** How busy both pools are at this moment. */
    List<PoolUse> use() {
        return List.of(use(pool), use(system));
    }

    private static PoolUse use(HikariDataSource source) {
        HikariPoolMXBean now = source.getHikariPoolMXBean();
        return new PoolUse(
                source.getPoolName(),
                source.getMaximumPoolSize(),
                now.getActiveConnections(),
                now.getIdleConnections(),
                now.getThreadsAwaitingConnection());
    }

    /** @param waiting threads that wait for a connection */
    record PoolUse(String pool, int most, int active, int idle, int waiting) {}

    /** Unpooled connections as the role that owns all schemas: for migrations. */
    public DataSource owner() {
        return owner;
    }

    /** The embedded server, if the database is in it. */
    public Optional<PostgresServer> server() {
        return Optional.ofNullable(server);
    }

    /** The role that the pool is logged in as. */
    public String applicationRole() {
        return applicationRole;
    }

    @Override
    public void close() {
        pool.close();
        system.close();
        if (server != null) {
            server.close();
        }
    }
}
