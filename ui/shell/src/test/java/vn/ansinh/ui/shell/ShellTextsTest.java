package vn.ansinh.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShellTextsTest {

    private static final Pattern ASKED = Pattern.compile("(?<![.\\w])text\\(\\s*\"([a-z][\\w.-]*\\w)\"\\s*[,)]");

    @Test
    void everyTextThatAPageAsksForIsWritten() throws IOException {
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                Matcher asked = ASKED.matcher(Files.readString(source));
                while (asked.find()) {
                    if (ShellTexts.text(asked.group(1)).equals(asked.group(1))) {
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
