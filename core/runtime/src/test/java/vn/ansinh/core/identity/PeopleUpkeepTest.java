package vn.ansinh.core.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vn.ansinh.core.SmallCountry.THANH_SEN;
import static vn.ansinh.core.SmallCountry.VINH_HUNG;

import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.identity.Sex;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.testkit.TestDatabase;
import vn.ansinh.testkit.TriedJob;

/** What is done for people at night and after an import, and that it is done once. */
class PeopleUpkeepTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private final List<String> queued = new ArrayList<>();
    private PeopleDesk desk;

    @BeforeEach
    void emptyTables() {
        desk = PeopleDesk.empty(DATABASE);
        execute("delete from ansinh.job");
    }

    /** Writes down what is queued, and queues it. */
    private final Jobs jobs = (Jobs) Proxy.newProxyInstance(
            Jobs.class.getClassLoader(), new Class<?>[] {Jobs.class}, (proxy, method, arguments) -> {
                queued.add((String) arguments[1]);
                return 1L;
            });

    private List<String> look(PeopleUpkeep upkeep) {
        queued.clear();
        desk.as(Caller.SYSTEM, upkeep::queue);
        return List.copyOf(queued);
    }

    private PeopleUpkeep at(String time) {
        return new PeopleUpkeep(
                DATABASE.transactions(),
                desk.access,
                jobs,
                Clock.fixed(Instant.parse(time), ZoneId.of("Asia/Ho_Chi_Minh")));
    }

    private static void execute(String sql) {
        DATABASE.transactions().run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.execute();
            }
        });
    }

    private static void counted(String when) {
        DATABASE.transactions().run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into ansinh.job (type, title, state,"
                            + " parameters, account, submitted_at) values ('person.count', 'Đếm', 'DONE', '{}', 'system', ?)")) {
                insert.setTimestamp(1, Timestamp.from(Instant.parse(when)));
                insert.executeUpdate();
            }
        });
    }

    private void people(int many, long unit) {
        desk.as(
                Caller.SYSTEM,
                () -> desk.people.registerAll(IntStream.range(0, many)
                        .mapToObj(i -> new PersonDraft(
                                "Nguyễn Thị An",
                                BirthDate.of(LocalDate.of(1940, 1, 1).plusDays(i)),
                                Sex.FEMALE,
                                null,
                                null,
                                null,
                                unit,
                                "Thôn 1"))
                        .toList()));
    }

    @Test
    void atNightEveryProvinceWithPeopleIsLookedThroughOnce() {
        people(2, THANH_SEN);
        people(1, VINH_HUNG);
        assertEquals(List.of(), look(at("2026-11-22T08:00:00Z")), "15:00 in Vietnam");
        List<String> night = List.of(
                "Đếm họ tên để tìm kiếm nhanh",
                "Tìm hồ sơ trùng hằng đêm, Tỉnh Nghệ An",
                "Tìm hồ sơ trùng hằng đêm, Tỉnh Hà Tĩnh");
        assertEquals(night, look(at("2026-11-22T18:30:00Z")), "01:30");
        counted("2026-11-22T18:30:00Z");
        assertEquals(List.of(), look(at("2026-11-22T20:00:00Z")), "03:00 of the same night");
        assertEquals(night, look(at("2026-11-23T18:30:00Z")));
        assertEquals(List.of(), look(at("2026-11-24T08:00:00Z")));
        assertEquals(night, look(at("2026-11-27T03:00:00Z")), "a machine that is off at night does it by day");
    }

    @Test
    void afterAnImportNamesAreCountedSoonAndByTheRealCount() {
        PeopleUpkeep upkeep = at("2026-11-22T08:00:00Z");
        people(10, THANH_SEN);
        assertEquals(List.of(), look(upkeep));
        people(100, THANH_SEN);
        assertEquals(List.of(), look(upkeep), "a few are no reason");
        people(2_500, THANH_SEN);
        assertEquals(List.of("Đếm họ tên để tìm kiếm nhanh"), look(upkeep));
        assertEquals(List.of(), look(upkeep));

        NameCount count = new NameCount(DATABASE.transactions(), desk.access);
        desk.as(Caller.SYSTEM, () -> {
            count.run(new TriedJob(Map.of()));
            return null;
        });
        long an = DATABASE.transactions()
                .call(connection -> Rows.list(
                                connection,
                                "select people from ansinh.person_word where word = 'an'",
                                select -> {},
                                row -> row.getLong(1))
                        .get(0));
        assertEquals(2_500, an);
        assertThrows(
                Problem.class,
                () -> desk.as(THANH_SEN, () -> {
                    count.run(new TriedJob(Map.of()));
                    return null;
                }));
    }
}
