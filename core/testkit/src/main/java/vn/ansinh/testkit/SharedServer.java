package vn.ansinh.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;
import vn.ansinh.database.postgres.Durability;
import vn.ansinh.database.postgres.PostgresServer;

/** The one PostgreSQL of this JVM: started by the first test that needs it, thrown away with the JVM. */
final class SharedServer {

    private static PostgresServer server;

    private SharedServer() {}

    static synchronized PostgresServer get() {
        if (server == null) {
            try {
                Path directory = Files.createTempDirectory("ansinh-test-");
                // the server's account has to pass through it when tests are run by root
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
                PostgresServer fresh = PostgresServer.start(directory, 0, Durability.THROW_AWAY);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> throwAway(fresh, directory)));
                server = fresh;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server;
    }

    private static void throwAway(PostgresServer server, Path directory) {
        server.close();
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : (Iterable<Path>) tree.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // it lies in the temporary directory, which the operating system sweeps
            System.err.println("Left behind: " + directory + " (" + e.getMessage() + ")");
        }
    }
}
