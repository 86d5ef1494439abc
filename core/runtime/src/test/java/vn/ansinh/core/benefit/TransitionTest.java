package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.benefit.Entitlements.Beneficiary;
import vn.ansinh.api.benefit.Entitlements.BeneficiaryQuery;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.PersonRegistry.PersonQuery;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Transitions;
import vn.ansinh.api.unit.Transitions.Assignment;
import vn.ansinh.api.unit.Transitions.EndedUnit;
import vn.ansinh.api.unit.Transitions.Hamlet;
import vn.ansinh.api.unit.Transitions.WaitingQuery;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.core.identity.StoredPersonRegistry;
import vn.ansinh.core.unit.UnitsInMemory;
import vn.ansinh.core.unit.transition.StoredTransitions;
import vn.ansinh.core.unit.transition.TransitionHandler;
import vn.ansinh.testkit.TestDatabase;
import vn.ansinh.testkit.TriedJob;

/** The reform of 2025-07-01 in Cà Mau, which took in Bạc Liêu: 20,000 people of 100 communes, 19 of them split. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TransitionTest {

    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final LocalDate IN_MAY = LocalDate.of(2025, 5, 31);
    private static final LocalDate IN_AUGUST = LocalDate.of(2025, 8, 31);
    private static final int PEOPLE = 20_000;
    private static final long MONTHLY = 500_000;
    private static final String WHY = "Nghị quyết 1655/NQ-UBTVQH15";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static UnitsInMemory units;
    private static Office office;
    private static Transitions transitions;
    private static StoredPersonRegistry people;
    private static AdministrativeUnit before;
    private static AdministrativeUnit now;
    private static String may;

    @BeforeAll
    static void settle() throws IOException {
        units = new UnitsInMemory(DATABASE.transactions());
        office = new Office(DATABASE, units);
        before = units.byCode("96", IN_MAY).orElseThrow();
        now = units.byCode("96", IN_AUGUST).orElseThrow();
        var scoped = DATABASE.scopedBy((ThreadAccess) office.access);
        transitions = new StoredTransitions(
                scoped, DATABASE.transactions(), office.access, units, null, Audit.NONE, office.clock);
        people = new StoredPersonRegistry(scoped, office.access, units);
        List<Long> communes = new ArrayList<>();
        units.children(before.id(), IN_MAY)
                .forEach(district ->
                        units.children(district.id(), IN_MAY).forEach(commune -> communes.add(commune.id())));
        DATABASE.transactions().run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    with lives as (
                        insert into ansinh.person (full_name, search_name, sort_key, birth_date, birth_year_only, sex,
                            id_number, unit_id, address)
                        select 'Nguyễn Thị ' || n, ' nguyen thi ' || n || ' ', lpad(n::text, 9, '0'), '1940-02-03', false,
                            'FEMALE', lpad(n::text, 12, '0'), (?::bigint[])[1 + n % ?], 'Ấp ' || (1 + n / 100 % 7)
                        from generate_series(0, ? - 1) n returning id, unit_id)
                    insert into ansinh.entitlement (person_id, program, benefit, unit_id, from_month, paid_through,
                        payment_method, payee_role)
                    select id, ?, 'CAO-TUOI', unit_id, '2024-07-01', '2025-04-01', 'TM-DCT', 'SELF' from lives""")) {
                insert.setArray(1, connection.createArrayOf("bigint", communes.toArray()));
                insert.setInt(2, communes.size());
                insert.setInt(3, PEOPLE);
                insert.setString(4, Office.PROGRAM);
                insert.executeUpdate();
            }
        });
    }

    @Test
    @Order(1)
    void mayIsPaidByTheOldCommunes() {
        office.month(before.id(), "2025-05");
        assertEquals("20000 lines, 10000000000", closed("2025-05"));
        may = told("""
                select md5(string_agg(l::text, '' order by l.id)) from ansinh.payroll_line l
                where l.month = '2025-05-01'""");
        office.run(before.id(), "2025-06");
    }

    @Test
    @Order(2)
    void thePreviewSaysWhomItTouches() {
        List<EndedUnit> ended = preview();
        assertEquals(100, ended.size());
        assertEquals(19, ended.stream().filter(one -> !one.whole()).count());
        assertEquals(PEOPLE, ended.stream().mapToLong(EndedUnit::people).sum());
        assertEquals(PEOPLE, ended.stream().mapToLong(EndedUnit::entitlements).sum());
        assertTrue(ended.stream().allMatch(one -> YearMonth.of(2025, 5).equals(one.closedThrough())));
        assertTrue(ended.stream().allMatch(one -> one.drafts() == 1), "June was drafted");
    }

    @Test
    @Order(3)
    void wholeCommunesMoveInOneGoAndASecondGoMovesNobody() {
        long whole = preview().stream()
                .filter(EndedUnit::whole)
                .mapToLong(EndedUnit::people)
                .sum();
        Map<String, String> moved = settleWhole();
        assertEquals("145", moved.get("communes"), "81 of Cà Mau, 64 of Bạc Liêu");
        assertEquals("19", moved.get("split"));
        assertEquals(Long.toString(whole), moved.get("people"));
        assertEquals(Long.toString(whole), moved.get("entitlements"));
        assertEquals("0", settleWhole().get("people"));
        assertEquals(
                PEOPLE - whole, preview().stream().mapToLong(EndedUnit::people).sum());
    }

    @Test
    @Order(4)
    void whoIsNotAssignedYetIsNotPaidAnywhere() {
        assertEquals(
                "AS-PAYROLL-UNIT-TIME",
                assertThrows(Problem.class, () -> office.run(before.id(), "2025-08"))
                        .code());
        assertEquals(
                "AS-PAYROLL-UNIT-TIME",
                assertThrows(Problem.class, () -> office.run(now.id(), "2025-05"))
                        .code());
        long waiting = preview().stream().mapToLong(EndedUnit::people).sum();
        assertEquals(
                Long.toString(PEOPLE - waiting), office.run(now.id(), "2025-08").get("people"));
    }

    @Test
    @Order(5)
    void splitCommunesArePutWhereTheirHamletsBelong() {
        for (EndedUnit split : preview()) {
            if (split.whole()) {
                continue;
            }
            long old = split.unit().id();
            List<Hamlet> hamlets = as(now.id(), () -> transitions.hamlets(old));
            assertTrue(hamlets.get(0).name().startsWith("Ấp "), hamlets::toString);
            assertEquals(
                    split.people(), hamlets.stream().mapToLong(Hamlet::people).sum());
            Set<String> some = hamlets.stream().limit(3).map(Hamlet::name).collect(Collectors.toSet());
            long one = split.into().get(0).id();
            long other = split.into().get(split.into().size() - 1).id();
            assertEquals(
                    "AS-ACCESS-UNIT",
                    refused(one, () -> transitions.assign(new Assignment(old, some, Set.of(), other, WHY))),
                    "a commune takes people over but gives nobody away");
            as(one, () -> transitions.assign(new Assignment(old, some, Set.of(), one, WHY)));
            List<Person> rest = as(now.id(), () -> transitions.waiting(new WaitingQuery(old, null, "", null, 500)))
                    .people();
            Set<Long> ids = rest.stream().map(Person::id).collect(Collectors.toSet());
            assertEquals(
                    (long) ids.size(),
                    as(now.id(), () -> transitions.assign(new Assignment(old, Set.of(), ids, other, WHY))));
            assertEquals(
                    "AS-TRANSITION-GONE",
                    refused(now.id(), () -> transitions.assign(new Assignment(old, Set.of(), ids, other, WHY))));
        }
        assertTrue(preview().stream().allMatch(EndedUnit::settled));
        assertEquals(
                "0",
                told("select count(*) from ansinh.person p join ansinh.unit u on u.id = p.unit_id"
                        + " where u.valid_to is not null"));
    }

    @Test
    @Order(6)
    void augustIsPaidByTheNewCommunesAndNobodyIsPaidTwice() {
        office.month(now.id(), "2025-08");
        assertEquals("60000 months, 30000000000", told("""
                select sum(l.months) || ' months, ' || sum(l.amount) from ansinh.payroll_line l
                where l.month = '2025-08-01'"""));
        assertEquals("0", told("""
                select count(*) from (
                    select l.entitlement_id from ansinh.payroll_line l join ansinh.payroll y on y.id = l.payroll_id
                    where y.state = 'CLOSED' group by 1 having sum(l.amount) <> 4 * %d) n""".formatted(MONTHLY)));
        assertEquals(Integer.toString(PEOPLE), told("select count(distinct entitlement_id) from ansinh.payroll_line"));
        assertEquals("0", told("""
                select count(*) from ansinh.payroll y join ansinh.unit u on u.id = y.unit_id
                where y.lines > 0 and (y.month = '2025-05-01') = (u.valid_from = '2025-07-01')"""));
        assertEquals(may, told("""
                select md5(string_agg(l::text, '' order by l.id)) from ansinh.payroll_line l
                where l.month = '2025-05-01'"""), "closed lists stay as they were");
        assertEquals(
                Integer.toString(PEOPLE), told("select count(*) from ansinh.entitlement_event where kind = 'MOVE'"));
    }

    @Test
    @Order(7)
    void aListSpeaksOfTheUnitsOfItsPeriod() {
        AdministrativeUnit commune = units.children(now.id(), IN_AUGUST).stream()
                .filter(unit -> preview().stream().anyMatch(one -> one.into().contains(unit)))
                .findFirst()
                .orElseThrow();
        List<Person> then =
                as(commune.id(), () -> people.search(query(commune, IN_MAY)).people());
        List<Person> since =
                as(commune.id(), () -> people.search(query(commune, IN_AUGUST)).people());
        assertFalse(then.isEmpty());
        assertFalse(since.isEmpty());
        assertTrue(then.stream().allMatch(person -> REFORM.equals(unit(person).validTo())));
        assertEquals(Set.of(commune), since.stream().map(TransitionTest::unit).collect(Collectors.toSet()));
        assertFalse(
                as(commune.id(), () -> office.payrolls.payrolls(Office.PROGRAM, commune.id(), YearMonth.of(2025, 5)))
                        .isEmpty(),
                "what the old communes closed is seen by who took them over");
        assertEquals(
                Set.of(REFORM),
                beneficiaries(commune, "2025-05").stream()
                        .map(one -> unit(one.person()).validTo())
                        .collect(Collectors.toSet()),
                "who was paid in May lived in the old communes");
        assertEquals(
                Set.of(commune),
                beneficiaries(commune, "2025-08").stream()
                        .map(one -> unit(one.person()))
                        .collect(Collectors.toSet()));
        AdministrativeUnit old = unit(then.get(0));
        assertFalse(beneficiaries(old, "2025-05").isEmpty());
        assertEquals(List.of(), beneficiaries(old, "2025-08"), "nobody is paid there any more");
        AdministrativeUnit elsewhere = units.byCode("42", IN_AUGUST).orElseThrow();
        assertEquals(
                List.of(),
                as(elsewhere.id(), () -> people.search(query(elsewhere, IN_MAY)).people()));
    }

    private static List<Beneficiary> beneficiaries(AdministrativeUnit unit, String month) {
        return as(
                        now.id(),
                        () -> office.entitlements.beneficiaries(new BeneficiaryQuery(
                                Office.PROGRAM, unit.id(), "", null, YearMonth.parse(month), null, 500)))
                .rows();
    }

    private static PersonQuery query(AdministrativeUnit unit, LocalDate day) {
        return new PersonQuery("", unit.id(), null, 500, day);
    }

    private static AdministrativeUnit unit(Person person) {
        return units.byId(person.unitId()).orElseThrow();
    }

    private static List<EndedUnit> preview() {
        return as(now.id(), () -> transitions.preview(REFORM, now.id()));
    }

    private static Map<String, String> settleWhole() {
        TriedJob job = new TriedJob(Map.of("day", REFORM.toString(), "unit", Long.toString(now.id()), "why", WHY));
        return as(now.id(), () -> {
            new TransitionHandler(DATABASE.transactions(), office.access, units, Audit.NONE).run(job);
            return job.results();
        });
    }

    private static <T> T as(long unit, Callable<T> work) {
        return office.as(official(unit), work);
    }

    private static Caller official(long unit) {
        return Office.official("lan", unit);
    }

    private static String refused(long unit, Callable<?> work) {
        return assertThrows(Problem.class, () -> as(unit, work)).code();
    }

    private static String closed(String month) {
        return told(
                "select sum(lines) || ' lines, ' || sum(total) from ansinh.payroll where state = 'CLOSED' and month = '"
                        + month + "-01'");
    }

    private static String told(String sql) {
        return DATABASE.transactions().call(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        });
    }
}
