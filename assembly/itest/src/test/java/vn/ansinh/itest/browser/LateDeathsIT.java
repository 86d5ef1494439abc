package vn.ansinh.itest.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import vn.ansinh.itest.RestClient;

/**
 * A death reported two months late, once with the money collected, which a decision claims back, and once not, which is cancelled:
 * before 1 July 2025, by the old commune and its district, and since. Ended and claimed back in the browser.
 */
class LateDeathsIT extends CaseOffice {

    /** Signs in the commune's and the district's name until 30 June 2025. */
    private static final String DISTRICT_CHIEF = "huyen.lanh-dao";

    @Test
    @Order(1)
    void beforeJuly2025TheDistrictEndsIt() throws Exception {
        String collects = "Đinh Văn Thóc";
        String stays = "Đinh Văn Lúa";
        Nd335Office office = new Nd335Office(server.rest(), server.checker());
        disabledSinceJanuary2025(collects);
        disabledSinceJanuary2025(stays);
        office.confirmEverything();
        office.closeMonth(CaseWorld.FORMER_COMMUNE, "2025-05");
        pay(CaseWorld.FORMER_COMMUNE, "2025-05", collects);

        long ended = reportedInMay2025(collects);
        desk.handOver(DISTRICT_CHIEF);
        window.open(ended);
        desk.read("Ủy ban nhân dân cấp huyện");
        window.mine("Ký quyết định…").click();
        desk.read("Hưởng hết tháng 03/2025");
        window.inDialogOn("Ký", "27/05/2025");
        desk.read("Chờ trả kết quả");
        desk.glance("96-thoi-huong-truoc-thang-7-2025");
        new CaseClerk(server, DISTRICT_CHIEF).act(reportedInMay2025(stays), "signature", "2025-05-27", signature());

        office.closeMonth(CaseWorld.FORMER_COMMUNE, "2025-06");
        desk.open("btxh/truy-thu?don-vi=" + CaseWorld.FORMER_COMMUNE + "&ky=2025-06");
        // April and May of a heavily disabled adult: 500.000 × 1,5
        claimBack(collects, "45/QĐ-UBND", "10/06/2025", "1.500.000");
        desk.look("97-truy-thu-truoc-thang-7-2025");
        window.tab("Đã hủy chi");
        desk.read(stays);
        desk.look("98-huy-chi-truoc-thang-7-2025");
        assertEquals(
                List.of("2025-04 750000", "2025-05 750000"), cancelled(CaseWorld.FORMER_COMMUNE, "2025-06", stays));
        assertEquals(List.of(), cancelled(CaseWorld.FORMER_COMMUNE, "2025-06", collects));
    }

    @Test
    @Order(2)
    void sinceThenTheCommuneDoes(@TempDir Path directory) throws Exception {
        String collects = "Hoàng Thị Sen";
        String stays = "Mai Thị Tằm";
        Nd335Office office = new Nd335Office(server.rest(), server.checker());
        office.bringIn(
                directory,
                "37",
                List.of(
                        Nd335Office.beneficiary(1, collects, "02/03/1950", CaseWorld.COMMUNE, "BT6N"),
                        Nd335Office.beneficiary(2, stays, "02/03/1951", CaseWorld.COMMUNE, "BT6N")));
        office.confirmEverything();
        office.closeMonth(CaseWorld.COMMUNE, "2026-10");
        pay(CaseWorld.COMMUNE, "2026-10", collects);

        long ended = reportedToday(collects);
        desk.handOver("ym.lanh-dao");
        window.open(ended);
        window.mine("Ký quyết định…").click();
        desk.read("Hưởng hết tháng 08/2026");
        window.inDialog("Ký");
        desk.read("Chờ trả kết quả");
        desk.glance("94-thoi-huong");
        chief.sign(reportedToday(stays));

        office.closeMonth(CaseWorld.COMMUNE, "2026-11");
        desk.open("btxh/truy-thu?don-vi=" + CaseWorld.COMMUNE + "&ky=2026-11");
        // September and October of an old and heavily disabled person: 540.000 × 2,0
        claimBack(collects, "31/QĐ-UBND", CaseWorld.typed(0), "2.160.000");
        desk.glance("95-truy-thu");
        assertEquals(List.of(), cancelled(CaseWorld.COMMUNE, "2026-11", collects));
        assertEquals(List.of("2026-09 1080000", "2026-10 1080000"), cancelled(CaseWorld.COMMUNE, "2026-11", stays));
    }

