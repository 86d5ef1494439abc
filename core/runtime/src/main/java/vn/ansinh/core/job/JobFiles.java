package vn.ansinh.core.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.ansinh.api.problem.Problem;

/**
 * The files that jobs work on and make, readable by the server's user only: they hold people's data. Rows know them by a
 * name relative to the directory.
 */
final class JobFiles {

    private static final String IN = "in";
    private static final String OUT = "out";

    private final Path directory;
    private final long limit;

    JobFiles(Path directory, long limit) {
        this.directory = directory.toAbsolutePath().normalize();
        this.limit = limit;
        try {
            Files.createDirectories(this.directory);
            if (this.directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(this.directory, PosixFilePermissions.fromString("rwx------"));
            }
            Files.createDirectories(this.directory.resolve(IN));
            Files.createDirectories(this.directory.resolve(OUT));
        } catch (IOException e) {
            throw new UncheckedIOException("The directory of job files cannot be used: " + this.directory, e);
        }
    }

    /** The name under which this node takes jobs: made on the first start, kept with the files. */
    String node() {
        Path file = directory.resolve("node");
        try {
            if (Files.notExists(file)) {
                Files.writeString(file, UUID.randomUUID().toString());
            }
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a submitted file. @throws Problem TOO_LARGE above the limit; nothing is kept then */
    String keep(InputStream content) {
        String name = IN + "/" + UUID.randomUUID();
        Path file = resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw new Problem(
                            Problem.Kind.TOO_LARGE,
                            "AS-JOB-FILE-LARGE",
                            "Tệp lớn hơn " + (limit >> 20) + " MB nên không được nhận. Vui lòng chia thành nhiều tệp.");
                }
                out.write(buffer, 0, read);
            }
            return name;
        } catch (IOException e) {
            remove(name);
            throw new UncheckedIOException(e);
        } catch (Problem tooLarge) {
            remove(name);
            throw tooLarge;
        }
    }

    String newOutput() {
        return OUT + "/" + UUID.randomUUID();
    }

    Path resolve(String name) {
        return directory.resolve(name);
    }

    /** Removes a file; {@code null} and what is gone already are fine. */
    void remove(String name) {
        if (name == null) {
            return;
        }
        try {
            Files.deleteIfExists(resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the files last written before {@code instant}. */
    List<String> olderThan(Instant instant) {
        List<String> names = new ArrayList<>();
        for (String folder : List.of(IN, OUT)) {
            try (Stream<Path> files = Files.list(directory.resolve(folder))) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    if (Files.getLastModifiedTime(file).compareTo(FileTime.from(instant)) < 0) {
                        names.add(folder + "/" + file.getFileName());
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }
}
