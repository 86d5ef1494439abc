package vn.ansinh.core.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The heads of the chain, outside the database: one line a batch, only ever added, on the disk before it counts. Whoever
 * rewrites rows and batches in the database cannot reach it from there. A line that begins with {@code !} says that the file
 * itself was found changed.
 */
final class HeadFile {

    static final String ALARM = "! ";

    private final Path path;
    private long written = -1;

    HeadFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** The last head that the file knows. */
    Head last() {
        try (HeadReader reader = new HeadReader(path)) {
            Head last = Head.NONE;
            for (Head head = reader.next(); head != null; head = reader.next()) {
                last = head;
            }
            return last;
        }
    }

    /** Adds heads; they are on the disk when this returns. */
    void append(List<Head> heads, Instant now) {
        StringBuilder text = new StringBuilder();
        for (Head head : heads) {
            text.append(head.no())
                    .append(' ')
                    .append(head.hash())
                    .append(' ')
                    .append(head.entries())
                    .append(' ')
                    .append(head.sealedAt())
                    .append(' ')
                    .append(now)
                    .append('\n');
        }
        write(text.toString());
    }

    /** Leaves a mark that the file was found changed. */
    void alarm(String message, Instant now) {
        write(ALARM + now + " " + message + "\n");
    }

    /** Whether somebody else wrote into the file, or took something away, since this process last did. */
    boolean isTouched() {
        try {
            return written >= 0 && (Files.exists(path) ? Files.size(path) : 0) != written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            Files.createDirectories(path.getParent());
            try (RandomAccessFile opened = new RandomAccessFile(path.toFile(), "rw");
                    FileChannel file = opened.getChannel()) {
                file.truncate(endOfLastLine(opened));
                file.position(file.size());
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
                written = file.size();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an interrupted write left behind the last whole line does not count. */
    private static long endOfLastLine(RandomAccessFile file) throws IOException {
        long end = file.length();
        while (end > 0) {
            file.seek(end - 1);
            if (file.read() == '\n') {
                return end;
            }
            end--;
        }
        return 0;
    }
}
