package vn.ansinh.connector.dancu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.osgi.service.cm.ConfigurationAdmin;
import vn.ansinh.api.operation.Settings;

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
    private static final String DOWN = "simulator.down";
    private static final String DELAY = "simulator.delay.millis";
    private static final String MISMATCH = "simulator.mismatch.percent";
    private static final String NOT_FOUND = "simulator.notfound.percent";
    private static final Set<String> KEYS = Set.of(DOWN, DELAY, MISMATCH, NOT_FOUND);

    /** Reads {@code etc/vn.ansinh.connector.dancu.cfg} each time, so that a change counts at once. */
    public static Source configured(ConfigurationAdmin admin) {
        return () -> {
            try {
                Settings settings =
                        new Settings(PID, admin.getConfiguration(PID, null).getProperties(), KEYS);
                return new Temper(
                        settings.flag(DOWN, false),
                        settings.number(DELAY, 20, 0, 600_000),
                        (int) settings.number(MISMATCH, 5, 0, 100),
                        (int) settings.number(NOT_FOUND, 2, 0, 100));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
