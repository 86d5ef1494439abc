package vn.ansinh.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.PackState;
import vn.ansinh.api.policy.PackState.Stage;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.policy.Policies.ProvisionalValue;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.testkit.TestDatabase;

/** Packs stay in force whatever happens to the bundle that brought them. */
class PolicyRegistryTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final PackVersion FIRST = new PackVersion("thu", 1);
    private static final String SECOND_SOURCE =
            TestPack.SOURCE.replace("phien-ban: 1", "phien-ban: 2").replace("ten: Gói thử", "ten: Gói thử sửa");

    private final Access access = new SmallCountry().access();

    @BeforeEach
    void noPacks() throws SQLException {
        PackTables.empty(DATABASE);
    }

    /** As after a restart: all it knows is in the database, and no bundle declares facts. */
    private PolicyRegistry registry() {
        Facts nobodyDeclares = (Facts) Proxy.newProxyInstance(
                Facts.class.getClassLoader(),
                new Class<?>[] {Facts.class},
                (proxy, method, arguments) -> Optional.empty());
        return new PolicyRegistry(DATABASE.transactions(), access, nobodyDeclares, Arrival.IN_FORCE);
    }

    @Test
    void aPackOutlivesItsBundleAndARestart() {
        PolicyRegistry registry = registry();
        assertTrue(registry.offer(TestPack.SOURCE, TestPack.FILE, TestPack.KEYS));
        registry.withdraw(TestPack.FILE);
        assertEquals(3, registry.benefits("thu").size());
        assertEquals(3, registry().benefits("thu").size());
        assertEquals(
                List.of("CHUNG"), registry().benefit("CAO-TUOI").orElseThrow().groups());
    }

    @Test
    void aVersionNeverChangesItsContentAndTheLatestIsInForce() {
        PolicyRegistry registry = registry();
        registry.offer(TestPack.SOURCE, TestPack.FILE, TestPack.KEYS);
        assertTrue(registry.offer(TestPack.SOURCE, TestPack.FILE, TestPack.KEYS), "the same again changes nothing");
        assertFalse(
                registry.offer(TestPack.SOURCE.replace("ten: Gói thử", "ten: Gói lạ"), TestPack.FILE, TestPack.KEYS));
        PackState refused = registry.arrivals().refused().get(0);
        assertEquals(Stage.REFUSED, refused.stage());
        assertTrue(refused.faults().get(0).contains("đã được lưu với nội dung khác"));

        assertTrue(registry.offer(SECOND_SOURCE, TestPack.FILE, TestPack.KEYS));
        assertEquals(Set.of(new PackVersion("thu", 2)), registry.book().versions());
        assertTrue(registry.offer(TestPack.SOURCE, TestPack.FILE, TestPack.KEYS), "an older bundle comes back");
        assertEquals(Set.of(new PackVersion("thu", 2)), registry.book().versions());
    }

    @Test
    void aBrokenPackHarmsNothingElse() {
        PolicyRegistry registry = registry();
        registry.offer(TestPack.SOURCE, TestPack.FILE, TestPack.KEYS);
        assertFalse(registry.offer("goi: hong\n", "hong.policy.yaml", TestPack.KEYS));
        assertFalse(
                registry.offer(TestPack.SOURCE.replace("goi: thu", "goi: khac"), "khac.policy.yaml", TestPack.KEYS));
        List<PackState> refused = registry.arrivals().refused();
        assertEquals(
                List.of("hong.policy.yaml", "khac.policy.yaml"),
                refused.stream().map(PackState::file).toList());
        assertTrue(refused.get(1).faults().get(0).contains("đã có trong gói «Gói thử»"));
        assertEquals(3, registry.benefits("thu").size());
    }

    @Test
    void aLocalPackHoldsForTheCommunesOfItsProvinceToday() {
        new SmallCountry().store(DATABASE.transactions());
        String local = """
                goi: ha-tinh
                phien-ban: 1
                ten: Hà Tĩnh
                chuong-trinh: thu
                mo-rong: thu
                dia-ban: ["42"]
                tham-so:
                  muc-chuan:
                    gia-tri:
                      - {tinh-tu: 2026-01, hieu-luc: 2026-01-01, so-tien: 600000, can-cu: NQ, trang-thai: chinh-thuc}
                """;
        PolicyRegistry registry = registry();
        assertFalse(registry.offer(local, "ha-tinh.policy.yaml", TestPack.KEYS), "what it amends is not there yet");
        assertTrue(registry.offer(TestPack.SOURCE, TestPack.FILE, TestPack.KEYS));
        assertFalse(registry.offer(local.replace("42", "99"), "la.policy.yaml", TestPack.KEYS), "no such unit");
        assertEquals(900_000, amount(registry(), SmallCountry.THANH_SEN), "after a restart too");
        assertEquals(750_000, amount(registry(), SmallCountry.VINH_HUNG));
        assertEquals(
                Set.of(FIRST, new PackVersion("ha-tinh", 1)), registry().book().versions());
    }

    private static long amount(PolicyRegistry registry, long unit) {
        LocalDate born = LocalDate.of(1986, 1, 1);
        Fact severe = new Fact(Subject.person(1), "muc-do", "nang", born, null, "test");
        Claim claim = new Claim(1, "KHUYET-TAT", YearMonth.of(2024, 7), null, unit);
        YearMonth month = YearMonth.of(2026, 6);
        return registry.due(
                        new PersonFacts(born, null, List.of(severe)),
                        List.of(claim),
                        month,
                        month,
                        month.atEndOfMonth())
                .get(0)
                .amount();
    }

    @Test
    void anOfficialConfirmsAProvisionalValueOnce() throws Exception {
        PolicyRegistry registry = registry();
        registry.offer(TestPack.SOURCE, TestPack.FILE, TestPack.KEYS);
        Caller reader = new Caller("doc", "Người đọc", 0, Set.of());
        Caller chief = new Caller("truong", "Trưởng phòng", 0, Set.of("policy.confirm"));
        List<ProvisionalValue> values = access.callAs(reader, () -> registry.provisionalValues("thu"));
        assertEquals(1, values.size());
        assertEquals("540.000 đồng", values.get(0).amount());
        assertEquals("muc-chuan@2026-07", values.get(0).value().id());
        assertEquals("AS-ACCESS-PERMISSION", refusal(reader, registry, "muc-chuan@2026-07", "Công báo 1147"));
        assertEquals("AS-POLICY-GAZETTE", refusal(chief, registry, "muc-chuan@2026-07", " "));
        assertEquals("AS-POLICY-VALUE", refusal(chief, registry, "muc-chuan@2024-07", "Công báo 1147"));
        for (String gazette : List.of("Công báo 1147", "Công báo khác")) {
            access.callAs(chief, () -> {
                registry.confirm(FIRST, "muc-chuan@2026-07", gazette);
                return null;
            });
        }
        ProvisionalValue confirmed =
                access.callAs(reader, () -> registry.provisionalValues("thu")).get(0);
        assertEquals("Công báo 1147", confirmed.gazetteReference());
        assertEquals("truong", confirmed.confirmedBy());
    }

    private String refusal(Caller caller, PolicyRegistry registry, String value, String gazette) {
        return assertThrows(
                        Problem.class,
                        () -> access.callAs(caller, () -> {
                            registry.confirm(FIRST, value, gazette);
                            return null;
                        }))
                .code();
    }
}
