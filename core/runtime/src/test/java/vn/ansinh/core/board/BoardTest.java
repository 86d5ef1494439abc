package vn.ansinh.core.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.benefit.Movement;
import vn.ansinh.api.board.Boards.Board;
import vn.ansinh.api.board.Boards.Lists;
import vn.ansinh.api.board.Boards.Moves;
import vn.ansinh.api.board.Boards.Part;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.benefit.ClosedLists;
import vn.ansinh.testkit.TestDatabase;

/** A province of two communes over three months: the board says at every level what the lists say. */
class BoardTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final Set<String> PROGRAMS = Set.of(ClosedLists.program(), "khac");

    private final ClosedLists lists = new ClosedLists(DATABASE);
    private final StoredBoards boards =
            new StoredBoards(DATABASE.scopedBy(lists.access()), lists.access(), lists.units(), lists.policies());

    @Test
    void everyLevelSaysWhatItsListsSay() {
        lists.turnTo(LocalDate.of(2026, 11, 22));
        long one = lists.commune();
        long other = lists.commune();
        long moves = lists.person("Người chuyển", one, "TM-DCT", "2026-08");
        long dies = lists.person("Người mất", one, "TM-DCT", "2026-08");
        lists.person("Người ở lại", one, "TM-DCT", "2026-08");
        lists.person("Người bên kia", other, "TM-DCT", "2026-08");
        lists.close(one, "2026-09", "2026-10");
        lists.close(other, "2026-09", "2026-10");

        Board october = board(SmallCountry.HA_TINH, "2026-10");
        assertEquals(Moves.NONE, october.current().moves(), "who was paid elsewhere before has not joined");
        assertEquals(new Lists(0, 0, 2), october.current().lists());
        assertEquals(12, october.months().size());
        assertEquals(4, october.months().get(10).people(), "September");

        lists.move(moves, other, "2026-11");
        lists.died(dies, "2026-10-03");
        lists.person("Người mới", other, "TM-DCT", null);
        assertEquals(
                new Lists(2, 0, 0),
                board(SmallCountry.HA_TINH, "2026-11").current().lists());
        assertEquals(
                YearMonth.of(2026, 10),
                board(SmallCountry.HA_TINH, "2026-11").kindsOf(),
                "until November is closed the kinds are October's");

        lists.close(other, "2026-11");
        Board half = board(SmallCountry.HA_TINH, "2026-11");
        assertEquals(new Lists(1, 0, 1), half.current().lists());
        assertEquals(1, half.current().moves().joined(), "nobody has left while the first commune has not closed");
        assertEquals(0, half.current().moves().left());

        lists.close(one, "2026-11");
        for (long unit : new long[] {one, other, SmallCountry.HA_TINH, 0}) {
            sameAsTheLists(unit);
        }
        Board province = board(SmallCountry.HA_TINH, "2026-11");
        assertEquals(
                "1 1 0", told(province.current().moves()), "who moved within the province neither joined nor left");
        Map<Long, String> parts = new TreeMap<>();
        province.parts().forEach(part -> parts.put(part.unitId(), part.people() + ": " + told(part.moves())));
        assertEquals(Map.of(one, "1: 0 2 0", other, "3: 2 0 0"), parts);
        Part country = board(0, "2026-11").parts().get(0);
        assertEquals(SmallCountry.HA_TINH, country.unitId());
        assertEquals("1 1 0", told(country.moves()));

        reportsSayTheSame(province);

        lists.annul(other, "2026-11");
        assertEquals(
                "0 2 0",
                told(board(SmallCountry.HA_TINH, "2026-11").current().moves()),
                "whose new list was taken back is on none");
        lists.close(other, "2026-11");
        sameAsTheLists(SmallCountry.HA_TINH);
        BoardTruth.holds(DATABASE.transactions());

        assertEquals(
                "AS-ACCESS-UNIT",
                assertThrows(
                                Problem.class,
                                () -> lists.as(
                                        ClosedLists.official("lan", one),
                                        () -> boards.board(PROGRAMS, other, YearMonth.of(2026, 11))))
                        .code());
    }

    /** Paper and files: the same figures as reports. */
    private void reportsSayTheSame(Board board) {
        Jobs none = (Jobs) Proxy.newProxyInstance(
                Jobs.class.getClassLoader(), new Class<?>[] {Jobs.class}, (proxy, method, arguments) -> List.of());
        BoardReports reports = new BoardReports(boards, lists.units(), none, List.of());
        Map<String, Object> values =
                Map.of("don_vi", board.unitId(), "ky", board.month().atDay(1), "chuong_trinh", ClosedLists.program());
        lists.as(ClosedLists.official("lan", board.unitId()), () -> {
            List<List<?>> rows = new ArrayList<>();
            reports.months().rows(values, (row, keys) -> rows.add(row));
            assertEquals(12, rows.size());
            assertEquals(board.current().amount(), rows.get(11).get(2));
            rows.clear();
            reports.parts().rows(values, (row, keys) -> rows.add(row));
            assertEquals(2, rows.size());
            assertEquals(
                    reports.parts().definition().columns().size() - 1,
                    rows.get(0).size(),
                    "all but the ordinal");
            rows.clear();
            reports.kinds().rows(values, (row, keys) -> rows.add(row));
            assertEquals(4L, rows.get(0).get(2));
            assertEquals(
                    "AS-BOARD-PROJECTION",
                    assertThrows(Problem.class, () -> reports.ahead().rows(values, (row, keys) -> {}))
                            .code());
            return null;
        });
    }

    private Board board(long unit, String month) {
        return lists.as(ClosedLists.official("lan", unit), () -> boards.board(PROGRAMS, unit, YearMonth.parse(month)));
    }

    private static String told(Moves moves) {
        return moves.joined() + " " + moves.left() + " " + moves.adjusted();
    }

    private void sameAsTheLists(long unit) {
        YearMonth november = YearMonth.of(2026, 11);
        Board board = board(unit, "2026-11");
        lists.as(ClosedLists.official("lan", unit), () -> {
            Map<Movement.Kind, String> totals = new TreeMap<>();
            lists.payrolls()
                    .movementTotals(ClosedLists.program(), unit, november)
                    .forEach(
                            total -> totals.put(total.kind(), total.people() + " " + (total.after() - total.before())));
            Moves moves = board.current().moves();
            assertEquals(moves.joined() + " " + moves.joinedAmount(), totals.getOrDefault(Movement.Kind.JOINER, "0 0"));
            assertEquals(moves.left() + " " + -moves.leftAmount(), totals.getOrDefault(Movement.Kind.LEAVER, "0 0"));
            assertEquals(
                    moves.adjusted() + " " + moves.adjustedBy(), totals.getOrDefault(Movement.Kind.ADJUSTED, "0 0"));
            var month = lists.payrolls().months(ClosedLists.program(), unit, 1).get(0);
            assertEquals(month.people(), board.current().people());
            assertEquals(month.total(), board.current().amount());
            assertEquals(month.arrears(), board.current().arrears());
            assertEquals(
                    lists.payrolls().byBenefit(ClosedLists.program(), unit, november).stream()
                            .mapToLong(kind -> kind.people())
                            .sum(),
                    board.kinds().stream().mapToLong(kind -> kind.people()).sum());
            return null;
        });
    }
}
