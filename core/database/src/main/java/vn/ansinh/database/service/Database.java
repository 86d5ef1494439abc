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
import vn.ansinh.database.migration.SchemaMigration;
import vn.ansinh.database.postgres.Credentials;
import vn.ansinh.database.postgres.Durability;
import vn.ansinh.database.postgres.PostgresServer;
import vn.ansinh.database.transaction.ReportConnections;

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

    /** Of the connections for officials, reports may have one in so many on top. */
    private static final int REPORTS = 2;

    private static final int SENSITIVE_REPORTS = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PostgresServer server;
    private final HikariDataSource pool;
    private final HikariDataSource system;
    private final HikariDataSource report;
    private final HikariDataSource sensitiveReport;
    private final DataSource owner;
    private final String applicationRole;
    private final List<String> reportRoles;

    private Database(PostgresServer server, Logins logins, int poolSize) {
        this.server = server;
        this.pool = pool("ansinh", logins.application(), poolSize);
        this.system = pool("ansinh-system", logins.system(), poolSize);
        this.report = pool("ansinh-report", logins.report(), Math.max(2, poolSize / REPORTS), 0);
        this.sensitiveReport = pool("ansinh-report-sensitive", logins.sensitiveReport(), SENSITIVE_REPORTS, 0);
        this.owner = logins.owner();
        this.applicationRole = logins.application().getUser();
        this.reportRoles =
                List.of(logins.report().getUser(), logins.sensitiveReport().getUser());
    }

    /** Unpooled connections of every role, checked. */
    private record Logins(
            PGSimpleDataSource application,
            PGSimpleDataSource system,
            PGSimpleDataSource owner,
            PGSimpleDataSource report,
            PGSimpleDataSource sensitiveReport) {}

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
            Database database = new Database(server, embedded(server, NAME), settings.poolSize());
            LOG.info("Data are kept in {}", settings.dataDirectory());
            return database;
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
        return new Database(null, embedded(server, name), poolSize);
    }

    private static Logins embedded(PostgresServer server, String name) {
        try {
            Roles.create(server.superuser("postgres"), server.credentials());
            Roles.createDatabase(server.superuser("postgres"), name);
            Roles.prepare(server.superuser(name), Roles.OWNER, Roles.APPLICATION);
            ReportRoles.confine(server.superuser(name), Roles.OWNER, Roles.APPLICATION);
            String url = server.url(name);
            Credentials passwords = server.credentials();
            return checked(new Logins(
                    source(url, Roles.APPLICATION, passwords.application()),
                    source(url, Roles.SYSTEM, passwords.system()),
                    source(url, Roles.OWNER, passwords.owner()),
                    source(url, Roles.REPORT, passwords.report()),
                    source(url, Roles.SENSITIVE_REPORT, passwords.sensitiveReport())));
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
            Logins logins = checked(new Logins(
                    source(external.url(), external.user(), external.password()),
                    source(external.url(), external.systemUser(), external.systemPassword()),
                    owner,
                    source(external.url(), external.reportUser(), external.reportPassword()),
                    source(external.url(), external.sensitiveUser(), external.sensitivePassword())));
            return new Database(null, logins, poolSize);
        } catch (SQLException e) {
            throw new DatabaseException(
                    "Không dùng được PostgreSQL tại " + external.url() + " (khai trong etc/vn.ansinh.database.cfg): "
                            + e.getMessage(),
                    e);
        }
    }

    private static Logins checked(Logins logins) throws SQLException {
        String application = logins.application().getUser();
        String owner = logins.owner().getUser();
        Roles.verify(logins.application(), owner);
        Roles.verifySystem(logins.system(), application, owner);
        ReportRoles.verify(logins.report(), "report.user");
        ReportRoles.verify(logins.sensitiveReport(), "report.sensitive.user");
        logins.application().setCurrentSchema(SEARCH_PATH);
        logins.system().setCurrentSchema(SEARCH_PATH);
        ReportRoles.prepared(logins.report());
        ReportRoles.prepared(logins.sensitiveReport());
        // A migration that waits for a lock makes everyone wait behind it: rather none than that.
        logins.owner().setOptions("-c lock_timeout=30s");
        return logins;
    }

    private static PGSimpleDataSource source(String url, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("ansinh");
        source.setTcpKeepAlive(true);
        // the row that was refused and the values of a batch would bring names and numbers of people into logs
        source.setLogServerErrorDetail(false);
        return source;
    }

    private static HikariDataSource pool(String name, PGSimpleDataSource source, int size) {
        return pool(name, source, size, Math.min(2, size));
    }

    /** @param idle connections kept open; with none the first is opened when it is needed */
    private static HikariDataSource pool(String name, PGSimpleDataSource source, int size, int idle) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(idle);
        config.setConnectionTimeout(PATIENCE.toMillis());
        if (idle == 0) {
            config.setInitializationFailTimeout(-1);
        }
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

    /** Questions of reports, on pools of their own; to be closed before the database. */
    public ReportConnections reports() {
        return new ReportConnections(report, sensitiveReport, system);
    }

    /** Brings schemas up to date, and lets reports read what they publish. */
    public SchemaMigration migration() {
        return new SchemaMigration(owner, applicationRole, reportRoles);
    }

    /** How busy the pools are at this moment. */
    List<PoolUse> use() {
        return List.of(use(pool), use(system), use(report), use(sensitiveReport));
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

    @Override
    public void close() {
        report.close();
        sensitiveReport.close();
        pool.close();
        system.close();
        if (server != null) {
            server.close();
        }
    }
}
