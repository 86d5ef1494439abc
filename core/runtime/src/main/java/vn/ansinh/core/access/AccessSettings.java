package vn.ansinh.core.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Enumeration;
import java.util.Set;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code etc/vn.ansinh.access.cfg}.
 *
 * @param idle how long a session on the screens lives without being used
 * @param passwordLife after which a password has to be changed; zero for never
 */
record AccessSettings(Duration idle, Duration passwordLife) {

    static final AccessSettings DEFAULT = new AccessSettings(Duration.ofMinutes(30), Duration.ZERO);

    private static final Logger LOG = LoggerFactory.getLogger(AccessSettings.class);
    private static final String PID = "vn.ansinh.access";
    private static final String IDLE = "session.idle.minutes";
    private static final String LIFE = "password.life.days";
    private static final Set<String> KEYS = Set.of(IDLE, LIFE);

    static AccessSettings read(ConfigurationAdmin admin) {
        try {
            Dictionary<String, Object> given = admin.getConfiguration(PID, null).getProperties();
            if (given == null) {
                return DEFAULT;
            }
            for (Enumeration<String> keys = given.keys(); keys.hasMoreElements(); ) {
                String key = keys.nextElement();
                boolean own = key.contains(".") && !key.startsWith("service.") && !key.startsWith("felix.");
                if (own && !KEYS.contains(key)) {
                    LOG.warn("{}.cfg: unknown key {}", PID, key);
                }
            }
            return new AccessSettings(
                    Duration.ofMinutes(
                            number(given, IDLE, 5, 12 * 60, DEFAULT.idle().toMinutes())),
                    Duration.ofDays(number(given, LIFE, 0, 3650, 0)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number within bounds; anything else is told and the usual one taken. */
    private static long number(Dictionary<String, Object> given, String key, long least, long most, long usual) {
        Object text = given.get(key);
        if (text == null || text.toString().isBlank()) {
            return usual;
        }
        try {
            long number = Long.parseLong(text.toString().strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            LOG.debug("{} is no number", key, e);
        }
        LOG.warn("{}.cfg: {} must be a number from {} to {}; {} is used instead", PID, key, least, most, usual);
        return usual;
    }
}
