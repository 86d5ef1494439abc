package vn.ansinh.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

    private static final String DECREE = "nd-335-2026";
    private static final String LOCAL = "ha-noi-huu-tri";

    /** Closed October before 25/9. */
    private static final String EARLY = "18073";

    /** Has October still to close. */
    private static final String LATE = "18100";

    /** Phường Ba Đình, Hà Nội. */
    private static final String HANOI = "00004";

    private static RunningDistribution server;
    private static RestClient official;
    private static RestClient second;

    @BeforeAll
    static void threeCommunesAndNoDecreeYet() throws Exception {
        server = RunningDistribution.start(
                "nd335", home -> Files.move(home.resolve("policies").resolve(file(DECREE)), kept(home, DECREE)));
        official = server.rest();
        second = server.checker();
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    private static String file(String pack) {
        return pack + ".policy.yaml";
    }

    /** Where examples lie, which nobody reads by himself. */
    private static Path kept(Path home, String pack) {
        return home.resolve("policies/vi-du").resolve(file(pack));
    }

    @Test
    @Order(1)
    void untilTheDecreeComesEverybodyIsPaidTheOldRate(@TempDir Path directory) throws Exception {
        bringIn(
                directory,
                "42",
                List.of(
                        beneficiary(1, "Nguyễn Văn Bình", "05/03/1985", EARLY, "BT6N"),
                        beneficiary(2, "Trần Thị Cúc", "17/08/1996", EARLY, "BT6DBN"),
                        beneficiary(3, "Lê Văn Dũng", "05/03/1985", LATE, "BT6N"),
                        beneficiary(4, "Phan Thị Hoa", "17/08/1996", LATE, "BT6DBN")));
        bringIn(directory, "01", List.of(beneficiary(5, "Đỗ Thị Kim", "02/09/1949", HANOI, "HT1")));
        confirmEverything();
        for (String month : List.of("2026-07", "2026-08", "2026-09")) {
            assertEquals(1_750_000, closeMonth(EARLY, month));
            assertEquals(1_750_000, closeMonth(LATE, month));
            assertEquals(500_000, closeMonth(HANOI, month));
        }
        assertEquals(1_750_000, closeMonth(EARLY, "2026-10"));
        assertEquals(500_000, closeMonth(HANOI, "2026-10"));
    }

    @Test
    @Order(2)
    void aDroppedDecreePaysNothingBeforeASecondPersonActivatesIt() throws Exception {
        drop(DECREE);
        assertEquals(1_750_000, totalOf(run(LATE, "2026-10")));
        second.post("/policies/" + DECREE + "/1/activate", Map.of());
        confirmEverything();
    }

    /** Golden case B10: October at 540.000, and 40.000 × coefficient for July, August and September. */
    @Test
    @Order(3)
    void whoClosesOctoberLatePaysThreeMonthsOfArrearsWithIt() throws Exception {
        JsonNode payroll = run(LATE, "2026-10");
        List<JsonNode> lines = lines(payroll);
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
        assertEquals(2_310_000, close(payroll));
        assertEquals(1_890_000, closeMonth(LATE, "2026-11"));
    }

    /** Golden case B11: November at 540.000, and 40.000 × coefficient for July to October. */
    @Test
    @Order(4)
    void whoseOctoberHadLeftPaysFourMonthsOfArrearsInNovember() throws Exception {
        JsonNode payroll = run(EARLY, "2026-11");
        assertEquals(
                List.of(
                        "Nguyễn Văn Bình 2026-11 ×1: 810000 − 0 = 810000",
                        "Nguyễn Văn Bình 2026-07 ×4: 810000 − 750000 = 240000",
                        "Trần Thị Cúc 2026-11 ×1: 1080000 − 0 = 1080000",
                        "Trần Thị Cúc 2026-07 ×4: 1080000 − 1000000 = 320000"),
                lines(payroll).stream().map(Nd335StoryIT::told).toList());
        assertEquals(2_450_000, close(payroll));
    }

    @Test
    @Order(5)
    void haNoiPaysMoreThanTheDecreeUntilItEndsThatAgain() throws Exception {
        drop(LOCAL);
        second.post("/policies/" + LOCAL + "/1/activate", Map.of());
        confirmEverything();
        JsonNode november = run(HANOI, "2026-11");
        List<String> paid = List.of(
                "Đỗ Thị Kim 2026-11 ×1: 650000 − 0 = 650000", "Đỗ Thị Kim 2026-07 ×4: 540000 − 500000 = 160000");
        List<JsonNode> lines = lines(november);
        assertEquals(paid, lines.stream().map(Nd335StoryIT::told).toList());
        assertEquals(LOCAL + " bản 1", lines.get(0).path("basePack").asText());
        assertEquals(DECREE + " bản 1", lines.get(1).path("basePack").asText());
        close(november);

        official.post(
                "/policies/" + LOCAL + "/end", Map.of("lastMonth", "2026-11", "reason", "Nghị quyết hết hiệu lực"));
        second.post("/policies/" + LOCAL + "/end/confirm", Map.of());
        assertEquals(540_000, totalOf(run(HANOI, "2026-12")));
        assertEquals(paid, lines(november).stream().map(Nd335StoryIT::told).toList(), "earlier months stay");
    }

    private static List<String> beneficiary(int number, String name, String born, String commune, String category) {
        boolean disabled = category.startsWith("BT6");
        Map<String, String> cells = Map.ofEntries(
                Map.entry("STT", Integer.toString(number)),
                Map.entry("Họ và tên", name),
                Map.entry("Ngày sinh", born),
                Map.entry("Giới tính", name.contains(" Thị ") ? "Nữ" : "Nam"),
                Map.entry("Dân tộc", "Kinh"),
                Map.entry("Địa chỉ", "Tổ 1"),
                Map.entry("Mã xã", commune),
                Map.entry("Loại đối tượng", category),
                Map.entry("Từ tháng", "01/2026"),
                Map.entry("Số quyết định", number + "/QĐ-UBND"),
                Map.entry("Ngày quyết định", "15/01/2026"),
                Map.entry("Ngày giấy xác nhận khuyết tật", disabled ? "10/01/2026" : ""),
                Map.entry("Hình thức chi trả", "Tiền mặt"));
        return MadeUpList.TITLES.stream()
                .map(title -> cells.getOrDefault(title, ""))
                .toList();
    }

    private static void bringIn(Path directory, String province, List<List<String>> people) throws Exception {
        Province place = new Province(official, second);
        JsonNode checked =
                place.check(MadeUpList.write(directory.resolve(province + ".xlsx"), people), province, "2026-06");
        assertEquals(people.size(), place.commit(checked).path("opened").asInt(), checked::toString);
    }

    private static void confirmEverything() throws Exception {
        new Province(official, second).confirmEverything();
    }

    /** The file is put into {@code deploy/} of the running system and read. */
    private static void drop(String pack) throws Exception {
        Files.copy(kept(server.home(), pack), server.home().resolve("deploy").resolve(file(pack)));
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

    private static JsonNode run(String commune, String month) throws Exception {
        JsonNode job = official.post("/payroll/runs", Map.of("program", "btxh", "unit", commune, "month", month));
        JsonNode ended = official.await(job.path("job").asLong());
        assertEquals("DONE", ended.path("state").asText(), ended::toString);
        return official.get("/payroll", "program", "btxh", "unit", commune, "month", month)
                .path(0);
    }

    private static long totalOf(JsonNode payroll) {
        return payroll.path("total").asLong();
    }

    /** @return đồng */
    private static long close(JsonNode payroll) throws Exception {
        JsonNode closed = new Province(official, second).close(List.of(payroll));
        assertEquals(0, closed.path("takenOut").size(), closed::toString);
        return closed.path("total").asLong();
    }

    private static long closeMonth(String commune, String month) throws Exception {
        return close(run(commune, month));
    }

    private static List<JsonNode> lines(JsonNode payroll) throws Exception {
        return new ArrayList<>(new Province(official, second).lines(payroll));
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
