package vn.ansinh.ui.kit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KitTextsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern ASKED = Pattern.compile("TEXTS\\.get\\(\\s*\"([a-z][\\w.-]*\\w)\"");

    @Test
    void everyTextThatAComponentAsksForIsWrittenBesideIt() throws IOException {
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                Matcher asked = ASKED.matcher(Files.readString(source));
                while (asked.find()) {
                    if (!beside(source).containsKey(asked.group(1))) {
                        missing.add(source.getFileName() + ": " + asked.group(1));
                    }
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    private static Properties beside(Path source) throws IOException {
        Path messages = Path.of("src/main/resources")
                .resolve(SOURCES.relativize(source).getParent())
                .resolve("messages_vi.properties");
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(messages)) {
            properties.load(reader);
        }
        return properties;
    }
}
