package vn.ansinh.ui.kit.component;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that an official brought. It lies in a temporary place until it is closed or somebody {@linkplain #keep() keeps} it. */
public final class ReceivedFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReceivedFile.class);

    private final String name;
    private final Path path;
    private final List<InputStream> opened = new ArrayList<>();
    private boolean kept;

    ReceivedFile(String name, Path path) {
        this.name = name;
        this.path = path;
    }

    /** Its name on the official's machine. */
    public String name() {
        return name;
    }

    /** Where it lies now. */
    public Path path() {
        return path;
    }

    /** Its content; closed with the file at the latest. @throws UncheckedIOException when it cannot be read */
    public InputStream open() {
        try {
            InputStream content = Files.newInputStream(path);
            opened.add(content);
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its content, whole. @throws UncheckedIOException when it cannot be read */
    public byte[] bytes() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its content as text; what is not UTF-8 becomes replacement characters. @throws UncheckedIOException when it cannot be read */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** Hands it over: whoever asks deletes it when the work with it has ended. @return where it lies */
    public Path keep() {
        kept = true;
        return path;
    }

    /** Deletes it, unless it was handed over. */
    @Override
    public void close() {
        opened.forEach(ReceivedFile::close);
        if (!kept) {
            delete(path);
        }
    }

    private static void close(InputStream content) {
        try {
            content.close();
        } catch (IOException e) {
            LOG.warn("An uploaded file cannot be closed", e);
        }
    }

    /** Deletes a file that was handed over. */
    public static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("An uploaded file cannot be deleted", e);
        }
    }
}
