package vn.ansinh.core.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Transactions;

/**
 * Checks passwords. After five wrong ones an account is locked for a minute, and twice as long after each further one, up
 * to a quarter of an hour: too slow for guessing, short enough that nobody can keep an official out for a day.
 */
public final class SignIn implements Callers {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final int FREE_FAILURES = 5;
    private static final Duration FIRST_LOCK = Duration.ofMinutes(1);
    private static final Duration LONGEST_LOCK = Duration.ofMinutes(15);

    /** One account's passwords are checked one after the other, so that guesses in parallel are all counted. */
    private final Object[] turns = new Object[64];

    private final AccountStore store;
    private final InstantSource clock;
    private final VerifiedCredentials verified;
    private final PasswordHash hashes = new PasswordHash();

    /** @param clock for locks and the cache of verified credentials */
    public SignIn(Transactions transactions, InstantSource clock) {
        this.store = new AccountStore(transactions);
        this.clock = clock;
        this.verified = new VerifiedCredentials(clock);
        Arrays.setAll(turns, i -> new Object());
    }

    /** As {@link vn.ansinh.api.access.Access#authenticate}. */
    Optional<Caller> authenticate(String account, char[] password) {
        if (account == null || password == null || password.length > PasswordRules.LONGEST) {
            return Optional.empty();
        }
        String name = account.strip().toLowerCase(Locale.ROOT);
        synchronized (turns[Math.floorMod(name.hashCode(), turns.length)]) {
            Optional<Caller> recent = verified.find(name, password);
            return recent.isPresent() ? recent : verify(name, password);
        }
    }

    private Optional<Caller> verify(String name, char[] password) {
        Optional<AccountStore.Row> row = store.byName(name);
        if (row.isEmpty() || isLocked(row.get())) {
            hashes.matchesNobody(password);
            return Optional.empty();
        }
        if (!hashes.matches(password, row.get().passwordHash())) {
            countFailure(name);
            return Optional.empty();
        }
        store.clearFailures(name);
        Caller caller = row.get().caller();
        verified.remember(name, password, caller);
        return Optional.of(caller);
    }

    private boolean isLocked(AccountStore.Row row) {
        return row.lockedUntil() != null && clock.instant().isBefore(row.lockedUntil());
    }

    private void countFailure(String name) {
        int failures = store.countFailure(name);
        if (failures >= FREE_FAILURES) {
            int doublings = Math.min(failures - FREE_FAILURES, 10);
            Duration lock = FIRST_LOCK.multipliedBy(1L << doublings);
            Instant until = clock.instant().plus(lock.compareTo(LONGEST_LOCK) > 0 ? LONGEST_LOCK : lock);
            store.lock(name, until);
            LOG.warn("An account is locked until {} after {} wrong passwords in a row", until, failures);
        }
    }

    /** As {@link vn.ansinh.api.access.Access#changePassword}; a wrong old password counts as a wrong sign-in. */
    void changePassword(String name, char[] old, char[] replacement) {
        if (authenticate(name, old).isEmpty()) {
            throw Problem.invalid(
                    "AS-PASSWORD-OLD",
                    "Mật khẩu hiện tại không đúng, hoặc tài khoản đang tạm khóa vì nhập sai nhiều lần.");
        }
        if (Arrays.equals(old, replacement)) {
            throw Problem.invalid("AS-PASSWORD-SAME", "Mật khẩu mới phải khác mật khẩu hiện tại.");
        }
        PasswordRules.check(name, replacement);
        setPassword(name, replacement);
    }

    /** Sets a password without asking for the old one. @return whether there is such an account */
    boolean setPassword(String name, char[] password) {
        boolean known = store.setPassword(name, hashes.hash(password), clock.instant());
        verified.forget(name);
        return known;
    }

    String hash(char[] password) {
        return hashes.hash(password);
    }

    AccountStore store() {
        return store;
    }

    @Override
    public Optional<Caller> byAccount(String account) {
        return account.equals(Caller.SYSTEM.account())
                ? Optional.of(Caller.SYSTEM)
                : store.byName(account).map(AccountStore.Row::caller);
    }
}
