package vn.ansinh.itest.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.itest.Nd335Office;
import vn.ansinh.itest.RestClient;
import vn.ansinh.itest.RunningDistribution;

/**
 * Every page of the menu, with its tabs, its first row and its dialogs, opened by an official of a commune, of a province, of
 * the ministry, and by IT, each with the rights and the territory of such an official: nothing fails, nothing is empty, nothing
 * is in English, and the server's log stays clean. Comes after the other stories, which leave something to look at.
 */
@ExtendWith(Browsing.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(Integer.MAX_VALUE)
class EveryPageIT {

    private static final String PROVINCE = "01";
    private static final String COMMUNE = "00004";
    private static final String MONTH = "2026-11";
    private static final Set<String> PICTURED = new HashSet<>();

    private static RunningDistribution server;
    private static Desk desk;
    private static int logged;
    private static int seen;

    @BeforeAll
    static void aCommuneWithPeopleAListAndAnOrder(
            RunningDistribution running, BrowserContext browser, @TempDir Path directory) throws Exception {
        server = running;
        desk = new Desk(browser.newPage(), running.url());
        RestClient rest = running.rest();
        Nd335Office office = new Nd335Office(rest, running.checker());
        office.bringIn(
                directory,
                PROVINCE,
                List.of(
                        Nd335Office.beneficiary(1, "Đỗ Thị Kim", "02/09/1949", COMMUNE, "HT1"),
                        Nd335Office.beneficiary(2, "Đỗ Thị Kim", "03/09/1949", COMMUNE, "HT1"),
                        Nd335Office.beneficiary(3, "Nguyễn Hoàng Bảo Long Thiên Phúc", "05/03/1985", COMMUNE, "BT6N")));
        office.confirmEverything();
        office.closeMonth(COMMUNE, MONTH);
        for (JsonNode method : rest.get("/payment-orders/payable", "program", "btxh", "unit", COMMUNE, "month", MONTH)
                .path("methods")) {
            rest.post(
                    "/payment-orders",
                    Map.of(
                            "program",
                            "btxh",
                            "unit",
                            COMMUNE,
                            "method",
                            method.path("method").asText(),
                            "months",
                            List.of(MONTH)));
        }
        logged = running.log().length();
    }

    @ParameterizedTest
    @Order(1)
    @CsvSource({
        "xa, Nguyễn Thị Xã, 00004, can-bo-xa lanh-dao-xa, ",
        "tinh, Trần Văn Tỉnh, 01, can-bo-so lanh-dao-so, ",
        "bo, Lê Thị Bộ, '', can-bo-so lanh-dao-so, household.read person.restore",
        "ky-thuat, Phạm Văn Kỹ, '', , unit.read agency.read agency.manage account.manage token.manage session.manage"
                + " audit.read audit.verify program.manage operation.read operation.backup role.manage job.read"
    })
    void opensEverythingThatTheMenuOffers(String place, String fullName, String unit, String roles, String permissions)
            throws Exception {
        String account = "trang." + place;
        Map<String, Object> issuing = new HashMap<>(Map.of("name", account, "fullName", fullName));
        issuing.put("roles", words(roles));
        issuing.put("permissions", words(permissions));
        if (!unit.isEmpty()) {
            issuing.put("unit", unit);
        }
        String handedOver =
                server.rest().post("/accounts", issuing).path("password").asText();
        desk.begin(account, handedOver, RunningDistribution.PASSWORD);

        MenuWalk walk = new MenuWalk(desk, place, PICTURED);
        int entries = walk.menu().size();
        List<String> wrong = walk.walk();
        seen += walk.seen();
        System.out.printf("%s: %d mục trong trình đơn, đã xem %d trang và hộp thoại%n", fullName, entries, walk.seen());
        assertTrue(entries > 5, "the menu has entries: " + entries);
        assertEquals("", String.join("\n", wrong));
    }

    private static Set<String> words(String text) {
        return text == null || text.isBlank() ? Set.of() : Set.of(text.split(" "));
    }

    @Test
    @Order(2)
    void nothingWasInEnglishAndTheServerHadNothingToComplainOf() throws Exception {
        assertEquals(Set.of(), desk.englishWords());
        List<String> complaints = new ArrayList<>();
        server.log().substring(logged).lines().forEach(line -> {
            if (line.contains("| ERROR |") || line.contains("Exception") || line.matches(".*\\bAS00[0-9]\\b.*")) {
                complaints.add(line);
            }
        });
        assertEquals("", String.join("\n", complaints));
        System.out.printf("Đã xem %d trang và hộp thoại%n", seen);
    }
}
