package vn.ansinh.core.report.closing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.report.ReportClosings.Figure;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportColumn.Opens;
import vn.ansinh.api.report.ReportColumn.Privacy;
import vn.ansinh.api.report.ReportColumn.Type;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.api.report.ReportRow.Kind;

/** Figures of two groups within another: corrected, summed, put together. */
class FiguresTest {

    private static final List<ReportColumn> COLUMNS = List.of(
            column("kind", Type.TEXT, false),
            column("people", Type.NUMBER, true),
            column("amount", Type.MONEY, true),
            column("rate", Type.NUMBER, false));

    private static ReportColumn column(String name, Type type, boolean total) {
        return new ReportColumn(name, name, null, type, 10, Privacy.PUBLIC, total, Opens.NOTHING, null);
    }

    private static ReportRow row(Kind kind, Object... values) {
        return new ReportRow(kind, Arrays.asList(values), Map.of());
    }

    private static List<ReportRow> nested() {
        return List.of(
                row(Kind.GROUP, "Tỉnh", null, null, null),
                row(Kind.GROUP, "Xã A", null, null, null),
                row(Kind.DETAIL, "Cao tuổi", 10L, null, new BigDecimal("1.5")),
                row(Kind.SUBTOTAL, "Cộng xã A", 10L, null, null),
                row(Kind.GROUP, "Xã B", null, null, null),
                row(Kind.DETAIL, "Cao tuổi", 4L, 900L, null),
                row(Kind.SUBTOTAL, "Cộng xã B", 4L, 900L, null),
                row(Kind.SUBTOTAL, "Cộng tỉnh", 14L, 900L, null),
                row(Kind.TOTAL, "Tổng cộng", 14L, 900L, null));
    }

    @Test
    void aCorrectionMovesTheSumsOfItsGroupsAndNoOthers() {
        List<ReportRow> rows = new CorrectedRows(COLUMNS, nested())
                .with(Map.of(new CorrectedRows.Cell(2, "people"), 12L, new CorrectedRows.Cell(2, "amount"), 100L));
        assertEquals("12 100", figures(rows, 2));
        assertEquals("12 100", figures(rows, 3));
        assertEquals("4 900", figures(rows, 6));
        assertEquals("16 1000", figures(rows, 7));
        assertEquals("16 1000", figures(rows, 8));
    }

    @Test
    void rowsWithTheSameTextsAreToldApartByTheirGroups() {
        List<String> keys = new RowKeys(COLUMNS).of(nested());
        assertEquals(2, keys.stream().filter(key -> key != null).distinct().count());
    }

    @Test
    void whatOnlyAUnitBelowHasIsShownToo() {
        List<ReportRow> whole = List.of(row(Kind.DETAIL, "Cao tuổi", 10L, 5L, null));
        List<ReportRow> one = List.of(row(Kind.DETAIL, "Cao tuổi", 6L, 5L, new BigDecimal("0.5")));
        List<ReportRow> other =
                List.of(row(Kind.DETAIL, "Cao tuổi", 3L, null, null), row(Kind.DETAIL, "Trẻ em", 2L, 0L, null));
        Together together = new Together(table(whole), List.of(table(one), table(other)));
        assertEquals(
                List.of("0 people 10 9", "-1 people null 2"),
                together.figures().stream().map(FiguresTest::told).toList());
        assertEquals(List.of(), new Together(table(whole), List.of()).figures(), "nothing was taken up yet");
    }

    private static String told(Figure figure) {
        return figure.row() + " " + figure.column() + " " + figure.counts() + " " + figure.below();
    }

    private static FigureRows.Table table(List<ReportRow> rows) {
        return new FigureRows.Table(COLUMNS, rows, rows);
    }

    private static String figures(List<ReportRow> rows, int row) {
        return rows.get(row).values().get(1) + " " + rows.get(row).values().get(2);
    }
}
