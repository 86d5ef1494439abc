package vn.ansinh.itest.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.itest.Nd335Office;

/**
 * Cases that time or place makes hard: one of before 1 July 2025 by commune and district, entered today; a move to another province;
 * a death reported two months late, once with the money collected and once not. Signed in the browser, brought there over REST.
 */
class CasesInTimeIT extends CaseOffice {

    @Test
    @Order(1)
    void beforeJuly2025TheDistrictAppraisesAndDecides() throws Exception {
        CaseClerk commune = new CaseClerk(server, "kt.can-bo");
        CaseClerk district = new CaseClerk(server, "huyen.can-bo");
        long person = world.person("Tống Minh Khôi", "2016-03-02", CaseWorld.FORMER_COMMUNE, false);
        Map<String, Object> application = new HashMap<>(CaseWorld.disabled("dac-biet-nang", "2025-04-20"));
        application.put("unit", CaseWorld.FORMER_COMMUNE);
        application.put("receivedOn", "2025-05-05");
        long id = new CaseClerk(server, "kt.mot-cua").receive(CaseWorld.ALLOWANCE, person, application);
        new CaseClerk(server, "kt.mot-cua").forward(id, "2025-05-05");
        commune.forward(id, "2025-05-06");
        commune.forward(id, "2025-05-09");
        JsonNode sent = commune.forward(id, "2025-05-12");
        assertEquals("tham-dinh", sent.path("file").path("step").asText(), sent::toString);
        assertEquals("DISTRICT", sent.path("file").path("level").asText());
        JsonNode draft = district.act(id, "draft", "2025-05-15", Map.of("outcome", "GRANT", "conflictsSeen", false))
                .path("draft");
        district.forward(id, "2025-05-15");
        desk.handOver("huyen.lanh-dao");
        window.open(id);
        desk.read("Ủy ban nhân dân cấp huyện");
        window.mine("Ký quyết định…").click();
        desk.settle();
        desk.page().getByLabel("Số quyết định").fill("812/QĐ-UBND");
        window.inDialogOn("Ký", "16/05/2025");
        desk.read("Chờ trả kết quả");
        window.tab("Nhật ký");
        desk.read("16/05/2025");
        desk.look("91-truoc-thang-7-2025");
        assertEquals("2025-04", month(draft.path("from")), draft::toString);
        assertEquals(1_250_000, draft.path("amount").asLong(), "500.000 × 2,5");
    }

    @Test
    @Order(2)
    void whoMovesToAnotherProvinceIsDecidedUponThereAndTheFileGoesAlong() throws Exception {
        long person = world.person("Phạm Quang Vinh", "1980-03-02", CaseWorld.COMMUNE, true);
        long opened = reception.receive(CaseWorld.ALLOWANCE, person, CaseWorld.disabled("nang", "2026-09-02"));
        appraiser.toAppraisal(opened);
        appraiser.draft(opened);
        chief.sign(opened);
        long id = reception.receive(
                "btxh.doi-noi-o-khac-dia-ban",
                person,
                Map.of("papers", Set.of("don"), "toUnit", CaseWorld.ELSEWHERE, "eventOn", CaseWorld.ago(12)));
        appraiser.toAppraisal(id);
        appraiser.draft(id);
        desk.handOver("ym.lanh-dao");
        window.open(id);
        window.step("Ký quyết định…", "Ký", null);
        desk.read("Bạn xem được, không xử lý");
        desk.glance("92-da-chuyen-di");
        CaseClerk there = new CaseClerk(server, "ts.can-bo");
        assertEquals("tham-dinh-moi", there.step(id));
        there.draft(id);
        desk.handOver("ts.lanh-dao");
        window.openCaseOf("Phạm Quang Vinh");
        window.step("Ký quyết định…", "Ký", null);
        desk.read("Chờ trả kết quả");
        desk.glance("93-noi-moi");
        assertEquals(
                1,
                world.number("select count(*) from ansinh.entitlement e join ansinh.unit u on u.id = e.unit_id"
                        + " where e.person_id = " + person + " and e.to_month is not null and u.code = '14701'"));
        assertEquals(
                1,
                world.number("select count(*) from ansinh.entitlement e join ansinh.unit u on u.id = e.unit_id"
                        + " where e.person_id = " + person + " and e.to_month is null and u.code = '18073'"));
    }

