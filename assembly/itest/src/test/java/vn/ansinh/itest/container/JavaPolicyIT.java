package vn.ansinh.itest.container;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileInputStream;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.junit.Test;
import org.osgi.framework.Bundle;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.benefit.EntitlementDraft;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.identity.Sex;
import vn.ansinh.api.unit.Units;

/** A policy in Java comes as a bundle, says what it knows, and may go again: what it said is paid all the same. */
public class JavaPolicyIT extends ContainerTest {

    private static final String PROGRAM = "vi-du-tham-nien";
    private static final String COMMUNE = "18073";

    @Inject
    private Units units;

    @Inject
    private PersonRegistry people;

    @Inject
    private Facts facts;

    @Inject
    private Entitlements entitlements;

    @Test
    public void whatJavaCountsThePackPays() throws Exception {
        Bundle bundle;
        try (InputStream jar = new FileInputStream(System.getProperty("java.policy"))) {
            bundle = context.installBundle("thu:java", jar);
        }
        bundle.start();
        await("its pack", () -> rest().get("/policies").toString().contains(PROGRAM));
        checker().post("/policies/vi-du-tham-nien/1/activate", Map.of());
        somebodyWhoJoinedIn(2014);
        assertEquals(12 * 20_000, november());
        bundle.uninstall();
        assertEquals(12 * 20_000, november());
    }

    private void somebodyWhoJoinedIn(int year) throws Exception {
        LocalDate joined = LocalDate.of(year, 6, 15);
        long commune = units.byCode(COMMUNE, LocalDate.now()).orElseThrow().id();
        access.callAs(Caller.SYSTEM, () -> {
            long person = people.registerAll(List.of(new PersonDraft(
                            "Phan Thị Thâm",
                            BirthDate.of(LocalDate.of(1966, 3, 2)),
                            Sex.FEMALE,
                            null,
                            null,
                            "01",
                            commune,
                            "Tổ 1")))
                    .get(0)
                    .personId();
            facts.recordAll(List.of(
                    new Fact(Subject.person(person), "vi-du.ngay-vao-nganh", joined.toString(), joined, null, "QĐ 1")));
            return entitlements.openAll(List.of(new EntitlementDraft(
                    person,
                    PROGRAM,
                    "VD-THAM-NIEN",
                    commune,
                    YearMonth.of(2026, 11),
                    null,
                    "1/QĐ-UBND",
                    LocalDate.of(2026, 11, 2),
                    new PaymentDetails("TM-DCT", null, null, null, null, PayeeRole.SELF))));
        });
    }

    /** What November 2026 comes to. */
    private static long november() throws Exception {
        JsonNode job = rest().post("/payroll/runs", Map.of("program", PROGRAM, "unit", COMMUNE, "month", "2026-11"));
        JsonNode ended = rest().await(job.path("job").asLong());
        assertEquals(ended.toString(), "DONE", ended.path("state").asText());
        return ended.path("result").path("total").asLong();
    }
}
