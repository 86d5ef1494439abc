package vn.ansinh.core.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Origin;
import vn.ansinh.api.access.Permissioned;
import vn.ansinh.api.access.Tokens.Token;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Transactions;

/**
 * Checks passwords. After five wrong ones an account is locked for a minute, and twice as long after each further one, up
 * to a quarter of an hour: too slow for guessing, short enough that nobody can keep an official out for a day.
 */
public final class SignIn {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final int FREE_FAILURES = 5;
    private static final Duration FIRST_LOCK = Duration.ofMinutes(1);
    private static final Duration LONGEST_LOCK = Duration.ofMinutes(15);

    /** One account's passwords are checked one after the other, so that guesses in parallel are all counted. */
    private final Object[] turns = new Object[64];

    private final AccountStore store;
    private final AgencyStore agencies;
    private final TokenStore tokens;
    private final Rights rights;
    private final OpenSessions sessions;
    private final AccessSettings settings;
    private final InstantSource clock;
    private final Audit audit;
    private final VerifiedCredentials verified;
    private final PasswordHash hashes = new PasswordHash();

    /** In a world without programs and configuration. */
    public SignIn(Transactions transactions, InstantSource clock) {
        this(transactions, clock, new DeclaredPermissions(null), AccessSettings.DEFAULT, Audit.NONE);
    }

    /**
     * @param clock for locks and for how long verified passwords are remembered
     * @param permissioned what roles mean now
     * @param configuration of sessions and passwords
     */
    public SignIn(
            Transactions transactions,
            InstantSource clock,
            Permissioned permissioned,
            ConfigurationAdmin configuration,
            Audit audit) {
        this(transactions, clock, permissioned, AccessSettings.read(configuration), audit);
    }

    SignIn(
            Transactions transactions,
            InstantSource clock,
            Permissioned permissioned,
            AccessSettings settings,
            Audit audit) {
        this.audit = audit;
        this.store = new AccountStore(transactions);
        this.agencies = new AgencyStore(transactions);
        this.tokens = new TokenStore(transactions);
        this.rights = new Rights(store, agencies, permissioned, clock);
        this.sessions = new OpenSessions(store, rights, clock, settings);
        this.settings = settings;
        this.clock = clock;
        this.verified = new VerifiedCredentials(clock);
        Arrays.setAll(turns, i -> new Object());
    }

    /** As {@link vn.ansinh.api.access.Access#authenticate}. */
    Optional<Caller> authenticate(String account, char[] password, Origin origin) {
        return verify(account, password, origin).flatMap(row -> {
            Optional<Caller> caller = rights.caller(row).map(found -> found.from(origin));
            return mustChange(row, settings, clock.instant()) ? caller.map(Rights::passwordFirst) : caller;
        });
    }

    private Optional<AccountStore.Row> verify(String account, char[] password, Origin origin) {
        if (account == null || password == null || password.length > PasswordRules.LONGEST) {
            return Optional.empty();
        }
        String name = account.strip().toLowerCase(Locale.ROOT);
        synchronized (turns[Math.floorMod(name.hashCode(), turns.length)]) {
            Optional<AccountStore.Row> row = store.byName(name);
            if (row.isEmpty() || !row.get().isActive() || isLocked(row.get())) {
                hashes.matchesNobody(password);
                return Optional.empty();
            }
            String hash = row.get().passwordHash();
            if (!verified.isVerified(password, hash)) {
                if (!hashes.matches(password, hash)) {
                    countFailure(row.get(), origin);
                    return Optional.empty();
                }
                store.clearFailures(name);
                verified.remember(password, hash);
            }
            return row;
        }
    }

    /** Whether a password is somebody else's or too old: nothing else is allowed before it is changed. */
    static boolean mustChange(AccountStore.Row row, AccessSettings settings, Instant now) {
        boolean old = !settings.passwordLife().isZero()
                && row.passwordChangedAt().plus(settings.passwordLife()).isBefore(now);
        return row.account().mustChange() || old;
    }

    private boolean isLocked(AccountStore.Row row) {
        return row.lockedUntil() != null && clock.instant().isBefore(row.lockedUntil());
    }

    private void countFailure(AccountStore.Row row, Origin origin) {
        String name = row.account().name();
        int failures = store.countFailure(name);
        if (failures >= FREE_FAILURES) {
            int doublings = Math.min(failures - FREE_FAILURES, 10);
            Duration lock = FIRST_LOCK.multipliedBy(1L << doublings);
            Instant until = clock.instant().plus(lock.compareTo(LONGEST_LOCK) > 0 ? LONGEST_LOCK : lock);
            store.transactions().run(connection -> {
                store.lock(name, until);
                Map<String, String> after = Map.of(
                        "lockedUntil", until.toString(),
                        "wrongPasswords", Integer.toString(failures),
                        "address", origin.address());
                audit.changed(new Subject(Subject.ACCOUNT, row.id()), "account.locked-out", Map.of(), after, null);
            });
            LOG.warn("An account is locked until {} after {} wrong passwords in a row", until, failures);
        }
    }

    /**
     * As {@link vn.ansinh.api.access.Access#changePassword}; a wrong old password counts as a wrong sign-in.
     *
     * @param told runs in the transaction of the change
     */
    void changePassword(String name, char[] old, char[] replacement, Runnable told) {
        AccountStore.Row row = verify(name, old, Origin.NONE)
                .orElseThrow(() -> Problem.invalid(
                        "AS-PASSWORD-OLD",
                        "Mật khẩu hiện tại không đúng, hoặc tài khoản đang tạm khóa vì nhập sai nhiều lần."));
        if (Arrays.equals(old, replacement)) {
            throw Problem.invalid("AS-PASSWORD-SAME", "Mật khẩu mới phải khác mật khẩu hiện tại.");
        }
        PasswordRules.check(name, replacement);
        List<String> former = row.formerHashes();
        if (former.stream().anyMatch(hash -> hashes.matches(replacement, hash))) {
            throw Problem.invalid(
                    "AS-PASSWORD-FORMER",
                    "Mật khẩu này đã dùng trong những lần đổi gần đây. Vui lòng chọn mật khẩu khác.");
        }
        store.transactions().run(connection -> {
            setPassword(name, replacement, false);
            told.run();
        });
    }

    /**
     * Sets a password without asking for the old one.
     *
     * @param mustChange whether somebody else knows it
     * @return whether there is such an account
     */
    boolean setPassword(String name, char[] password, boolean mustChange) {
        boolean known = store.setPassword(name, hashes.hash(password), mustChange, clock.instant());
        sessions.forget();
        return known;
    }

    String hash(char[] password) {
        return hashes.hash(password);
    }

    /** The live token that a text is, from now on known as used; empty for anything else. */
    Optional<Token> token(String text) {
        Instant now = clock.instant();
        Optional<Token> token = IssuedTokens.find(tokens, text, now);
        token.ifPresent(live -> tokens.used(live, now));
        return token;
    }

    /** A token that has not ended. */
    Optional<Token> token(long id) {
        return tokens.byId(id).map(TokenStore.Row::token).filter(token -> token.isAlive(clock.instant()));
    }

    AccountStore store() {
        return store;
    }

    AgencyStore agencies() {
        return agencies;
    }

    TokenStore tokens() {
        return tokens;
    }

    OpenSessions sessions() {
        return sessions;
    }

    Rights rights() {
        return rights;
    }

    AccessSettings settings() {
        return settings;
    }

    /** What an account may do now, without asking for a password: also while that is to be changed. */
    Optional<Caller> byAccount(String account) {
        return store.byName(account).flatMap(rights::caller);
    }
}
