package vn.ansinh.core.access;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Accounts.Account;
import vn.ansinh.api.access.Accounts.State;
import vn.ansinh.api.access.Agency;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissioned;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Role;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.unit.Units;

/** Who may give whom what: never more rights, a wider territory or more programs, and always from the agency above. */
final class IssuingRules {

    private static final String ALL = "*";

    private final Access access;
    private final SignIn signIn;
    private final Units units;
    private final Permissioned permissioned;
    private final RoleStore roles;

    IssuingRules(Access access, SignIn signIn, Units units, Permissioned permissioned) {
        this.access = access;
        this.signIn = signIn;
        this.units = units;
        this.permissioned = permissioned;
        this.roles = new RoleStore(signIn.store().transactions());
    }

    /** Who works behind a unit's account has its place and rights, whatever was asked for. */
    Account complete(Account account) {
        if (account.holder().isEmpty()) {
            return account;
        }
        Account unit = signIn.store()
                .byName(account.holder())
                .map(AccountStore.Row::account)
                .filter(holder -> holder.state() == State.UNIT)
                .orElseThrow(() -> Problem.invalid(
                        "AS-ACCOUNT-HOLDER", account.holder() + " không phải là tài khoản của một đơn vị."));
        return new Account(
                account.name(),
                account.fullName(),
                unit.unitId(),
                Set.of(),
                unit.agencyId(),
                unit.programs(),
                unit.roles(),
                unit.name(),
                account.mustChange(),
                account.state());
    }

    /** The caller, who must stand above {@code account}: else a reset or a new account would be a way up. */
    Caller issuerOf(Account account) {
        Caller issuer = account.unitId() == 0
                ? access.require(Permissions.ACCOUNT_MANAGE)
                : access.require(Permissions.ACCOUNT_MANAGE, account.unitId());
        boolean wider = account.unitId() == 0 && issuer.unitId() != 0;
        Set<String> permissions = rightsOf(account);
        Set<String> programs = signIn.rights().programs(account);
        boolean others = !programs.stream()
                .allMatch(program -> program.equals(ALL) ? issuer.programs().contains(ALL) : issuer.works(program));
        if (issuer.agencyId() != 0 && !isBelow(account, issuer, permissions)) {
            throw Problem.forbidden(
                    "AS-ACCOUNT-AGENCY",
                    "Tài khoản này do cơ quan cấp trên của cơ quan đó cấp và quản lý. Vui lòng liên hệ cơ quan cấp trên.");
        }
        if (wider || others || !gives(issuer, permissions)) {
            throw Problem.forbidden(
                    "AS-ACCOUNT-ABOVE", "Không thể cấp hoặc sửa tài khoản có quyền rộng hơn quyền của người cấp.");
        }
        return issuer;
    }

    /** What an account could do if its holder may act: permissions of a program that is gone come back with it. */
    private Set<String> rightsOf(Account account) {
        Account holder = account.holder().isEmpty()
                ? account
                : signIn.store()
                        .byName(account.holder())
                        .map(AccountStore.Row::account)
                        .orElse(account);
        Set<String> rights = new HashSet<>(signIn.rights().permissions(holder));
        holder.permissions().stream()
                .filter(permission -> !permission.equals(ALL))
                .forEach(rights::add);
        return rights;
    }

    private boolean isBelow(Account account, Caller issuer, Set<String> permissions) {
        if (account.agencyId() == issuer.agencyId()) {
            return !permissions.contains(Permissions.ACCOUNT_MANAGE) && !permissions.contains(ALL);
        }
        return account.agencyId() != 0 && agencies(issuer).contains(account.agencyId());
    }

    private Set<Long> agencies(Caller caller) {
        return below(caller.agencyId());
    }

    private Set<Long> below(long agencyId) {
        return signIn.agencies().below(agencyId, signIn.rights().today());
    }

