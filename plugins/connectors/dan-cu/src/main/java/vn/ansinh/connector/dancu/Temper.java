package vn.ansinh.connector.dancu;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.osgi.service.cm.ConfigurationAdmin;
import vn.ansinh.api.operation.ConfigurationFile;

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

    private static final ConfigurationFile FILE = ConfigurationFile.of("vn.ansinh.connector.dancu")
            .flag("simulator.down")
            .number("simulator.delay.millis", 0, 600_000)
            .number("simulator.mismatch.percent", 0, 100)
            .number("simulator.notfound.percent", 0, 100);

    /** Reads {@code etc/vn.ansinh.connector.dancu.cfg} each time, so that a change counts at once. */
    public static Source configured(ConfigurationAdmin admin) {
        return () -> {
            try {
                ConfigurationFile.Values given =
                        FILE.read(admin.getConfiguration(FILE.pid(), null).getProperties());
                return new Temper(
                        given.flag("simulator.down", false),
                        given.number("simulator.delay.millis", 20),
                        (int) given.number("simulator.mismatch.percent", 5),
                        (int) given.number("simulator.notfound.percent", 2));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /** Tells the platform the keys of the file. */
    public static ConfigurationFile file() {
        return FILE;
    }
}
