package vn.ansinh.core.access;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Accounts.Account;
import vn.ansinh.api.access.Accounts.State;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissioned;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Role;
import vn.ansinh.api.access.Roles;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.unit.Units;

/** {@link Roles} on {@code ansinh.own_role}. */
public final class OwnRoles implements Roles {

    private static final String ALL = "*";
    private static final int LONGEST_NAME = 80;

    private final Access access;
    private final SignIn signIn;
    private final IssuingRules rules;
    private final Permissioned permissioned;
    private final RoleStore store;
    private final InstantSource clock;
    private final Audit audit;

    /** @param signIn holds the accounts to which roles are given */
    public OwnRoles(
            Access access, SignIn signIn, Units units, Permissioned permissioned, InstantSource clock, Audit audit) {
        this.access = access;
        this.signIn = signIn;
        this.rules = new IssuingRules(access, signIn, units, permissioned);
        this.permissioned = permissioned;
        this.store = new RoleStore(signIn.store().transactions());
        this.clock = clock;
        this.audit = audit;
    }

    @Override
    public List<Listed> all() {
        Caller caller = access.require(Permissions.ROLE_MANAGE);
        List<Account> seen = signIn.store().within(caller.unitId()).stream()
                .map(AccountStore.Row::account)
                .filter(rules.seenBy(caller))
                .toList();
        List<RoleStore.Row> stored = store.all();
        Set<String> own = new HashSet<>();
        stored.forEach(row -> own.add(row.role().code()));
        List<Listed> roles = new ArrayList<>();
        for (Role role : permissioned.roles()) {
            if (!own.contains(role.code())) {
                roles.add(new Listed(role, false, 0, 0, holders(seen, role.code())));
            }
        }
        stored.stream()
                .filter(row -> rules.reaches(caller, row))
                .map(row -> listed(row, holders(seen, row.role().code())))
                .forEach(roles::add);
        return roles;
    }

    private static int holders(List<Account> accounts, String code) {
        return (int) accounts.stream()
                .filter(account -> account.roles().contains(code) && account.state() != State.OFF)
                .count();
    }

    private static Listed listed(RoleStore.Row row, int accounts) {
        return new Listed(row.role(), true, row.unitId(), row.agencyId(), accounts);
    }

    @Override
    public Listed define(RoleDraft draft) {
        Caller caller = access.require(Permissions.ROLE_MANAGE);
        check(caller, draft);
        return signIn.store().transactions().call(connection -> {
            long id = store.add(draft, caller.unitId(), caller.agencyId(), caller.account(), clock.instant())
                    .orElseThrow(() -> taken(draft));
            RoleStore.Row row = store.all().stream()
                    .filter(added -> added.id() == id)
                    .findFirst()
                    .orElseThrow();
            audit.changed(new Subject(Subject.ROLE, id), "role.add", Map.of(), fields(row.role()), null);
            return listed(row, 0);
        });
    }

    @Override
    public Listed change(String code, RoleDraft draft, String why) {
        Caller caller = access.require(Permissions.ROLE_MANAGE);
        RoleStore.Row row = known(caller, code);
        check(caller, draft);
        List<Account> holders = holders(code);
        holders.forEach(rules::issuerOf);
        Set<String> permissions = new HashSet<>(row.role().permissions());
        permissions.removeAll(permissioned.declared());
        permissions.addAll(draft.permissions());
        Listed changed = signIn.store().transactions().call(connection -> {
            if (!store.change(row, draft.name(), permissions)) {
                throw taken(draft);
            }
            Role after = new Role(code, draft.name(), permissions);
            audit.changed(new Subject(Subject.ROLE, row.id()), "role.change", fields(row.role()), fields(after), why);
            return new Listed(after, true, row.unitId(), row.agencyId(), holders.size());
        });
        signIn.sessions().forget();
        return changed;
    }

    @Override
    public void end(String code, String why) {
        Caller caller = access.require(Permissions.ROLE_MANAGE);
        RoleStore.Row row = known(caller, code);
        int holders = holders(code).size();
        if (holders > 0) {
            throw Problem.conflict(
                    "AS-ROLE-USED",
                    "Còn " + holders + " tài khoản giữ vai trò " + row.role().name()
                            + ". Hãy giao vai trò khác cho các tài khoản đó rồi thôi dùng.");
        }
        signIn.store().transactions().run(connection -> {
            store.end(row.id(), caller.account(), clock.instant());
            audit.changed(new Subject(Subject.ROLE, row.id()), "role.end", fields(row.role()), Map.of(), why);
        });
    }

    /** Everybody who holds a role, whether the caller sees them or not. */
    private List<Account> holders(String code) {
        return signIn.store().within(0).stream()
                .map(AccountStore.Row::account)
                .filter(account -> account.roles().contains(code) && account.state() != State.OFF)
                .toList();
    }

    private RoleStore.Row known(Caller caller, String code) {
        RoleStore.Row row = store.byCode(code)
                .filter(found -> rules.reaches(caller, found))
                .orElseThrow(() -> Problem.notFound(
                        "AS-ROLE-UNKNOWN",
                        "Không có vai trò này, hoặc là vai trò chung của hệ thống nên không sửa được."));
        Set<String> held = new HashSet<>(row.role().permissions());
        held.retainAll(permissioned.declared());
        if (!rules.isAtOrBelow(caller, row) || !IssuingRules.gives(caller, held)) {
            throw Problem.forbidden(
                    "AS-ROLE-ABOVE", "Vai trò này do cấp trên đặt hoặc có quyền rộng hơn quyền của người sửa.");
        }
        return row;
    }

    private void check(Caller caller, RoleDraft draft) {
        if (draft.name().isBlank() || draft.name().length() > LONGEST_NAME) {
            throw Problem.invalid("AS-ROLE-NAME", "Cần ghi tên vai trò, tối đa " + LONGEST_NAME + " ký tự.");
        }
        if (draft.permissions().isEmpty()) {
            throw Problem.invalid("AS-ROLE-EMPTY", "Vai trò phải có ít nhất một quyền.");
        }
        Set<String> declared = permissioned.declared();
        draft.permissions().stream()
                .filter(permission -> !declared.contains(permission))
                .findFirst()
                .ifPresent(unknown -> {
                    throw Problem.invalid("AS-ROLE-PERMISSION", "Không có quyền " + unknown + ".");
                });
        if (!IssuingRules.gives(caller, draft.permissions())) {
            throw Problem.forbidden("AS-ROLE-ABOVE", "Vai trò không được có quyền mà người đặt không có.");
        }
        if (caller.agencyId() != 0 && draft.permissions().contains(Permissions.ACCOUNT_MANAGE)) {
            throw Problem.forbidden(
                    "AS-ROLE-ISSUING",
                    "Quyền cấp tài khoản do cơ quan cấp trên giao cho từng tài khoản, không đặt trong vai trò.");
        }
    }

    private static Problem taken(RoleDraft draft) {
        return Problem.conflict("AS-ROLE-EXISTS", "Đã có vai trò tên " + draft.name() + ". Vui lòng đặt tên khác.");
    }

    private static Map<String, String> fields(Role role) {
        return Map.of("name", role.name(), "permissions", String.join(" ", new TreeSet<>(role.permissions())));
    }
}