    @Test
    @Order(3)
    void aDeathReportedTwoMonthsLateIsOwedBackWhereItWasCollectedAndCancelledWhereNot(@TempDir Path directory)
            throws Exception {
        Nd335Office office = new Nd335Office(server.rest(), server.checker());
        office.bringIn(
                directory,
                "37",
                List.of(
                        Nd335Office.beneficiary(1, "Hoàng Thị Sen", "02/03/1950", CaseWorld.COMMUNE, "BT6N"),
                        Nd335Office.beneficiary(2, "Mai Thị Tằm", "02/03/1951", CaseWorld.COMMUNE, "BT6N")));
        office.confirmEverything();
        office.closeMonth(CaseWorld.COMMUNE, "2026-10");
        pay("Hoàng Thị Sen");
        long collected = died("Hoàng Thị Sen");
        desk.handOver("ym.lanh-dao");
        window.open(collected);
        window.mine("Ký quyết định…").click();
        desk.read("Hưởng hết tháng 08/2026");
        window.inDialog("Ký");
        desk.read("Chờ trả kết quả");
        desk.glance("94-thoi-huong");
        chief.sign(died("Mai Thị Tằm"));
        office.closeMonth(CaseWorld.COMMUNE, "2026-11");
        desk.handOver("ym.lanh-dao");
        desk.open("btxh/truy-thu?don-vi=" + CaseWorld.COMMUNE + "&ky=2026-11");
        desk.read("Hoàng Thị Sen");
        desk.glance("95-truy-thu");
        assertEquals(2, owed(personOf("Hoàng Thị Sen")), "September and October");
        List<String> cancelled = new ArrayList<>();
        server.rest()
                .get("/receivables/cancellations", "program", "btxh", "unit", CaseWorld.COMMUNE, "month", "2026-11")
                .forEach(row -> cancelled.add(row.path("personName").asText()));
        assertTrue(cancelled.contains("Mai Thị Tằm") && !cancelled.contains("Hoàng Thị Sen"), cancelled::toString);
    }

    /** A proposal becomes a debt by decision only. @return how many months are owed */
    private static int owed(long person) throws Exception {
        List<Long> proposals = new ArrayList<>();
        long sum = 0;
        for (JsonNode row : server.rest()
                .get("/receivables", "program", "btxh", "unit", CaseWorld.COMMUNE, "person", person)
                .path("rows")) {
            assertEquals("PROPOSED", row.path("state").asText(), row::toString);
            proposals.add(row.path("id").asLong());
            sum += row.path("amount").asLong();
        }
        JsonNode decision = server.rest()
                .post(
                        "/receivables/decisions",
                        Map.of(
                                "receivableIds",
                                proposals,
                                "number",
                                "31/QĐ-UBND",
                                "date",
                                CaseWorld.ago(0),
                                "amount",
                                sum,
                                "debtor",
                                "Gia đình người đã mất",
                                "instalments",
                                List.of()));
        assertEquals(sum, decision.path("amount").asLong(), decision::toString);
        return proposals.size();
    }

    /** One order for October: one person collects, the other does not come. */
    private static void pay(String collects) throws Exception {
        JsonNode order = server.rest()
                .post(
                        "/payment-orders",
                        Map.of(
                                "program",
                                "btxh",
                                "unit",
                                CaseWorld.COMMUNE,
                                "method",
                                "TM-DCT",
                                "months",
                                List.of("2026-10")));
        long id = order.path("id").asLong();
        server.checker().post("/payment-orders/" + id + "/send", Map.of());
        List<Map<String, ?>> results = new ArrayList<>();
        for (JsonNode item :
                server.rest().get("/payment-orders/" + id + "/items").path("items")) {
            boolean paid = item.path("name").asText().equals(collects);
            results.add(
                    paid
                            ? Map.of("item", item.path("number").asInt(), "paid", true, "day", CaseWorld.ago(0))
                            : Map.of(
                                    "item",
                                    item.path("number").asInt(),
                                    "paid",
                                    false,
                                    "day",
                                    CaseWorld.ago(0),
                                    "reason",
                                    "C01"));
        }
        server.rest().post("/payment-orders/" + id + "/results", results);
    }

    private static long personOf(String name) throws Exception {
        return world.number("select id from ansinh.person where full_name = '" + name + "'");
    }

    /** @return id of the case, drafted */
    private static long died(String name) throws Exception {
        long id = reception.receive(
                "btxh.thoi-huong",
                personOf(name),
                Map.of("papers", Set.of("chung-tu"), "reason", "G01", "eventOn", "2026-08-20"));
        appraiser.toAppraisal(id);
        appraiser.draft(id);
        return id;
    }

    private static String month(JsonNode month) {
        return month.isArray()
                ? "%04d-%02d".formatted(month.path(0).asInt(), month.path(1).asInt())
                : month.asText();
    }
}
