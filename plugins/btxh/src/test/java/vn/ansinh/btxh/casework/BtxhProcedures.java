package vn.ansinh.btxh.casework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Evaluation.Outcome;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.policy.Question;
import vn.ansinh.btxh.policy.BtxhFactKeys;
import vn.ansinh.btxh.policy.ShippedPacks;
import vn.ansinh.core.casework.procedure.ProcedureTrial;

/** The benefits and procedures that this bundle brings, for tests outside a container. */
final class BtxhProcedures {

    /** Of all packs, in their order. */
    static final List<Benefit> BENEFITS = benefits();

    /** By id and version: {@code btxh.mai-tang 2021}. */
    static final Map<String, Procedure> ALL = read();

    private BtxhProcedures() {}

    private static List<Benefit> benefits() {
        PersonFacts nobody = new PersonFacts(LocalDate.of(1980, 1, 1), null, List.of());
        YearMonth month = YearMonth.of(2025, 5);
        return ShippedPacks.all()
                .evaluate(new Question(Claim.NOWHERE, nobody, List.of(), month, month, month.atEndOfMonth()))
                .outcomes()
                .stream()
                .map(Outcome::benefit)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Map<String, Procedure> read() {
        Map<String, Procedure> procedures = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/ANSINH-INF/procedure"))) {
            for (Path file : files.toList()) {
                Procedure procedure = ProcedureTrial.read(
                        Files.readString(file, StandardCharsets.UTF_8),
                        file.getFileName().toString(),
                        BtxhFactKeys.read(),
                        BENEFITS);
                procedures.put(procedure.id() + " " + procedure.version(), procedure);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return procedures;
    }
}
