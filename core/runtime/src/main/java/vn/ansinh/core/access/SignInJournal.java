package vn.ansinh.core.access;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Origin;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;

/**
 * Tells the audit who signed in and out, who tried in vain, and which tokens are in use. Never a password, and never a name
 * that no account has: people type their password into the wrong field.
 */
public final class SignInJournal {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    /** Who guesses by machine fills ten lines a minute, not the disk. */
    private static final int MOST_A_MINUTE = 10;

    private static final int MOST_KEPT = 10_000;

    private final SignIn signIn;
    private final Audit audit;
    private final InstantSource clock;
    private final Map<String, Minute> failures = new ConcurrentHashMap<>();
    private final Map<Long, LocalDate> tokenDays = new ConcurrentHashMap<>();

    /** @param signIn knows the accounts */
    public SignInJournal(SignIn signIn, Audit audit, InstantSource clock) {
        this.signIn = signIn;
        this.audit = audit;
        this.clock = clock;
    }

    /** Failures of one minute. */
    private record Minute(Instant begin, int count) {}

    /** A session was opened. To be called in its transaction. */
    void signedIn(Access access, Caller caller) {
        tell(access, caller, account(caller.account()), "sign-in", Map.of());
    }

    /** Somebody closed their own session. To be called in its transaction. */
    void signedOut(Access access, Caller caller) {
        tell(access, caller, account(caller.account()), "sign-out", Map.of());
    }

    /** Somebody chose another password. To be called in the transaction of the change. */
    void passwordChanged(Access access, Caller caller) {
        tell(access, caller, account(caller.account()), "account.password", Map.of());
    }

    /** @param typed as the account's name */
    void failed(Access access, String typed, Origin origin) {
        Optional<AccountStore.Row> row = typed == null
                ? Optional.empty()
                : signIn.store().byName(typed.strip().toLowerCase(Locale.ROOT));
        Subject subject =
                new Subject(Subject.ACCOUNT, row.map(AccountStore.Row::id).orElse(0L));
        if (!mayTell(subject.id() == 0 ? origin.address() : "#" + subject.id())) {
            return;
        }
        Caller claimed = row.map(AccountStore.Row::account)
                .map(account -> new Caller(account.name(), account.fullName(), account.unitId(), Set.of()).from(origin))
                .orElse(Caller.SYSTEM.from(origin));
        Map<String, String> known = subject.id() == 0 ? Map.of("name-typed", "không có tài khoản này") : Map.of();
        tell(access, claimed, subject, "sign-in.failed", known);
    }

    private boolean mayTell(String whose) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (failures.size() > MOST_KEPT) {
            failures.clear();
        }
        Minute now = failures.merge(
                whose,
                new Minute(minute, 1),
                (known, fresh) -> known.begin().equals(minute) ? new Minute(minute, known.count() + 1) : fresh);
        return now.count() <= MOST_A_MINUTE;
    }

    /** A token opened something: told for its first use of a day; what it read and changed has rows of its own. */
    void tokenUsed(Access access, long token, Caller owner) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        if (!today.equals(tokenDays.put(token, today))) {
            tell(access, owner, new Subject(IssuedTokens.TOKEN, token), "token.use", Map.of("date", today.toString()));
        }
    }

    private Subject account(String name) {
        return new Subject(
                Subject.ACCOUNT,
                signIn.store().byName(name).map(AccountStore.Row::id).orElse(0L));
    }

    private void tell(Access access, Caller actor, Subject subject, String action, Map<String, String> after) {
        try (Access.Binding ignored = access.bind(actor)) {
            audit.changed(subject, action, Map.of(), after, null);
        }
    }
}
