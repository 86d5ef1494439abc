package vn.ansinh.core.unit.resolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.ResolutionState;
import vn.ansinh.api.unit.ResolutionState.Stage;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.core.unit.UnitsInMemory;
import vn.ansinh.testkit.TestDatabase;

/** The next reform comes as a file. */
class ResolutionTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 1);

    /** Hà Tĩnh: one commune goes into a ward whole, another is split between two. */
    private static final String FILE = """
            nghi-quyet: 1700/NQ-UBTVQH16
            ten: Sắp xếp đơn vị hành chính cấp xã của tỉnh Hà Tĩnh năm 2027
            ban-hanh: 2026-12-01
            hieu-luc: 2027-01-01
            tinh: "42"
            don-vi:
              - {ma: "18073", ten: Phường Thành Sen, tu: ["18073", "18100"], mot-phan: ["18652"]}
              - {ma: "18133", ten: Xã Hương Sơn, tu: ["18133"], mot-phan: ["18652"]}
            """;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static UnitsInMemory units;
    private static ThreadAccess access;
    private static StoredResolutions resolutions;

    @BeforeAll
    static void load() throws IOException {
        units = new UnitsInMemory(DATABASE.transactions());
        access = new ThreadAccess(null, units);
        resolutions = new StoredResolutions(DATABASE.transactions(), access, units, Audit.NONE);
    }

    @Test
    void aFileThatLeavesSomebodyBehindIsRefusedWithEverythingThatIsWrong() {
        String wrong = FILE.replace("mot-phan: [\"18652\"]}\n  - ", "mot-phan: [\"99999\"]}\n  - ")
                .replace("Xã Hương Sơn", "Hương Sơn")
                .replace("ban-hanh: 2026-12-01", "ban-hanh: 2027-02-01");
        ResolutionState state = as("mai", () -> resolutions.check("sai.nghi-quyet.yaml", wrong));
        assertEquals(Stage.FAULTY, state.stage());
        assertTrue(state.faults().contains("Ngày hiệu lực trước ngày ban hành."), state::toString);
        assertTrue(state.faults().stream().anyMatch(fault -> fault.contains("«Hương Sơn»")), state::toString);
        assertTrue(state.faults().stream().anyMatch(fault -> fault.contains("99999")), state::toString);
        assertTrue(
                state.faults().stream().anyMatch(fault -> fault.contains("phần còn lại chưa ghi về đâu")),
                state::toString);
        assertEquals(
                List.of(
                        "Dòng 1: Không có khóa «nghi-quyết» ở đây; các khóa dùng được: ban-hanh, don-vi, hieu-luc, nghi-quyet,"
                                + " ten, tinh.",
                        "Dòng 1: Thiếu «nghi-quyet»."),
                as("mai", () -> resolutions.check("sai", FILE.replace("nghi-quyet:", "nghi-quyết:"))).faults().stream()
                        .sorted()
                        .toList());
    }

    @Test
    void oneProposesAnotherActivatesAndTheNextReleaseKeepsIt() throws IOException {
        long old =
                units.byCode("18652", LocalDate.of(2026, 12, 31)).orElseThrow().id();
        long id = as("mai", () -> resolutions.propose("ha-tinh.nghi-quyet.yaml", FILE))
                .id();
        assertEquals(
                id,
                as("mai", () -> resolutions.propose("lan-nua.nghi-quyet.yaml", FILE))
                        .id(),
                "the same text");
        assertEquals(4, as("mai", () -> resolutions.preview(id)).size());
        assertEquals("AS-UNIT-RESOLUTION-SAME-PERSON", refused("mai", id));
        as("lan", () -> {
            resolutions.activate(id);
            return null;
        });
        AdministrativeUnit ward = units.byCode("18073", DAY).orElseThrow();
        AdministrativeUnit before = units.byCode("18073", DAY.minusDays(1)).orElseThrow();
        assertFalse(ward.id() == before.id(), "it took others in, so it is another unit under the same code");
        assertEquals(DAY, units.byId(old).orElseThrow().validTo());
        assertEquals(2, units.successors(old).size());
        assertTrue(units.isWithin(old, ward.id()), "who took it over sees what it held");
        assertEquals("Phường Thành Sen, Tỉnh Hà Tĩnh", units.fullName(ward.id()));
        assertEquals("AS-UNIT-RESOLUTION-DECIDED", refused("lan", id));

        DATABASE.transactions().run(connection -> {
            try (var forget = connection.createStatement()) {
                forget.execute("delete from ansinh.unit_source where digest !~ '^resolution'");
            }
        });
        UnitsInMemory next = new UnitsInMemory(DATABASE.transactions());
        assertEquals(ward, next.byCode("18073", DAY).orElseThrow());
        assertEquals(DAY, next.byId(old).orElseThrow().validTo());
        assertEquals(2, next.successors(old).size());
    }

    private static String refused(String account, long id) {
        return assertThrows(
                        Problem.class,
                        () -> as(account, () -> {
                            resolutions.activate(id);
                            return null;
                        }))
                .code();
    }

    private static <T> T as(String account, Callable<T> work) {
        long province = units.byCode("42", DAY).orElseThrow().id();
        try {
            return access.callAs(new Caller(account, "Cán bộ", province, Set.of("*")), work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
