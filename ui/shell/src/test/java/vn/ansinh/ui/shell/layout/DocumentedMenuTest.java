package vn.ansinh.ui.shell.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.ansinh.ui.kit.view.MenuGroup;

/** What the guides call a page is what the menu calls it. */
class DocumentedMenuTest {

    private static final Path DOCS = Path.of("../../docs");
    private static final Path TEXTS = Path.of("src/main/resources");

    @Test
    void everyPageThatTheGuidesNameIsCalledSoInTheMenu() throws IOException {
        Set<String> titles = titles();
        Pattern named = Pattern.compile(
                "\\*(?:" + MenuGroup.GENERAL.label() + "|" + MenuGroup.SYSTEM.label() + ") › ([^*›]+?)(?: ›[^*]*)?\\*");
        Set<String> unknown = new TreeSet<>();
        int found = 0;
        for (Path guide : files(DOCS, ".md")) {
            Matcher matcher = named.matcher(Files.readString(guide));
            while (matcher.find()) {
                found++;
                if (!titles.contains(matcher.group(1).replaceAll("\\s+", " "))) {
                    unknown.add(guide.getFileName() + ": " + matcher.group(1));
                }
            }
        }
        assertFalse(found < 10, "the guides name pages as *Chung › Hồ sơ*");
        assertEquals(Set.of(), unknown);
    }

    private static Set<String> titles() throws IOException {
        Set<String> titles = new HashSet<>();
        for (Path file : files(TEXTS, "messages_vi.properties")) {
            Properties texts = new Properties();
            try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
                texts.load(reader);
            }
            texts.forEach((key, text) -> {
                if (key.toString().endsWith("title") || key.toString().endsWith("menu-entry")) {
                    titles.add(text.toString());
                }
            });
        }
        return titles;
    }

    private static List<Path> files(Path directory, String end) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(file -> file.toString().endsWith(end)).toList();
        }
    }
}
