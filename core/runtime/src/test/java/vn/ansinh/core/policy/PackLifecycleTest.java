package vn.ansinh.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.policy.PackDetail;
import vn.ansinh.api.policy.PackDifference;
import vn.ansinh.api.policy.PackState;
import vn.ansinh.api.policy.PackState.Stage;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.testkit.TestDatabase;

/** A pack pays nothing before two people wanted it, and stops when two people want that. */
class PackLifecycleTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final PackVersion FIRST = new PackVersion("thu", 1);
    private static final PackVersion SECOND = new PackVersion("thu", 2);
    private static final String SECOND_SOURCE =
            TestPack.SOURCE.replace("phien-ban: 1", "phien-ban: 2").replace("ten: Gói thử", "ten: Gói thử sửa");
    private static final String AMENDMENT = """
            goi: sua-doi
            phien-ban: 1
            ten: Sửa đổi
            chuong-trinh: thu
            mo-rong: thu
            tham-so:
              muc-chuan:
                gia-tri:
                  - {tinh-tu: 2027-01, hieu-luc: 2027-01-01, so-tien: 600000, can-cu: Điều 1, trang-thai: chinh-thuc}
            vi-du:
              - ten: Nặng, 41 tuổi
                sinh: 1986-01-01
                su-kien: {muc-do: nang}
                huong: [{che-do: KHUYET-TAT, tu: 2024-07}]
                mong-doi:
                  - {ky: 2027-01, so-tien: {KHUYET-TAT: 900000}}
            """;
    private static final Caller THANG = new Caller("thang", "Trần Đình Thắng", 0, Set.of("*"));
    private static final Caller HANG =
            new Caller("hang", "Bùi Thị Thanh Hằng", 0, Set.of("policy.read", "policy.activate"));
    private static final Caller READER = new Caller("doc", "Người đọc", 0, Set.of("policy.read"));

    private final Access access = new SmallCountry().access();
    private PolicyRegistry registry;
    private StoredPacks packs;

    @BeforeEach
    void aFreshStart() throws SQLException {
        PackTables.empty(DATABASE);
        restart();
    }

    private void restart() {
        registry = registry();
        packs = packs(registry);
    }

    private PolicyRegistry registry() {
        return new PolicyRegistry(DATABASE.transactions(), access, facts(), Arrival.AS_DRAFT);
    }

    private StoredPacks packs(PolicyRegistry of) {
        Clock november = Clock.fixed(Instant.parse("2026-11-22T03:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
        return new StoredPacks(DATABASE.transactions(), access, facts(), of, november);
    }

    private static Facts facts() {
        return (Facts) Proxy.newProxyInstance(
                Facts.class.getClassLoader(),
                new Class<?>[] {Facts.class},
                (proxy, method, arguments) -> method.getName().equals("keys")
                        ? TestPack.KEYS
                        : Optional.ofNullable(TestPack.KEYS.get(arguments[0])));
    }

    @Test
    void anUploadIsADraftUntilASecondPersonActivatesIt() throws Exception {
        PackState draft = as(THANG, () -> packs.upload("thu.policy.yaml", TestPack.SOURCE));
        assertEquals(Stage.DRAFT, draft.stage());
        assertEquals("Trần Đình Thắng", draft.proposed().fullName());
        assertTrue(draft.provisional());
        assertTrue(registry.benefits("thu").isEmpty());
        assertEquals("AS-POLICY-SAME-PERSON", refusal(THANG, () -> packs.activate(FIRST)));
        assertEquals("AS-ACCESS-PERMISSION", refusal(READER, () -> packs.activate(FIRST)));
        assertEquals("AS-ACCESS-PERMISSION", refusal(READER, () -> packs.upload("a", TestPack.SOURCE)));

        PolicyRegistry elsewhere = registry();
        act(HANG, () -> packs.activate(FIRST));
        assertEquals(3, registry.benefits("thu").size());
        elsewhere.refresh();
        assertEquals(3, elsewhere.benefits("thu").size(), "another node catches up before its next run");
        restart();
        assertEquals(3, registry.benefits("thu").size());

        assertEquals("AS-POLICY-DECIDED", refusal(HANG, () -> packs.activate(FIRST)));
        PackState active = only();
        assertEquals(Stage.ACTIVE, active.stage());
        assertEquals("hang", active.decided().account());
        assertEquals(
                List.of("Gửi gói", "Kích hoạt"),
                as(READER, () -> packs.detail(FIRST)).history().stream()
                        .map(PackDetail.Event::what)
                        .toList());
    }

    @Test
    void whatABundleBringsAnyOneHolderOfThePermissionActivates() throws Exception {
        assertTrue(registry.offer(TestPack.SOURCE, TestPack.FILE, TestPack.KEYS));
        registry.withdraw(TestPack.FILE);
        assertEquals("Hệ thống", only().proposed().fullName());
        act(HANG, () -> packs.activate(FIRST));
        assertEquals(Set.of(FIRST), registry.book().versions());
        restart();
        registry.offer(TestPack.SOURCE, TestPack.FILE, TestPack.KEYS);
        assertEquals(Stage.ACTIVE, only().stage(), "its bundle starts again");
    }

    @Test
    void aRejectedVersionStaysRejectedUntilAPersonBringsItAgain() throws Exception {
        registry.offer(TestPack.SOURCE, TestPack.FILE, TestPack.KEYS);
        assertEquals("AS-POLICY-REASON", refusal(HANG, () -> packs.reject(FIRST, " ")));
        act(HANG, () -> packs.reject(FIRST, "Chưa có Công báo"));
        registry.offer(TestPack.SOURCE, TestPack.FILE, TestPack.KEYS);
        assertEquals(Stage.REJECTED, only().stage());
        assertEquals("Chưa có Công báo", only().reason());
        assertEquals("AS-POLICY-DECIDED", refusal(HANG, () -> packs.activate(FIRST)));
        as(THANG, () -> packs.upload(TestPack.FILE, TestPack.SOURCE));
        act(HANG, () -> packs.activate(FIRST));
        assertEquals(Stage.ACTIVE, only().stage());
    }

    @Test
    void aLaterVersionReplacesAndAnEarlierOneDoesNotComeBack() throws Exception {
        registry.offer(TestPack.SOURCE, TestPack.FILE, TestPack.KEYS);
        as(THANG, () -> packs.upload("sua.policy.yaml", SECOND_SOURCE));
        act(HANG, () -> packs.activate(SECOND));
        assertEquals("AS-POLICY-OLDER", refusal(HANG, () -> packs.activate(FIRST)));
        assertEquals(Set.of(SECOND), registry.book().versions());

        PackDifference difference = as(READER, () -> packs.difference(SECOND, FIRST));
        assertEquals(
                List.of("REMOVED 1", "ADDED 2"),
                difference.lines().stream()
                        .filter(line -> line.text().startsWith("phien-ban"))
                        .map(line -> line.kind() + " " + line.text().split(": ")[1])
                        .toList());
        assertTrue(difference.changes().isEmpty(), "its meaning is the same");
        assertEquals(
                "540.000 đồng",
                as(READER, () -> packs.detail(SECOND)).timelines().get(0).values().stream()
                        .filter(value -> value.cited().provisional())
                        .findFirst()
                        .orElseThrow()
                        .written());
        assertTrue(as(READER, () -> packs.detail(SECOND)).examples().stream().allMatch(PackDetail.Example::passed));
    }

    @Test
    void aWrongFileIsToldAndHarmsNothing() throws Exception {
        registry.offer(TestPack.SOURCE, TestPack.FILE, TestPack.KEYS);
        act(HANG, () -> packs.activate(FIRST));
        String wrong = SECOND_SOURCE.replace("chuong-trinh:", "chuong-trin:");
        PackState refused = as(THANG, () -> packs.upload("sai.policy.yaml", wrong));
        assertEquals(Stage.REFUSED, refused.stage());
        assertTrue(refused.faults().get(0).startsWith("sai.policy.yaml, dòng "), refused.faults()::toString);
        assertEquals(
                Stage.REFUSED,
                as(THANG, () -> packs.check("sai.policy.yaml", wrong)).stage());
        assertEquals(1, as(READER, packs::list).size(), "an upload that is refused is not kept");
        assertFalse(registry.offer(wrong, "deploy/sai.policy.yaml", TestPack.KEYS));
        assertEquals(
                List.of(Stage.ACTIVE, Stage.REFUSED),
                as(READER, packs::list).stream().map(PackState::stage).toList());
        assertEquals(Set.of(FIRST), registry.book().versions());
        assertEquals("AS-POLICY-LARGE", refusal(THANG, () -> packs.upload("to.policy.yaml", "#".repeat(600 * 1024))));
    }

    @Test
    void whatComesBeforeWhatItNeedsIsTriedAgain() throws Exception {
        assertFalse(registry.arrivals().offer(TestPack.SOURCE, TestPack.FILE, false, new KeysLater()));
        assertTrue(as(READER, packs::list).stream().allMatch(state -> state.stage() == Stage.DRAFT));
    }

    @Test
    void whatAmendsAPackComesInAnyOrderAndIsActivatedAfterIt() throws Exception {
        assertFalse(registry.offer(AMENDMENT, "sua-doi.policy.yaml", TestPack.KEYS));
        registry.offer(TestPack.SOURCE, TestPack.FILE, TestPack.KEYS);
        assertEquals(
                List.of("sua-doi DRAFT", "thu DRAFT"),
                as(READER, packs::list).stream()
                        .map(state -> state.pack().pack() + " " + state.stage())
                        .toList());
        PackVersion amendment = new PackVersion("sua-doi", 1);
        assertEquals("AS-POLICY-FIRST", refusal(HANG, () -> packs.activate(amendment)));
        act(HANG, () -> packs.activate(FIRST));
        act(HANG, () -> packs.activate(amendment));
        assertEquals(Set.of(FIRST, amendment), registry.book().versions());
        assertEquals(
                List.of("500.000 đồng false", "540.000 đồng false", "600.000 đồng true"),
                as(READER, () -> packs.detail(amendment)).timelines().get(0).values().stream()
                        .map(value -> value.written() + " " + value.own())
                        .toList());
    }

    @Test
    void anEndTakesTwoPeopleToo() throws Exception {
        registry.offer(TestPack.SOURCE, TestPack.FILE, TestPack.KEYS);
        act(HANG, () -> packs.activate(FIRST));
        act(THANG, () -> packs.proposeEnd("thu", YearMonth.of(2026, 10), "Nghị quyết hết hiệu lực"));
        assertEquals("AS-POLICY-SAME-PERSON", refusal(THANG, () -> packs.confirmEnd("thu")));
        assertEquals(Stage.ACTIVE, only().stage());
        assertNull(only().ending().confirmed());
        act(THANG, () -> packs.withdrawEnd("thu"));
        assertNull(only().ending());
        assertEquals("AS-POLICY-END-NONE", refusal(HANG, () -> packs.confirmEnd("thu")));
        act(THANG, () -> packs.proposeEnd("thu", YearMonth.of(2026, 10), "Nghị quyết hết hiệu lực"));
        act(HANG, () -> packs.confirmEnd("thu"));
        assertEquals(Stage.ENDED, only().stage());
        assertEquals("hang", only().ending().confirmed().account());
        as(THANG, () -> packs.upload("sua.policy.yaml", SECOND_SOURCE));
        act(HANG, () -> packs.activate(SECOND));
        assertEquals(
                List.of(Stage.ACTIVE, Stage.REPLACED),
                as(READER, packs::list).stream().map(PackState::stage).toList(),
                "a later version begins anew");
    }

    private PackState only() throws Exception {
        List<PackState> states = as(READER, packs::list);
        assertEquals(1, states.size(), states::toString);
        return states.get(0);
    }

    private <T> T as(Caller caller, Callable<T> work) throws Exception {
        return access.callAs(caller, work);
    }

    private void act(Caller caller, Runnable work) throws Exception {
        as(caller, () -> {
            work.run();
            return null;
        });
    }

    private String refusal(Caller caller, Runnable work) {
        return assertThrows(Problem.class, () -> act(caller, work)).code();
    }

    /** Keys that are declared only when somebody asks again: their bundle starts later. */
    private static final class KeysLater implements Supplier<Map<String, FactKey>> {

        private int asked;

        @Override
        public Map<String, FactKey> get() {
            return asked++ == 0 ? Map.of() : TestPack.KEYS;
        }
    }
}
