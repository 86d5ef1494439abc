package vn.ansinh.core.access;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Accounts;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissioned;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Role;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.unit.Units;

/** {@link Accounts} on {@code ansinh.account}. */
public final class IssuedAccounts implements Accounts {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,39}");

    private final Access access;
    private final SignIn signIn;
    private final IssuingRules rules;
    private final InstantSource clock;
    private final Audit audit;

    /** Without an audit. */
    public IssuedAccounts(Access access, SignIn signIn, Units units, Permissioned permissioned, InstantSource clock) {
        this(access, signIn, units, permissioned, clock, Audit.NONE);
    }

    /** @param signIn holds the accounts */
    public IssuedAccounts(
            Access access, SignIn signIn, Units units, Permissioned permissioned, InstantSource clock, Audit audit) {
        this.audit = audit;
        this.access = access;
        this.signIn = signIn;
        this.rules = new IssuingRules(access, signIn, units, permissioned);
        this.clock = clock;
    }

    @Override
    public String add(Account account) {
        Account wanted = rules.complete(account);
        Caller issuer = rules.issuerOf(wanted);
        if (!NAME.matcher(wanted.name()).matches() || wanted.name().equals(Caller.SYSTEM.account())) {
            throw Problem.invalid(
                    "AS-ACCOUNT-NAME",
                    "Tên đăng nhập gồm 2–40 chữ thường không dấu, chữ số, dấu chấm hoặc gạch nối, ví dụ: lan.nguyen.");
        }
        rules.check(wanted);
        boolean named = wanted.state() != State.UNIT;
        Account issued = with(wanted, named, named ? State.ACTIVE : State.UNIT);
        char[] password = PasswordRules.generate();
        String hash = signIn.hash(password);
        recorded("account.add", issued.name(), null, () -> {
            if (!signIn.store().add(issued, hash, issuer.account(), clock.instant())) {
                throw Problem.conflict(
                        "AS-ACCOUNT-EXISTS", "Tên đăng nhập " + issued.name() + " đã có. Vui lòng chọn tên khác.");
            }
        });
        return named ? new String(password) : "";
    }

    private static Account with(Account account, boolean mustChange, State state) {
        return new Account(
                account.name(),
                account.fullName(),
                account.unitId(),
                account.permissions(),
                account.agencyId(),
                account.programs(),
                account.roles(),
                account.holder(),
                mustChange,
                state);
    }

    @Override
    public void change(Account account) {
        known(account.name(), "sửa");
        Account wanted = rules.complete(account);
        rules.issuerOf(wanted);
        rules.check(wanted);
        recorded("account.change", wanted.name(), null, () -> signIn.store().change(wanted));
        signIn.sessions().forget();
    }

    @Override
    public String resetPassword(String name) {
        if (known(name, "").state() == State.UNIT) {
            throw Problem.conflict(
                    "AS-ACCOUNT-UNIT",
                    name + " là tài khoản của đơn vị, không dùng để đăng nhập. Hãy cấp tài khoản cho từng người dùng.");
        }
        char[] password = PasswordRules.generate();
        recorded("account.reset", name, null, () -> signIn.setPassword(name, password, true));
        signIn.sessions().closeAll(name, access.require().account());
        return new String(password);
    }

    @Override
    public void lock(String name, String reason) {
        Account account = known(name, "khóa");
        if (account.state() == State.OFF) {
            throw retired(name);
        }
        end(name, State.LOCKED, reason);
    }

    @Override
    public void unlock(String name) {
        Account account = known(name, "mở khóa");
        if (account.state() == State.OFF) {
            throw retired(name);
        }
        boolean units =
                account.state() == State.UNIT || !signIn.store().behind(name).isEmpty();
        State state = units ? State.UNIT : State.ACTIVE;
        String by = access.require().account();
        recorded("account.unlock", name, null, () -> signIn.store().setState(name, state, null, by, clock.instant()));
        signIn.sessions().forget();
    }

    @Override
    public void retire(String name, String reason) {
        known(name, "kết thúc");
        end(name, State.OFF, reason);
    }

    private void end(String name, State state, String reason) {
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("AS-ACCOUNT-REASON", "Vui lòng ghi lý do.");
        }
        String by = access.require().account();
        recorded(state == State.OFF ? "account.retire" : "account.lock", name, reason, () -> {
            signIn.store().setState(name, state, reason, by, clock.instant());
            if (state == State.OFF) {
                signIn.tokens().revokeAll(name, by, reason, clock.instant());
            }
            signIn.sessions().closeAll(name, by);
        });
        signIn.sessions().forget();
    }

    /** Does something to an account and reports it, in one transaction. */
    private void recorded(String action, String name, String why, Runnable change) {
        signIn.store().transactions().run(connection -> {
            Map<String, String> before =
                    signIn.store().byName(name).map(IssuedAccounts::fields).orElse(Map.of());
            change.run();
            AccountStore.Row row = signIn.store().byName(name).orElseThrow();
            audit.changed(new Subject(Subject.ACCOUNT, row.id()), action, before, fields(row), why);
        });
    }

    private static Map<String, String> fields(AccountStore.Row row) {
        Account account = row.account();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", account.name());
        fields.put("fullName", account.fullName());
        fields.put("unit", Long.toString(account.unitId()));
        fields.put("agency", Long.toString(account.agencyId()));
        fields.put("programs", String.join(" ", new TreeSet<>(account.programs())));
        fields.put("roles", String.join(" ", new TreeSet<>(account.roles())));
        fields.put("permissions", String.join(" ", new TreeSet<>(account.permissions())));
        fields.put("holder", account.holder());
        fields.put("state", account.state().name());
        fields.put("passwordChangedAt", row.passwordChangedAt().toString());
        return fields;
    }

    private static Problem retired(String name) {
        return Problem.conflict(
                "AS-ACCOUNT-OFF", "Tài khoản " + name + " đã thôi dùng. Nếu cần, hãy cấp tài khoản mới.");
    }

    /**
     * An account that the caller stands above.
     *
     * @param verb what would be done to it and nobody does to their own; blank for what anybody may
     */
    private Account known(String name, String verb) {
        Caller caller = access.require(Permissions.ACCOUNT_MANAGE);
        if (!verb.isEmpty() && name.equals(caller.account())) {
            throw Problem.conflict("AS-ACCOUNT-OWN", "Không thể tự " + verb + " tài khoản của chính mình.");
        }
        Account account = signIn.store()
                .byName(name)
                .map(AccountStore.Row::account)
                .orElseThrow(() -> Problem.notFound("AS-ACCOUNT-UNKNOWN", "Không có tài khoản " + name + "."));
        rules.issuerOf(account);
        return account;
    }

    @Override
    public List<Account> all() {
        Caller caller = access.require(Permissions.ACCOUNT_MANAGE);
        return signIn.store().within(caller.unitId()).stream()
                .map(this::shown)
                .filter(rules.seenBy(caller))
                .toList();
    }

    /** Also says that an account is locked for a while after wrong passwords. */
    private Account shown(AccountStore.Row row) {
        boolean locked = row.lockedUntil() != null && clock.instant().isBefore(row.lockedUntil()) && row.isActive();
        return locked ? with(row.account(), row.account().mustChange(), State.LOCKED) : row.account();
    }

    @Override
    public List<Account> users(String unitAccount) {
        Caller caller = access.require(Permissions.ACCOUNT_MANAGE);
        return signIn.store().behind(unitAccount).stream()
                .map(this::shown)
                .filter(rules.seenBy(caller))
                .toList();
    }

    @Override
    public List<Role> roles() {
        return rules.offered(access.require(Permissions.ACCOUNT_MANAGE));
    }

    @Override
    public List<Session> sessions() {
        Caller caller = access.require(Permissions.SESSION_MANAGE);
        Predicate<Account> seen = rules.seenBy(caller);
        Set<String> names = signIn.store().within(caller.unitId()).stream()
                .map(AccountStore.Row::account)
                .filter(seen)
                .map(Account::name)
                .collect(Collectors.toSet());
        return signIn.sessions().within(caller.unitId()).stream()
                .filter(session -> names.contains(session.account()))
                .toList();
    }

    @Override
    public List<Session> mySessions() {
        return signIn.sessions().of(access.require().account());
    }

    @Override
    public void endSession(long id) {
        Caller caller = access.require();
        boolean known = mySessions().stream().anyMatch(session -> session.id() == id)
                || caller.may(Permissions.SESSION_MANAGE)
                        && sessions().stream().anyMatch(session -> session.id() == id);
        if (!known) {
            throw Problem.notFound("AS-ACCOUNT-SESSION", "Phiên làm việc này đã kết thúc.");
        }
        signIn.store().transactions().run(connection -> {
            signIn.sessions().close(id, caller.account());
            audit.changed(new Subject("session", id), "session.end", Map.of(), Map.of(), null);
        });
    }
}
