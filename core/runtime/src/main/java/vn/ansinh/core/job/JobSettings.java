package vn.ansinh.core.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import org.osgi.service.cm.ConfigurationAdmin;
import vn.ansinh.api.operation.Settings;

/**
 * {@code etc/vn.ansinh.job.cfg}.
 *
 * @param directory files of jobs, and the node's name
 * @param workers jobs that run at a time on this node
 * @param fileLimit bytes of a submitted file
 */
record JobSettings(Path directory, int workers, long fileLimit) {

    private static final String PID = "vn.ansinh.job";
    private static final Set<String> KEYS = Set.of("directory", "workers", "file.limit.bytes");

    /** @param dataDirectory holds the files when {@code directory} is blank */
    static JobSettings read(ConfigurationAdmin admin, Path dataDirectory) {
        try {
            Settings settings =
                    new Settings(PID, admin.getConfiguration(PID, null).getProperties(), KEYS);
            return new JobSettings(
                    Path.of(settings.text(
                            "directory", dataDirectory.resolve("jobs").toString())),
                    (int) settings.number("workers", 2, 1, 32),
                    settings.number("file.limit.bytes", 64L << 20, 1 << 10, 4L << 30));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
