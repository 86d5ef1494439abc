package vn.ansinh.core.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Dictionary;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * {@code etc/vn.ansinh.job.cfg}.
 *
 * @param directory files of jobs, and the node's name
 * @param workers jobs that run at a time on this node
 * @param fileLimit bytes of a submitted file
 */
record JobSettings(Path directory, int workers, long fileLimit) {

    private static final String PID = "vn.ansinh.job";

    static JobSettings read(ConfigurationAdmin admin) {
        try {
            Dictionary<String, Object> values =
                    admin.getConfiguration(PID, null).getProperties();
            String data = System.getProperty("karaf.data", System.getProperty("java.io.tmpdir"));
            return new JobSettings(
                    Path.of(text(values, "directory", data + "/jobs")),
                    (int) number(values, "workers", 2, 1, 32),
                    number(values, "file.limit.bytes", 64L << 20, 1 << 10, 4L << 30));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Dictionary<String, Object> values, String key, String otherwise) {
        Object value = values == null ? null : values.get(key);
        return value == null || value.toString().isBlank() ? otherwise : value.toString().strip();
    }

    private static long number(Dictionary<String, Object> values, String key, long otherwise, long least, long most) {
        String text = text(values, key, Long.toString(otherwise));
        long number;
        try {
            number = Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("etc/" + PID + ".cfg: " + key + " = " + text + " is not a number", e);
        }
        if (number < least || number > most) {
            throw new IllegalArgumentException(
                    "etc/" + PID + ".cfg: " + key + " = " + number + " is not within " + least + " and " + most);
        }
        return number;
    }
}
