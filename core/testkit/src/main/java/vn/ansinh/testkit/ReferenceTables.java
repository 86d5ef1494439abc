package vn.ansinh.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tables of law that a project carries unmodified, beside a file {@code SHA256SUMS}: what packs are compared with row by
 * row. A table that somebody touched is not read.
 */
public final class ReferenceTables {

    private final Class<?> anchor;
    private final String directory;
    private final Map<String, String> sums = new LinkedHashMap<>();

    /**
     * @param anchor a class beside whose resources they lie
     * @param directory absolute resource name, for instance {@code /reference}
     */
    public ReferenceTables(Class<?> anchor, String directory) {
        this.anchor = anchor;
        this.directory = directory;
        for (String line :
                new String(bytes("SHA256SUMS"), StandardCharsets.UTF_8).lines().toList()) {
            String[] sum = line.split("\\s+");
            sums.put(sum[1], sum[0]);
        }
    }

    /** Names of all tables. */
    public List<String> names() {
        return List.copyOf(sums.keySet());
    }

    /**
     * The rows of a CSV file with a header, each by column.
     *
     * @throws AssertionError when the file is not the one whose checksum the project carries
     */
    public List<Map<String, String>> rows(String name) {
        byte[] content = bytes(name);
        if (!digest(content).equals(sums.get(name))) {
            throw new AssertionError(name + " is not the table whose checksum is in SHA256SUMS");
        }
        List<List<String>> lines = new String(content, StandardCharsets.UTF_8)
                .lines()
                .map(ReferenceTables::cells)
                .toList();
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < line.size(); i++) {
                row.put(lines.get(0).get(i), line.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private byte[] bytes(String name) {
        try (InputStream in = anchor.getResourceAsStream(directory + "/" + name)) {
            if (in == null) {
                throw new AssertionError("No resource " + directory + "/" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : (line + ",").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        return cells;
    }
}
