package vn.ansinh.database.service;

import static vn.ansinh.database.migration.SqlText.identifier;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import vn.ansinh.database.DatabaseException;

/**
 * The two roles that reports log in as: they reach the views of schema {@code published} and own, write and belong to nothing. What
 * a report's author may type is run as one of them, so what PostgreSQL lets everybody do is taken from everybody here, where the
 * server is ours, and given to those who need it.
 */
final class ReportRoles {

    /** What every session of theirs begins with; a question that changes it changes its own connection for its own time. */
    private static final String OPTIONS = "-c default_transaction_read_only=on -c max_parallel_workers_per_gather=0"
            + " -c statement_timeout=2h -c lock_timeout=20s -c idle_in_transaction_session_timeout=2h -c jit=off";

    private static final String SEARCH_PATH = "published";

    /** Of the rows that are fetched at a time; a question could ask for a value of a gigabyte. */
    private static final String MOST_IN_MEMORY = "64M";

    /** Temporary files that one session may fill; only a superuser can say so. */
    private static final String TEMPORARY_FILES = "20GB";

    /**
     * Functions that sleep, hold locks, end others, tell what others do, set what holds for a session, run text as a statement or
     * write: none is of use in a report.
     */
    private static final String UNFIT = "^(set_config|pg_sleep.*|pg_(try_)?advisory_.*|pg_notify|pg_cancel_backend"
            + "|pg_terminate_backend|pg_stat_get_activity|pg_stat_get_backend_.*|pg_logical_emit_message|pg_export_snapshot"
            + "|pg_current_logfile|(query|table|cursor|schema|database)_to_xml.*|ts_stat|lo_.*|loread|lowrite)$";

    private ReportRoles() {}

    /** Makes or corrects a role of the embedded server. */
    static void create(Connection superuser, String role, String password) throws SQLException {
        Roles.login(superuser, role, "nobypassrls", password);
        try (Statement statement = superuser.createStatement()) {
            statement.execute("alter role " + identifier(role) + " set temp_file_limit = '" + TEMPORARY_FILES + "'");
        }
    }

    /**
     * Takes functions that are unfit for reports from everybody in one database and gives them to the roles that work with it.
     *
     * @param superuser connections to that database
     */
    static void confine(DataSource superuser, String owner, String application) throws SQLException {
        String to = " to " + identifier(owner) + ", " + identifier(application);
        try (Connection connection = superuser.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select string_agg(format('revoke execute on function"
                                + " %1$s from public; grant execute on function %1$s" + to.replace("%", "%%")
                                + "', p.oid::regprocedure), '; ') from pg_proc p"
                                + " where p.pronamespace = 'pg_catalog'::regnamespace and p.proname ~ ? and (p.proacl is null"
                                + " or exists (select from aclexplode(p.proacl) a where a.grantee = 0))")) {
            select.setString(1, UNFIT);
            try (ResultSet row = select.executeQuery();
                    Statement statement = connection.createStatement()) {
                row.next();
                if (row.getString(1) != null) {
                    statement.execute(row.getString(1));
                }
            }
        }
    }

    /** Connections as one of them. */
    static PGSimpleDataSource prepared(PGSimpleDataSource source) throws SQLException {
        source.setOptions(OPTIONS);
        source.setCurrentSchema(SEARCH_PATH);
        source.setApplicationName("ansinh-report");
        source.setMaxResultBuffer(MOST_IN_MEMORY);
        return source;
    }

    /** Refuses a role that may do more than connect. @param key of the configuration that names it */
    static void verify(DataSource report, String key) throws SQLException {
        try (Connection connection = report.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select current_user, rolsuper or rolbypassrls or rolcreaterole or"
                                + " rolcreatedb or rolreplication or exists (select from pg_auth_members m where m.member = r.oid)"
                                + " from pg_roles r where r.rolname = current_user")) {
            row.next();
            if (row.getBoolean(2)) {
                String role = row.getString(1);
                throw new DatabaseException("Tài khoản " + role + " (" + key
                        + ") chỉ được đăng nhập, không được có quyền nào khác và không là thành viên của tài khoản nào: câu hỏi"
                        + " của báo cáo chạy bằng tài khoản này. Hãy chạy: ALTER ROLE " + role
                        + " NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOREPLICATION; và REVOKE các tài khoản mà "
                        + role
                        + " là thành viên.");
            }
        }
    }
}
