package vn.ansinh.btxh.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.casework.CasePermissions;
import vn.ansinh.api.casework.Eligibility;
import vn.ansinh.api.casework.Eligibility.Known;
import vn.ansinh.api.casework.Eligibility.Verdict;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.identity.Sex;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.policy.Question;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.unit.Units;
import vn.ansinh.btxh.policy.BtxhFactKeys;
import vn.ansinh.btxh.policy.ShippedPacks;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.core.casework.eligibility.PolicyEligibility;
import vn.ansinh.core.policy.PackTrial;

/** What the one-stop desk is told of a person before anybody decides. */
class BtxhEligibilityTest {

    private static final long PERSON = 7;
    private static final LocalDate DAY = LocalDate.of(2025, 5, 20);
    private static final PackTrial LAW = ShippedPacks.all();
    private static final Map<String, FactKey> KEYS = BtxhFactKeys.read();

    private final ThreadAccess access = new ThreadAccess(null, of(Units.class, (proxy, method, arguments) -> null));
    private final List<Fact> recorded = new ArrayList<>();
    private LocalDate born = LocalDate.of(2018, 3, 2);
    private final Eligibility eligibility = new PolicyEligibility(
            access,
            of(
                    PersonRegistry.class,
                    (proxy, method, arguments) ->
                            arguments[0].equals(PERSON) ? Optional.of(person()) : Optional.empty()),
            of(Facts.class, (proxy, method, arguments) -> switch (method.getName()) {
                case "keys" -> KEYS;
                case "key" -> Optional.ofNullable(KEYS.get((String) arguments[0]));
                default -> recorded;
            }),
            of(Entitlements.class, (proxy, method, arguments) -> List.of()),
            of(Policies.class, (proxy, method, arguments) -> switch (method.getName()) {
                case "benefit" ->
                    BtxhProcedures.BENEFITS.stream()
                            .filter(benefit -> benefit.code().equals(arguments[0]))
                            .findFirst();
                case "isSensitive" -> Set.of("BT3", "BT8", "CS3").contains(arguments[0]);
                case "startMonth" ->
                    LAW.startMonth((String) arguments[0], (PersonFacts) arguments[1], (LocalDate) arguments[2]);
                case "evaluate" -> LAW.evaluate((Question) arguments[0]);
                default -> throw new AssertionError(method.getName());
            }));

    private Person person() {
        return new Person(PERSON, "Lê Minh An", BirthDate.of(born), Sex.MALE, null, null, null, 3, null, null);
    }

    @Test
    void aDisabledChildIsToldWhatItIsWorthFromTheMonthOfTheCertificateAndWhyNothingElseApplies() throws Exception {
        List<Verdict> verdicts = ask(
                desk(),
                "btxh.tro-cap-hang-thang 2021",
                Map.of(
                        "khuyet-tat.muc-do", List.of("dac-biet-nang"),
                        "khuyet-tat.ngay-cap-giay", List.of("2025-03-10")));
        Verdict first = verdicts.get(0);
        assertEquals("BT6", first.benefit());
        assertEquals(1_250_000, first.amount());
        assertEquals(YearMonth.of(2025, 3), first.from());
        assertEquals("Trẻ em khuyết tật đặc biệt nặng: 500.000 × 2,5", first.words());
        assertTrue(first.clause().contains("Điều 6"), first.clause());
        assertEquals("Không có mức cho người 7 tuổi.", verdict(verdicts, "BT5C").words());
        assertTrue(verdict(verdicts, "BT4").words().startsWith("Chưa có thông tin: Hộ nghèo"));
        assertFalse(verdict(verdicts, "BT4").applies());
    }

