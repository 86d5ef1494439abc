package vn.ansinh.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * NĐ 335/2026: in force on 05/10/2026, counted from 01/07/2026. Two communes of Hà Tĩnh and one of Hà Nội; the first and the
 * last had their October list closed before the decree came (golden case B11), the second closes October late (B10). What
 * each gets is worked out by hand. Then Hà Nội pays more than the decree, and ends that again.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class Nd335StoryIT {

    private static final String DECREE = Nd335Office.DECREE;
    private static final String LOCAL = "ha-noi-huu-tri";

    /** Closed October before 25/9. */
    private static final String EARLY = Nd335Office.EARLY;

    /** Has October still to close. */
    private static final String LATE = "18100";

    /** Phường Ba Đình, Hà Nội. */
    private static final String HANOI = "00004";

    private static RunningDistribution server;
    private static RestClient official;
    private static RestClient second;
    private static Nd335Office office;

    @BeforeAll
    static void threeCommunesAndNoDecreeYet() throws Exception {
        server = Nd335Office.start("nd335");
        official = server.rest();
        second = server.checker();
        office = new Nd335Office(official, second);
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    @Order(1)
    void untilTheDecreeComesEverybodyIsPaidTheOldRate(@TempDir Path directory) throws Exception {
        office.bringIn(
                directory,
                "42",
                List.of(
                        Nd335Office.beneficiary(1, "Nguyễn Văn Bình", "05/03/1985", EARLY, "BT6N"),
                        Nd335Office.beneficiary(2, "Trần Thị Cúc", "17/08/1996", EARLY, "BT6DBN"),
                        Nd335Office.beneficiary(3, "Lê Văn Dũng", "05/03/1985", LATE, "BT6N"),
                        Nd335Office.beneficiary(4, "Phan Thị Hoa", "17/08/1996", LATE, "BT6DBN")));
        office.bringIn(directory, "01", List.of(Nd335Office.beneficiary(5, "Đỗ Thị Kim", "02/09/1949", HANOI, "HT1")));
        office.confirmEverything();
        for (String month : List.of("2026-07", "2026-08", "2026-09")) {
            assertEquals(1_750_000, office.closeMonth(EARLY, month));
            assertEquals(1_750_000, office.closeMonth(LATE, month));
            assertEquals(500_000, office.closeMonth(HANOI, month));
        }
        assertEquals(1_750_000, office.closeMonth(EARLY, "2026-10"));
        assertEquals(500_000, office.closeMonth(HANOI, "2026-10"));
    }

    @Test
    @Order(2)
    void aDroppedDecreePaysNothingBeforeASecondPersonActivatesIt() throws Exception {
        drop(DECREE);
        assertEquals(1_750_000, totalOf(office.run(LATE, "2026-10")));
        second.post("/policies/" + DECREE + "/1/activate", Map.of());
        office.confirmEverything();
    }

    /** Golden case B10: October at 540.000, and 40.000 × coefficient for July, August and September. */
    @Test
    @Order(3)
    void whoClosesOctoberLatePaysThreeMonthsOfArrearsWithIt() throws Exception {
        JsonNode payroll = office.run(LATE, "2026-10");
        List<JsonNode> lines = office.lines(payroll);
        assertEquals(
                List.of(
                        "Lê Văn Dũng 2026-10 ×1: 810000 − 0 = 810000",
                        "Lê Văn Dũng 2026-07 ×3: 810000 − 750000 = 180000",
                        "Phan Thị Hoa 2026-10 ×1: 1080000 − 0 = 1080000",
                        "Phan Thị Hoa 2026-07 ×3: 1080000 − 1000000 = 240000"),
                lines.stream().map(Nd335StoryIT::told).toList());
        for (JsonNode line : lines) {
            assertEquals(540_000, line.path("base").asLong());
            assertEquals("Điều 4 NĐ 335/2026/NĐ-CP", line.path("baseClause").asText());
            assertTrue(line.path("clause").asText().startsWith("NĐ 335/2026/NĐ-CP"), line::toString);
            assertEquals(DECREE + " bản 1", line.path("basePack").asText());
        }
        assertEquals(2_310_000, office.close(payroll));
        assertEquals(1_890_000, office.closeMonth(LATE, "2026-11"));
    }

    /** Golden case B11: November at 540.000, and 40.000 × coefficient for July to October. */
    @Test
    @Order(4)
    void whoseOctoberHadLeftPaysFourMonthsOfArrearsInNovember() throws Exception {
        JsonNode payroll = office.run(EARLY, "2026-11");
        assertEquals(
                List.of(
                        "Nguyễn Văn Bình 2026-11 ×1: 810000 − 0 = 810000",
                        "Nguyễn Văn Bình 2026-07 ×4: 810000 − 750000 = 240000",
                        "Trần Thị Cúc 2026-11 ×1: 1080000 − 0 = 1080000",
                        "Trần Thị Cúc 2026-07 ×4: 1080000 − 1000000 = 320000"),
                office.lines(payroll).stream().map(Nd335StoryIT::told).toList());
        assertEquals(2_450_000, office.close(payroll));
    }

    @Test
    @Order(5)
    void haNoiPaysMoreThanTheDecreeUntilItEndsThatAgain() throws Exception {
        drop(LOCAL);
        second.post("/policies/" + LOCAL + "/1/activate", Map.of());
        office.confirmEverything();
        JsonNode november = office.run(HANOI, "2026-11");
        List<String> paid = List.of(
                "Đỗ Thị Kim 2026-11 ×1: 650000 − 0 = 650000", "Đỗ Thị Kim 2026-07 ×4: 540000 − 500000 = 160000");
        List<JsonNode> lines = office.lines(november);
        assertEquals(paid, lines.stream().map(Nd335StoryIT::told).toList());
        assertEquals(LOCAL + " bản 1", lines.get(0).path("basePack").asText());
        assertEquals(DECREE + " bản 1", lines.get(1).path("basePack").asText());
        office.close(november);

        official.post(
                "/policies/" + LOCAL + "/end", Map.of("lastMonth", "2026-11", "reason", "Nghị quyết hết hiệu lực"));
        second.post("/policies/" + LOCAL + "/end/confirm", Map.of());
        assertEquals(540_000, totalOf(office.run(HANOI, "2026-12")));
        assertEquals(
                paid, office.lines(november).stream().map(Nd335StoryIT::told).toList(), "earlier months stay");
    }

    /** The file is put into {@code deploy/} of the running system and read. */
    private static void drop(String pack) throws Exception {
        Files.copy(
                Nd335Office.kept(server.home(), pack),
                server.home().resolve("deploy").resolve(Nd335Office.file(pack)));
        Instant latest = Instant.now().plus(Duration.ofMinutes(1));
        while (!stage(pack).equals("DRAFT")) {
            assertTrue(Instant.now().isBefore(latest), () -> pack + " does not appear");
            Thread.sleep(200);
        }
    }

    private static String stage(String pack) throws IOException, InterruptedException {
        for (JsonNode state : official.get("/policies")) {
            if (state.path("pack").path("pack").asText().equals(pack)) {
                return state.path("stage").asText();
            }
        }
        return "";
    }

    private static long totalOf(JsonNode payroll) {
        return payroll.path("total").asLong();
    }

    private static String told(JsonNode line) {
        return "%s %s ×%d: %d − %d = %d"
                .formatted(
                        line.path("personName").asText(),
                        line.path("period").asText(),
                        line.path("months").asInt(),
                        line.path("due").asLong(),
                        line.path("paidBefore").asLong(),
                        line.path("amount").asLong());
    }
}