    /** A right by a case of January 2025: received and reviewed by the commune, appraised and decided by the district. */
    private static void disabledSinceJanuary2025(String name) throws Exception {
        Map<String, Object> application = new HashMap<>(CaseWorld.disabled("nang", "2025-01-03"));
        application.put("unit", CaseWorld.FORMER_COMMUNE);
        application.put("receivedOn", "2025-01-06");
        long person = world.person(name, "1980-03-02", CaseWorld.FORMER_COMMUNE, false);
        long id = atTheDistrict(CaseWorld.ALLOWANCE, person, application, "2025-01-08", "2025-01-13", "2025-01-16");
        new CaseClerk(server, DISTRICT_CHIEF).act(id, "signature", "2025-01-17", signature());
    }

    /** Somebody who died on 10 March 2025. @return id of the case, drafted */
    private static long reportedInMay2025(String name) throws Exception {
        Map<String, Object> report = Map.of(
                "unit",
                CaseWorld.FORMER_COMMUNE,
                "receivedOn",
                "2025-05-20",
                "papers",
                Set.of("chung-tu"),
                "reason",
                "G01",
                "eventOn",
                "2025-03-10");
        return atTheDistrict("btxh.thoi-huong", personOf(name), report, "2025-05-21", "2025-05-22", "2025-05-26");
    }

    /**
     * Takes an application to who signs.
     *
     * @param reviewed day on which the commune reviewed it; it hangs out from then, where it has to
     * @param sent day on which the commune hands it up
     * @param appraised day on which the district drafts the decision
     */
    private static long atTheDistrict(
            String procedure, long person, Map<String, ?> application, String reviewed, String sent, String appraised)
            throws Exception {
        CaseClerk commune = new CaseClerk(server, "kt.can-bo");
        CaseClerk district = new CaseClerk(server, "huyen.can-bo");
        CaseClerk reception = new CaseClerk(server, "kt.mot-cua");
        long id = reception.receive(procedure, person, application);
        reception.forward(id, application.get("receivedOn").toString());
        for (String step = commune.step(id); !step.equals("tham-dinh"); step = commune.step(id)) {
            commune.forward(id, step.equals("xet-duyet") ? reviewed : sent);
        }
        district.act(id, "draft", appraised, Map.of("outcome", "GRANT", "conflictsSeen", false));
        district.forward(id, appraised);
        return id;
    }

    private static Map<String, ?> signature() {
        return Map.of("signer", "Hà Văn Tới", "title", "CHỦ TỊCH", "documentId", 0);
    }

    /** Somebody of Yên Mô who died on 20 August 2026. @return id of the case, drafted */
    private static long reportedToday(String name) throws Exception {
        long id = reception.receive(
                "btxh.thoi-huong",
                personOf(name),
                Map.of("papers", Set.of("chung-tu"), "reason", "G01", "eventOn", "2026-08-20"));
        appraiser.toAppraisal(id);
        appraiser.draft(id);
        return id;
    }

    /** One order for a month: one person collects, the other does not come. */
    private static void pay(String commune, String month, String collects) throws Exception {
        RestClient post = server.rest();
        long order = post.post(
                        "/payment-orders",
                        Map.of("program", "btxh", "unit", commune, "method", "TM-DCT", "months", List.of(month)))
                .path("id")
                .asLong();
        server.checker().post("/payment-orders/" + order + "/send", Map.of());
        List<Map<String, ?>> results = new ArrayList<>();
        for (JsonNode item : post.get("/payment-orders/" + order + "/items").path("items")) {
            int number = item.path("number").asInt();
            results.add(
                    item.path("name").asText().equals(collects)
                            ? Map.of("item", number, "paid", true, "day", CaseWorld.ago(0))
                            : Map.of("item", number, "paid", false, "day", CaseWorld.ago(0), "reason", "C01"));
        }
        post.post("/payment-orders/" + order + "/results", results);
    }

    /** On the page of receivables: a proposal becomes a debt by decision only. @param amount as it is shown */
    private static void claimBack(String name, String number, String day, String amount) {
        desk.page().getByText(name).first().click();
        desk.read("Truy thu: " + name);
        assertEquals(amount, desk.page().getByLabel("Số tiền").inputValue());
        desk.page().getByLabel("Số quyết định").fill(number);
        window.day("Ngày ký", day);
        desk.page().getByLabel("Người phải trả").fill("Gia đình người đã mất");
        window.inDialog("Ghi quyết định");
        window.tab("Quyết định truy thu");
        desk.read(number);
    }

    /** What the closing of a month cancelled for somebody, in order: the months and their đồng. */
    private static List<String> cancelled(String commune, String month, String name) throws Exception {
        List<String> cancelled = new ArrayList<>();
        for (JsonNode row :
                server.rest().get("/receivables/cancellations", "program", "btxh", "unit", commune, "month", month)) {
            if (row.path("personName").asText().equals(name)) {
                cancelled.add(CaseWorld.month(row.path("period")) + " "
                        + row.path("amount").asLong());
            }
        }
        return cancelled.stream().sorted().toList();
    }

    private static long personOf(String name) throws Exception {
        return world.number("select id from ansinh.person where full_name = '" + name + "'");
    }
}
