package vn.ansinh.api.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What somebody wrote into a file of etc/ is meant as it stands, or told; it is never something else silently. */
class SettingsTest {

    private static final Set<String> KEYS = Set.of("simulator.down", "workers", "directory");

    @Test
    void whatIsNotSaidIsAsUsual() {
        for (Settings settings : new Settings[] {new Settings("x", null, KEYS), of(Map.of("directory", " "))}) {
            assertEquals("jobs", settings.text("directory", "jobs"));
            assertEquals(2, settings.number("workers", 2, 1, 32));
            assertTrue(settings.flag("simulator.down", true));
        }
    }

    @Test
    void whatIsSaidCounts() {
        Settings settings =
                of(Map.of("directory", " /srv ", "workers", "4", "simulator.down", "true", "service.pid", "x"));
        assertEquals("/srv", settings.text("directory", "jobs"));
        assertEquals(4, settings.number("workers", 2, 1, 32));
        assertTrue(settings.flag("simulator.down", false));
    }

    @Test
    void whatCannotBeMeantIsToldWithItsFile() {
        told("etc/x.cfg: không có khóa \"worker\"", () -> of(Map.of("worker", "4")));
        told(
                "etc/x.cfg: workers = 99 không nằm trong khoảng 1 đến 32",
                () -> of(Map.of("workers", "99")).number("workers", 2, 1, 32));
        told(
                "etc/x.cfg: workers = hai không phải là số nguyên",
                () -> of(Map.of("workers", "hai")).number("workers", 2, 1, 32));
        told(
                "etc/x.cfg: simulator.down = yes, chỉ nhận true hoặc false",
                () -> of(Map.of("simulator.down", "yes")).flag("simulator.down", false));
    }

    private static void told(String sentence, Runnable reading) {
        assertEquals(
                sentence,
                assertThrows(IllegalArgumentException.class, reading::run).getMessage());
    }

    private static Settings of(Map<String, Object> values) {
        return new Settings("x", new Hashtable<>(values), KEYS);
    }
}
