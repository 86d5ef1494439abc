package vn.ansinh.itest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * The page that IT follows at night, {@code docs/van-hanh/ban-dem.md}. Tests take their commands from it: what stands there is
 * what works.
 */
final class NightPage {

    private static final Path PAGE = Path.of("../../docs/van-hanh/ban-dem.md");

    private NightPage() {}

    /**
     * A command as the page has it, with a test's own words in the place of the page's.
     *
     * @param command with which it begins, for instance {@code ansinh:backup}
     * @param arguments as many as it has on the page
     */
    static String command(String command, Object... arguments) throws IOException {
        String words = "\\s+[^\\s`]+".repeat(arguments.length);
        boolean there = Pattern.compile(Pattern.quote(command) + words + "(?:`|\\s*(?:#.*)?$)", Pattern.MULTILINE)
                .matcher(Files.readString(PAGE))
                .find();
        assertTrue(there, "The page does not tell " + command + " with " + arguments.length + " words");
        StringJoiner line = new StringJoiner(" ").add(command);
        for (Object argument : arguments) {
            line.add(argument.toString());
        }
        return line.toString();
    }

    /** That the page promises what a test has just seen. @return the words */
    static String promised(String words) throws IOException {
        assertTrue(Files.readString(PAGE).contains(words), "The page does not promise: " + words);
        return words;
    }
}
