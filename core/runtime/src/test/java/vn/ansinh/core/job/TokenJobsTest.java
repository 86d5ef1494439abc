package vn.ansinh.core.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.api.access.Accounts.Account;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Origin;
import vn.ansinh.api.access.Tokens.TokenDraft;
import vn.ansinh.api.job.Job;
import vn.ansinh.api.job.JobContext;
import vn.ansinh.api.job.JobHandler;
import vn.ansinh.api.job.JobState;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.access.DeclaredPermissions;
import vn.ansinh.core.access.IssuedAccounts;
import vn.ansinh.core.access.IssuedTokens;
import vn.ansinh.core.access.SignIn;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.testkit.TestDatabase;

/** Work that a token submits: done with what the token gives, not after its end, and known to that token and its owner. */
class TokenJobsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private volatile Instant now = Instant.parse("2026-11-22T01:00:00Z");
    private final InstantSource clock = () -> now;
    private final SmallCountry country = new SmallCountry();
    private volatile Caller acting;
    private ThreadAccess access;
    private IssuedTokens tokens;
    private StoredJobs jobs;
    private Caller owner;

    @BeforeEach
    void anOwnerWhoMayEverythingInTheProvince() throws Exception {
        country.store(DATABASE.transactions());
        SignIn signIn = new SignIn(DATABASE.transactions(), clock);
        DeclaredPermissions permissioned = new DeclaredPermissions(null);
        access = new ThreadAccess(signIn, country.units());
        tokens = new IssuedTokens(access, signIn, country.units(), permissioned, clock);
        IssuedAccounts accounts = new IssuedAccounts(access, signIn, country.units(), permissioned, clock);
        String name = "chu-" + directory.getFileName().toString().replaceAll("[^0-9]", "");
        access.callAs(
                Caller.SYSTEM,
                () -> accounts.add(new Account(name, "Trần Thị Chủ", SmallCountry.HA_TINH, Set.of("*"))));
        owner = access.now(name, 0).orElseThrow();
        jobs = new StoredJobs(
                null, new JobSettings(directory, 1, 1_024), DATABASE.transactions(), access, access, clock);
        jobs.handlers().add(new JobHandler() {
            @Override
            public String type() {
                return "who";
            }

            @Override
            public void run(JobContext job) {
                acting = access.require();
            }
        });
    }

    @AfterEach
    void stopNode() {
        jobs.destroy();
    }

    @Test
    void theWorkHasTheTokensRightsAndTerritoryOnly() throws Exception {
        Caller token = token("payroll.run");
        long id = submit(token);
        jobs.init();

        assertEquals(JobState.DONE, await(id).state());
        assertTrue(acting.may("payroll.run"));
        assertFalse(acting.may("payroll.close"), "its owner may, the token may not");
        assertEquals(SmallCountry.THANH_SEN, acting.unitId());
        assertEquals(new Origin("", Origin.JOB, "job-" + id), acting.origin());
    }

    @Test
    void aTokenKnowsOfItsOwnWorkOnly() throws Exception {
        Caller token = token("payroll.run");
        Caller other = token("payroll.run");
        long owners = submit(owner);
        long id = submit(token);
        jobs.init();
        await(id);

        assertEquals(
                List.of(id),
                as(token, () -> jobs.latest(10)).stream().map(Job::id).toList());
        assertTrue(as(token, () -> jobs.byId(owners)).isEmpty());
        assertTrue(as(other, () -> jobs.byId(id)).isEmpty());
        assertEquals(2, as(owner, () -> jobs.latest(10)).size(), "its owner knows of both");
        assertTrue(as(token("job.read"), () -> jobs.byId(owners)).isPresent(), "with the permission for it");
    }

    @Test
    void workOfATokenThatHasEndedMeanwhileIsNotDone() throws Exception {
        long late = submit(token("payroll.run"));
        Caller lost = token("payroll.run");
        long revoked = submit(lost);
        as(owner, () -> {
            tokens.revoke(lost.tokenId(), "Lộ mã");
            return null;
        });
        now = now.plus(Duration.ofDays(2));
        jobs.init();

        for (long id : List.of(late, revoked)) {
            Job ended = await(id);
            assertEquals(JobState.FAILED, ended.state());
            assertTrue(ended.message().contains("AS-JOB-TOKEN"), ended.message());
        }
    }

    private Caller token(String permission) throws Exception {
        TokenDraft draft = new TokenDraft(
                "Một cửa", Set.of(permission), SmallCountry.THANH_SEN, Set.of("*"), now.plus(Duration.ofDays(1)));
        String text = as(owner, () -> tokens.issue(draft));
        return access.byToken(text, Origin.NONE).orElseThrow();
    }

    private long submit(Caller caller) throws Exception {
        return as(caller, () -> jobs.submit("who", "Việc thử", Map.of(), null));
    }

    private Job await(long id) throws Exception {
        return as(owner, () -> jobs.await(id, PATIENCE));
    }

    private <T> T as(Caller caller, Callable<T> work) throws Exception {
        return access.callAs(caller, work);
    }
}
