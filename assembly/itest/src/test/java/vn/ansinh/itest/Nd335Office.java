package vn.ansinh.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An office before NĐ 335/2026 came to it: a distribution without the decree, its people, its months closed at the old rate. */
public final class Nd335Office {

    /** The decree's pack. */
    public static final String DECREE = "nd-335-2026";

    /** A commune of Hà Tĩnh that closed October before 25/9. */
    public static final String EARLY = "18073";

    private final RestClient official;
    private final RestClient second;

    /**
     * @param official who drafts
     * @param second who closes
     */
    public Nd335Office(RestClient official, RestClient second) {
        this.official = official;
        this.second = second;
    }

    /** A distribution whose decree lies among the examples, which nobody reads by himself. */
    public static RunningDistribution start(String name) throws IOException, InterruptedException {
        return RunningDistribution.start(
                name, home -> Files.move(home.resolve("policies").resolve(file(DECREE)), kept(home, DECREE)));
    }

    static String file(String pack) {
        return pack + ".policy.yaml";
    }

    /** Where examples lie. */
    public static Path kept(Path home, String pack) {
        return home.resolve("policies/vi-du").resolve(file(pack));
    }

    /** A line of the list, under {@link MadeUpList#TITLES}. */
    public static List<String> beneficiary(int number, String name, String born, String commune, String category) {
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

    /** Hands a province's list in and writes it. */
    public void bringIn(Path directory, String province, List<List<String>> people) throws Exception {
        Province place = new Province(official, second);
        JsonNode checked = place.check(
                ListFile.write(directory.resolve(province + ".xlsx"), MadeUpList.TITLES, people), province, "2026-06");
        assertEquals(people.size(), place.commit(checked).path("opened").asInt(), checked::toString);
    }

    /** Everything provisional was read in the Công báo. */
    public void confirmEverything() throws Exception {
        new Province(official, second).confirmEverything();
    }

    /** Drafts a commune's month. @return the payroll */
    public JsonNode run(String commune, String month) throws Exception {
        JsonNode job = official.post("/payroll/runs", Map.of("program", "btxh", "unit", commune, "month", month));
        JsonNode ended = official.await(job.path("job").asLong());
        assertEquals("DONE", ended.path("state").asText(), ended::toString);
        return official.get("/payroll", "program", "btxh", "unit", commune, "month", month)
                .path(0);
    }

    /** The second person closes it. @return đồng */
    public long close(JsonNode payroll) throws Exception {
        JsonNode closed = new Province(official, second).close(List.of(payroll));
        assertEquals(0, closed.path("takenOut").size(), closed::toString);
        return closed.path("total").asLong();
    }

    /** Drafts and closes. @return đồng */
    public long closeMonth(String commune, String month) throws Exception {
        return close(run(commune, month));
    }

    /** Its lines, a person's together. */
    public List<JsonNode> lines(JsonNode payroll) throws Exception {
        return new Province(official, second).lines(payroll);
    }
}
