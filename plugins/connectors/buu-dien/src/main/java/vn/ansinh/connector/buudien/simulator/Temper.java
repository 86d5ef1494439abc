package vn.ansinh.connector.buudien.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Dictionary;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * How the simulated post office behaves.
 *
 * @param down whether it cannot be reached
 * @param lasts how long it takes until the last payment of an order is reported
 * @param unpaidPercent of payments that nobody collects
 */
public record Temper(boolean down, Duration lasts, int unpaidPercent) {

    /** How it behaves at the moment. */
    public interface Source {
        Temper now();
    }

    private static final String PID = "vn.ansinh.connector.buudien";

    /** Reads {@code etc/vn.ansinh.connector.buudien.cfg} each time, so that a change counts at once. */
    public static Source configured(ConfigurationAdmin admin) {
        return () -> {
            try {
                Dictionary<String, Object> values =
                        admin.getConfiguration(PID, null).getProperties();
                return new Temper(
                        Boolean.parseBoolean(text(values, "simulator.down", "false")),
                        Duration.ofMinutes(number(values, "simulator.minutes", 10, 0, 100_000)),
                        (int) number(values, "simulator.unpaid.percent", 3, 0, 100));
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

    private static long number(Dictionary<String, Object> values, String key, long otherwise, long least, long most) {
        String text = text(values, key, Long.toString(otherwise));
        if (!text.matches("\\d{1,9}") || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            throw new IllegalArgumentException(
                    "etc/" + PID + ".cfg: " + key + " = " + text + " không nằm trong khoảng " + least + " đến " + most);
        }
        return Long.parseLong(text);
    }
}
