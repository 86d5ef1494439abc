package vn.ansinh.core.document.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.document.DocumentNumbers;
import vn.ansinh.api.document.Papers;
import vn.ansinh.api.training.Training;
import vn.ansinh.api.transaction.Transactions;

/** The papers that the platform ships, without a bundle, for tests of other rooms. */
public final class ShippedPapers {

    private static final Path PAPERS = Path.of("src/main/resources/ANSINH-INF/paper");

    private ShippedPapers() {}

    public static Papers of(
            Transactions scoped, Transactions everywhere, Access access, DocumentNumbers numbers, Clock clock) {
        return new StoredPapers(
                new PaperLibrary(read()), scoped, everywhere, access, numbers, Training.NONE, Audit.NONE, clock);
    }

    private static List<PaperText> read() {
        try (Stream<Path> files = Files.list(PAPERS)) {
            return files.sorted()
                    .map(file -> PaperParser.read(text(file), file.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
