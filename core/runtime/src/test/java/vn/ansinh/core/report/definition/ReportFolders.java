package vn.ansinh.core.report.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The reports of a bundle, read where its sources live. */
public final class ReportFolders {

    private ReportFolders() {}

    /** Every folder's report, by folder; fails when one cannot be used. */
    public static List<KnownReport> read(Path reports) throws IOException {
        List<KnownReport> read = new ArrayList<>();
        try (Stream<Path> folders = Files.list(reports)) {
            for (Path folder : folders.sorted().toList()) {
                ReportReading reading = ReportParser.read(new ReportPackage(files(folder), List.of()));
                assertEquals(List.of(), reading.faults(), folder.toString());
                read.add(new KnownReport(
                        reading.definition(),
                        reading.query(),
                        reading.templates(),
                        folder.getFileName().toString()));
            }
        }
        return read;
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> each = Files.list(folder)) {
            each.forEach(file -> {
                try {
                    files.put(file.getFileName().toString(), Files.readAllBytes(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return files;
    }
}
