package vn.ansinh.itest.container;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.Test;
import vn.ansinh.itest.PaymentTable;
import vn.ansinh.itest.PaymentTable.Payment;
import vn.ansinh.itest.Province;
import vn.ansinh.itest.RestClient;

/** November 2026 over REST, from the Excel list to the closed payrolls, against a table made by hand. */
public class PayrollStoryIT extends ContainerTest {

    @Test
    public void theSampleListPaysWhatWasWorkedOutByHand() throws Exception {
        RestClient rest = rest();
        Province province = province();
        Path list = PaymentTable.SAMPLES.resolve("danh-sach.xlsx");
        assertEquals(36, province.commit(province.check(list)).path("opened").asInt());
        assertEquals("the same file twice changes nothing", 0, opened(province, list));

        province.runAndWait();
        List<JsonNode> drafts = province.payrolls();
        assertEquals(PaymentTable.total(), Province.sum(drafts, "total"));
        assertEquals(expected(), paid(province, drafts));
        drafts.forEach(draft -> assertEquals("DRAFT", draft.path("state").asText()));

        refusesToCloseOnProvisionalValues(province, drafts);
        province.confirmEverything();
        JsonNode closing = province.close(province.payrolls());
        assertEquals(PaymentTable.total(), closing.path("total").asLong());
        assertEquals(0, closing.path("takenOut").size());

        province.runAndWait();
        List<JsonNode> closed = province.payrolls();
        closed.forEach(payroll -> assertEquals("CLOSED", payroll.path("state").asText()));
        assertEquals("a closed month is left alone", expected(), paid(province, closed));

        rest.post("/programs/btxh/uninstall", Map.of());
        assertEquals("what was closed outlives its program", expected(), paid(province, province.payrolls()));
        rest.post("/programs/btxh/install", Map.of());
        await(
                "the program's endpoints again",
                () -> get("/api/v1/programs/btxh/imports/template").statusCode() == 401);
        assertEquals(expected(), paid(province, province.payrolls()));
        assertEquals("the program knows its people again", 0, opened(province, list));
    }

    private static int opened(Province province, Path list) throws Exception {
        return province.commit(province.check(list)).path("opened").asInt();
    }

    private static void refusesToCloseOnProvisionalValues(Province province, List<JsonNode> drafts) throws Exception {
        try {
            province.close(drafts);
        } catch (AssertionError refused) {
            assertEquals(refused.getMessage(), true, refused.getMessage().contains("409"));
            return;
        }
        throw new AssertionError("closed although values are provisional");
    }

    /** đồng per person, rate and period. */
    private static Map<String, Long> paid(Province province, List<JsonNode> payrolls) throws Exception {
        Map<String, Long> paid = new TreeMap<>();
        for (JsonNode payroll : payrolls) {
            for (JsonNode line : province.lines(payroll)) {
                paid.merge(
                        line.path("personName").asText() + " "
                                + line.path("rate").asText() + " "
                                + line.path("period").asText(),
                        line.path("amount").asLong(),
                        Long::sum);
            }
        }
        return paid;
    }

    private static Map<String, Long> expected() throws IOException {
        Map<String, Long> expected = new TreeMap<>();
        for (Payment payment : PaymentTable.read()) {
            expected.merge(payment.name() + " " + payment.rate() + " " + payment.period(), payment.amount(), Long::sum);
        }
        return expected;
    }
}
