package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.testkit.TestDatabase;

/** Two readers find what one finds, and whatever goes wrong with either is told and leaves nothing running. */
class SpreadComputationTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final YearMonth MONTH = YearMonth.of(2026, 12);
    private static final LocalDate DAY = LocalDate.of(2026, 12, 3);

    private static Office office;
    private static long commune;

    @BeforeAll
    static void people() {
        office = new Office(DATABASE);
        office.confirmAll();
        commune = office.commune();
        for (int i = 0; i < 7; i++) {
            long person = office.person("Đinh Văn " + (char) ('A' + i), "1980-01-01", commune);
            office.fact(person, "muc-do", "nang");
            office.fact(person, "trong-co-so", i == 3 ? "co" : "khong");
            office.open(person, "KHUYET-TAT", commune, "2026-0" + (i + 1), null);
        }
        office.turnTo(LocalDate.of(2026, 11, 10));
        office.month(commune, "2026-11");
        office.execute("update ansinh.person set deceased_on = '2026-10-10' where full_name = 'Đinh Văn E'");
        office.fact(office.person("Đinh Văn Y", "1980-01-01", commune), "muc-do", "nang");
    }

    @Test
    void twoReadersFindWhatOneFinds() throws Exception {
        Heard alone = new Heard();
        Heard spread = new Heard();
        DATABASE.transactions()
                .run(connection ->
                        computation(connection).compute(everybody(connection), Set.of(commune), Map.of(), alone));
        DATABASE.transactions().run(connection -> {
            try (SpreadComputation readers = readers(DATABASE.transactions())) {
                readers.start(everybody(connection));
                readers.drainTo(spread);
            }
        });
        assertTrue(alone.words.size() > 7, alone.words::toString);
        assertEquals(alone.words, spread.words);
        assertEquals(alone.people, spread.people);
    }

    @Test
    void aReaderThatFailsFailsTheRun() {
        IllegalStateException down = new IllegalStateException("down");
        Transactions failing = new Transactions() {
            @Override
            public <T> T call(SqlWork<T> work) {
                throw down;
            }
        };
        DATABASE.transactions().run(connection -> {
            try (SpreadComputation readers = readers(failing)) {
                assertSame(down, assertThrows(IllegalStateException.class, () -> {
                    readers.start(everybody(connection));
                    readers.drainTo(new Heard());
                }));
            }
        });
    }

    @Test
    void aRunThatIsGivenUpLeavesNobodyReading() {
        SQLException enough = new SQLException("enough");
        DATABASE.transactions().run(connection -> {
            try (SpreadComputation readers = readers(DATABASE.transactions())) {
                readers.start(everybody(connection));
                assertSame(
                        enough,
                        assertThrows(
                                SQLException.class,
                                () -> readers.drainTo(new Heard() {
                                    @Override
                                    public void line(DueLine line, boolean counts) throws SQLException {
                                        throw enough;
                                    }
                                })));
            }
        });
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("ansinh-payroll-reader")));
    }

    /** Whoever waited for a run here would make its readers wait in turn, and they would wait for each other. */
    @Test
    void aNewMonthsTableDoesNotWaitForARun() {
        DATABASE.transactions().run(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("lock table ansinh.payroll_line in row exclusive mode");
            }
            try (Connection other = DATABASE.system().getConnection();
                    Statement statement = other.createStatement()) {
                statement.execute("set lock_timeout = '5s'");
                statement.execute("select ansinh.payroll_partition('2031-05-01')");
            }
        });
    }

    private static PayrollComputation computation(Connection connection) {
        return new PayrollComputation(connection, office.policies.book(), Office.PROGRAM, MONTH, DAY);
    }

    private static SpreadComputation readers(Transactions transactions) {
        return new SpreadComputation(
                transactions, office.policies.book(), Office.PROGRAM, MONTH, DAY, Set.of(commune), Map.of());
    }

    private static PayrollPeople everybody(Connection connection) throws SQLException {
        PayrollPeople people = new PayrollPeople(connection, Office.PROGRAM);
        people.everybody(Set.of(commune));
        people.gather(MONTH);
        return people;
    }

    /** Everything told, in no particular order. */
    private static class Heard implements PayrollComputation.Sink {

        private final TreeSet<String> words = new TreeSet<>();
        private int people;

        @Override
        public void line(DueLine line, boolean counts) throws SQLException {
            words.add(line + " " + counts);
        }

        @Override
        public void setAside(SetAside notice) {
            words.add(notice.toString());
        }

        @Override
        public void excess(Excess excess) {
            words.add(excess.toString());
        }

        @Override
        public void person(int count) {
            people = count;
        }
    }
}
