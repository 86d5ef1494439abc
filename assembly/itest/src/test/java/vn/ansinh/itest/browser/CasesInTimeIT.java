package vn.ansinh.itest.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Cases that time or place makes hard: one of before 1 July 2025 by commune and district, entered today, and a move to another
 * province. Signed in the browser, brought there over REST.
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
        assertEquals("2025-04", CaseWorld.month(draft.path("from")), draft::toString);
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
}
