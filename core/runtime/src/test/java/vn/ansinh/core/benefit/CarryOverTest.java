package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.policy.TestPack;
import vn.ansinh.testkit.TestDatabase;

/** What is carried over from the month before is what computing everything would have given. */
class CarryOverTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final YearMonth FIRST = YearMonth.of(2026, 2);

    private static Office office;

    @BeforeAll
    static void open() {
        office = new Office(DATABASE);
        office.confirmAll();
    }

    @Test
    void whomNothingTouchedIsCarriedOverAndWhoseTimeHasComeIsComputed() {
        long commune = office.commune();
        disabled("Đỗ Thị Bưởi", "1980-01-01", commune);
        disabled("Đỗ Thị Cam", "1966-12-10", commune);
        long changed = disabled("Đỗ Thị Dừa", "1980-01-01", commune);
        office.turnTo(LocalDate.of(2026, 11, 10));
        assertEquals("0", office.run(commune, "2026-11").get("carried"));
        office.close(commune, "2026-11");

        office.fact(changed, "trong-co-so", "co", "2026-11-20");
        office.turnTo(LocalDate.of(2026, 12, 10));
        assertEquals("1", office.run(commune, "2026-12").get("carried"));
        assertEquals(
                List.of("Đỗ Thị Bưởi 2026-12 810000", "Đỗ Thị Cam 2026-12 1080000"), office.lines(commune, "2026-12"));
        office.close(commune, "2026-12");

        office.turnTo(LocalDate.of(2027, 1, 10));
        assertEquals("1", office.run(commune, "2027-01").get("carried"), "one was computed because of her birthday");
        office.close(commune, "2027-01");
        assertEquals("2", office.run(commune, "2027-02").get("carried"));
        assertTrue(office.lines(commune, "2027-02").contains("Đỗ Thị Cam 2027-02 1080000"));
    }

    /** The transaction began before the run and ended after it: no clock could tell. */
    @Test
    void whatWasOnlyUnderWayDuringTheRunIsNotMissed() throws Exception {
        long commune = office.commune();
        long person = disabled("Hà Thị Nhãn", "1980-01-01", commune);
        office.turnTo(LocalDate.of(2026, 11, 10));
        try (var underWay = DATABASE.system().getConnection()) {
            underWay.setAutoCommit(false);
            try (Statement statement = underWay.createStatement()) {
                statement.execute("insert into ansinh.fact (subject_kind, subject_id, key, value, valid_from, source,"
                        + " recorded_by) values ('PERSON', " + person
                        + ", 'trong-co-so', 'co', '2026-10-01', 'x', 'x')");
                office.run(commune, "2026-11");
                assertEquals(List.of("Hà Thị Nhãn 2026-11 810000"), office.lines(commune, "2026-11"));
            }
            underWay.commit();
        }
        assertEquals(1, office.close(commune, "2026-11").takenOut().size());
        office.turnTo(LocalDate.of(2026, 12, 10));
        office.run(commune, "2026-12");
        assertEquals(List.of(), office.lines(commune, "2026-12"));
    }

    @Test
    void changesAreForgottenAfterAWhileAndWhoMissedThemIsComputedInFull() {
        long commune = office.commune();
        long person = disabled("Lý Thị Xoài", "1980-01-01", commune);
        office.turnTo(LocalDate.of(2026, 11, 10));
        office.run(commune, "2026-11");
        office.fact(person, "trong-co-so", "co", "2026-11-01");
        assertTrue(changes(person) > 0);
        office.turnTo(LocalDate.of(2027, 11, 10));
        office.run(office.commune(), "2027-12");
        assertEquals(0, changes(person));
        assertEquals(
                1, office.close(commune, "2026-11").takenOut().size(), "the forgotten change is found all the same");
    }

    private static long changes(long person) {
        return DATABASE.transactions().call(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select count(*) from ansinh.payroll_change where person_id = ?")) {
                select.setLong(1, person);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    @Test
    void aMonthAheadIsComputedInFullAndGoesStaleWhenTheMonthBeforeCloses() {
        long commune = office.commune();
        disabled("Vũ Thị Ổi", "1980-01-01", commune);
        office.turnTo(LocalDate.of(2026, 11, 10));
        office.run(commune, "2026-11");
        assertEquals("0", office.run(commune, "2026-12").get("carried"));
        assertEquals(List.of("Vũ Thị Ổi 2026-12 810000", "Vũ Thị Ổi 2026-11 810000"), office.lines(commune, "2026-12"));
        office.close(commune, "2026-11");
        assertThrows(Problem.class, () -> office.close(commune, "2026-12"));
        assertEquals("1", office.run(commune, "2026-12").get("carried"));
        assertEquals(1, office.close(commune, "2026-12").lines());
    }

    @Test
    void aRightThatMovedIsOnOneListOnlyUntilTheOtherIsDoneWith() {
        long before = office.commune();
        long after = office.commune();
        long person = disabled("Lê Thị Quýt", "1980-01-01", before);
        office.turnTo(LocalDate.of(2026, 11, 10));
        office.run(before, "2026-11");
        office.execute("update ansinh.entitlement set unit_id = " + after + " where person_id = " + person);
        office.run(after, "2026-11");
        assertEquals(List.of(), office.lines(after, "2026-11"));
        assertTrue(office.notices(after, "2026-11").get(0).contains("danh sách chưa chốt của nơi chi trước đây"));
        assertEquals(1, office.close(before, "2026-11").takenOut().size());
        office.run(after, "2026-11");
        assertEquals(List.of("Lê Thị Quýt 2026-11 810000"), office.lines(after, "2026-11"));
    }

    /** Random lives over fourteen months, with a decree that counts backwards and a pack that changes on the way. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void carriedOverOrComputedAllOverTheListIsTheSame(long seed) {
        RandomLives lives = new RandomLives(office, seed);
        int carried = 0;
        for (YearMonth month = FIRST; month.isBefore(FIRST.plusMonths(14)); month = month.plusMonths(1)) {
            office.turnTo(month.atDay(1 + lives.random.nextInt(20)));
            if (month.equals(YearMonth.of(2026, 9))) {
                amendPack((int) seed + 1);
            }
            List<Long> punctual = new ArrayList<>(lives.communes);
            punctual.removeIf(commune -> lives.random.nextInt(12) == 0);
            for (long commune : punctual) {
                String cycle = month.toString();
                lives.withoutCarryingOver(() -> office.run(commune, cycle));
                List<String> computed = lives.list(commune, month);
                carried += Integer.parseInt(office.run(commune, cycle).get("carried"));
                assertEquals(computed, lives.list(commune, month), "seed " + seed + ", " + month);
            }
            office.confirmAll();
            lives.goOn(month);
            for (long commune : punctual) {
                lives.close(commune, month);
            }
            lives.goOn(month);
        }
        assertTrue(carried > 100, "carried " + carried);
    }

    /** Another version: more per child, in force from 10 September, counted from August; later also beside old age. */
    private static void amendPack(int version) {
        String source = TestPack.SOURCE
                .replace("phien-ban: 1", "phien-ban: " + version)
                .replace(
                        "he-so: 1.0, can-cu: \"Điểm d khoản 1 Điều 6\", trang-thai: chinh-thuc}",
                        "he-so: 1.0, can-cu: \"Điểm d khoản 1 Điều 6\", trang-thai: chinh-thuc}\n"
                                + "          - {tinh-tu: 2026-08, hieu-luc: 2026-09-10, he-so: 1." + version
                                + ", can-cu: \"Điểm d mới\", trang-thai: chinh-thuc}");
        if (version > 2) {
            source = source.replace("voi: [KHUYET-TAT]", "voi: [KHUYET-TAT, CAO-TUOI]");
        }
        assertTrue(office.policies.offer(source, TestPack.FILE, TestPack.KEYS));
    }

    private static long disabled(String name, String born, long commune) {
        long person = office.person(name, born, commune);
        office.fact(person, "muc-do", "nang");
        office.open(person, "KHUYET-TAT", commune, "2024-07", "2026-10");
        return person;
    }
}
