package vn.ansinh.core.report.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.osgi.service.cm.ConfigurationAdmin;
import vn.ansinh.api.operation.ConfigurationFile;

/**
 * {@code etc/vn.ansinh.report.cfg}: how much one report may ask of the server. A value that is wrong is told by the check of
 * configurations and the usual one taken.
 *
 * @param rows of detail that a report may have
 * @param time that it may take, from the first question to the last row
 */
public record ReportLimits(long rows, Duration time) {

    /** The file's keys. */
    public static final ConfigurationFile FILE = ConfigurationFile.of("vn.ansinh.report")
            .number("rows", 1_000, 20_000_000)
            .number("minutes", 1, 24 * 60);

    private static final long ROWS = 5_000_000;
    private static final long MINUTES = 30;

    /** As configured when the platform started. */
    public static ReportLimits read(ConfigurationAdmin admin) {
        try {
            ConfigurationFile.Values given =
                    FILE.read(admin.getConfiguration(FILE.pid(), null).getProperties());
            return new ReportLimits(given.number("rows", ROWS), Duration.ofMinutes(given.number("minutes", MINUTES)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
