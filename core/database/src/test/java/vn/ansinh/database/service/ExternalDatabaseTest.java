package vn.ansinh.database.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.database.FreshDatabase.execute;
import static vn.ansinh.database.FreshDatabase.query;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ansinh.database.DatabaseException;
import vn.ansinh.database.FreshDatabase;
import vn.ansinh.database.postgres.Durability;
import vn.ansinh.database.postgres.PostgresServer;

/** A server that somebody else runs, prepared by nothing but the statements in {@code etc/vn.ansinh.database.cfg}. */
class ExternalDatabaseTest {

    private static Path directory;
    private static PostgresServer server;

    @BeforeAll
    static void prepare() throws IOException, SQLException {
        directory = FreshDatabase.directory();
        server = PostgresServer.start(directory, 0, Durability.THROW_AWAY);
        execute(server.superuser("postgres"), "create role province_owner login password 'o'");
        execute(server.superuser("postgres"), "create role province_app login password 'a'");
        execute(server.superuser("postgres"), "create role province_system login bypassrls password 's'");
        execute(server.superuser("postgres"), "grant province_app to province_system");
        execute(server.superuser("postgres"), "create role province_report login password 'r'");
        execute(server.superuser("postgres"), "create role province_report_sensitive login password 'r'");
        execute(server.superuser("postgres"), "create role careless login superuser password 'c'");
        execute(server.superuser("postgres"), "create database province owner province_owner");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        FreshDatabase.delete(directory);
    }

    @Test
    void plainRolesAndADatabaseAreEnough() throws SQLException {
        try (Database database = Database.open(settings("province_app", "a"))) {
            database.migration().apply("ansinh", List.of());
            execute(database.owner(), "create table ansinh.note as select 'chào' as text");
            assertEquals("chào", query(database.pool(), "select text from note"));
            assertEquals("province_app", query(database.pool(), "select current_user"));
            assertEquals("province_system", query(database.system(), "select current_user"));
            assertEquals("t", query(database.pool(), "select 'an' % 'an'"));
        }
    }

    @Test
    void aRoleThatMaySeeEverythingIsRefused() {
        DatabaseException refused =
                assertThrows(DatabaseException.class, () -> Database.open(settings("careless", "c")));
        assertTrue(refused.getMessage().contains("NOSUPERUSER"), refused.getMessage());
    }

    @Test
    void aSystemRoleThatSeesNoMoreThanOfficialsIsRefused() throws SQLException {
        execute(server.superuser("postgres"), "create role blind login password 's'");
        DatabaseException refused =
                assertThrows(DatabaseException.class, () -> Database.open(settings("province_app", "a", "blind")));
        assertTrue(refused.getMessage().contains("BYPASSRLS"), refused.getMessage());
    }

    @Test
    void aRoleOfReportsThatBelongsToAnotherIsRefused() throws SQLException {
        execute(server.superuser("postgres"), "create role greedy login password 'r' in role province_app");
        DatabaseException refused = assertThrows(
                DatabaseException.class,
                () -> Database.open(settings("province_app", "a", "province_system", "greedy")));
        assertTrue(refused.getMessage().contains("report.user"), refused.getMessage());
    }

    @Test
    void aWrongPasswordIsToldWithTheAddress() {
        DatabaseException refused =
                assertThrows(DatabaseException.class, () -> Database.open(settings("province_app", "wrong")));
        assertTrue(refused.getMessage().contains(server.url("province")), refused.getMessage());
    }

    private static DatabaseSettings settings(String user, String password) {
        return settings(user, password, "province_system");
    }

    private static DatabaseSettings settings(String user, String password, String system) {
        return settings(user, password, system, "province_report");
    }

    private static DatabaseSettings settings(String user, String password, String system, String report) {
        return DatabaseSettings.parse(
                Map.ofEntries(
                        Map.entry("url", server.url("province")),
                        Map.entry("user", user),
                        Map.entry("password", password),
                        Map.entry("system.user", system),
                        Map.entry("system.password", "s"),
                        Map.entry("owner.user", "province_owner"),
                        Map.entry("owner.password", "o"),
                        Map.entry("report.user", report),
                        Map.entry("report.password", "r"),
                        Map.entry("report.sensitive.user", "province_report_sensitive"),
                        Map.entry("report.sensitive.password", "r"),
                        Map.entry("pool.size", "4")),
                Map.of());
    }
}
