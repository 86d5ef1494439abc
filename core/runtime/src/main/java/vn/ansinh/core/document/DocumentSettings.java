package vn.ansinh.core.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.osgi.service.cm.ConfigurationAdmin;
import vn.ansinh.api.operation.ConfigurationFile;

/**
 * {@code etc/vn.ansinh.document.cfg}. A value that is wrong is told by the check of configurations and the usual one taken.
 *
 * @param largest bytes of the largest file
 * @param clamd whether files are scanned by clamd
 * @param patience how long clamd may take to answer
 */
public record DocumentSettings(long largest, boolean clamd, String host, int port, Duration patience) {

    /** The file's keys. */
    public static final ConfigurationFile FILE = ConfigurationFile.of("vn.ansinh.document")
            .number("file.limit.bytes", 1 << 10, 64L << 20)
            .choice("scanner", "none", "clamd")
            .text("scanner.host")
            .number("scanner.port", 1, 65535)
            .number("scanner.timeout.seconds", 1, 300);

    /** As the file says it. */
    public static DocumentSettings read(ConfigurationAdmin admin) {
        try {
            return of(FILE.read(admin.getConfiguration(FILE.pid(), null).getProperties()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With what the file leaves out. */
    static DocumentSettings of(ConfigurationFile.Values given) {
        return new DocumentSettings(
                given.number("file.limit.bytes", 20L << 20),
                given.text("scanner", "none").equals("clamd"),
                given.text("scanner.host", "127.0.0.1"),
                (int) given.number("scanner.port", 3310),
                Duration.ofSeconds(given.number("scanner.timeout.seconds", 15)));
    }
}
