package vn.ansinh.database.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ansinh.database.DatabaseException;

class DatabaseSettingsTest {

    @Test
    void withoutAnyKeyTheEmbeddedServerIsUsed() {
        DatabaseSettings settings = DatabaseSettings.parse(Map.of("service.pid", "x", "data.directory", ""), Map.of());
        assertTrue(settings.external().isEmpty());
        assertEquals(0, settings.port());
        assertTrue(settings.dataDirectory().endsWith("ansinh"));
    }

    @Test
    void theEnvironmentWinsOverTheFile() {
        DatabaseSettings settings =
                DatabaseSettings.parse(Map.of("data.directory", "/srv/a"), Map.of("ANSINH_DATA", "/srv/b"));
        assertEquals(Path.of("/srv/b"), settings.dataDirectory());
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        DatabaseException refused = assertThrows(
                DatabaseException.class,
                () -> DatabaseSettings.parse(
                        Map.of("prot", "1", "pool.size", "many", "url", "jdbc:mysql://x", "user", "u"), Map.of()));
        for (String part :
                new String[] {"prot", "pool.size", "jdbc:postgresql", "system.user", "owner.password", "report.user"}) {
            assertTrue(refused.getMessage().contains(part), refused.getMessage());
        }
    }

    @Test
    void everyRoleIsAnother() {
        DatabaseException refused = assertThrows(
                DatabaseException.class,
                () -> DatabaseSettings.parse(
                        Map.of(
                                "url", "jdbc:postgresql://h/d",
                                "user", "u",
                                "password", "p",
                                "system.user", "s",
                                "system.password", "p",
                                "owner.user", "u",
                                "owner.password", "p",
                                "report.user", "r"),
                        Map.of()));
        assertTrue(refused.getMessage().contains("năm tài khoản"), refused.getMessage());
    }
}
