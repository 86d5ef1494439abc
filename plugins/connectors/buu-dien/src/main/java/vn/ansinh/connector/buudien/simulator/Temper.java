package vn.ansinh.connector.buudien.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import org.osgi.service.cm.ConfigurationAdmin;
import vn.ansinh.api.operation.Settings;

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
    private static final String DOWN = "simulator.down";
    private static final String MINUTES = "simulator.minutes";
    private static final String UNPAID = "simulator.unpaid.percent";
    private static final Set<String> KEYS = Set.of(DOWN, MINUTES, UNPAID);

    /** Reads {@code etc/vn.ansinh.connector.buudien.cfg} each time, so that a change counts at once. */
    public static Source configured(ConfigurationAdmin admin) {
        return () -> {
            try {
                Settings settings =
                        new Settings(PID, admin.getConfiguration(PID, null).getProperties(), KEYS);
                return new Temper(
                        settings.flag(DOWN, false), Duration.ofMinutes(settings.number(MINUTES, 10, 0, 100_000)), (int)
                                settings.number(UNPAID, 3, 0, 100));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
