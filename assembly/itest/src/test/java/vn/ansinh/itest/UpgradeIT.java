package vn.ansinh.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A province's server of an earlier version is stopped, this version unpacked beside it and started on the same data: what was
 * closed is what it was to the last line, and the month goes on. The earlier distribution is given by {@code
 * -Dupgrade.from=<archive>}; {@code assembly/itest/upgrade.sh} builds it and runs this.
 */
@EnabledIfSystemProperty(
        named = "upgrade.from",
        matches = ".+",
        disabledReason = "NOT TRIED: no earlier distribution given; run assembly/itest/upgrade.sh")
class UpgradeIT {

    private static final MadeUpList LIST = new MadeUpList(2_160);
    private static final int CLOSED_BEFORE = 5;

    @Test
    void theEarlierDistributionIsUpgradedInPlaceWithItsData(@TempDir Path directory) throws Exception {
        Path earlier = Path.of(System.getProperty("upgrade.from"));
        try (RunningDistribution server = RunningDistribution.start("upgrade", earlier, home -> {})) {
            Province before = new Province(server.rest(), server.checker());
            before.commit(before.check(LIST.write(directory.resolve("danh-sach.xlsx"))));
            before.confirmEverything();
            before.runAndWait();
            before.close(before.payrolls().subList(0, CLOSED_BEFORE));
            Map<Long, JsonNode> lists = new HashMap<>();
            Map<Long, List<JsonNode>> lines = new HashMap<>();
            for (JsonNode payroll : before.payrolls()) {
                lists.put(payroll.path("id").asLong(), payroll);
                lines.put(payroll.path("id").asLong(), before.lines(payroll));
            }
            String from = version(server);
            server.stop();

            server.replaceBy(Path.of(System.getProperty("distribution.archive")));
            server.launch();
            String to = version(server);
            Province after = new Province(server.rest(), server.checker());
            List<JsonNode> kept = after.payrolls();
            assertEquals(lists.size(), kept.size());
            for (JsonNode payroll : kept) {
                JsonNode was = lists.get(payroll.path("id").asLong());
                for (String field : List.of("state", "people", "lines", "total", "arrears", "runId")) {
                    assertEquals(was.path(field), payroll.path(field), field);
                }
                assertEquals(
                        Province.sum(lines.get(payroll.path("id").asLong()), "amount"),
                        Province.sum(after.lines(payroll), "amount"));
            }
            assertEquals(LIST.total(), Province.sum(kept, "total"));

            after.runAndWait();
            List<JsonNode> drafts = after.payrolls().stream()
                    .filter(payroll -> payroll.path("state").asText().equals("DRAFT"))
                    .toList();
            assertEquals(kept.size() - CLOSED_BEFORE, drafts.size());
            after.close(drafts);
            assertEquals(LIST.total(), Province.sum(after.payrolls(), "total"), "nobody is paid twice or forgotten");
            String audit = server.console("ansinh:audit-verify");
            assertTrue(audit.contains("Nhật ký nguyên vẹn"), audit);
            System.out.println(
                    "Upgraded in place: schema " + from + " to " + to + ", " + kept.size() + " lists, " + LIST.total()
                            + " đồng, equal. " + audit.lines().findFirst().orElse(""));
        }
    }

    private static String version(RunningDistribution server) throws Exception {
        try (Connection connection = server.database();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select version from ansinh.schema_history"
                        + " where version is not null order by installed_rank desc limit 1")) {
            row.next();
            return row.getString(1);
        }
    }
}
