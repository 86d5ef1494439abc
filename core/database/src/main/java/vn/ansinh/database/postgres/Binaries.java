package vn.ansinh.database.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import vn.ansinh.database.DatabaseException;

/** The PostgreSQL programs that this bundle carries, unpacked once for each version. */
final class Binaries {

    private final Path directory;

    private Binaries(Path directory) {
        this.directory = directory;
    }

    /**
     * Unpacks the programs below {@code parent} unless they lie there already.
     *
     * @param parent a directory that the server's account can pass through
     */
    static Binaries unpack(Path parent) throws IOException {
        String architecture = architecture();
        Path target = parent.resolve("bin-" + version() + "-" + architecture);
        if (!Files.isDirectory(target)) {
            Files.createDirectories(parent);
            Path fresh = Files.createTempDirectory(parent, "unpacking-");
            try {
                extract("/postgres-linux-" + architecture + ".txz", fresh);
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
                moveUnlessThere(fresh, target);
            } finally {
                delete(fresh);
            }
        }
        return new Binaries(target);
    }

    /** The version of the programs, for instance {@code 17.11.0}. */
    static String version() {
        try (InputStream in = Binaries.class.getResourceAsStream("binaries.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The major version, as PostgreSQL writes it into its data directory. */
    static String majorVersion() {
        return version().substring(0, version().indexOf('.'));
    }

    /** The path of one of {@code initdb}, {@code pg_ctl} and {@code postgres}. */
    String program(String name) {
        return directory.resolve("bin").resolve(name).toString();
    }

    /** Deletes a directory with all that lies in it; nothing happens if it is not there. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : (Iterable<Path>) tree.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static String architecture() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        if (os.startsWith("linux")) {
            switch (arch) {
                case "amd64", "x86_64":
                    return "x86_64";
                case "aarch64", "arm64":
                    return "arm_64";
                default:
                    break;
            }
        }
        throw new DatabaseException("An Sinh không mang theo PostgreSQL cho " + os + " " + arch
                + ". Hãy cài PostgreSQL và khai url, user, password trong etc/vn.ansinh.database.cfg.");
    }

    private static void extract(String resource, Path target) throws IOException {
        InputStream archive = Binaries.class.getResourceAsStream(resource);
        if (archive == null) {
            throw new IOException(resource + " is not in the bundle");
        }
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new BufferedInputStream(new XZInputStream(archive), 1 << 16))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException(entry.getName() + " leads out of the archive");
                }
                write(tar, entry, path);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static void moveUnlessThere(Path fresh, Path target) throws IOException {
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // another process may have unpacked the same version in the meantime
            if (!Files.isDirectory(target)) {
                throw e;
            }
        }
    }
}
