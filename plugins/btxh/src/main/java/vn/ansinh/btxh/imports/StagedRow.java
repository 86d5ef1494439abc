package vn.ansinh.btxh.imports;

import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell.Kind;
import vn.ansinh.api.sheet.Spreadsheets.SheetRow;

/** A row of a sheet as two texts, so that it goes into the staging table by COPY and comes back the same. */
record StagedRow(String kinds, String cells) {

    private static final char SEPARATOR = '\u001f';
    private static final String LETTERS = "_TNDBFE";
    private static final Kind[] KINDS = {
        Kind.EMPTY, Kind.TEXT, Kind.NUMBER, Kind.DATE, Kind.BOOLEAN, Kind.FORMULA, Kind.ERROR
    };

    /** Control characters have no place in a list and are dropped. */
    static StagedRow of(SheetRow row) {
        StringBuilder kinds = new StringBuilder(row.cells().size());
        StringBuilder cells = new StringBuilder();
        for (SheetCell cell : row.cells()) {
            if (!kinds.isEmpty()) {
                cells.append(SEPARATOR);
            }
            kinds.append(letter(cell.kind()));
            cells.append(cell.text().replaceAll("[\\x00-\\x08\\x0e-\\x1f]", ""));
        }
        return new StagedRow(kinds.toString(), cells.toString());
    }

    SheetRow toRow(int number) {
        String[] texts = cells.split(String.valueOf(SEPARATOR), -1);
        List<SheetCell> read = new ArrayList<>(kinds.length());
        for (int i = 0; i < kinds.length(); i++) {
            read.add(new SheetCell(KINDS[LETTERS.indexOf(kinds.charAt(i))], texts[i]));
        }
        return new SheetRow(number, read);
    }

    private static char letter(Kind kind) {
        for (int i = 0; i < KINDS.length; i++) {
            if (KINDS[i] == kind) {
                return LETTERS.charAt(i);
            }
        }
        throw new IllegalArgumentException(kind.toString());
    }
}
