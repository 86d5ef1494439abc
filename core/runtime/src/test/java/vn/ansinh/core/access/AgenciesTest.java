package vn.ansinh.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Accounts.Account;
import vn.ansinh.api.access.Accounts.State;
import vn.ansinh.api.access.Agencies.AgencyDraft;
import vn.ansinh.api.access.Agency;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Origin;
import vn.ansinh.api.access.Permissioned;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Role;
import vn.ansinh.api.access.Tokens.TokenDraft;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.testkit.TestDatabase;

/** Two departments of one province, with a program each, before and after the programs moved; and their tokens. */
class AgenciesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final LocalDate REFORM = LocalDate.of(2025, 3, 1);
    private static int attempt;

    private Instant now = Instant.parse("2026-11-22T01:00:00Z");
    private final InstantSource clock = () -> now;
    private final SmallCountry country = new SmallCountry();
    private Access access;
    private SignIn signIn;
    private IssuedAccounts accounts;
    private StoredAgencies agencies;
    private IssuedTokens tokens;
    private long health;
    private long interior;

    @BeforeEach
    void twoDepartments() throws Exception {
        country.store(DATABASE.transactions());
        Permissioned permissioned = twoPrograms();
        signIn = new SignIn(DATABASE.transactions(), clock, permissioned, AccessSettings.DEFAULT, Audit.NONE);
        access = new ThreadAccess(signIn, country.units());
        accounts = new IssuedAccounts(access, signIn, country.units(), permissioned, clock);
        agencies = new StoredAgencies(access, signIn, country.units(), clock);
        tokens = new IssuedTokens(access, signIn, country.units(), permissioned, clock);
        attempt++;
        health = found("so-y-te", "Sở Y tế", 0, Set.of("btxh"));
        interior = found("so-noi-vu", "Sở Nội vụ", 0, Set.of("cong"));
    }

    @Test
    void sisterDepartmentsDoNotSeeEachOthersProgram() throws Exception {
        Caller healths = official("y-te", health, "*");
        assertTrue(healths.may("btxh.payroll"));
        assertFalse(healths.may("cong.payroll"));
        assertFalse(healths.may("*"));
        access.callAs(healths, () -> {
            access.require("btxh.payroll", SmallCountry.THANH_SEN, "btxh");
            assertEquals("AS-ACCESS-PROGRAM", code(() -> access.require("payroll.read", SmallCountry.HA_TINH, "cong")));
            return null;
        });
        assertFalse(official("noi-vu", interior, "*").may("btxh.payroll"));
    }

    @Test
    void aProgramMovesToAnotherDepartmentOnADay() throws Exception {
        as(Caller.SYSTEM, () -> {
            agencies.change(health, draft("so-y-te", "Sở Y tế", 0, Set.of()), LocalDate.of(2026, 12, 1));
            return agencies.change(
                    interior, draft("so-noi-vu", "Sở Nội vụ", 0, Set.of("cong", "btxh")), LocalDate.of(2026, 12, 1));
        });
        assertTrue(official("y-te", health, "*").may("btxh.payroll"), "still November");

        now = now.plus(Duration.ofDays(30));
        assertFalse(signIn.byAccount("y-te" + attempt).orElseThrow().may("btxh.payroll"));
        assertTrue(official("noi-vu", interior, "*").may("btxh.payroll"));
        List<Agency> periods = as(Caller.SYSTEM, () -> agencies.history(interior));
        assertEquals(
                List.of(Set.of("cong", "btxh"), Set.of("cong")),
                periods.stream().map(Agency::programs).toList());
    }

    @Test
    void anAgencyIssuesForItselfAndBelowAndSeesNoSister() throws Exception {
        long commune = found("ubnd", "UBND phường Thành Sen", health, Set.of("btxh"));
        Caller issuer = official("quan-tri", health, "*");

        assertEquals("", issue(issuer, account("xa", commune, SmallCountry.THANH_SEN, "*")));
        assertEquals("", issue(issuer, account("dong-nghiep", health, SmallCountry.HA_TINH, "payroll.read")));
        assertEquals(
                "AS-ACCOUNT-AGENCY",
                issue(issuer, account("ban", health, SmallCountry.HA_TINH, Permissions.ACCOUNT_MANAGE)));
        assertEquals(
                "AS-ACCOUNT-AGENCY", issue(issuer, account("chi-em", interior, SmallCountry.HA_TINH, "payroll.read")));
        assertEquals(
                "AS-ACCOUNT-AGENCY-UNIT", issue(Caller.SYSTEM, account("lac", commune, SmallCountry.HUONG_SON, "*")));

        official("noi-vu", interior, "payroll.read");
        List<String> seen = as(issuer, () -> accounts.all()).stream()
                .map(Account::name)
                .filter(name -> name.endsWith(Integer.toString(attempt)))
                .toList();
        assertEquals(List.of("dong-nghiep" + attempt, "quan-tri" + attempt, "xa" + attempt), seen);
        Problem used = assertThrows(Problem.class, () -> as(Caller.SYSTEM, () -> end(health, "Quyết định 1/QĐ-UBND")));
        assertEquals("AS-AGENCY-USED", used.code());
    }

    @Test
    void aTokenIsNarrowerThanItsOwnerAndEnds() throws Exception {
        Caller owner = official("tich-hop", health, "payroll.read", "person.read", "btxh.payroll");
        Instant soon = now.plus(Duration.ofDays(10));

        assertEquals("AS-TOKEN-ABOVE", token(owner, Set.of("payroll.close"), SmallCountry.HA_TINH, soon));
        assertEquals("AS-TOKEN-ABOVE", token(owner, Set.of("payroll.read"), SmallCountry.NGHE_AN, soon));
        assertEquals(
                "AS-TOKEN-EXPIRY",
                token(owner, Set.of("payroll.read"), SmallCountry.HA_TINH, now.plus(Duration.ofDays(366))));

        String text = token(owner, Set.of("payroll.read", "person.read"), SmallCountry.THANH_SEN, soon);
        Caller caller = access.byToken(text, Origin.NONE).orElseThrow();
        assertEquals(SmallCountry.THANH_SEN, caller.unitId());
        assertTrue(caller.may("payroll.read") && caller.may("person.read"));
        assertFalse(caller.may("btxh.payroll"), "not asked for");
        assertEquals("AS-TOKEN-BY-TOKEN", token(caller, Set.of("person.read"), SmallCountry.THANH_SEN, soon));
        assertEquals(Set.of("btxh"), caller.programs());
        assertTrue(access.byToken(text.substring(0, text.length() - 1) + "_", Origin.NONE)
                .isEmpty());

        as(Caller.SYSTEM, () -> {
            accounts.change(account("tich-hop", health, SmallCountry.HA_TINH, "person.read"));
            return null;
        });
        Caller after = access.byToken(text, Origin.NONE).orElseThrow();
        assertFalse(after.may("payroll.read"), "what the owner lost, the token lost");
        assertTrue(after.may("person.read"));
        now = soon;
        assertTrue(access.byToken(text, Origin.NONE).isEmpty());
    }

    @Test
    void aRevokedTokenOpensNothing() throws Exception {
        Caller owner = official("thu-hoi", health, "person.read");
        String text = token(owner, Set.of("person.read"), SmallCountry.HA_TINH, now.plus(Duration.ofDays(1)));
        as(owner, () -> {
            tokens.revoke(tokens.mine().get(0).id(), "Lộ mã");
            return null;
        });
        assertTrue(access.byToken(text, Origin.NONE).isEmpty());
    }

    private Void end(long agency, String reason) {
        agencies.end(agency, LocalDate.of(2026, 12, 31), reason);
        return null;
    }

    private String token(Caller owner, Set<String> permissions, long unit, Instant expires) throws Exception {
        try {
            return as(owner, () -> tokens.issue(new TokenDraft("Một cửa", permissions, unit, Set.of("*"), expires)));
        } catch (Problem problem) {
            return problem.code();
        }
    }

    private String issue(Caller issuer, Account account) throws Exception {
        try {
            as(issuer, () -> accounts.add(account));
            return "";
        } catch (Problem problem) {
            return problem.code();
        }
    }

    private Caller official(String name, long agency, String... permissions) throws Exception {
        issue(Caller.SYSTEM, account(name, agency, SmallCountry.HA_TINH, permissions));
        return signIn.byAccount(name + attempt).orElseThrow();
    }

    private static Account account(String name, long agency, long unit, String... permissions) {
        return new Account(
                name + attempt,
                "Nguyễn Thị Lan",
                unit,
                Set.of(permissions),
                agency,
                Set.of("*"),
                Set.of(),
                "",
                false,
                State.ACTIVE);
    }

    private long found(String code, String name, long parent, Set<String> programs) throws Exception {
        long unit = code.startsWith("ubnd") ? SmallCountry.THANH_SEN : SmallCountry.HA_TINH;
        AgencyDraft draft = new AgencyDraft(code + "-" + attempt, name, parent, unit, programs, "");
        return as(Caller.SYSTEM, () -> agencies.add(draft, parent == 0 ? LONG_AGO : REFORM))
                .id();
    }

    private static AgencyDraft draft(String code, String name, long parent, Set<String> programs) {
        return new AgencyDraft(code + "-" + attempt, name, parent, SmallCountry.HA_TINH, programs, "");
    }

    private <T> T as(Caller caller, Callable<T> work) throws Exception {
        return access.callAs(caller, work);
    }

    private static String code(Runnable work) {
        return assertThrows(Problem.class, work::run).code();
    }

    /** Two programs run, with one permission each. */
    private static Permissioned twoPrograms() {
        return new Permissioned() {
            @Override
            public Map<String, String> labels() {
                Map<String, String> labels = new LinkedHashMap<>(Permissions.labels());
                labels.put("btxh.payroll", "Chi trả bảo trợ xã hội");
                labels.put("cong.payroll", "Chi trả người có công");
                return labels;
            }

            @Override
            public Set<String> declared() {
                return labels().keySet();
            }

            @Override
            public Optional<String> programOf(String permission) {
                return permission.equals("btxh.payroll") || permission.equals("cong.payroll")
                        ? Optional.of(permission.substring(0, 4))
                        : Optional.empty();
            }

            @Override
            public List<Role> roles() {
                return List.of();
            }
        };
    }
}
