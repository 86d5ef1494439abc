package vn.ansinh.database.service;

import static vn.ansinh.database.migration.SqlText.identifier;
import static vn.ansinh.database.migration.SqlText.literal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import vn.ansinh.database.DatabaseException;
import vn.ansinh.database.postgres.Credentials;

/**
 * Who may do what in the database: an owner that only runs migrations; the application, which owns nothing, is no superuser
 * and cannot step over row-level security; and the system, which may do what the application may, on every row.
 */
final class Roles {

    /** Owns the database and every schema in the embedded server. */
    static final String OWNER = "ansinh_owner";

    /** What the pool logs in as on the embedded server. */
    static final String APPLICATION = "ansinh_app";

    /** What the platform's own work logs in as on the embedded server. */
    static final String SYSTEM = "ansinh_system";

    /** What ordinary reports log in as on the embedded server. */
    static final String REPORT = "ansinh_report";

    /** What sensitive reports log in as on the embedded server. */
    static final String SENSITIVE_REPORT = "ansinh_report_sensitive";

    private static final List<String> EXTENSIONS =
            List.of("pg_trgm", "unaccent", "btree_gist", "pgcrypto", "fuzzystrmatch");
    private static final int OLDEST_SERVER = 150000;

    private Roles() {}

    /** Makes or corrects the roles of the embedded server; passwords follow the credentials. */
    static void create(DataSource superuser, Credentials credentials) throws SQLException {
        try (Connection connection = superuser.getConnection()) {
            login(connection, OWNER, "nobypassrls", credentials.owner());
            login(connection, APPLICATION, "nobypassrls", credentials.application());
            login(connection, SYSTEM, "bypassrls", credentials.system());
            try (Statement statement = connection.createStatement()) {
                statement.execute("grant " + APPLICATION + " to " + SYSTEM);
            }
            ReportRoles.create(connection, REPORT, credentials.report());
            ReportRoles.create(connection, SENSITIVE_REPORT, credentials.sensitiveReport());
        }
    }

    /** Makes the database if it is missing. */
    static void createDatabase(DataSource superuser, String name) throws SQLException {
        try (Connection connection = superuser.getConnection();
                PreparedStatement query = connection.prepareStatement("select from pg_database where datname = ?")) {
            query.setString(1, name);
            try (ResultSet found = query.executeQuery()) {
                if (!found.next()) {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("create database " + identifier(name) + " owner " + OWNER);
                    }
                }
            }
        }
    }

    /**
     * Prepares a database: extensions, and what the application may do with whatever the owner creates from now on.
     *
     * @param privileged a superuser, or the owner on a server that is not ours
     * @param owner the role that will create schemas and tables
     * @param application the role that will use them
     */
    static void prepare(DataSource privileged, String owner, String application) throws SQLException {
        try (Connection connection = privileged.getConnection();
                Statement statement = connection.createStatement()) {
            for (String extension : EXTENSIONS) {
                statement.execute("create extension if not exists " + extension + " schema public");
            }
            String defaults = "alter default privileges for role " + identifier(owner) + " grant ";
            String to = " to " + identifier(application);
            statement.execute(defaults + "usage on schemas" + to);
            statement.execute(defaults + "select, insert, update, delete on tables" + to);
            statement.execute(defaults + "usage, select on sequences" + to);
            String database = identifier(connection.getCatalog());
            statement.execute("revoke temporary on database " + database + " from public");
            statement.execute("grant temporary on database " + database + to + ", " + identifier(owner));
        }
    }

    /** Refuses a server or a role of the application's that would make row-level security worthless. */
    static void verify(DataSource application, String owner) throws SQLException {
        try (Connection connection = application.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_setting('server_version_num')::int,"
                        + " current_setting('server_version'), current_user,"
                        + " exists (select from pg_roles where (rolsuper or rolbypassrls or rolname = " + literal(owner)
                        + ") and pg_has_role(current_user, oid, 'member'))")) {
            row.next();
            if (row.getInt(1) < OLDEST_SERVER) {
                throw new DatabaseException(
                        "Máy chủ là PostgreSQL " + row.getString(2) + "; An Sinh cần PostgreSQL 15 trở lên.");
            }
            if (row.getBoolean(4)) {
                throw new DatabaseException("Tài khoản " + row.getString(3)
                        + " có quyền quá rộng (superuser, bypassrls, hoặc thành viên của " + owner
                        + " hay của một tài khoản như vậy): phân quyền theo dòng sẽ vô hiệu. Hãy chạy: ALTER ROLE "
                        + row.getString(3)
                        + " NOSUPERUSER NOBYPASSRLS; REVOKE " + owner + " FROM " + row.getString(3) + ";");
            }
        }
    }

    /** Refuses a system role that could not work, or that could do more than it needs. */
    static void verifySystem(DataSource system, String application, String owner) throws SQLException {
        try (Connection connection = system.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_user, rolbypassrls and not rolsuper"
                        + " and pg_has_role(current_user, " + literal(application) + ", 'usage')"
                        + " and not pg_has_role(current_user, " + literal(owner) + ", 'member')"
                        + " from pg_roles where rolname = current_user")) {
            row.next();
            if (!row.getBoolean(2)) {
                String role = row.getString(1);
                throw new DatabaseException("Tài khoản " + role + " (system.user) phải có BYPASSRLS, là thành viên của "
                        + application + " và không có quyền nào khác. Hãy chạy: ALTER ROLE " + role
                        + " NOSUPERUSER INHERIT BYPASSRLS; GRANT " + application + " TO " + role + "; REVOKE " + owner
                        + " FROM " + role + ";");
            }
        }
    }

    static void login(Connection connection, String role, String security, String password) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select from pg_roles where rolname = ?");
                Statement statement = connection.createStatement()) {
            query.setString(1, role);
            try (ResultSet found = query.executeQuery()) {
                if (!found.next()) {
                    statement.execute("create role " + identifier(role));
                }
            }
            statement.execute("alter role " + identifier(role)
                    + " login inherit nosuperuser nocreatedb nocreaterole noreplication " + security + " password "
                    + literal(password));
        }
    }
}
