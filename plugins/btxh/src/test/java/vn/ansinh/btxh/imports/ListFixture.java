package vn.ansinh.btxh.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Due;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell.Kind;
import vn.ansinh.api.sheet.Spreadsheets.SheetRow;

/** A list read on 22 November 2026 in Hà Tĩnh, paid through October where a row says nothing. */
final class ListFixture {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final RowReader reader;
    private int number = 1;

    ListFixture(long listUnit) {
        this(listUnit, false);
    }

    /** @param oldList whether the list has codes of before the reform */
    ListFixture(long listUnit, boolean oldList) {
        Surroundings around = new Surroundings(
                new TestCodeLists(),
                new TestUnits(),
                ListFixture::paysAll,
                0,
                listUnit,
                oldList,
                YearMonth.of(2026, 10),
                TODAY);
        reader = new RowReader(around, header());
    }

    /** A row that is right, to start from: a severely disabled woman of 47. */
    static Map<ImportColumn, SheetCell> rightRow() {
        Map<ImportColumn, SheetCell> cells = new EnumMap<>(ImportColumn.class);
        cells.put(ImportColumn.NAME, text("Phan Thị Mẫu"));
        cells.put(ImportColumn.BIRTH, text("05/03/1979"));
        cells.put(ImportColumn.SEX, text("Nữ"));
        cells.put(ImportColumn.NUMBER, text("042179900123"));
        cells.put(ImportColumn.UNIT, text("18673"));
        cells.put(ImportColumn.CATEGORY, text("BT6N"));
        cells.put(ImportColumn.FROM, text("05/2018"));
        cells.put(ImportColumn.DECISION_NUMBER, text("1147/QĐ-UBND"));
        cells.put(ImportColumn.DECISION_DATE, text("24/05/2018"));
        cells.put(ImportColumn.CERTIFICATE_DATE, text("02/05/2018"));
        return cells;
    }

    /** Reads the next row: the right one with some cells changed. */
    ReadRow read(Object... columnsAndCells) {
        Map<ImportColumn, SheetCell> cells = rightRow();
        for (int i = 0; i < columnsAndCells.length; i += 2) {
            Object cell = columnsAndCells[i + 1];
            cells.put((ImportColumn) columnsAndCells[i], cell instanceof SheetCell given ? given : text((String) cell));
        }
        return reader.read(row(cells), null);
    }

    /** Reads the next row with a commune that an official chose. */
    ReadRow readChosen(String code, long chosen) {
        Map<ImportColumn, SheetCell> cells = rightRow();
        cells.put(ImportColumn.UNIT, text(code));
        return reader.read(row(cells), chosen);
    }

    static SheetCell text(String text) {
        return text.isEmpty() ? SheetCell.EMPTY : new SheetCell(Kind.TEXT, text);
    }

    static SheetCell number(String digits) {
        return new SheetCell(Kind.NUMBER, digits);
    }

    static SheetCell date(String iso) {
        return new SheetCell(Kind.DATE, iso);
    }

    private SheetRow row(Map<ImportColumn, SheetCell> cells) {
        List<SheetCell> row = new ArrayList<>();
        for (ImportColumn column : ImportColumn.values()) {
            row.add(cells.getOrDefault(column, SheetCell.EMPTY));
        }
        return new SheetRow(++number, row);
    }

    private static Header header() {
        List<SheetCell> titles = new ArrayList<>();
        for (ImportColumn column : ImportColumn.values()) {
            titles.add(text(column.title()));
        }
        return Header.of(new SheetRow(1, titles)).orElseThrow();
    }

    /** Pays everything but children without support who are older by now, as a stand-in for a pack. */
    private static List<Due> paysAll(
            PersonFacts person, List<Claim> claims, YearMonth from, YearMonth to, LocalDate asOf) {
        List<Due> due = new ArrayList<>();
        for (Claim claim : claims) {
            boolean grown =
                    claim.benefit().equals("BT1") && person.born().plusYears(16).isBefore(asOf);
            due.add(new Due(
                    claim.id(),
                    claim.benefit(),
                    "RATE",
                    "Mức",
                    from,
                    grown ? 0 : 540_000,
                    540_000,
                    BigDecimal.ONE,
                    1,
                    List.of(),
                    null,
                    new PackVersion("btxh", 1),
                    grown ? "đã đủ 16 tuổi" : null));
        }
        return due;
    }
}
