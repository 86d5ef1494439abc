package vn.ansinh.core.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.identity.Duplicates;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.job.Rounds;
import vn.ansinh.core.sql.Rows;

/**
 * What the register of people needs without anybody asking: every night records that may speak of one person are looked for,
 * province by province, and names are counted anew; names also soon after many people were registered. It queues jobs, so
 * what was done is in the list of jobs; of several nodes one queues.
 */
public final class PeopleUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleUpkeep.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final LocalTime NIGHT = LocalTime.of(1, 0);
    private static final LocalTime MORNING = LocalTime.of(5, 0);
    /** A machine that is off every night does the night's work by day, now and then. */
    private static final Duration TOO_LONG = Duration.ofDays(3);

    private static final int MANY = 2_000;
    private static final int FIFTIETH = 50;

    private static final String TURN = "select pg_try_advisory_xact_lock(hashtextextended('ansinh.people_upkeep', 0))";
    private static final String LAST = "select max(submitted_at) from ansinh.job where type = ?";
    private static final String NEWEST = "select coalesce(max(id), 0) from ansinh.person";
    private static final String PROVINCES = """
            select u.id, u.name from ansinh.unit u
            where u.level = 'PROVINCE' and u.valid_to is null and exists (
                select from ansinh.unit_sight s join ansinh.person p on p.unit_id = s.unit_id where s.ancestor_id = u.id)
            order by u.code""";

    private final Transactions everywhere;
    private final Access access;
    private final Jobs jobs;
    private final Clock clock;
    private Rounds rounds;

    /** Id of the newest person when names were last counted; {@code -1} before the first look. */
    private long counted = -1;

    /** @param everywhere reaches every row: the platform itself acts */
    public PeopleUpkeep(Transactions everywhere, Access access, Jobs jobs, Clock clock) {
        this.everywhere = everywhere;
        this.access = access;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Begins to look whether something is due. */
    public void init() {
        rounds = Rounds.begin(
                "ansinh-people-upkeep",
                EVERY,
                EVERY,
                () -> access.callAs(Caller.SYSTEM, this::queue),
                e -> LOG.warn("The register of people cannot be looked after; trying again every {}", EVERY, e));
    }

    /** Stops looking. */
    public void destroy() {
        rounds.end();
    }

    private record Province(long id, String name) {}

    /** Queues what is due. @return how many jobs */
    int queue() {
        return everywhere.call(connection -> {
            if (!Rows.list(connection, TURN, select -> {}, row -> row.getBoolean(1))
                    .get(0)) {
                return 0;
            }
            long newest = Rows.list(connection, NEWEST, select -> {}, row -> row.getLong(1))
                    .get(0);
            if (counted < 0) {
                counted = newest;
            }
            boolean night = isDue(connection);
            int queued = 0;
            if (night || newest - counted > Math.max(MANY, counted / FIFTIETH)) {
                jobs.submit(NameCount.TYPE, "Đếm họ tên để tìm kiếm nhanh", Map.of(), null);
                counted = newest;
                queued++;
            }
            if (night) {
                List<Province> provinces = Rows.list(
                        connection, PROVINCES, select -> {}, row -> new Province(row.getLong(1), row.getString(2)));
                for (Province province : provinces) {
                    jobs.submit(
                            Duplicates.SEARCH_JOB,
                            "Tìm hồ sơ trùng hằng đêm, " + province.name(),
                            Map.of("unit", Long.toString(province.id())),
                            null);
                    queued++;
                }
            }
            return queued;
        });
    }

    /** Whether the night's work was not begun since this night began. */
    private boolean isDue(Connection connection) throws SQLException {
        ZonedDateTime now = ZonedDateTime.now(clock);
        OffsetDateTime last = Rows.list(
                        connection,
                        LAST,
                        select -> select.setString(1, NameCount.TYPE),
                        row -> row.getObject(1, OffsetDateTime.class))
                .get(0);
        boolean byNight =
                !now.toLocalTime().isBefore(NIGHT) && now.toLocalTime().isBefore(MORNING);
        if (last == null) {
            return byNight;
        }
        boolean done = !last.toInstant().isBefore(now.with(NIGHT).toInstant());
        boolean tooLong = last.toInstant().isBefore(now.toInstant().minus(TOO_LONG));
        return byNight && !done || tooLong;
    }
}
