package vn.ansinh.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Accounts.Account;
import vn.ansinh.api.access.Accounts.State;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Origin;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.unit.Units;
import vn.ansinh.testkit.TestDatabase;

/** Accounts from the first administrator on: issued, signed in with, locked, given new passwords. */
class AccountsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final long HA_TINH = 1;
    private static final long A_COMMUNE_OF_HA_TINH = 2;
    private static final long NGHE_AN = 3;
    private static final String OWN = "trời mưa đường trơn";

    private Instant now = Instant.parse("2026-11-22T01:00:00Z");
    private final InstantSource clock = () -> now;
    private SignIn signIn;
    private Access access;
    private IssuedAccounts accounts;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void emptyTable() {
        DATABASE.transactions().run(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("delete from ansinh.account_session");
                statement.execute("delete from ansinh.access_token");
                statement.execute("delete from ansinh.account");
                statement.execute("insert into ansinh.unit (id, code, level, name, parent_id, valid_from)"
                        + " overriding system value values (1, '42', 'PROVINCE', 'Tỉnh Hà Tĩnh', null, '2025-07-01'),"
                        + " (2, '18073', 'COMMUNE', 'Phường Thành Sen', 1, '2025-07-01'),"
                        + " (3, '40', 'PROVINCE', 'Tỉnh Nghệ An', null, '2025-07-01') on conflict do nothing");
            }
        });
        told.clear();
        signIn = new SignIn(
                DATABASE.transactions(), clock, new DeclaredPermissions(null), AccessSettings.DEFAULT, hearing());
        access = new ThreadAccess(signIn, haTinhAndItsCommune());
        accounts = new IssuedAccounts(access, signIn, haTinhAndItsCommune(), new DeclaredPermissions(null), clock);
    }

    @Test
    void theFirstStartPrintsTheAdministratorsPasswordOnce() throws Exception {
        String printed = start(null);

        Matcher password =
                Pattern.compile("Mật khẩu +([a-z2-9]{4}(?:-[a-z2-9]{4}){3})").matcher(printed);
        assertTrue(password.find(), printed);
        assertTrue(printed.contains("http://127.0.0.1:8181/"), printed);
        Caller admin = signIn.authenticate("admin", password.group(1).toCharArray(), Origin.NONE)
                .orElseThrow();
        assertTrue(admin.mustChange(), "whoever read the console knows it");
        assertFalse(admin.may("person.read"));
        assertEquals("", change(admin, password.group(1), "trời mưa đường trơn"));
        admin = authenticate("admin", "trời mưa đường trơn").orElseThrow();
        assertTrue(admin.may("anything"));
        assertEquals(0, admin.unitId());
        assertEquals("", start(null), "the second start prints nothing");
    }

    @Test
    void aDemonstrationHasSomebodyElseToCloseWhatTheAdministratorDrafts() {
        String printed = start(null, true);
        Matcher account =
                Pattern.compile("Tên đăng nhập +(\\S+)[^M]+Mật khẩu +(\\S+)").matcher(printed);
        assertTrue(account.find() && account.find(), printed);
        assertEquals("kiem-tra", account.group(1));
        assertTrue(authenticate("kiem-tra", account.group(2)).isPresent());
        assertEquals("", start(null, true));
    }

    @Test
    void aGivenFirstPasswordIsNotPrinted() {
        assertEquals("", start("một câu dễ nhớ"));
        assertTrue(authenticate("admin", "một câu dễ nhớ").isPresent());
    }

    @Test
    void aWeakGivenPasswordIsToldAndNotTaken() {
        assertTrue(start("admin12345").contains("ANSINH_ADMIN_PASSWORD không dùng được"));
        assertTrue(authenticate("admin", "admin12345").isEmpty());
    }

    @Test
    void fiveWrongPasswordsLockTheAccountLongerAndLonger() throws Exception {
        String password = issue("lan.nguyen", HA_TINH);
        for (int i = 0; i < 5; i++) {
            assertTrue(authenticate("lan.nguyen", "wrong-" + i).isEmpty());
        }
        assertTrue(authenticate("lan.nguyen", password).isEmpty(), "locked, even for the right password");
        assertEquals(List.of("account.locked-out after 5 wrong passwords, until 2026-11-22T01:01:00Z"), told);

        now = now.plus(Duration.ofSeconds(61));
        assertTrue(authenticate("lan.nguyen", "wrong again").isEmpty());
        now = now.plus(Duration.ofSeconds(61));
        assertTrue(authenticate("lan.nguyen", password).isEmpty(), "the sixth wrong one locks for two minutes");
        now = now.plus(Duration.ofSeconds(60));
        assertTrue(authenticate("lan.nguyen", password).isPresent());

        assertTrue(authenticate("lan.nguyen", "wrong").isEmpty());
        assertTrue(authenticate(" Lan.Nguyen", password).isPresent(), "counting began anew");
    }

    @Test
    void aChangedPasswordCountsAtOnce() throws Exception {
        String old = issue("lan.nguyen", HA_TINH);
        Caller lan = authenticate("lan.nguyen", old).orElseThrow();

        assertEquals("AS-PASSWORD-OLD", change(lan, "not mine", "trời mưa đường trơn"));
        assertEquals("AS-PASSWORD-SHORT", change(lan, old, "ngắn"));
        assertEquals("AS-PASSWORD-NAME", change(lan, old, "tôi là lan.nguyen"));
        assertEquals("AS-PASSWORD-WEAK", change(lan, old, "1111111111111"));
        assertEquals("AS-PASSWORD-SAME", change(lan, old, old));
        assertEquals("", change(lan, old, "trời mưa đường trơn"));

        assertTrue(authenticate("lan.nguyen", old).isEmpty(), "not even from the cache");
        Caller anew = authenticate("lan.nguyen", "trời mưa đường trơn").orElseThrow();
        assertFalse(anew.mustChange());
        assertEquals("", change(anew, "trời mưa đường trơn", "nắng tốt dưa, mưa tốt lúa"));
        assertEquals("AS-PASSWORD-FORMER", change(anew, "nắng tốt dưa, mưa tốt lúa", "trời mưa đường trơn"));
    }

    @Test
    void anIssuerGivesNoMoreThanTheirOwn() throws Exception {
        Caller haTinh = new Caller("ha-tinh", "Sở Y tế", HA_TINH, Set.of("person.read", Permissions.ACCOUNT_MANAGE));

        assertEquals("", refusal(haTinh, account("xa.1", A_COMMUNE_OF_HA_TINH, "person.read")));
        assertEquals("AS-ACCOUNT-EXISTS", refusal(haTinh, account("xa.1", A_COMMUNE_OF_HA_TINH, "person.read")));
        assertEquals("AS-ACCOUNT-ABOVE", refusal(haTinh, account("xa.2", A_COMMUNE_OF_HA_TINH, "payroll.close")));
        assertEquals("AS-ACCOUNT-ABOVE", refusal(haTinh, account("xa.3", A_COMMUNE_OF_HA_TINH, "*")));
        assertEquals("AS-ACCOUNT-ABOVE", refusal(haTinh, account("xa.4", 0, "person.read")));
        assertEquals("AS-ACCESS-UNIT", refusal(haTinh, account("xa.5", NGHE_AN, "person.read")));
        assertEquals("AS-ACCOUNT-NAME", refusal(haTinh, account("Xã Năm", A_COMMUNE_OF_HA_TINH, "person.read")));

        issue("giam.doc", HA_TINH, "*");
        Problem reset =
                assertThrows(Problem.class, () -> access.callAs(haTinh, () -> accounts.resetPassword("giam.doc")));
        assertEquals("AS-ACCOUNT-ABOVE", reset.code());
    }

    @Test
    void withoutACallerNothingIsAllowed() throws Exception {
        assertEquals(
                "AS-ACCESS-SIGN-IN",
                assertThrows(Problem.class, () -> access.require()).code());
        Caller clerk = new Caller("xa", "Xã", A_COMMUNE_OF_HA_TINH, Set.of("person.read"));
        access.callAs(clerk, () -> {
            access.require("person.read", A_COMMUNE_OF_HA_TINH);
            assertEquals(
                    "AS-ACCESS-UNIT",
                    assertThrows(Problem.class, () -> access.require("person.read", HA_TINH))
                            .code());
            assertEquals(
                    "AS-ACCESS-PERMISSION",
                    assertThrows(Problem.class, () -> access.require("person.write"))
                            .code());
            return null;
        });
        assertFalse(access.current().isPresent());
    }

    @Test
    void aPasswordFromSomebodyElseAllowsNothingButChangingIt() throws Exception {
        Caller lan = authenticate("lan.nguyen", issue("lan.nguyen", HA_TINH, "person.read"))
                .orElseThrow();
        access.callAs(lan, () -> {
            assertEquals(
                    "AS-ACCOUNT-CHANGE",
                    assertThrows(Problem.class, () -> access.require()).code());
            assertEquals(
                    "AS-ACCOUNT-CHANGE",
                    assertThrows(Problem.class, () -> access.require("person.read"))
                            .code());
            return null;
        });
    }

    @Test
    void aLockedAccountIsOutAtOnceAndARetiredOneForGood() throws Exception {
        Caller lan = own("lan.nguyen", HA_TINH, "person.read");
        long session = access.open(lan, "Firefox");
        assertTrue(access.renew(lan, session).isPresent());

        asSystem(() -> accounts.lock("lan.nguyen", "Nghỉ phép dài"));
        assertTrue(access.renew(lan, session).isEmpty(), "the open page as well");
        assertTrue(authenticate("lan.nguyen", OWN).isEmpty());
        asSystem(() -> accounts.unlock("lan.nguyen"));
        assertTrue(authenticate("lan.nguyen", OWN).isPresent());

        asSystem(() -> accounts.retire("lan.nguyen", "Chuyển công tác"));
        assertTrue(authenticate("lan.nguyen", OWN).isEmpty());
        Problem gone = assertThrows(Problem.class, () -> asSystem(() -> accounts.unlock("lan.nguyen")));
        assertEquals("AS-ACCOUNT-OFF", gone.code());
    }

    @Test
    void aRightTakenAwayCountsOnTheOpenPage() throws Exception {
        Caller lan = own("lan.nguyen", HA_TINH, "person.read");
        long session = access.open(lan, "Firefox");
        assertTrue(access.renew(lan, session).orElseThrow().may("person.read"));

        asSystem(() -> accounts.change(account("lan.nguyen", HA_TINH, "payroll.read")));
        Caller now = access.renew(lan, session).orElseThrow();
        assertFalse(now.may("person.read"));
        assertTrue(now.may("payroll.read"));
    }

    @Test
    void namedPeopleStandBehindAUnitsAccount() throws Exception {
        Account unit = new Account(
                "xa.thanh-sen",
                "UBND phường Thành Sen",
                A_COMMUNE_OF_HA_TINH,
                Set.of(),
                0,
                Set.of("*"),
                Set.of("can-bo-xa"),
                "",
                false,
                State.UNIT);
        assertEquals("", access.callAs(Caller.SYSTEM, () -> accounts.add(unit)), "nobody signs in with it");
        Account person = new Account(
                "lan.nguyen",
                "Nguyễn Thị Lan",
                0,
                Set.of("*"),
                0,
                Set.of("*"),
                Set.of(),
                "xa.thanh-sen",
                false,
                State.ACTIVE);
        String password = access.callAs(Caller.SYSTEM, () -> accounts.add(person));
        change(authenticate("lan.nguyen", password).orElseThrow(), password, OWN);

        Caller lan = authenticate("lan.nguyen", OWN).orElseThrow();
        assertEquals("Nguyễn Thị Lan – UBND phường Thành Sen", lan.fullName());
        assertEquals(A_COMMUNE_OF_HA_TINH, lan.unitId(), "the unit's, whatever was asked for");
        assertTrue(lan.may("payroll.run"));
        assertFalse(lan.may("payroll.close"));

        asSystem(() -> accounts.lock("xa.thanh-sen", "Sáp nhập"));
        assertTrue(authenticate("lan.nguyen", OWN).isEmpty(), "the people behind it are out with it");
    }

    /** Issues an account whose owner has chosen {@link #OWN}. */
    private Caller own(String name, long unitId, String... permissions) throws Exception {
        String password = issue(name, unitId, permissions);
        change(authenticate(name, password).orElseThrow(), password, OWN);
        return authenticate(name, OWN).orElseThrow();
    }

    private void asSystem(Runnable work) throws Exception {
        access.callAs(Caller.SYSTEM, () -> {
            work.run();
            return null;
        });
    }

    private String start(String given) {
        return start(given, false);
    }

    private String start(String given, boolean demonstration) {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        new FirstAdministrator(
                        signIn,
                        clock,
                        "http://127.0.0.1:8181/",
                        given,
                        demonstration,
                        new PrintStream(console, true, StandardCharsets.UTF_8))
                .init();
        return console.toString(StandardCharsets.UTF_8);
    }

    private String issue(String name, long unitId, String... permissions) throws Exception {
        return access.callAs(Caller.SYSTEM, () -> accounts.add(account(name, unitId, permissions)));
    }

    private static Account account(String name, long unitId, String... permissions) {
        return new Account(name, "Nguyễn Thị Lan", unitId, Set.of(permissions));
    }

    private Optional<Caller> authenticate(String name, String password) {
        return signIn.authenticate(name, password.toCharArray(), Origin.NONE);
    }

    private String change(Caller caller, String old, String replacement) throws Exception {
        try {
            access.callAs(caller, () -> {
                access.changePassword(old.toCharArray(), replacement.toCharArray());
                return null;
            });
            return "";
        } catch (Problem problem) {
            return problem.code();
        }
    }

    private String refusal(Caller issuer, Account account) throws Exception {
        try {
            access.callAs(issuer, () -> accounts.add(account));
            return "";
        } catch (Problem problem) {
            return problem.code();
        }
    }

    /** An audit that keeps what it is told of changes. */
    private Audit hearing() {
        return (Audit) Proxy.newProxyInstance(
                Audit.class.getClassLoader(), new Class<?>[] {Audit.class}, (proxy, method, arguments) -> {
                    Map<?, ?> after = (Map<?, ?>) arguments[3];
                    told.add(arguments[1] + " after " + after.get("wrongPasswords") + " wrong passwords, until "
                            + after.get("lockedUntil"));
                    return null;
                });
    }

    private static Units haTinhAndItsCommune() {
        return (Units) Proxy.newProxyInstance(
                Units.class.getClassLoader(), new Class<?>[] {Units.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("isWithin")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    long unit = (long) arguments[0];
                    long ancestor = (long) arguments[1];
                    return ancestor == 0 || unit == ancestor || unit == A_COMMUNE_OF_HA_TINH && ancestor == HA_TINH;
                });
    }
}
