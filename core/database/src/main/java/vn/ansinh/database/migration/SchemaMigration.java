package vn.ansinh.database.migration;

import java.net.URL;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.database.DatabaseException;

/**
 * Applies the pending scripts of a schema, all of them or none: {@code V<number>__<what>.sql} once and in order, {@code
 * R__<what>.sql} whenever their text changed. What has been applied is kept in a table of the schema itself.
 */
public final class SchemaMigration {

    /** Where scripts lie in a bundle. */
    public static final String DIRECTORY = "db/migration";

    private static final Logger LOG = LoggerFactory.getLogger(SchemaMigration.class);
    private static final String HISTORY = "schema_history";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final DataSource owner;
    private final String applicationRole;
    private final List<String> reportRoles;

    /**
     * @param owner connections as the role that owns all schemas
     * @param applicationRole the role of the application, which must not write the history
     * @param reportRoles what ordinary and what sensitive reports log in as: they read what schemas publish
     */
    public SchemaMigration(DataSource owner, String applicationRole, List<String> reportRoles) {
        this.owner = owner;
        this.applicationRole = applicationRole;
        this.reportRoles = reportRoles;
    }

    /**
     * Brings a schema up to date, creating it if it is missing.
     *
     * @param schema the schema's name
     * @param scripts where the scripts lie
     * @return the version reached; empty if there are no versioned scripts
     * @throws DatabaseException if a script failed (nothing is applied then) or the schema is newer than the scripts
     */
    public String apply(String schema, Collection<URL> scripts) {
        if (!NAME.matcher(schema).matches()) {
            throw new DatabaseException(
                    "Tên schema \"" + schema + "\" không hợp lệ: chỉ dùng chữ thường, số và gạch dưới.");
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Flyway.class.getClassLoader());
        try {
            Flyway flyway = configure(schema, scripts);
            refuseDowngrade(schema, flyway);
            MigrateResult result = flyway.migrate();
            protectHistory(schema);
            letReportsRead();
            MigrationInfo current = flyway.info().current();
            String version = current == null || current.getVersion() == null
                    ? ""
                    : current.getVersion().getVersion();
            LOG.info("Schema {} is at version {} ({} scripts applied)", schema, version, result.migrationsExecuted);
            return version;
        } catch (FlywayException | SQLException e) {
            throw new DatabaseException(
                    "Cập nhật cấu trúc dữ liệu của schema " + schema + " không thành công; không có gì bị thay đổi. "
                            + e.getMessage(),
                    e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Flyway configure(String schema, Collection<URL> scripts) {
        return Flyway.configure(Flyway.class.getClassLoader())
                .dataSource(owner)
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(true)
                .table(HISTORY)
                .resourceProvider(new Scripts(scripts))
                .javaMigrationClassProvider(List::of)
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                // all or nothing: a bundle's new version never meets half of its tables
                .group(true)
                .load();
    }

    private static void refuseDowngrade(String schema, Flyway flyway) {
        Arrays.stream(flyway.info().all())
                .filter(info -> info.getVersion() != null)
                .filter(info -> info.getState() == MigrationState.FUTURE_SUCCESS)
                .reduce((earlier, later) -> later)
                .ifPresent(newer -> {
                    throw new DatabaseException("Schema " + schema + " đã ở phiên bản " + newer.getVersion()
                            + ", mới hơn phiên bản mà gói này biết. Không hạ cấp: hãy cài lại gói mới hơn,"
                            + " hoặc phục hồi bản sao lưu của thời điểm trước khi nâng cấp.");
                });
    }

    private void protectHistory(String schema) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("revoke insert, update, delete on " + schema + "." + HISTORY + " from "
                    + SqlText.identifier(applicationRole));
        }
    }

    /** Views that the schema publishes, as function {@code ansinh.report_logins} finds them; there is none before the core's tables. */
    private void letReportsRead() throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet known = statement.executeQuery(
                        "select to_regprocedure('ansinh.report_logins(name, name)') is not null")) {
            known.next();
            if (known.getBoolean(1)) {
                try (PreparedStatement grant =
                        connection.prepareStatement("select ansinh.report_logins(?::name, ?::name)")) {
                    grant.setString(1, reportRoles.get(0));
                    grant.setString(2, reportRoles.get(1));
                    grant.execute();
                }
            }
        }
    }
}
