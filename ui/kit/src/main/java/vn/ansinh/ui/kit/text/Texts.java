package vn.ansinh.ui.kit.text;

import com.vaadin.flow.component.UI;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import vn.ansinh.api.text.Money;

/**
 * The user texts of one package: {@code messages_vi.properties} (UTF-8) beside the class that asks, {@code
 * messages_en.properties} where there is one. Kept by the class that loads it, so it goes with its bundle.
 */
public final class Texts {

    private static final List<String> LANGUAGES = List.of("vi", "en");

    private final Map<String, Properties> byLanguage = new LinkedHashMap<>();

    private Texts() {}

    /**
     * The texts beside {@code anchor}.
     *
     * @throws IllegalArgumentException when there is no {@code messages_vi.properties}
     */
    public static Texts of(Class<?> anchor) {
        Texts texts = new Texts();
        for (String language : LANGUAGES) {
            try (InputStream in = anchor.getResourceAsStream("messages_" + language + ".properties")) {
                if (in != null) {
                    Properties properties = new Properties();
                    properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                    texts.byLanguage.put(language, properties);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (!texts.byLanguage.containsKey("vi")) {
            throw new IllegalArgumentException("no messages_vi.properties beside " + anchor.getName());
        }
        return texts;
    }

    /**
     * The text in the user's language, else in Vietnamese; the key itself when nobody wrote it.
     *
     * @param arguments take the places {@code {0}}, {@code {1}}…; whole numbers are written {@code 1.234.567}, so pass a
     *     year as a string
     */
    public String get(String key, Object... arguments) {
        String text = pattern(key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", written(arguments[i]));
        }
        return text;
    }

    private String pattern(String key) {
        UI ui = UI.getCurrent();
        Properties own = ui == null ? null : byLanguage.get(ui.getLocale().getLanguage());
        String text = own == null ? null : own.getProperty(key);
        return text != null ? text : byLanguage.get("vi").getProperty(key, key);
    }

    private static String written(Object argument) {
        if (argument instanceof Long || argument instanceof Integer) {
            return Money.format(((Number) argument).longValue());
        }
        return String.valueOf(argument);
    }
}