    /** Whether a role counts somewhere in the caller's territory and agency, or they in its. */
    boolean reaches(Caller caller, RoleStore.Row role) {
        boolean near = units.isWithin(role.unitId(), caller.unitId()) || units.isWithin(caller.unitId(), role.unitId());
        return near && (isAgencyAtOrBelow(caller, role) || countsIn(role, caller.agencyId()));
    }

    /** Whether a role was made where the caller is or below. */
    boolean isAtOrBelow(Caller caller, RoleStore.Row role) {
        return isAgencyAtOrBelow(caller, role) && units.isWithin(role.unitId(), caller.unitId());
    }

    private boolean countsIn(RoleStore.Row role, long agencyId) {
        return role.agencyId() == 0 || below(role.agencyId()).contains(agencyId);
    }

    private boolean isAgencyAtOrBelow(Caller caller, RoleStore.Row role) {
        return caller.agencyId() == 0 || agencies(caller).contains(role.agencyId());
    }

    /** The roles that the caller could give to somebody. */
    List<Role> offered(Caller caller) {
        Set<String> elsewhere = new HashSet<>();
        roles.all().stream()
                .filter(row -> !reaches(caller, row))
                .forEach(row -> elsewhere.add(row.role().code()));
        return permissioned.roles().stream()
                .filter(role -> !elsewhere.contains(role.code()) && gives(caller, role.permissions()))
                .toList();
    }

    /** Accounts of the caller's agency and those below: sister departments do not see each other's. */
    Predicate<Account> seenBy(Caller caller) {
        if (caller.agencyId() == 0) {
            return account -> true;
        }
        Set<Long> agencies = agencies(caller);
        return account -> agencies.contains(account.agencyId());
    }

    static boolean gives(Caller issuer, Set<String> permissions) {
        return issuer.may(ALL)
                || !permissions.contains(ALL) && permissions.stream().allMatch(issuer::may);
    }

    /** @throws Problem INVALID when the account makes no sense */
    void check(Account account) {
        if (account.fullName().isBlank()) {
            throw Problem.invalid("AS-ACCOUNT-FULL-NAME", "Thiếu họ tên của người sử dụng tài khoản.");
        }
        Set<String> declared = permissioned.declared();
        account.permissions().stream()
                .filter(permission -> !permission.equals(ALL) && !declared.contains(permission))
                .findFirst()
                .ifPresent(unknown -> {
                    throw Problem.invalid("AS-ACCOUNT-PERMISSION", "Không có quyền " + unknown + ".");
                });
        Set<String> known = new HashSet<>();
        permissioned.roles().stream().map(Role::code).forEach(known::add);
        account.roles().stream()
                .filter(role -> !known.contains(role))
                .findFirst()
                .ifPresent(unknown -> {
                    throw Problem.invalid("AS-ACCOUNT-ROLE", "Không có vai trò " + unknown + ".");
                });
        roles.all().stream()
                .filter(row -> account.roles().contains(row.role().code()) && !mayHold(account, row))
                .findFirst()
                .ifPresent(row -> {
                    throw Problem.invalid(
                            "AS-ACCOUNT-ROLE-PLACE",
                            "Vai trò " + row.role().name() + " là của nơi khác. Vui lòng chọn vai trò khác.");
                });
        if (account.agencyId() != 0) {
            checkAgency(account);
        }
    }

    private boolean mayHold(Account account, RoleStore.Row role) {
        return units.isWithin(account.unitId(), role.unitId()) && countsIn(role, account.agencyId());
    }

    private void checkAgency(Account account) {
        Agency agency = signIn.agencies()
                .byId(account.agencyId(), signIn.rights().today())
                .orElseThrow(() ->
                        Problem.invalid("AS-ACCOUNT-AGENCY-UNKNOWN", "Hôm nay không có cơ quan này hoặc đã kết thúc."));
        if (!units.isWithin(account.unitId(), agency.unitId())) {
            throw Problem.invalid(
                    "AS-ACCOUNT-AGENCY-UNIT",
                    "Địa bàn của tài khoản phải nằm trong địa bàn của " + agency.name() + ".");
        }
    }
}
