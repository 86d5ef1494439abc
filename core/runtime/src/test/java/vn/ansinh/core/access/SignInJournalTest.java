package vn.ansinh.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Accounts.Account;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Origin;
import vn.ansinh.api.access.Tokens.TokenDraft;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.audit.StoredAudit;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.testkit.TestDatabase;

/** Who came in, who left and who stood before a closed door is told, and no secret with it. */
class SignInJournalTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final Origin DESK = new Origin("10.1.2.3", Origin.WEB, "r-1");
    private static final String OWN = "trời mưa đường trơn";

    private final SmallCountry country = new SmallCountry();
    private Instant now = Instant.parse("2026-11-22T01:00:00Z");
    private final InstantSource clock = () -> now;
    private Access access;
    private IssuedTokens tokens;
    private long before;

    @BeforeEach
    void lanHasAnAccount() throws Exception {
        country.store(DATABASE.transactions());
        DATABASE.transactions().run(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("delete from ansinh.account_session");
                statement.execute("delete from ansinh.access_token");
                statement.execute("delete from ansinh.account");
            }
        });
        Audit audit =
                new StoredAudit(DATABASE.transactions(), clock, () -> Optional.ofNullable(access), null, List.of());
        SignIn signIn = new SignIn(DATABASE.transactions(), clock);
        access = new ThreadAccess(signIn, country.units(), new SignInJournal(signIn, audit, clock));
        DeclaredPermissions permissioned = new DeclaredPermissions(null);
        IssuedAccounts accounts = new IssuedAccounts(access, signIn, country.units(), permissioned, clock, Audit.NONE);
        tokens = new IssuedTokens(access, signIn, country.units(), permissioned, clock, Audit.NONE);
        String issued = access.callAs(
                Caller.SYSTEM,
                () -> accounts.add(new Account("lan", "Nguyễn Thị Lan", SmallCountry.HA_TINH, Set.of("*"))));
        Caller first = access.authenticate("lan", issued.toCharArray(), DESK).orElseThrow();
        before = last();
        access.callAs(first, () -> {
            access.changePassword(issued.toCharArray(), OWN.toCharArray());
            return null;
        });
        assertEquals(List.of("lan account.password web 10.1.2.3"), rows());
        before = last();
    }

    @Test
    void comingAndGoingIsTold() throws Exception {
        Caller lan = access.authenticate(" Lan", OWN.toCharArray(), DESK).orElseThrow();
        long session = access.open(lan, "Firefox");
        access.callAs(lan, () -> {
            access.close(session);
            return null;
        });
        assertEquals(List.of("lan sign-in web 10.1.2.3", "lan sign-out web 10.1.2.3"), rows());
    }

    @Test
    void whoStandsBeforeAClosedDoorIsToldWithoutWhatWasTyped() {
        assertTrue(access.authenticate("lan", "sai-mật-khẩu-123".toCharArray(), DESK)
                .isEmpty());
        assertTrue(access.authenticate("my-secret-password", "x".toCharArray(), DESK)
                .isEmpty());
        assertEquals(List.of("lan sign-in.failed web 10.1.2.3", "system sign-in.failed web 10.1.2.3"), rows());
        String everything = DATABASE.transactions()
                .call(connection -> Rows.list(
                                connection,
                                "select string_agg(e::text, '') from ansinh.audit_entry e",
                                select -> {},
                                row -> row.getString(1))
                        .get(0));
        assertFalse(everything.contains("sai-mật"), everything);
        assertFalse(everything.contains("my-secret"), "people type their password into the wrong field");
    }

    @Test
    void whoGuessesByMachineDoesNotFillTheDisk() {
        for (int i = 0; i < 30; i++) {
            access.authenticate("ai-đó-" + i, "x".toCharArray(), DESK);
        }
        assertEquals(10, rows().size());
        now = now.plus(Duration.ofMinutes(1));
        access.authenticate("ai-đó", "x".toCharArray(), DESK);
        assertEquals(11, rows().size());
    }

    @Test
    void aTokenIsToldOncePerDay() throws Exception {
        Caller lan = access.authenticate("lan", OWN.toCharArray(), DESK).orElseThrow();
        String token = access.callAs(
                lan,
                () -> tokens.issue(new TokenDraft(
                        "Phần mềm của sở",
                        Set.of("*"),
                        SmallCountry.HA_TINH,
                        Set.of("*"),
                        now.plus(Duration.ofDays(30)))));
        Origin machine = new Origin("10.9.9.9", Origin.REST, "r-2");
        for (int i = 0; i < 3; i++) {
            assertTrue(access.byToken(token, machine).isPresent());
        }
        assertEquals(List.of("lan token.use rest 10.9.9.9"), rows());
        now = now.plus(Duration.ofDays(1));
        access.byToken(token, machine);
        assertEquals(2, rows().size());
    }

    private static long last() {
        return DATABASE.transactions()
                .call(connection -> Rows.list(
                                connection,
                                "select coalesce(max(id), 0) from ansinh.audit_entry",
                                select -> {},
                                row -> row.getLong(1))
                        .get(0));
    }

    private List<String> rows() {
        return DATABASE.transactions()
                .call(connection -> Rows.list(
                        connection,
                        "select account || ' ' || action || ' ' || channel || ' ' || address from ansinh.audit_entry"
                                + " where id > ? order by id",
                        select -> select.setLong(1, before),
                        row -> row.getString(1)));
    }
}
