package vn.ansinh.btxh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that walks through the model program, for the author of the next one, tells of every file and of none that is gone. */
class ProgramPageTest {

    private static final Path PROGRAM = Path.of("").toAbsolutePath();
    private static final Path PAGE = Path.of("..", "..").resolve("docs/lap-trinh/tung-tep.md");
    private static final Pattern FILE =
            Pattern.compile("`(?:[\\w./-]*/)?([\\w-]+\\.(?:java|xml|csv|yaml|sql|bnd|properties))`");

    @Test
    void everyFileIsTold() throws IOException {
        String page = Files.readString(PAGE);
        assertEquals(
                List.of(), files().stream().filter(name -> !page.contains(name)).toList(), "not told of in " + PAGE);
    }

    @Test
    void everyFileThatIsToldOfIsThere() throws IOException {
        List<String> there;
        try (Stream<Path> all = Files.walk(PROGRAM)) {
            there = all.map(path -> path.getFileName().toString()).toList();
        }
        List<String> gone = FILE.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(name -> !there.contains(name))
                .toList();
        assertEquals(List.of(), gone, "told of in " + PAGE + " and not in " + PROGRAM);
    }

    /** Files of the program by name; of folders of reports, procedures and the like the folder. */
    private static List<String> files() throws IOException {
        Path sources = PROGRAM.resolve("src/main");
        try (Stream<Path> all = Files.walk(sources)) {
            return all.filter(Files::isRegularFile)
                    .map(sources::relativize)
                    .filter(path -> !path.endsWith("package-info.java"))
                    .map(path -> {
                        int at = path.toString().indexOf("ANSINH-INF/");
                        String[] parts = at < 0
                                ? new String[0]
                                : path.toString().substring(at + 11).split("/");
                        return switch (parts.length) {
                            case 3 -> parts[1];
                            case 2 ->
                                List.of("procedure", "review", "paper").contains(parts[0]) ? parts[0] + "/" : parts[1];
                            default -> path.getFileName().toString();
                        };
                    })
                    .distinct()
                    .toList();
        }
    }
}
