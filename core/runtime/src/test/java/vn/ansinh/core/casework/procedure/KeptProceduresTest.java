package vn.ansinh.core.casework.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Origin;
import vn.ansinh.api.casework.CasePermissions;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.testkit.TestDatabase;

/** A version of a procedure is kept for ever, whatever becomes of the bundle that brought it. */
class KeptProceduresTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final String FIRST = ProcedureParserTest.GOOD;
    private static final String NEXT = FIRST.replace("phien-ban: \"2021\"", "phien-ban: \"2025\"")
            .replace("{tu: 2021-07-01, den: 2025-06-30}", "{tu: 2025-07-01}");
    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate AFTER = LocalDate.of(2025, 7, 1);

    private final Access access = new SmallCountry().access();
    private final Map<String, FactKey> keys = new HashMap<>(Map.of(
            "muc-do", new FactKey("muc-do", "Mức độ", FactKey.Type.CHOICE, Map.of("nang", "Nặng"), false, false)));

    private KeptProcedures procedures() {
        Facts facts = (Facts) Proxy.newProxyInstance(
                Facts.class.getClassLoader(), new Class<?>[] {Facts.class}, (proxy, method, arguments) -> keys);
        Policies policies = (Policies) Proxy.newProxyInstance(
                Policies.class.getClassLoader(),
                new Class<?>[] {Policies.class},
                (proxy, method, arguments) -> List.of());
        return new KeptProcedures(null, DATABASE.transactions(), access, facts, policies);
    }

    @Test
    void aVersionOutlivesItsBundleAndARestart() throws Exception {
        KeptProcedures procedures = procedures();
        procedures.shelf().offer(FIRST, "thu/2021.yaml");
        procedures.shelf().offer(NEXT, "thu/2025.yaml");
        procedures.shelf().withdraw(List.of("thu/2021.yaml", "thu/2025.yaml"));
        assertEquals(List.of(), procedures.files());

        KeptProcedures later = procedures();
        later.shelf().refresh();
        assertEquals("2021", held(later, BEFORE));
        assertEquals("2025", held(later, AFTER));
        assertEquals(
                List.of("2025", "2021"),
                as(
                        clerk("thu"),
                        () -> later.versions("thu.tro-cap").stream()
                                .map(Procedure::version)
                                .toList()));
    }

    @Test
    void aVersionNeverChangesAndABetterOneTakesItsPlace() throws Exception {
        KeptProcedures procedures = procedures();
        String mine = FIRST.replace("thu.tro-cap", "thu.sua-sai");
        procedures.shelf().offer(mine, "thu/a.yaml");
        procedures.shelf().offer(mine.replace("Trợ cấp thử", "Tên khác"), "thu/b.yaml");
        assertTrue(procedures.files().get(1).faults().get(0).contains("Hãy tăng số phiên bản"));
        procedures
                .shelf()
                .offer(mine.replace("\"2021\"", "\"2021.1\"").replace("Trợ cấp thử", "Tên khác"), "thu/b.yaml");
        assertEquals(List.of(), procedures.files().get(1).faults());
        Procedure held =
                as(clerk("thu"), () -> procedures.on("thu.sua-sai", BEFORE).orElseThrow());
        assertEquals("Tên khác", held.name());
        assertTrue(as(clerk("thu"), () -> procedures.version("thu.sua-sai", "2021"))
                .isPresent());
    }

    @Test
    void whatWaitsForAFactCountsAsSoonAsThatComes() throws Exception {
        KeptProcedures procedures = procedures();
        FactKey key = keys.remove("muc-do");
        procedures.shelf().offer(FIRST.replace("thu.tro-cap", "thu.cho"), "thu/cho.yaml");
        assertEquals(
                List.of("thu/cho.yaml, dòng 11, cột 77: Không có sự kiện «muc-do»."),
                procedures.files().get(0).faults());
        keys.put("muc-do", key);
        procedures.shelf().look();
        assertEquals(List.of(), procedures.files().get(0).faults());
    }

    @Test
    void onlyTheOwnProgramsProceduresAreSeenAndNoneWithoutThePermission() throws Exception {
        KeptProcedures procedures = procedures();
        procedures.shelf().offer(FIRST.replace("thu.tro-cap", "thu.rieng"), "thu/rieng.yaml");
        assertEquals(List.of(), as(clerk("khac"), () -> procedures.on(BEFORE)));
        assertEquals(Optional.empty(), as(clerk("khac"), () -> procedures.version("thu.rieng", "2021")));
        Caller nobody = new Caller("nguoi.la", "Người Lạ", SmallCountry.THANH_SEN, Set.of());
        assertThrows(Problem.class, () -> as(nobody, () -> procedures.on(BEFORE)));
    }

    private static Caller clerk(String program) {
        return new Caller(
                "mot.cua",
                "Một Cửa",
                SmallCountry.THANH_SEN,
                Set.of(CasePermissions.READ),
                Set.of(program),
                0,
                Origin.NONE,
                0);
    }

    private <T> T as(Caller caller, Callable<T> work) throws Exception {
        return access.callAs(caller, work);
    }

    private String held(KeptProcedures procedures, LocalDate day) throws Exception {
        return as(
                clerk("thu"),
                () -> procedures.on("thu.tro-cap", day).orElseThrow().version());
    }
}
