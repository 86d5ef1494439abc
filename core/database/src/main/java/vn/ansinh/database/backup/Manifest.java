package vn.ansinh.database.backup;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import vn.ansinh.database.DatabaseException;

/**
 * What a backup consists of: one line a file. It is written last, so a directory without it is no backup.
 *
 * @param at when the copy was begun
 * @param server PostgreSQL's version
 * @param files by their path below the backup, with {@code /} between names
 */
record Manifest(Instant at, String server, Map<String, Copied> files) {

    static final String NAME = "MANIFEST";

    private static final String HEADING = "An Sinh backup 1";
    private static final int PARTS = 3;

    /**
     * A file as it was copied.
     *
     * @param sha256 in hexadecimal
     */
    record Copied(long size, String sha256) {}

    long bytes() {
        return files.values().stream().mapToLong(Copied::size).sum();
    }

    /** The major version of the server that wrote the files. */
    String majorVersion() {
        return server.substring(0, server.indexOf('.'));
    }

    void write(Path backup) throws IOException {
        Path file = backup.resolve(NAME);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(HEADING + "\nat " + at + "\npostgresql " + server + "\nfiles " + files.size() + "\n");
            for (Map.Entry<String, Copied> each : files.entrySet()) {
                out.write(each.getValue().sha256() + " " + each.getValue().size() + " " + each.getKey() + "\n");
            }
        }
        CheckedCopy.force(file);
    }

    /** @throws DatabaseException when the directory holds no whole backup */
    static Manifest read(Path backup) throws IOException {
        Path file = backup.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new DatabaseException(
                    "Thư mục " + backup + " không phải là một bản sao lưu hoàn chỉnh: thiếu tệp " + NAME + ".");
        }
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            if (!HEADING.equals(in.readLine())) {
                throw damaged(file);
            }
            Instant at = Instant.parse(value(in, "at ", file));
            String server = value(in, "postgresql ", file);
            long count = Long.parseLong(value(in, "files ", file));
            Map<String, Copied> files = new TreeMap<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] parts = line.split(" ", PARTS);
                if (parts.length != PARTS) {
                    throw damaged(file);
                }
                files.put(parts[2], new Copied(Long.parseLong(parts[1]), parts[0]));
            }
            if (files.size() != count) {
                throw damaged(file);
            }
            return new Manifest(at, server, files);
        } catch (NumberFormatException | DateTimeException e) {
            throw new DatabaseException(damaged(file).getMessage(), e);
        }
    }

    private static String value(BufferedReader in, String name, Path file) throws IOException {
        String line = in.readLine();
        if (line == null || !line.startsWith(name)) {
            throw damaged(file);
        }
        return line.substring(name.length());
    }

    private static DatabaseException damaged(Path file) {
        return new DatabaseException("Tệp " + file + " bị hỏng: hãy dùng bản sao lưu khác.");
    }
}
