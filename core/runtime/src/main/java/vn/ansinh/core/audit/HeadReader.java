package vn.ansinh.core.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Reads a file of heads line by line: it grows for years. */
final class HeadReader implements AutoCloseable {

    private static final Duration LATE = Duration.ofMinutes(2);
    private static final int FIELDS = 5;

    private final BufferedReader lines;
    private final boolean unfinished;
    private final List<String> faults = new ArrayList<>();
    private String following;
    private long expected = 1;
    private long late;

    /** @param path a file that may not be there: then it has no lines */
    HeadReader(Path path) {
        try {
            boolean there = Files.exists(path) && Files.size(path) > 0;
            unfinished = there && lastByte(path) != '\n';
            lines = there ? Files.newBufferedReader(path) : null;
            following = there ? lines.readLine() : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int lastByte(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(file.length() - 1);
            return file.read();
        }
    }

    /** The next head; {@code null} at the end, which is also where the file cannot be followed any further. */
    Head next() {
        try {
            for (String line = line(); line != null; line = line()) {
                if (line.startsWith(HeadFile.ALARM)) {
                    faults.add(line.substring(HeadFile.ALARM.length()));
                } else {
                    return read(line);
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line that power loss left unfinished is none. */
    private String line() throws IOException {
        String line = following;
        following = line == null ? null : lines.readLine();
        return following == null && unfinished ? null : line;
    }

    private Head read(String line) {
        String[] fields = line.split(" ");
        try {
            if (fields.length == FIELDS && Long.parseLong(fields[0]) == expected) {
                Head head = new Head(expected, fields[1], Long.parseLong(fields[2]), Instant.parse(fields[3]));
                if (head.sealedAt().plus(LATE).isBefore(Instant.parse(fields[4]))) {
                    late++;
                }
                expected++;
                return head;
            }
        } catch (NumberFormatException | DateTimeParseException e) {
            // told below, as a line that is none
        }
        faults.add("tệp đầu chuỗi: chờ lô " + expected + " nhưng gặp dòng «" + line + "»");
        following = null;
        return null;
    }

    /** How many of the heads read were written long after their batch was sealed. */
    long late() {
        return late;
    }

    /** What the lines read so far tell of a changed file. */
    List<String> faults() {
        return faults;
    }

    @Override
    public void close() {
        try {
            if (lines != null) {
                lines.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
