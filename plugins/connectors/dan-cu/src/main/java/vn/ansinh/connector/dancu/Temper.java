package vn.ansinh.connector.dancu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Dictionary;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * How the simulated registry behaves.
 *
 * @param down whether it cannot be reached
 * @param delayMillis how long an answer takes
 * @param mismatchPercent of people whom it knows otherwise
 * @param notFoundPercent of people whom it does not know
 */
public record Temper(boolean down, long delayMillis, int mismatchPercent, int notFoundPercent) {

    /** How it behaves at the moment. */
    public interface Source {
        Temper now();
    }

    private static final String PID = "vn.ansinh.connector.dancu";

    /** Reads {@code etc/vn.ansinh.connector.dancu.cfg} each time, so that a change counts at once. */
    public static Source configured(ConfigurationAdmin admin) {
        return () -> {
            try {
                Dictionary<String, Object> values =
                        admin.getConfiguration(PID, null).getProperties();
                return new Temper(
                        Boolean.parseBoolean(text(values, "simulator.down", "false")),
                        number(values, "simulator.delay.millis", 20, 600_000),
                        (int) number(values, "simulator.mismatch.percent", 5, 100),
                        (int) number(values, "simulator.notfound.percent", 2, 100));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static String text(Dictionary<String, Object> values, String key, String otherwise) {
        Object value = values == null ? null : values.get(key);
        return value == null || value.toString().isBlank()
                ? otherwise
                : value.toString().strip();
    }

    private static long number(Dictionary<String, Object> values, String key, long otherwise, long most) {
        String text = text(values, key, Long.toString(otherwise));
        if (!text.matches("\\d{1,9}") || Long.parseLong(text) > most) {
            throw new IllegalArgumentException(
                    "etc/" + PID + ".cfg: " + key + " = " + text + " không nằm trong khoảng 0 đến " + most);
        }
        return Long.parseLong(text);
    }
}
