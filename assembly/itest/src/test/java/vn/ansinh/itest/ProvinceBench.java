package vn.ansinh.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.core.demo.DemoPerson;

/**
 * How long a province's month takes: {@code mvn verify -Pbench} prints it. Times are printed, not asserted: they say as much
 * about the machine as about the program.
 */
class ProvinceBench {

    private static final int PEOPLE = 20_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir
    Path folder;

    @Test
    void aProvincesMonth() throws Exception {
        Path list = folder.resolve("danh-sach.xlsx");
        List<DemoPerson> people = InventedList.people(Province.CODE, PEOPLE, TODAY, 1);
        InventedList.write(people, list);

        try (RunningDistribution server = RunningDistribution.start("bench")) {
            Province province = new Province(
                    new RestClient(server.url(), RunningDistribution.ADMINISTRATOR, RunningDistribution.PASSWORD));
            JsonNode checked = measured("import of " + PEOPLE + " people: check", () -> province.check(list));
            assertEquals(0, checked.path("errors").asInt(), checked::toString);
            measured("import of " + PEOPLE + " people: write", () -> province.commit(checked));
            JsonNode first = measured("their month, first run", province::runAndWait);
            assertTrue(first.path("lines").asInt() >= PEOPLE, first::toString);
            JsonNode again = measured("their month, run again", province::runAndWait);
            assertEquals(first.path("total"), again.path("total"));
            System.out.printf("%-50s %8.1f MB%n", "heap in use after collection", liveBytes(server) / 1e6);
            server.stop();
            System.out.printf("%-50s %8.1f s%n", "start until the first page", seconds(server.launch()));
        }
    }

    private static <T> T measured(String what, Callable<T> work) throws Exception {
        Instant began = Instant.now();
        T result = work.call();
        System.out.printf("%-50s %8.1f s%n", what, seconds(Duration.between(began, Instant.now())));
        return result;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    /** What the histogram counts as alive: it collects first. */
    private static long liveBytes(RunningDistribution server) throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(server.process().pid()),
                        "GC.class_histogram")
                .start();
        String histogram = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String[] total =
                histogram.substring(histogram.lastIndexOf("Total")).strip().split("\\s+");
        return Long.parseLong(total[2]);
    }
}
