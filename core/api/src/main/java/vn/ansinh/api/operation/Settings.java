package vn.ansinh.api.operation;

import java.util.Collections;
import java.util.Dictionary;
import java.util.Set;

/**
 * What stands in one file of {@code etc/}, checked as it is read: a key nobody knows and a value that cannot be meant are told
 * with the file's name, instead of something else being done silently.
 */
public final class Settings {

    private final String file;
    private final Dictionary<String, ?> values;

    /**
     * @param pid the file's name without {@code .cfg}
     * @param values what the framework read, {@code null} when there is no such file: everything is as usual then
     * @param known its keys
     * @throws IllegalArgumentException for a key that is not known
     */
    public Settings(String pid, Dictionary<String, ?> values, Set<String> known) {
        this.file = "etc/" + pid + ".cfg";
        this.values = values;
        if (values == null) {
            return;
        }
        for (String key : Collections.list(values.keys())) {
            boolean framework = key.startsWith("service.") || key.startsWith("felix.") || key.startsWith("org.apache.");
            if (!framework && !known.contains(key)) {
                throw new IllegalArgumentException(file + ": không có khóa \"" + key + "\"");
            }
        }
    }

    /** A text without spaces around it. @param usual when nothing is said, may be {@code null} */
    public String text(String key, String usual) {
        Object value = values == null ? null : values.get(key);
        return value == null || value.toString().isBlank()
                ? usual
                : value.toString().strip();
    }

    /** {@code true} or {@code false}. @throws IllegalArgumentException for anything else */
    public boolean flag(String key, boolean usual) {
        String text = text(key, Boolean.toString(usual));
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(file + ": " + key + " = " + text + ", chỉ nhận true hoặc false");
        }
        return text.equals("true");
    }

    /** A whole number. @throws IllegalArgumentException for anything else, and outside {@code least} to {@code most} */
    public long number(String key, long usual, long least, long most) {
        String text = text(key, Long.toString(usual));
        if (!text.matches("-?\\d{1,18}")) {
            throw new IllegalArgumentException(file + ": " + key + " = " + text + " không phải là số nguyên");
        }
        long number = Long.parseLong(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException(
                    file + ": " + key + " = " + number + " không nằm trong khoảng " + least + " đến " + most);
        }
        return number;
    }
}
