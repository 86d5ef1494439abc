package vn.ansinh.core.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Vietnamese words for what rooms report; rows keep the codes. */
final class AuditWords {

    private static final Properties WORDS = load();

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
        return WORDS.getProperty("action." + code, code);
    }

    static String field(String name) {
        return WORDS.getProperty("field." + name, name);
    }

    static String channel(String name) {
        return WORDS.getProperty("channel." + name, name);
    }
}
