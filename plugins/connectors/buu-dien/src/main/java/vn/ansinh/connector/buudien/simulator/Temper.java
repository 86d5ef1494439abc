package vn.ansinh.connector.buudien.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.osgi.service.cm.ConfigurationAdmin;
import vn.ansinh.api.operation.ConfigurationFile;

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

    private static final ConfigurationFile FILE = ConfigurationFile.of("vn.ansinh.connector.buudien")
            .flag("simulator.down")
            .number("simulator.minutes", 0, 100_000)
            .number("simulator.unpaid.percent", 0, 100);

    /** Reads {@code etc/vn.ansinh.connector.buudien.cfg} each time, so that a change counts at once. */
    public static Source configured(ConfigurationAdmin admin) {
        return () -> {
            try {
                ConfigurationFile.Values given =
                        FILE.read(admin.getConfiguration(FILE.pid(), null).getProperties());
                return new Temper(
                        given.flag("simulator.down", false),
                        Duration.ofMinutes(given.number("simulator.minutes", 10)),
                        (int) given.number("simulator.unpaid.percent", 3));
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
