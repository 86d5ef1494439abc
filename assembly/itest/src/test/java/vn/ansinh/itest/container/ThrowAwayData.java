package vn.ansinh.itest.container;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** The data directory of the container under test: made once, gone with the tests. */
final class ThrowAwayData {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static Path directory;

    private ThrowAwayData() {}

    static synchronized Path directory() throws IOException {
        if (directory == null) {
            Path fresh = Files.createTempDirectory("ansinh-itest-");
            // as root, PostgreSQL runs under an account of its own, which has to get through
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> throwAway(fresh)));
            directory = fresh;
        }
        return directory;
    }

    /** The container stops in a shutdown hook too: its database has to be waited for. */
    private static void throwAway(Path data) {
        try {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (isInUse(data) && System.nanoTime() < deadline) {
                Thread.sleep(200);
            }
            try (Stream<Path> tree = Files.walk(data)) {
                for (Path path : (Iterable<Path>) tree.sorted(Comparator.reverseOrder())::iterator) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException e) {
            System.err.println("Left behind: " + data + " (" + e.getMessage() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isInUse(Path data) throws IOException {
        // only the one level: below it files come and go while the server stops
        try (DirectoryStream<Path> clusters = Files.newDirectoryStream(data.resolve("postgresql"), "cluster-*")) {
            for (Path cluster : clusters) {
                if (Files.exists(cluster.resolve("postmaster.pid"))) {
                    return true;
                }
            }
        }
        return false;
    }
}
