package vn.ansinh.core.report.definition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.core.extender.Fault;

/**
 * The files of one report, not understood yet.
 *
 * @param files by name; only those of {@link #KNOWN}
 * @param faults what kept others from being read
 */
record ReportPackage(Map<String, byte[]> files, List<Fault> faults) {

    static final String YAML = "report.yaml";
    static final String SQL = "query.sql";
    static final String WORD = "mau.docx";
    static final String SHEET = "mau.xlsx";

    /** What a report is made of. */
    static final Set<String> KNOWN = Set.of(YAML, SQL, WORD, SHEET);

    /** Bytes, of {@link #YAML} and of {@link #SQL}. */
    static final int LARGEST_TEXT = 256 * 1024;

    /** Bytes, of a template. */
    static final int LARGEST_TEMPLATE = 4 * 1024 * 1024;

    ReportPackage {
        files = Map.copyOf(files);
        faults = List.copyOf(faults);
    }

    /** Reads a directory: of the files in it those of a report, told of the others. */
    static ReportPackage read(Path directory) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory)) {
            for (Path path : found) {
                String name = path.getFileName().toString();
                if (!KNOWN.contains(name)) {
                    faults.add(new Fault(name, 1, 1, strange(name)));
                    continue;
                }
                try (InputStream in = Files.newInputStream(path)) {
                    files.put(name, in.readNBytes(largest(name) + 1));
                }
                if (files.get(name).length > largest(name)) {
                    faults.add(new Fault(name, 1, 1, large(name)));
                }
            }
        }
        return new ReportPackage(files, faults);
    }

    /** How many bytes a file may have. */
    static int largest(String name) {
        return name.equals(WORD) || name.equals(SHEET) ? LARGEST_TEMPLATE : LARGEST_TEXT;
    }

    /** Why a file is not read, for its author. */
    static String strange(String name) {
        return "Tệp «" + name.replaceAll("\\p{Cntrl}", "_") + "» không thuộc báo cáo. Một báo cáo gồm " + YAML + ", "
                + SQL + " và, nếu cần, " + WORD + ", " + SHEET + ".";
    }

    /** Why a file that is too large is not read, for its author. */
    static String large(String name) {
        return "Tệp lớn hơn " + largest(name) / 1024 + " KiB.";
    }
}
