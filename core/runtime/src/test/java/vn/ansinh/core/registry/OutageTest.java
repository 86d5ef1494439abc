package vn.ansinh.core.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.core.SmallCountry.HA_TINH;
import static vn.ansinh.core.SmallCountry.HUONG_SON;
import static vn.ansinh.core.SmallCountry.NGHE_AN;
import static vn.ansinh.core.SmallCountry.THANH_SEN;
import static vn.ansinh.core.SmallCountry.official;

import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.identity.Sex;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.registry.Answer;
import vn.ansinh.api.registry.Answer.Difference;
import vn.ansinh.api.registry.Answer.Outcome;
import vn.ansinh.api.registry.Inquiry;
import vn.ansinh.api.registry.PopulationEvent;
import vn.ansinh.api.registry.PopulationRegistry;
import vn.ansinh.api.registry.Verifications.Event;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.identity.RegistryChanges;
import vn.ansinh.core.identity.StoredPersonRegistry;
import vn.ansinh.testkit.DeskClock;
import vn.ansinh.testkit.TestDatabase;
import vn.ansinh.testkit.TriedJob;

/** The population registry answers, hangs, comes back and tells of deaths; nobody waits for it, and no record changes by itself. */
class OutageTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final String NUMBER = "042143004410";

    private final SmallCountry country = new SmallCountry();
    private final Access access = country.access();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean hangs;
    private final List<PopulationEvent> told = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T02:00:00Z");
    private StoredPersonRegistry people;
    private RegistryLine line;
    private StoredVerifications verifications;
    private long person;

    private final PopulationRegistry registry = new PopulationRegistry() {
        @Override
        public String name() {
            return "Dân cư thử";
        }

        @Override
        public Answer ask(Inquiry inquiry) {
            asked.incrementAndGet();
            if (hangs) {
                try {
                    over.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return inquiry.fullName().equals("Nguyễn Thị An")
                    ? new Answer(Outcome.MATCH, Map.of(), now)
                    : new Answer(
                            Outcome.MISMATCH,
                            Map.of("Họ và tên", new Difference(inquiry.fullName(), "Nguyễn Thị An")),
                            now);
        }

        @Override
        public List<PopulationEvent> events(String since, int limit) {
            return told.stream()
                    .filter(event -> event.id().compareTo(since) > 0)
                    .limit(limit)
                    .toList();
        }
    };

    @BeforeEach
    void connect() throws Exception {
        country.store(DATABASE.transactions());
        DATABASE.transactions().run(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("delete from ansinh.person; delete from ansinh.registry_cursor");
            }
        });
        DeskClock clock = new DeskClock(() -> LocalDate.of(2026, 11, 22));
        people = new StoredPersonRegistry(DATABASE.transactions(), access, country.units());
        line = new RegistryLine(List.of(registry), () -> now, Duration.ofMillis(200));
        RegistryChanges changes =
                new RegistryChanges(DATABASE.transactions(), access, country.units(), Audit.NONE, clock);
        verifications = new StoredVerifications(
                DATABASE.transactions(), access, country.units(), people, changes, null, line, Audit.NONE);
        person = access.callAs(
                Caller.SYSTEM,
                () -> people.registerAll(List.of(new PersonDraft(
                                "Nguyễn Thị Ẩn",
                                BirthDate.of(LocalDate.of(1943, 3, 10)),
                                Sex.FEMALE,
                                NUMBER,
                                null,
                                null,
                                THANH_SEN,
                                null)))
                        .get(0)
                        .personId());
    }

    @AfterEach
    void letGo() {
        over.countDown();
        line.destroy();
    }

    private <T> T as(long unit, Callable<T> work) {
        try {
            return access.callAs(official(unit), work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatDiffersIsKeptAndAnOutageNeitherBlocksNorOverwritesIt() throws Exception {
        Answer answer = as(THANH_SEN, () -> verifications.ask(person));
        assertEquals(Outcome.MISMATCH, answer.outcome());
        assertEquals("Nguyễn Thị An", answer.fields().get("Họ và tên").theirs());

        hangs = true;
        for (int i = 0; i < 5; i++) {
            assertEquals(
                    Outcome.DOWN, as(THANH_SEN, () -> verifications.ask(person)).outcome());
        }
        assertFalse(as(THANH_SEN, () -> verifications.line()).answers());
        int calls = asked.get();
        assertEquals(
                Outcome.DOWN, as(THANH_SEN, () -> verifications.ask(person)).outcome());
        assertEquals(calls, asked.get(), "after five failures it is left alone");
        assertEquals(
                Optional.of(answer.outcome()),
                as(THANH_SEN, () -> verifications.last(person)).map(Answer::outcome));
        TriedJob job = new TriedJob(Map.of("unit", Long.toString(THANH_SEN)));
        as(THANH_SEN, () -> {
            new VerifyHandler(DATABASE.transactions(), access, country.units(), line, Audit.NONE).run(job);
            return null;
        });
        assertEquals("1", job.results().get("DOWN"), "the job ends and says so");

        hangs = false;
        now = now.plusSeconds(61);
        assertEquals(
                Outcome.MISMATCH, as(THANH_SEN, () -> verifications.ask(person)).outcome());
        assertTrue(as(THANH_SEN, () -> verifications.line()).answers());
    }

    @Test
    void aDeathWaitsForAnOfficialAndAMoveChangesTheRecordOnlyWhenAccepted() {
        told.add(event("1", PopulationEvent.Kind.DEATH, NUMBER, null));
        told.add(event("2", PopulationEvent.Kind.MOVE, NUMBER, "18133"));
        told.add(event("3", PopulationEvent.Kind.DEATH, "042143009999", null));
        RegistryRounds rounds = new RegistryRounds(DATABASE.transactions(), line);
        assertEquals(3, rounds.fetch());
        assertEquals(0, rounds.fetch(), "each is taken once");

        List<Event> open =
                as(THANH_SEN, () -> verifications.worklist(0, true, null, 10)).events();
        assertEquals(2, open.size(), "of people nobody knows nothing is kept");
        assertEquals(
                List.of(),
                as(NGHE_AN, () -> verifications.worklist(0, true, null, 10)).events());
        assertNull(read().deceasedOn());
        assertEquals(THANH_SEN, read().unitId());
        assertThrows(
                Problem.class,
                () -> as(NGHE_AN, () -> {
                    verifications.settle(open.get(0).id(), true, "");
                    return null;
                }),
                "not theirs");

        as(THANH_SEN, () -> {
            verifications.settle(open.get(0).id(), false, "Đã gặp bà tại nhà");
            verifications.settle(open.get(1).id(), true, "");
            return null;
        });
        assertNull(read().deceasedOn());
        assertEquals(HUONG_SON, read().unitId());
        assertEquals(
                LocalDate.of(2026, 11, 20),
                as(HA_TINH, () -> people.residences(person)).get(0).from());

        told.add(event("4", PopulationEvent.Kind.DEATH, NUMBER, null));
        rounds.fetch();
        Event death = as(HUONG_SON, () -> verifications.worklist(0, true, null, 10))
                .events()
                .get(0);
        as(HUONG_SON, () -> {
            verifications.settle(death.id(), true, "Có giấy chứng tử");
            return null;
        });
        assertEquals(LocalDate.of(2026, 11, 20), read().deceasedOn());
        Problem twice = assertThrows(
                Problem.class,
                () -> as(HUONG_SON, () -> {
                    verifications.settle(death.id(), true, "");
                    return null;
                }));
        assertEquals("AS-REGISTRY-SETTLED", twice.code());
    }

    private static PopulationEvent event(String id, PopulationEvent.Kind kind, String number, String unit) {
        return new PopulationEvent(id, kind, number, LocalDate.of(2026, 11, 20), unit, unit == null ? null : "Thôn 2");
    }

    private Person read() {
        return as(HA_TINH, () -> people.byId(person)).orElseThrow();
    }
}
