package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.identity.Duplicates.Difference;
import vn.ansinh.api.identity.Duplicates.Merge;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.identity.StoredDuplicates;
import vn.ansinh.testkit.TestDatabase;

/** Two records of one person become one while lists are paid: to the đồng, before, after and when it was a mistake. */
class MergedPeopleTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static Office office;
    private static StoredDuplicates duplicates;

    @BeforeAll
    static void open() {
        office = new Office(DATABASE);
        duplicates = new StoredDuplicates(
                DATABASE.transactions(),
                office.access,
                office.units,
                office.policies,
                office.facts,
                Audit.NONE,
                office.clock);
    }

    private static Merge merge(long keep, long gone) {
        return office.asSystem(() -> {
            Map<String, Long> choices = new HashMap<>();
            for (Difference difference : duplicates.compare(keep, gone).differences()) {
                choices.put(difference.field(), keep);
            }
            return duplicates.merge(keep, gone, choices, "Hai hồ sơ của một người");
        });
    }

    private static void undo(Merge merge) {
        office.asSystem(() -> {
            duplicates.undo(merge.id(), "Gộp nhầm");
            return null;
        });
    }

    /** Every closed line with whom it was paid to, as one text. */
    private static String closedLines() {
        return DATABASE.transactions().call(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select md5(string_agg(l::text, '|' order by l.id)),"
                            + " count(*), sum(l.amount) from ansinh.payroll_line l join ansinh.payroll y on y.id ="
                            + " l.payroll_id where y.state = 'CLOSED'")) {
                row.next();
                return row.getString(1) + " " + row.getLong(2) + " " + row.getLong(3);
            }
        });
    }

    @Test
    void whatBothRecordsWerePaidCountsForOnePersonAndNothingClosedChanges() {
        long commune = office.commune();
        long kept = office.person("Lê Thị Mận", "1950-01-01", commune);
        office.fact(kept, "muc-do", "nang");
        office.open(kept, "KHUYET-TAT", commune, "2026-10", null);
        long gone = office.person("Lê Thị Mậu", "1950-01-01", commune);
        office.open(gone, "CAO-TUOI", commune, "2026-10", null);
        office.month(commune, "2026-10");
        assertEquals(
                List.of("Lê Thị Mận 2026-10 1080000", "Lê Thị Mậu 2026-10 540000"), office.lines(commune, "2026-10"));
        String closed = closedLines();

        Merge merge = merge(kept, gone);
        assertEquals(closed, closedLines());
        assertEquals(
                List.of("CAO-TUOI", "KHUYET-TAT"),
                office.asSystem(() -> office.entitlements.ofPerson(gone).isEmpty()
                        ? office.entitlements.ofPerson(kept).stream()
                                .map(right -> right.benefit())
                                .sorted()
                                .toList()
                        : List.of()));

        office.month(commune, "2026-11");
        assertEquals(
                List.of("Lê Thị Mận 2026-11 1080000"),
                office.lines(commune, "2026-11"),
                "only the highest is paid to one person");
        assertEquals(
                List.of("Lê Thị Mận 2026-10 540000"),
                office.cancelled(commune, "2026-11"),
                "what the other record was paid and nobody collected is cancelled, once");

        undo(merge);
        office.month(commune, "2026-12");
        assertEquals(
                List.of(
                        "Lê Thị Mận 2026-12 1080000",
                        "Lê Thị Mậu 2026-12 540000",
                        "Lê Thị Mậu 2026-10–2026-11 1080000"),
                office.lines(commune, "2026-12"),
                "as if they had never been one: what was cancelled and what was not paid is paid");
        assertEquals(List.of(), office.owed(kept));
    }

    @Test
    void whatWasCancelledBeforeAMergeStaysCancelledAfterIt() {
        long commune = office.commune();
        long kept = office.person("Trần Thị Năm", "1950-01-01", commune);
        long gone = office.person("Trần Thị Lăm", "1950-01-01", commune);
        office.fact(gone, "muc-do", "nang");
        office.open(gone, "KHUYET-TAT", commune, "2026-09", null);
        office.month(commune, "2026-09");
        office.fact(gone, "trong-co-so", "co", "2026-08-20");
        office.month(commune, "2026-10");
        assertEquals(List.of("Trần Thị Lăm 2026-09 1080000"), office.cancelled(commune, "2026-10"));

        merge(kept, gone);
        office.month(commune, "2026-11");
        assertEquals(List.of(), office.lines(commune, "2026-11"));
        assertEquals(List.of(), office.cancelled(commune, "2026-11"));
        assertEquals(List.of(), office.owed(kept));
        assertEquals(List.of(), office.owed(gone));
    }

    @Test
    void aMergeWaitsForWhatAnOfficialMustSettleFirst() {
        long commune = office.commune();
        long kept = office.person("Phan Thị Sáu", "1940-01-01", commune);
        long gone = office.person("Phan Thị Xáu", "1940-01-01", commune);
        office.open(kept, "CAO-TUOI", commune, "2026-10", null);
        office.open(gone, "CAO-TUOI", commune, "2026-11", null);
        Problem twice = assertThrows(Problem.class, () -> merge(kept, gone));
        assertEquals("AS-MERGE-OBSTACLE", twice.code());
        assertTrue(twice.getMessage().contains("từ tháng 11/2026"), twice.getMessage());

        office.execute("update ansinh.entitlement set to_month = '2026-10-01' where person_id = " + kept);
        office.run(commune, "2026-10");
        Problem drafted = assertThrows(Problem.class, () -> merge(kept, gone));
        assertTrue(drafted.getMessage().contains("Danh sách tháng 10/2026"), drafted.getMessage());

        office.confirmAll();
        office.close(commune, "2026-10");
        merge(kept, gone);
        office.month(commune, "2026-11");
        assertEquals(List.of("Phan Thị Sáu 2026-11 540000"), office.lines(commune, "2026-11"));
    }
}
