package vn.ansinh.itest.container;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import vn.ansinh.itest.Archive;

/** Somebody who writes reports: at the console of the server, and in its shell as far as the page asks for it. */
final class ReportAuthor {

    private final SessionFactory console;
    private Path place;

    ReportAuthor(SessionFactory console, Path home) {
        this.console = console;
        this.place = home;
    }

    /** What the console answers to a command. */
    String console(String command) throws Exception {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(answer, true, StandardCharsets.UTF_8);
        Session session = console.create(new ByteArrayInputStream(new byte[0]), out, out);
        try {
            Object result = session.execute(command);
            return answer.toString(StandardCharsets.UTF_8) + (result == null ? "" : result);
        } finally {
            session.close();
        }
    }

    /** {@code cd}, {@code zip}, {@code cp} and {@code rm}, as the page uses them. */
    void shell(String line) throws IOException {
        String[] words = line.split(" ");
        switch (words[0]) {
            case "cd" -> place = Path.of(words[1]);
            case "zip" -> {
                List<String> files = Arrays.asList(words).subList(2, words.length);
                Map<String, byte[]> packed = new LinkedHashMap<>();
                for (String file : files) {
                    packed.put(file, Files.readAllBytes(place.resolve(file)));
                }
                Archive.write(place.resolve(words[1]), packed);
            }
            case "cp" -> {
                Path from = place.resolve(words[1]);
                Path to = place.resolve(words[2]);
                Files.copy(from, to.resolve(from.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            case "rm" -> Files.delete(place.resolve(words[1]));
            default -> throw new AssertionError("The page asks for something that nobody does here: " + line);
        }
    }
}
