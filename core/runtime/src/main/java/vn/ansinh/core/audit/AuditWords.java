package vn.ansinh.core.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.text.Vietnamese;

/** Vietnamese words for what rooms report; rows keep the codes. */
final class AuditWords {

    private static final String ACTION = "action.";
    private static final Properties WORDS = load();
    private static final Set<String> UNITS = Set.of("unit", "old-unit", "new-unit");
    private static final Set<String> NUMBERS = Set.of("total", "amount", "people", "lines", "items", "paid", "unpaid");
    private static final Pattern DAY = Pattern.compile("\\b([0-9]{4})-([0-9]{2})-([0-9]{2})\\b");
    private static final Pattern MONTH = Pattern.compile("\\b([0-9]{4})-([0-9]{2})\\b");

    private AuditWords() {}

    private static Properties load() {
        Properties words = new Properties();
        try (InputStream in = AuditWords.class.getResourceAsStream("words_vi.properties")) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    static String action(String code) {
        return WORDS.getProperty(ACTION + code, code);
    }

    /** All actions with their words, in the order of these. */
    static Map<String, String> actions() {
        Map<String, String> actions = new LinkedHashMap<>();
        WORDS.stringPropertyNames().stream()
                .filter(key -> key.startsWith(ACTION))
                .sorted(Comparator.comparing(key -> Vietnamese.fold(WORDS.getProperty(key))))
                .forEach(key -> actions.put(key.substring(ACTION.length()), WORDS.getProperty(key)));
        return actions;
    }

    static String field(String name) {
        return WORDS.getProperty("field." + name, name);
    }

    static String job(String type) {
        return WORDS.getProperty("job." + type, type);
    }

    /**
     * A value as people read it: codes in words, days and months as they are written here, sums with their points.
     *
     * @param field its field's name as rows keep it
     */
    static String value(String field, String kept) {
        String words = WORDS.getProperty("value." + kept);
        if (words != null) {
            return words;
        }
        if (UNITS.contains(field) && kept.matches("[0-9]{1,18}")) {
            return kept.equals("0") ? "cả nước" : Names.KEY + kept;
        }
        if (field.equals("program") && kept.matches("[a-z][a-z0-9_-]*")) {
            return Names.PROGRAM_KEY + kept;
        }
        if (NUMBERS.contains(field) && kept.matches("[0-9]{4,18}")) {
            return Money.format(Long.parseLong(kept));
        }
        String dates = DAY.matcher(kept).replaceAll("$3/$2/$1");
        return MONTH.matcher(dates).replaceAll("$2/$1");
    }

    static String channel(String name) {
        return WORDS.getProperty("channel." + name, name);
    }
}
