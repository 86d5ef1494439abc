package vn.ansinh.core.unit.transition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Agencies;
import vn.ansinh.api.access.Agencies.AgencyDraft;
import vn.ansinh.api.access.Agency;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Transitions;
import vn.ansinh.api.unit.Transitions.EndedUnit;
import vn.ansinh.api.unit.Transitions.WaitingAccount;
import vn.ansinh.api.unit.Transitions.WaitingAgency;
import vn.ansinh.core.access.SignIn;
import vn.ansinh.core.access.StoredAgencies;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.core.unit.UnitsInMemory;
import vn.ansinh.testkit.DeskClock;
import vn.ansinh.testkit.TestDatabase;
import vn.ansinh.testkit.TriedJob;

/** Agencies, accounts and tokens of Hà Tĩnh on 2025-07-01: of a commune that moved whole, of one that was split, of a district. */
class OfficesMoveTest {

    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final LocalDate BEFORE = REFORM.minusDays(1);
    private static final String WHY = "Nghị quyết 1665/NQ-UBTVQH15";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final DeskClock CLOCK = new DeskClock(() -> LocalDate.of(2025, 7, 15));

    private static UnitsInMemory units;
    private static ThreadAccess access;
    private static Transitions transitions;
    private static Agencies agencies;
    private static AdministrativeUnit province;

    @BeforeAll
    static void load() throws IOException {
        units = new UnitsInMemory(DATABASE.transactions());
        SignIn signIn = new SignIn(DATABASE.transactions(), CLOCK);
        access = new ThreadAccess(signIn, units);
        agencies = new StoredAgencies(access, signIn, units, CLOCK);
        transitions = new StoredTransitions(
                DATABASE.scopedBy(access), DATABASE.transactions(), access, units, null, Audit.NONE, CLOCK);
        province = units.byCode("42", REFORM).orElseThrow();
    }

    @Test
    void whatHasOneSuccessorGoesAlongAndAnOfficialIsAskedForTheRest() {
        AdministrativeUnit split = units.byCode("18082", BEFORE).orElseThrow();
        AdministrativeUnit district = units.byId(split.parentId()).orElseThrow();
        AdministrativeUnit whole = units.children(district.id(), BEFORE).stream()
                .filter(unit -> units.successors(unit.id()).size() == 1
                        && !units.successors(unit.id()).get(0).partial())
                .findFirst()
                .orElseThrow();
        AdministrativeUnit heir = units.successors(whole.id()).get(0).unit();
        long committee = found("ubnd-xa", "UBND " + whole.name(), whole);
        long halves = found("ubnd-chia", "UBND " + split.name(), split);
        long office = found("phong-lao-dong", "Phòng Lao động", district);
        account("xa", whole, "ACTIVE");
        account("nghi-huu", split, "OFF");
        account("chia", split, "ACTIVE");
        account("huyen", district, "ACTIVE");
        execute(
                "insert into ansinh.access_token (account, name, hash, permissions, unit_id, programs, issued_at, expires_at)"
                        + " values ('xa', 'Phần mềm xã', '\\x00', '{person.read}', " + whole.id()
                        + ", '{*}', now(), now() + interval '30 days')");
        assertEquals(Set.of("chia", "huyen"), waitingAccounts(), "who left office waits for nothing");
        assertEquals(Set.of(halves, office), waitingAgencies());

        Map<String, String> moved = settle();
        assertEquals("1", moved.get("accounts"));
        assertEquals("1", moved.get("agencies"));
        assertEquals("0", settle().get("agencies"), "a second go moves nothing");
        Agency since = agency(committee, REFORM);
        assertEquals(heir.id(), since.unitId());
        assertEquals(REFORM, since.from());
        Agency before = agency(committee, BEFORE);
        assertEquals(whole.id(), before.unitId(), "what it was is kept");
        assertEquals(before.name(), since.name());
        assertEquals(
                heir.id() + " " + heir.id(),
                told("select (select unit_id from ansinh.account where name = 'xa') || ' ' || unit_id"
                        + " from ansinh.access_token"));
        assertTrue(as(heir, () -> agencies.tree(REFORM)).stream().anyMatch(one -> one.id() == committee));

        WaitingAgency waiting = as(province, () -> transitions.agencies(0)).stream()
                .filter(one -> one.id() == office)
                .findFirst()
                .orElseThrow();
        assertTrue(waiting.into().contains(heir), "a district's land is that of its communes' successors");
        as(
                province,
                () -> agencies.change(
                        office,
                        draft("phong-lao-dong", "Phòng Văn hóa – Xã hội", heir),
                        waiting.unit().validTo()));
        assertEquals(Set.of(halves), waitingAgencies());
        EndedUnit shown = as(province, () -> transitions.preview(REFORM, province.id())).stream()
                .filter(one -> one.unit().equals(split))
                .findFirst()
                .orElseThrow();
        assertEquals(1, shown.agencies());
        assertEquals(1, shown.accounts());
        AdministrativeUnit elsewhere = units.byCode("18133", REFORM).orElseThrow();
        assertFalse(as(elsewhere, () -> agencies.tree(REFORM)).stream().anyMatch(one -> one.id() == halves));
        for (AdministrativeUnit half : shown.into()) {
            assertTrue(
                    as(half, () -> agencies.tree(REFORM)).stream().anyMatch(one -> one.id() == halves),
                    "both successors see the agency that waits");
        }
    }

    private static long found(String code, String name, AdministrativeUnit territory) {
        return as(province, () -> agencies.add(draft(code, name, territory), LocalDate.of(2021, 1, 1)))
                .id();
    }

    private static AgencyDraft draft(String code, String name, AdministrativeUnit territory) {
        return new AgencyDraft(code, name, 0, territory.id(), Set.of("*"), "");
    }

    private static Agency agency(long id, LocalDate day) {
        return as(province, () -> agencies.byId(id, day)).orElseThrow();
    }

    private static void account(String name, AdministrativeUnit unit, String state) {
        execute("insert into ansinh.account (name, full_name, password_hash, password_changed_at, unit_id, permissions,"
                + " created_by, state) values ('" + name + "', 'Cán bộ " + name + "', '-', now(), " + unit.id()
                + ", '{person.read}', 'system', '" + state + "')");
    }

    private static Set<String> waitingAccounts() {
        return as(province, () -> transitions.accounts(0)).stream()
                .map(WaitingAccount::name)
                .collect(Collectors.toSet());
    }

    private static Set<Long> waitingAgencies() {
        return as(province, () -> transitions.agencies(0)).stream()
                .map(WaitingAgency::id)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> settle() {
        TriedJob job = new TriedJob(Map.of("day", REFORM.toString(), "unit", Long.toString(province.id()), "why", WHY));
        return as(province, () -> {
            new TransitionHandler(DATABASE.transactions(), access, units, Audit.NONE).run(job);
            return job.results();
        });
    }

    private static <T> T as(AdministrativeUnit seat, Callable<T> work) {
        try {
            return access.callAs(new Caller("lan", "Cán bộ", seat.id(), Set.of("*")), work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(String sql) {
        DATABASE.transactions().run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.execute();
            }
        });
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
