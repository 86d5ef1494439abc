package vn.ansinh.core.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.text.Vietnamese;

/**
 * Reads small comma-separated files whole. Fields are normalised ({@link Vietnamese#normalize}); a record does not run
 * over several lines; empty lines and lines that begin with {@code #} are passed over.
 */
public final class CsvReader {

    private CsvReader() {}

    /**
     * All records after the header.
     *
     * @param header the columns the file must begin with, in order
     * @throws CsvException when the header or the quoting is not as expected
     */
    public static List<CsvRow> read(InputStream file, String... header) throws IOException {
        List<CsvRow> rows = readAll(file);
        if (rows.isEmpty()) {
            throw new CsvException(1, "the file is empty, expected the header " + String.join(",", header));
        }
        checkHeader(rows.get(0), header);
        return rows.subList(1, rows.size());
    }

    /** All records, a header's included. @throws CsvException when the quoting is not as expected */
    public static List<CsvRow> readAll(InputStream file) throws IOException {
        return readAll(file, ',');
    }

    /** As above, with fields parted by {@code separator}. */
    public static List<CsvRow> readAll(InputStream file, char separator) throws IOException {
        List<CsvRow> rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(new CsvRow(number, split(line, number, separator)));
                }
            }
        }
        return rows;
    }

    private static void checkHeader(CsvRow row, String[] header) throws CsvException {
        for (int i = 0; i < header.length; i++) {
            if (!row.field(i).equals(header[i])) {
                throw new CsvException(row.line(), "expected the header " + String.join(",", header));
            }
        }
    }

    private static List<String> split(String line, int number, char separator) throws CsvException {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted) {
                if (c != '"') {
                    field.append(c);
                } else if (i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == separator) {
                fields.add(Vietnamese.normalize(field.toString()));
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        if (quoted) {
            throw new CsvException(number, "a quote is opened and not closed");
        }
        fields.add(Vietnamese.normalize(field.toString()));
        return fields;
    }
}
