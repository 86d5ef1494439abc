package vn.ansinh.core.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Set;
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
    private static final Set<String> KEYS = Set.of("directory", "workers", "file.limit.bytes");

    /** @param dataDirectory holds the files when {@code directory} is blank */
    static JobSettings read(ConfigurationAdmin admin, Path dataDirectory) {
        try {
            Dictionary<String, Object> values =
                    admin.getConfiguration(PID, null).getProperties();
            checkKeys(values);
            return new JobSettings(
                    Path.of(text(
                            values, "directory", dataDirectory.resolve("jobs").toString())),
                    (int) number(values, "workers", 2, 1, 32),
                    number(values, "file.limit.bytes", 64L << 20, 1 << 10, 4L << 30));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkKeys(Dictionary<String, Object> values) {
        if (values == null) {
            return;
        }
        for (String key : Collections.list(values.keys())) {
            boolean framework = key.startsWith("service.") || key.startsWith("felix.") || key.startsWith("org.apache.");
            if (!framework && !KEYS.contains(key)) {
                throw new IllegalArgumentException("etc/" + PID + ".cfg: không có khóa \"" + key + "\"");
            }
        }
    }

    private static String text(Dictionary<String, Object> values, String key, String otherwise) {
        Object value = values == null ? null : values.get(key);
        return value == null || value.toString().isBlank()
                ? otherwise
                : value.toString().strip();
    }

    private static long number(Dictionary<String, Object> values, String key, long otherwise, long least, long most) {
        String text = text(values, key, Long.toString(otherwise));
        long number;
        try {
            number = Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "etc/" + PID + ".cfg: " + key + " = " + text + " không phải là số nguyên", e);
        }
        if (number < least || number > most) {
            throw new IllegalArgumentException("etc/" + PID + ".cfg: " + key + " = " + number
                    + " không nằm trong khoảng " + least + " đến " + most);
        }
        return number;
    }
}
