package vn.ansinh.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Accounts.Account;
import vn.ansinh.api.access.Accounts.State;
import vn.ansinh.api.access.Agencies.AgencyDraft;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Role;
import vn.ansinh.api.access.Roles.Listed;
import vn.ansinh.api.access.Roles.RoleDraft;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.testkit.TestDatabase;

/** A province makes a role of its own and gives it away; nobody gets more by it than the province has. */
class OwnRolesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final Set<String> PAYING = Set.of("payroll.read", "payment.read", "payment.order");

    private final SmallCountry country = new SmallCountry();
    private final InstantSource clock = InstantSource.system();
    private SignIn signIn;
    private ThreadAccess access;
    private IssuedAccounts accounts;
    private StoredAgencies agencies;
    private OwnRoles roles;
    private Caller province;

    @BeforeEach
    void anAdministratorOfAProvince() throws Exception {
        country.store(DATABASE.transactions());
        DeclaredPermissions permissioned = new DeclaredPermissions(null, unit -> Set.of(), DATABASE.transactions());
        signIn = new SignIn(DATABASE.transactions(), clock, permissioned, AccessSettings.DEFAULT, Audit.NONE);
        access = new ThreadAccess(signIn, country.units());
        accounts = new IssuedAccounts(access, signIn, country.units(), permissioned, clock);
        agencies = new StoredAgencies(access, signIn, country.units(), clock);
        roles = new OwnRoles(access, signIn, country.units(), permissioned, clock, Audit.NONE);
        Set<String> held = new HashSet<>(PAYING);
        held.addAll(Set.of(Permissions.ROLE_MANAGE, Permissions.ACCOUNT_MANAGE, "payroll.close"));
        province = official("quan-tri", SmallCountry.HA_TINH, 0, held);
    }

    @AfterEach
    void nobodyIsLeft() {
        DATABASE.transactions().run(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("delete from ansinh.account");
                statement.execute("delete from ansinh.own_role");
                statement.execute("delete from ansinh.agency_version");
                statement.execute("delete from ansinh.agency");
            }
        });
    }

    @Test
    void whoeverHoldsTheRoleMayWhatItSaysAtOnce() throws Exception {
        Role paying = as(province, () -> roles.define(new RoleDraft("Cán bộ chi trả", PAYING)))
                .role();
        assertEquals("", issue(province, holder("lan", SmallCountry.THANH_SEN, 0, paying)));
        assertTrue(now("lan").may("payment.order"));

        as(
                province,
                () -> roles.change(paying.code(), new RoleDraft("Cán bộ chi trả", Set.of("payroll.read")), "Hẹp lại"));
        assertFalse(now("lan").may("payment.order"));
        assertTrue(now("lan").may("payroll.read"));
        assertEquals(1, listed(province, "Cán bộ chi trả").accounts());
        assertEquals("AS-ROLE-USED", code(province, () -> end(paying)));
        as(Caller.SYSTEM, () -> {
            accounts.retire("lan", "Nghỉ hưu");
            return null;
        });
        assertEquals("", code(province, () -> end(paying)));
        assertEquals("AS-ACCOUNT-ROLE", issue(province, holder("hoa", SmallCountry.THANH_SEN, 0, paying)));
    }

    @Test
    void aRoleIsNeverMoreThanItsMakerHas() throws Exception {
        assertEquals("AS-ROLE-ABOVE", define(province, "Hơn", Set.of("policy.activate")));
        assertEquals("AS-ROLE-PERMISSION", define(province, "Tất cả", Set.of("*")));
        assertEquals("AS-ROLE-EMPTY", define(province, "Không", Set.of()));
        assertEquals("AS-ACCESS-PERMISSION", define(official("xa", SmallCountry.THANH_SEN, 0, PAYING), "Xã", PAYING));
        assertEquals("", define(province, "Chi trả", PAYING));
        assertEquals("AS-ROLE-EXISTS", define(province, "chi trả", PAYING));

        Role wide = as(Caller.SYSTEM, () -> roles.define(new RoleDraft("Rộng", Set.of("policy.activate"))))
                .role();
        assertEquals("AS-ROLE-ABOVE", code(province, () -> change(wide, Set.of("payroll.read"))));
        assertEquals("AS-ROLE-UNKNOWN", code(province, () -> change(new Role("can-bo-xa", "", Set.of()), PAYING)));
    }

    @Test
    void anotherProvinceNeitherSeesNorGivesIt() throws Exception {
        Role paying = as(province, () -> roles.define(new RoleDraft("Cán bộ chi trả", PAYING)))
                .role();
        Caller other = official("nghe-an", SmallCountry.NGHE_AN, 0, province.permissions());
        assertFalse(as(other, () -> roles.all()).stream().anyMatch(Listed::own));
        assertFalse(as(other, () -> accounts.roles()).contains(paying));
        assertEquals("AS-ROLE-UNKNOWN", code(other, () -> change(paying, PAYING)));
        assertEquals("AS-ACCOUNT-ROLE-PLACE", issue(other, holder("vinh", SmallCountry.VINH_HUNG, 0, paying)));
    }

    @Test
    void anAgencysRoleIsItsOwnAndGivesNobodyTheIssuingOfAccounts() throws Exception {
        long health = agency("so-y-te");
        long interior = agency("so-noi-vu");
        Caller healths = official("y-te", SmallCountry.HA_TINH, health, province.permissions());
        Caller interiors = official("noi-vu", SmallCountry.HA_TINH, interior, province.permissions());

        Role paying = as(healths, () -> roles.define(new RoleDraft("Chi trả của sở", PAYING)))
                .role();
        assertEquals("AS-ROLE-ISSUING", define(healths, "Cấp", Set.of(Permissions.ACCOUNT_MANAGE)));
        assertEquals("AS-ROLE-UNKNOWN", code(interiors, () -> change(paying, PAYING)), "a sister department's");
        assertEquals("AS-ACCOUNT-ROLE-PLACE", issue(province, holder("nv", SmallCountry.HA_TINH, interior, paying)));

        as(Caller.SYSTEM, () -> {
            Account boss = new Account(
                    "giam-doc",
                    "Giám đốc",
                    SmallCountry.HA_TINH,
                    Set.of(Permissions.ACCOUNT_MANAGE),
                    health,
                    Set.of("*"),
                    Set.of(paying.code()),
                    "",
                    false,
                    State.ACTIVE);
            return accounts.add(boss);
        });
        assertEquals(
                "AS-ACCOUNT-AGENCY",
                code(healths, () -> change(paying, Set.of("payroll.read"))),
                "one of those who hold it is looked after by the agency above");
        assertEquals("", code(province, () -> change(paying, Set.of("payroll.read"))));
    }

    private long agency(String code) throws Exception {
        AgencyDraft draft = new AgencyDraft(code, code, 0, SmallCountry.HA_TINH, Set.of("*"), "");
        return as(Caller.SYSTEM, () -> agencies.add(draft, LocalDate.of(2020, 1, 1)))
                .id();
    }

    private Caller official(String name, long unit, long agency, Set<String> permissions) throws Exception {
        Account account =
                new Account(name, "Cán bộ", unit, permissions, agency, Set.of("*"), Set.of(), "", false, State.ACTIVE);
        as(Caller.SYSTEM, () -> accounts.add(account));
        return now(name);
    }

    private static Account holder(String name, long unit, long agency, Role role) {
        return new Account(
                name, "Cán bộ", unit, Set.of(), agency, Set.of("*"), Set.of(role.code()), "", false, State.ACTIVE);
    }

    private Caller now(String name) {
        return access.now(name, 0).orElseThrow();
    }

    private Listed listed(Caller caller, String name) throws Exception {
        return as(caller, () -> roles.all()).stream()
                .filter(listed -> listed.role().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String define(Caller caller, String name, Set<String> permissions) throws Exception {
        return code(caller, () -> roles.define(new RoleDraft(name, permissions)));
    }

    private Object change(Role role, Set<String> permissions) {
        return roles.change(role.code(), new RoleDraft("Đổi tên", permissions), "Thử");
    }

    private Object end(Role role) {
        roles.end(role.code(), "Không dùng nữa");
        return null;
    }

    private String issue(Caller issuer, Account account) throws Exception {
        return code(issuer, () -> accounts.add(account));
    }

    /** The problem's code; blank when there was none. */
    private String code(Caller caller, Callable<Object> work) throws Exception {
        try {
            as(caller, work);
            return "";
        } catch (Problem problem) {
            return problem.code();
        }
    }

    private <T> T as(Caller caller, Callable<T> work) throws Exception {
        return access.callAs(caller, work);
    }
}
