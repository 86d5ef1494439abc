package vn.ansinh.itest.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page that an author of reports follows, {@code docs/lap-trinh/bao-cao.md}: its files and its commands, in their order. Where
 * the page names places of a server, a test has its own.
 */
final class ReportPage {

    private static final Pattern BLOCK =
            Pattern.compile("(?:^`([^`\\n]+)`:\\n\\n)?^```([a-z]*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern DIRECTORY = Pattern.compile("Tạo thư mục `(/[^`]+)`");

    private final String text;

    ReportPage(Path page) throws IOException {
        text = Files.readString(page);
    }

    /** What the page has its reader do. */
    sealed interface Step {

        /** Write a file. */
        record Write(String name, String content) implements Step {}

        /** Type a line: on the console when it begins with {@code ansinh:}, else in the shell of the server. */
        record Type(String line) implements Step {}
    }

    /** Everything, from top to bottom. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            if (block.group(1) != null) {
                steps.add(new Step.Write(block.group(1), block.group(3)));
            } else if (block.group(2).isEmpty()) {
                block.group(3).lines().filter(line -> !line.isBlank()).forEach(line -> steps.add(new Step.Type(line)));
            }
        }
        return steps;
    }

    /** Where the page has its reader write files. */
    String directory() {
        Matcher directory = DIRECTORY.matcher(text);
        if (!directory.find()) {
            throw new AssertionError("The page no longer says where to write files");
        }
        return directory.group(1);
    }
}
