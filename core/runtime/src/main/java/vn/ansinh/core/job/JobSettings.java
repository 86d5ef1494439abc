package vn.ansinh.core.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.osgi.service.cm.ConfigurationAdmin;
import vn.ansinh.api.operation.ConfigurationFile;

/**
 * {@code etc/vn.ansinh.job.cfg}. A value that is wrong is told by the check of configurations and the usual one taken.
 *
 * @param directory files of jobs, and the node's name
 * @param workers jobs that run at a time on this node
 * @param fileLimit bytes of a submitted file
 */
public record JobSettings(Path directory, int workers, long fileLimit) {

    /** The file's keys. */
    public static final ConfigurationFile FILE = ConfigurationFile.of("vn.ansinh.job")
            .text("directory")
            .number("workers", 1, 32)
            .number("file.limit.bytes", 1 << 10, 4L << 30);

    /** @param dataDirectory holds the files when {@code directory} is blank */
    static JobSettings read(ConfigurationAdmin admin, Path dataDirectory) {
        try {
            ConfigurationFile.Values given =
                    FILE.read(admin.getConfiguration(FILE.pid(), null).getProperties());
            return new JobSettings(
                    Path.of(given.text(
                            "directory", dataDirectory.resolve("jobs").toString())),
                    (int) given.number("workers", 2),
                    given.number("file.limit.bytes", 64L << 20));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
