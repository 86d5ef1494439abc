package vn.ansinh.core.casework.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.ansinh.api.casework.Procedure;

/** Procedures outside a container and a database. */
public final class DeclaredProcedures {

    /** No program has any. */
    public static final ProcedureLibrary NONE = of(List.of());

    private DeclaredProcedures() {}

    /** Those of files that a bundle brings. @param directory {@code ANSINH-INF/procedure} */
    public static ProcedureLibrary in(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return of(files.sorted().map(DeclaredProcedures::read).toList());
        }
    }

    private static Procedure read(Path file) {
        try {
            return ProcedureParser.read(
                            Files.readString(file), file.getFileName().toString())
                    .procedure();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcedureLibrary of(List<Procedure> procedures) {
        return new ProcedureLibrary() {
            @Override
            public List<Procedure> all() {
                return procedures;
            }

            @Override
            public List<ProcedureFile> files() {
                return List.of();
            }
        };
    }
}
