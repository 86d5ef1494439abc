package vn.ansinh.core.casework.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.ansinh.api.casework.Procedure;

/** Procedures as a program's files say them, for tests of other rooms. */
public final class ShippedProcedures {

    private ShippedProcedures() {}

    /** @param folder {@code ANSINH-INF/procedure} of a program */
    public static List<Procedure> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(ShippedProcedures::procedure).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Procedure procedure(Path file) {
        try {
            return ProcedureParser.read(
                            Files.readString(file), file.getFileName().toString())
                    .procedure();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
