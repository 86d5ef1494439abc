package vn.ansinh.connector.dancu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.identity.Sex;
import vn.ansinh.api.registry.Answer.Outcome;
import vn.ansinh.api.registry.Inquiry;
import vn.ansinh.api.registry.PopulationEvent;

/** The simulated registry: matches, differs, does not know, tells, is away. */
class SimulatedRegistryTest {

    private static final Inquiry WHO =
            new Inquiry("042143004410", "Nguyễn Thị Ẩn", BirthDate.of(LocalDate.of(1943, 3, 10)), Sex.FEMALE);

    @TempDir
    Path directory;

    private Temper temper = new Temper(false, 0, 0, 0);

    @Test
    void itAnswersAsItIsToldToAndTheSameQuestionTheSame() throws Exception {
        SimulatedRegistry registry = new SimulatedRegistry(directory, () -> temper, () -> Instant.EPOCH);
        assertEquals(Outcome.MATCH, registry.ask(WHO).outcome());
        temper = new Temper(false, 0, 100, 0);
        assertEquals(1, registry.ask(WHO).fields().size());
        assertEquals(registry.ask(WHO), registry.ask(WHO));
        temper = new Temper(false, 0, 0, 100);
        assertEquals(Outcome.NOT_FOUND, registry.ask(WHO).outcome());
        temper = new Temper(true, 0, 0, 0);
        assertThrows(IllegalStateException.class, () -> registry.ask(WHO));
    }

    @Test
    void whatIsWrittenIntoItsFileItTellsOnceInOrder() throws Exception {
        SimulatedRegistry registry = new SimulatedRegistry(directory, () -> temper, () -> Instant.EPOCH);
        assertEquals(List.of(), registry.events("", 10));
        Path file = directory.resolve("su-kien.tsv");
        Files.writeString(file, "DEATH\t042143004410\t2026-11-20\n");
        List<PopulationEvent> first = registry.events("", 10);
        assertEquals(
                List.of(new PopulationEvent(
                        "1", PopulationEvent.Kind.DEATH, "042143004410", LocalDate.of(2026, 11, 20), null, null)),
                first);
        Files.writeString(file, "MOVE\t042143004411\t2026-11-21\t18133\tThôn 2\n", StandardOpenOption.APPEND);
        assertEquals("18133", registry.events("1", 10).get(0).unitCode());
        assertEquals(List.of(), registry.events("2", 10));
    }
}
