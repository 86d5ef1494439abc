package vn.ansinh.core.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.osgi.service.cm.ConfigurationAdmin;
import vn.ansinh.api.operation.ConfigurationFile;

/**
 * {@code etc/vn.ansinh.access.cfg}. A value that is wrong is told by the check of configurations and the usual one taken.
 *
 * @param idle how long a session on the screens lives without being used
 * @param passwordLife after which a password has to be changed; zero for never
 */
public record AccessSettings(Duration idle, Duration passwordLife) {

    private static final String IDLE = "session.idle.minutes";
    private static final String LIFE = "password.life.days";

    /** The file's keys. */
    public static final ConfigurationFile FILE =
            ConfigurationFile.of("vn.ansinh.access").number(IDLE, 5, 12 * 60).number(LIFE, 0, 3650);

    static final AccessSettings DEFAULT = new AccessSettings(Duration.ofMinutes(30), Duration.ZERO);

    static AccessSettings read(ConfigurationAdmin admin) {
        try {
            ConfigurationFile.Values given =
                    FILE.read(admin.getConfiguration(FILE.pid(), null).getProperties());
            return new AccessSettings(
                    Duration.ofMinutes(given.number(IDLE, DEFAULT.idle().toMinutes())),
                    Duration.ofDays(given.number(LIFE, DEFAULT.passwordLife().toDays())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
