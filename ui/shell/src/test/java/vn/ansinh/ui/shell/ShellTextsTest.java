package vn.ansinh.ui.shell;

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

class ShellTextsTest {

    private static final Pattern ASKED = Pattern.compile("(?<![.\\w])text\\(\\s*\"([a-z][\\w.-]*\\w)\"\\s*[,)]");

    private static final Path SHELL = Path.of("src/main/resources/vn/ansinh/ui/shell/messages_vi.properties");

    @Test
    void everyTextThatAPageAsksForIsWritten() throws IOException {
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                String code = Files.readString(source);
                // a room with texts of its own keeps them beside its classes
                Path own = Path.of("src/main/resources")
                        .resolve(Path.of("src/main/java").relativize(source))
                        .resolveSibling("messages_vi.properties");
                boolean ofTheShell = code.contains("ShellTexts") || !Files.exists(own);
                Properties texts = new Properties();
                try (Reader written = Files.newBufferedReader(ofTheShell ? SHELL : own)) {
                    texts.load(written);
                }
                Matcher asked = ASKED.matcher(code);
                while (asked.find()) {
                    if (!texts.containsKey(asked.group(1))) {
                        missing.add(source.getFileName() + ": " + asked.group(1));
                    }
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void numbersAreWrittenAsInVietnam() {
        assertEquals("20.000 người", ShellTexts.text("people.count", 20_000));
    }
}
