package vn.ansinh.core.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.deadline.Cadence;
import vn.ansinh.api.deadline.Deadline;
import vn.ansinh.api.deadline.Deadlines;
import vn.ansinh.api.deadline.DueRule;
import vn.ansinh.api.deadline.Duty;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.testkit.DeskClock;
import vn.ansinh.testkit.TestDatabase;

/**
 * Two communes of Hà Tĩnh close their list before the 25th; the province may want it earlier and lock what is late; only somebody
 * above gives more time. Row-level security holds as in production.
 */
class BoardTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
    private static final String LIST = "thu.danh-sach";
    private static final String REPORT = "thu.bao-cao";

    private final SmallCountry country = new SmallCountry();
    private final ThreadAccess access = country.access();
    private final Map<Long, Instant> closed = new HashMap<>();
    private LocalDate today = LocalDate.of(2026, 11, 20);
    private Deadlines deadlines;

    @BeforeEach
    void emptyTables() throws SQLException {
        country.store(DATABASE.transactions());
        try (Connection owner = DATABASE.owner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("truncate ansinh.deadline_rule, ansinh.deadline_extension, ansinh.deadline_report");
        }
        deadlines = new StoredDeadlines(
                List.of(list(), report()),
                List::of,
                DATABASE.scopedBy(access),
                access,
                country.units(),
                holidays("2026-11-20"),
                Audit.NONE,
                new DeskClock(() -> today));
    }

    @Test
    void theBoardTellsWhoIsLateAndWhoIsNot() {
        closed.put(SmallCountry.THANH_SEN, at(24, LocalTime.of(23, 59)));
        today = LocalDate.of(2026, 11, 26);
        List<Duty> duties = as(province(), () -> deadlines.duties(SmallCountry.HA_TINH, NOVEMBER));
        List<Duty> lists = of(duties, LIST);
        assertEquals(
                List.of(SmallCountry.HUONG_SON + " LATE", SmallCountry.THANH_SEN + " DONE"),
                lists.stream().map(duty -> duty.unitId() + " " + duty.state()).toList());
        assertEquals(at(25, LocalTime.MIDNIGHT), lists.get(0).due());
        assertEquals(DECEMBER, lists.get(0).period());
        // what was missed is still there in the next month, what was done is not
        List<Duty> later =
                of(as(province(), () -> deadlines.duties(SmallCountry.HA_TINH, NOVEMBER.plusMonths(1))), LIST);
        assertEquals(
                List.of(SmallCountry.HUONG_SON),
                later.stream().map(Duty::unitId).toList());
    }

    @Test
    void aCommuneSeesItselfOnly() {
        List<Duty> own = as(commune(), () -> deadlines.duties(SmallCountry.THANH_SEN, NOVEMBER));
        assertTrue(own.stream().allMatch(duty -> duty.unitId() == SmallCountry.THANH_SEN));
        Problem refused = assertThrows(
                Problem.class, () -> as(commune(), () -> deadlines.duties(SmallCountry.HA_TINH, NOVEMBER)));
        assertEquals(Problem.Kind.FORBIDDEN, refused.kind());
        Caller sister = new Caller(
                "so.khac",
                "Sở khác",
                SmallCountry.HA_TINH,
                province().permissions(),
                java.util.Set.of("khac"),
                0,
                province().origin(),
                0);
        assertEquals(List.of(), as(sister, () -> deadlines.duties(SmallCountry.HA_TINH, NOVEMBER)));
    }

    @Test
    void aProvinceMayOnlyMakeItStricter() {
        DueRule laxer = DueRule.onDay(Cadence.MONTH, -1, 28);
        Problem refused = assertThrows(Problem.class, () -> as(province(), () -> tighten(laxer, false)));
        assertEquals("AS-DEADLINE-LAXER", refused.code());
        // Friday the 20th is a holiday here: the 15th working day of November 2026 is Monday
        as(province(), () -> tighten(DueRule.onWorkingDay(Cadence.MONTH, -1, 15, LocalTime.of(17, 0)), false));
        today = LocalDate.of(2026, 11, 21);
        Duty duty = of(as(commune(), () -> deadlines.duties(SmallCountry.THANH_SEN, NOVEMBER)), LIST)
                .get(0);
        assertEquals(at(23, LocalTime.of(17, 0)), duty.due());
        assertEquals(Duty.State.SOON, duty.state());
        assertNull(duty.cutOff());
        // the neighbours' province is not concerned
        Duty other = of(
                        as(
                                SmallCountry.official(SmallCountry.NGHE_AN),
                                () -> deadlines.duties(SmallCountry.NGHE_AN, NOVEMBER)),
                        LIST)
                .get(0);
        assertEquals(at(25, LocalTime.MIDNIGHT), other.due());
    }

    @Test
    void whatIsLateIsRefusedUntilSomebodyAboveGivesMoreTime() {
        as(province(), () -> tighten(DueRule.onDay(Cadence.MONTH, -1, 20), true));
        as(commune(), () -> requireInTime());
        today = LocalDate.of(2026, 11, 21);
        Problem late = assertThrows(Problem.class, () -> as(commune(), this::requireInTime));
        assertEquals("AS-DEADLINE-LATE", late.code());
        assertTrue(late.getMessage().contains("24:00 ngày 20/11/2026"), late.getMessage());

        Problem own = assertThrows(Problem.class, () -> as(commune(), () -> extend("Xin thêm")));
        assertEquals("AS-DEADLINE-SUPERIOR", own.code());
        Problem blank = assertThrows(Problem.class, () -> as(province(), () -> extend(" ")));
        assertEquals("AS-DEADLINE-REASON", blank.code());
        as(province(), () -> extend("Mất điện ba ngày"));
        as(commune(), this::requireInTime);
        Duty duty = of(as(commune(), () -> deadlines.duties(SmallCountry.THANH_SEN, NOVEMBER)), LIST)
                .get(0);
        assertEquals("Mất điện ba ngày", duty.extension());
        assertEquals(at(23, LocalTime.NOON), duty.due());
        today = LocalDate.of(2026, 11, 24);
        assertThrows(Problem.class, () -> as(commune(), this::requireInTime));

        // a commune cannot take the province's rule away, the province can
        long rule = as(province(), () -> deadlines.rules(SmallCountry.HA_TINH))
                .get(0)
                .id();
        assertThrows(Problem.class, () -> as(commune(), () -> loosen(rule)));
        as(province(), () -> loosen(rule));
        as(commune(), this::requireInTime);
    }

    @Test
    void whatThePlatformCannotSeeIsReportedByTheUnit() {
        today = LocalDate.of(2026, 12, 1);
        YearMonth december = NOVEMBER.plusMonths(1);
        LocalDate halfYear = LocalDate.of(2026, 7, 1);
        Duty open = of(as(commune(), () -> deadlines.duties(SmallCountry.THANH_SEN, december)), REPORT)
                .get(0);
        assertEquals(halfYear, open.period());
        assertEquals(Duty.State.OPEN, open.state());
        as(commune(), () -> {
            deadlines.report(REPORT, SmallCountry.THANH_SEN, today, "Báo cáo 45/BC-UBND");
            deadlines.report(REPORT, SmallCountry.THANH_SEN, today, "Báo cáo 45/BC-UBND");
            return null;
        });
        assertEquals(
                Duty.State.DONE,
                of(as(commune(), () -> deadlines.duties(SmallCountry.THANH_SEN, december)), REPORT)
                        .get(0)
                        .state());
        Problem seen = assertThrows(
                Problem.class,
                () -> as(commune(), () -> {
                    deadlines.report(LIST, SmallCountry.THANH_SEN, DECEMBER, "Đã chốt");
                    return null;
                }));
        assertEquals("AS-DEADLINE-SEEN", seen.code());
    }

    private Object tighten(DueRule rule, boolean cutOff) {
        return deadlines.tighten(LIST, SmallCountry.HA_TINH, rule, cutOff, DECEMBER, "Công văn 12/SYT");
    }

    private Object extend(String reason) {
        deadlines.extend(LIST, SmallCountry.THANH_SEN, DECEMBER, at(23, LocalTime.NOON), reason);
        return null;
    }

    private Object loosen(long rule) {
        deadlines.loosen(rule, "Bỏ");
        return null;
    }

    private Object requireInTime() {
        deadlines.requireInTime(LIST, SmallCountry.THANH_SEN, DECEMBER);
        return null;
    }

    private static Caller province() {
        return SmallCountry.official(SmallCountry.HA_TINH);
    }

    private static Caller commune() {
        return SmallCountry.official(SmallCountry.THANH_SEN);
    }

    private <T> T as(Caller caller, java.util.function.Supplier<T> work) {
        try {
            return access.callAs(caller, work::get);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Duty> of(List<Duty> duties, String deadline) {
        return duties.stream().filter(duty -> duty.deadline().equals(deadline)).toList();
    }

    private static Instant at(int dayOfNovember, LocalTime time) {
        return NOVEMBER.atDay(dayOfNovember).atTime(time).atZone(VIETNAM).toInstant();
    }

    private static CodeLists holidays(String... days) {
        List<CodeLists.Entry> entries = java.util.stream.Stream.of(days)
                .map(day -> new CodeLists.Entry(day, "Ngày nghỉ", List.of()))
                .toList();
        return (CodeLists) Proxy.newProxyInstance(
                CodeLists.class.getClassLoader(),
                new Class<?>[] {CodeLists.class},
                (proxy, method, arguments) -> entries);
    }

    private Deadline list() {
        return new Declared(LIST, DueRule.onDay(Cadence.MONTH, -1, 24), false);
    }

    private Deadline report() {
        return new Declared(REPORT, DueRule.onDay(Cadence.HALF_YEAR, 5, 14), true);
    }

    private final class Declared implements Deadline {

        private final String id;
        private final DueRule rule;
        private final boolean reported;

        Declared(String id, DueRule rule, boolean reported) {
            this.id = id;
            this.rule = rule;
            this.reported = reported;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String program() {
            return "thu";
        }

        @Override
        public String name() {
            return reported ? "Báo cáo sáu tháng" : "Chốt danh sách";
        }

        @Override
        public String basis() {
            return "";
        }

        @Override
        public DueRule rule() {
            return rule;
        }

        @Override
        public boolean isReported() {
            return reported;
        }

        @Override
        public List<Standing> standings(long unitId, LocalDate period) {
            return java.util.stream.Stream.of(SmallCountry.THANH_SEN, SmallCountry.HUONG_SON, SmallCountry.VINH_HUNG)
                    .filter(unit -> country.units().isWithin(unit, unitId))
                    .filter(unit -> reported || period.equals(DECEMBER))
                    .map(unit -> new Standing(unit, reported ? null : closed.get(unit)))
                    .toList();
        }
    }
}
