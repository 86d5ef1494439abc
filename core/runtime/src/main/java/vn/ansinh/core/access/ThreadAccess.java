package vn.ansinh.core.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Origin;
import vn.ansinh.api.access.Tokens.Token;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Scope;
import vn.ansinh.api.transaction.ScopeSource;
import vn.ansinh.api.unit.Units;

/** {@link Access} bound to threads, and the scope that follows from who acts. */
public final class ThreadAccess implements Access, Callers, ScopeSource {

    private final ThreadLocal<Caller> callers = new ThreadLocal<>();
    private final SignIn signIn;
    private final Units units;
    private final SignInJournal journal;

    /** Keeps no audit: for tests of other rooms. */
    public ThreadAccess(SignIn signIn, Units units) {
        this(signIn, units, new SignInJournal(signIn, Audit.NONE, InstantSource.system()));
    }

    /** @param units tells whether a unit lies in a caller's subtree */
    public ThreadAccess(SignIn signIn, Units units, SignInJournal journal) {
        this.signIn = signIn;
        this.units = units;
        this.journal = journal;
    }

    @Override
    public Optional<Caller> authenticate(String account, char[] password, Origin origin) {
        Optional<Caller> caller = signIn.authenticate(account, password, origin);
        if (caller.isEmpty()) {
            journal.failed(this, account, origin);
        }
        return caller;
    }

    @Override
    public Optional<Caller> byToken(String token, Origin origin) {
        Optional<Token> known = signIn.token(token);
        Optional<Caller> opened = known.flatMap(this::narrowed).map(caller -> caller.from(origin));
        opened.ifPresent(caller -> journal.tokenUsed(this, known.get().id(), caller));
        return opened;
    }

    @Override
    public Optional<Caller> now(String account, long tokenId) {
        if (tokenId != 0) {
            return signIn.token(tokenId)
                    .filter(token -> token.account().equals(account))
                    .flatMap(this::narrowed);
        }
        return account.equals(Caller.SYSTEM.account()) ? Optional.of(Caller.SYSTEM) : signIn.byAccount(account);
    }

    /** The owner with no more than the token gives. A token whose territory its owner has lost since opens nothing. */
    private Optional<Caller> narrowed(Token token) {
        return signIn.byAccount(token.account())
                .filter(owner -> units.isWithin(token.unitId(), owner.unitId()))
                .map(owner -> IssuedTokens.caller(owner, token));
    }

    @Override
    public long open(Caller caller, String browser) {
        return signIn.store().transactions().call(connection -> {
            journal.signedIn(this, caller);
            return signIn.sessions().open(caller, browser);
        });
    }

    @Override
    public Optional<Caller> renew(Caller caller, long session) {
        return signIn.sessions().renew(caller, session);
    }

    @Override
    public void close(long session) {
        Optional<Caller> caller = current();
        signIn.store().transactions().run(connection -> {
            caller.ifPresent(leaving -> journal.signedOut(this, leaving));
            signIn.sessions().close(session, caller.map(Caller::account).orElse(null));
        });
    }

    @Override
    public Duration idle() {
        return signIn.settings().idle();
    }

    @Override
    public <T> T callAs(Caller caller, Callable<T> work) throws Exception {
        try (Binding ignored = bind(caller)) {
            return work.call();
        }
    }

    @Override
    public Binding bind(Caller caller) {
        if (caller == null) {
            throw new IllegalArgumentException("Nobody cannot act");
        }
        Caller former = callers.get();
        callers.set(caller);
        return () -> {
            if (former == null) {
                callers.remove();
            } else {
                callers.set(former);
            }
        };
    }

    @Override
    public Optional<Caller> current() {
        return Optional.ofNullable(callers.get());
    }

    @Override
    public Scope scope() {
        Caller caller = callers.get();
        if (caller == null) {
            return Scope.NOTHING;
        }
        return caller.account().equals(Caller.SYSTEM.account())
                ? Scope.EVERYTHING
                : new Scope(caller.unitId(), caller.programs(), caller.account());
    }

    @Override
    public Caller require() {
        Caller caller = signedIn();
        if (caller.mustChange()) {
            throw Problem.forbidden(
                    "AS-ACCOUNT-CHANGE",
                    "Mật khẩu do người khác cấp hoặc đã quá hạn. Vui lòng đổi mật khẩu rồi tiếp tục.");
        }
        return caller;
    }

    private Caller signedIn() {
        Caller caller = callers.get();
        if (caller == null) {
            throw new Problem(
                    Problem.Kind.UNAUTHENTICATED,
                    "AS-ACCESS-SIGN-IN",
                    "Phiên làm việc chưa đăng nhập hoặc đã hết hạn. Vui lòng đăng nhập lại.");
        }
        return caller;
    }

    @Override
    public Caller require(String permission) {
        Caller caller = require();
        if (!caller.may(permission)) {
            throw Problem.forbidden(
                    "AS-ACCESS-PERMISSION",
                    "Tài khoản chưa được cấp quyền thực hiện việc này (" + permission
                            + "). Vui lòng liên hệ người quản trị.");
        }
        return caller;
    }

    @Override
    public Caller require(String permission, long unitId) {
        Caller caller = require(permission);
        if (!units.isWithin(unitId, caller.unitId())) {
            throw Problem.forbidden(
                    "AS-ACCESS-UNIT",
                    "Đơn vị này nằm ngoài địa bàn mà tài khoản được giao. Vui lòng chọn đơn vị khác.");
        }
        return caller;
    }

    @Override
    public void changePassword(char[] old, char[] replacement) {
        Caller caller = signedIn();
        signIn.changePassword(caller.account(), old, replacement, () -> journal.passwordChanged(this, caller));
    }
}