    @Test
    void whatIsRecordedIsNotAskedAgainAndAnAnswerStandsInForIt() throws Exception {
        recorded.add(new Fact(
                Subject.person(PERSON), "khuyet-tat.muc-do", "nang", LocalDate.of(2024, 1, 5), null, "12/QĐ-UBND"));
        Procedure procedure = BtxhProcedures.ALL.get("btxh.tro-cap-hang-thang 2021");
        assertEquals(
                Map.of("khuyet-tat.muc-do", List.of(new Known("nang", LocalDate.of(2024, 1, 5), "12/QĐ-UBND"))),
                access.callAs(desk(), () -> eligibility.known(PERSON, procedure, DAY)));
        assertEquals(1_000_000, verdict(ask(desk(), procedure, Map.of()), "BT6").amount());
        assertEquals(
                1_250_000,
                verdict(ask(desk(), procedure, Map.of("khuyet-tat.muc-do", List.of("dac-biet-nang"))), "BT6")
                        .amount());
    }

    @Test
    void whatRevealsHivOrPregnancyIsNeitherShownNorJudgedForWhoMayNotKnow() throws Exception {
        born = LocalDate.of(1998, 1, 1);
        recorded.add(
                new Fact(Subject.person(PERSON), "mang-thai", "co", LocalDate.of(2025, 1, 5), null, "giấy xác nhận"));
        Procedure procedure = BtxhProcedures.ALL.get("btxh.tro-cap-hang-thang 2021");
        Map<String, List<String>> answers = Map.of("khuyet-tat.muc-do", List.of("nang"), "ho-ngheo", List.of("ngheo"));
        for (String code : List.of("BT3", "BT8", "CS3")) {
            Verdict verdict = verdict(ask(desk(), procedure, answers), code);
            assertFalse(verdict.applies(), code);
            assertEquals(0, verdict.amount(), code);
            assertEquals("Chế độ không nêu tên", verdict.name(), code);
            assertTrue(verdict.words().contains("thông tin nhạy cảm"), code);
        }
        assertEquals(Map.of(), access.callAs(desk(), () -> eligibility.known(PERSON, procedure, DAY)));
        Caller doctor = caller(CasePermissions.PROCESS, Permissions.FACT_SENSITIVE);
        assertTrue(verdict(ask(doctor, procedure, answers), "CS3").applies());
        assertTrue(access.callAs(doctor, () -> eligibility.known(PERSON, procedure, DAY))
                .containsKey("mang-thai"));
    }

    @Test
    void aFuneralIsWorthTwentyTimesTheStandardOnTheDayItIsAskedFor() throws Exception {
        Verdict funeral = verdict(ask(desk(), "btxh.mai-tang 2021", Map.of()), "MT");
        assertTrue(funeral.applies());
        assertEquals(10_000_000, funeral.amount());
        assertEquals("Mai táng tại cộng đồng: 500.000 × 20,0", funeral.words());
    }

    @Test
    void nobodyElseAsksAndNobodyIsInventedAndAnswersAreChecked() {
        Procedure procedure = BtxhProcedures.ALL.get("btxh.mai-tang 2021");
        assertThrows(Problem.class, () -> ask(caller(CasePermissions.READ), procedure, Map.of()));
        assertThrows(Problem.class, () -> access.callAs(desk(), () -> eligibility.of(8, procedure, Map.of(), DAY)));
        assertThrows(Problem.class, () -> ask(desk(), procedure, Map.of("khuyet-tat.muc-do", List.of("vua"))));
    }

    private List<Verdict> ask(Caller caller, String procedure, Map<String, List<String>> answers) throws Exception {
        return ask(caller, BtxhProcedures.ALL.get(procedure), answers);
    }

    private List<Verdict> ask(Caller caller, Procedure procedure, Map<String, List<String>> answers) throws Exception {
        return access.callAs(caller, () -> eligibility.of(PERSON, procedure, answers, DAY));
    }

    private static Verdict verdict(List<Verdict> verdicts, String code) {
        return verdicts.stream()
                .filter(verdict -> verdict.benefit().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Caller desk() {
        return caller(CasePermissions.RECEIVE);
    }

    private static Caller caller(String... permissions) {
        return new Caller("mot.cua", "Một Cửa", 3, Set.of(permissions));
    }

    private static <T> T of(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
