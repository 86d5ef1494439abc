package vn.ansinh.core.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ColumnBand;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.training.Training;

/**
 * One sheet, written from top to bottom and streamed: a thousand rows at most are held in memory. Lines run over columns; a row of
 * the table gives every column a cell. Text never becomes a formula.
 */
public final class SheetPage implements Closeable {

    private static final int ROWS_HELD = 1_000;

    /** Room below the table for totals, remarks and signatures. */
    private static final int LAST_ROW = Worksheet.MAX_ROWS - 200;

    /** Excel refuses a file with a longer text in a cell. */
    private static final int LONGEST_TEXT = 32_767;

    /** As many rows as anybody prints get the height that their text needs; further down it is left to the program that opens it. */
    private static final int ROWS_PRINTED = 20_000;

    /** Points, for 12-point type. */
    private static final double LINE_HEIGHT = 17;

    private static final String FONT = "Times New Roman";
    private static final String TRAINING_FILL = "FDE3A7";
    private static final CellLook HEADER =
            CellLook.PLAIN.bolder().framed().wrapped().aligned("center").filled("E7ECF3");

    /** Excel holds 1900 for a leap year: days before this one have numbers that are one less. */
    private static final LocalDate MARCH_1900 = LocalDate.of(1900, 3, 1);

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final long SERIAL_OF_EPOCH = 25_569;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final List<Integer> widths;
    private final CellLook[] looks;
    private final int[] since;
    private int row;
    private int tallest = 1;

    /**
     * @param name of the sheet; what Excel does not allow in it is left out
     * @param widths of the columns in characters, at least one
     * @param training whether it says on the sheet and on every printed page that nothing in it is real
     */
    public SheetPage(OutputStream to, String name, List<Integer> widths, boolean landscape, boolean training) {
        this.widths = List.copyOf(widths);
        this.looks = new CellLook[widths.size()];
        this.since = new int[widths.size()];
        this.workbook = new Workbook(to, "An Sinh", "1.0");
        workbook.setGlobalDefaultFont(FONT, 12);
        this.sheet = workbook.newWorksheet(allowed(training ? "TẬP HUẤN – " + name : name));
        for (int i = 0; i < widths.size(); i++) {
            sheet.width(i, widths.get(i));
        }
        setUpPrint(landscape);
        if (training) {
            line(
                    Training.WORDS.toUpperCase(Locale.ROOT),
                    CellLook.PLAIN.bolder().aligned("center").filled(TRAINING_FILL));
            sheet.header("&B" + Training.WORDS, Position.CENTER);
        }
    }

    /** Excel allows 31 characters, some not. */
    private static String allowed(String name) {
        String allowed = name.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", " ").strip();
        return allowed.length() > 31 ? allowed.substring(0, 31).strip() : allowed;
    }

    private void setUpPrint(boolean landscape) {
        sheet.pageOrientation(landscape ? "landscape" : "portrait");
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.footer("Trang &P/&N", Position.CENTER);
        float side = 0.5f;
        sheet.leftMargin(side);
        sheet.rightMargin(side);
    }

    /** How many columns there are. */
    public int columns() {
        return widths.size();
    }

    /** A line over all columns. */
    public void line(String text, CellLook look) {
        aside(0, widths.size() - 1, text, look);
        down();
    }

    /**
     * Text over columns of the row being written, which {@link #down} ends.
     *
     * @param from first column, from 0
     * @param to last column
     */
    public void aside(int from, int to, String text, CellLook look) {
        dressAll();
        put(from, text);
        StyleSetter style = from < to ? sheet.range(row, from, row, to).style().merge() : sheet.style(row, from);
        look.wrapped().dress(style, "center");
        // Excel does not make merged cells higher by itself
        double height = LINE_HEIGHT * lines(text, from, to);
        if (height > LINE_HEIGHT) {
            sheet.rowHeight(row, height);
        }
    }

    /** Ends a row of {@link #aside}s; an empty row without any. */
    public void down() {
        dressAll();
        row++;
        for (int i = 0; i < since.length; i++) {
            looks[i] = null;
            since[i] = row;
        }
    }

    /**
     * The table's header: stays in sight and is printed on every page.
     *
     * @param titles one per column
     * @param bands headings above columns in a row with the same one, {@code null} for a column without; a second row when there are
     *     any
     */
    public void header(List<String> titles, List<String> bands) {
        int first = row;
        int above = 1;
        List<ColumnBand> upper = ColumnBand.of(bands);
        for (ColumnBand band : upper) {
            int last = band.to() - 1;
            if (band.title() == null) {
                head(first, first + 1, last, last, titles.get(last));
            } else {
                head(first, first, band.from(), last, band.title());
                above = Math.max(above, lines(band.title(), band.from(), last));
            }
        }
        if (!upper.isEmpty()) {
            sheet.rowHeight(first, LINE_HEIGHT * above);
            row++;
        }
        int below = 1;
        for (int i = 0; i < titles.size(); i++) {
            int lines = lines(titles.get(i), i, i);
            boolean overBoth = !upper.isEmpty() && bands.get(i) == null;
            if (!overBoth) {
                head(row, row, i, i, titles.get(i));
            }
            below = Math.max(below, overBoth ? lines - above : lines);
        }
        sheet.rowHeight(row, LINE_HEIGHT * below);
        sheet.freezePane(0, row + 1);
        sheet.repeatRows(first, row);
        down();
    }

    private void head(int top, int bottom, int from, int to, String text) {
        sheet.inlineString(top, from, text);
        StyleSetter style = sheet.range(top, from, bottom, to).style();
        HEADER.dress(top < bottom || from < to ? style.merge() : style, "center");
    }

    /** Lines that a text takes, broken between words. */
    private int lines(String text, int from, int to) {
        int width = Math.max(
                1, widths.subList(from, to + 1).stream().mapToInt(each -> each).sum());
        int lines = 0;
        for (String paragraph : text.split("\n", -1)) {
            int used = 0;
            lines++;
            for (String word : paragraph.split(" ")) {
                if (used > 0 && used + word.length() > width) {
                    lines++;
                    used = 0;
                }
                used += word.length() + 1;
            }
        }
        return lines;
    }

    /**
     * A cell of the row of the table being written. A row gives every column one, also the empty ones.
     *
     * @param value {@code String}, {@code Long}, {@code Integer}, {@code BigDecimal}, {@code LocalDate} or {@code null}
     */
    public void cell(int column, Object value, CellLook look) {
        if (looks[column] != look) {
            dress(column);
            looks[column] = look;
        }
        if (look.wrap() && row < ROWS_PRINTED && value instanceof String text && text.length() > widths.get(column)) {
            tallest = Math.max(tallest, lines(text, column, column));
        }
        put(column, value);
    }

    /**
     * Ends a row of {@link #cell}s.
     *
     * @throws Problem TOO_LARGE when no sheet has more rows
     */
    public void next() throws IOException {
        if (tallest > 1) {
            sheet.rowHeight(row, LINE_HEIGHT * tallest);
            tallest = 1;
        }
        row++;
        if (row >= LAST_ROW) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "AS-SHEET-FULL",
                    "Một trang Excel chỉ chứa được khoảng một triệu dòng. Hãy thu hẹp phạm vi, hoặc chọn CSV.");
        }
        if (row % ROWS_HELD == 0) {
            dressAll();
            sheet.flush();
        }
    }

    private void put(int column, Object value) {
        if (value == null) {
            return;
        }
        if (value instanceof String text) {
            putText(column, text);
        } else if (value instanceof LocalDate date) {
            if (date.isBefore(FIRST_DAY)) {
                putText(column, Vietnamese.day(date));
            } else {
                long serial = date.toEpochDay() + SERIAL_OF_EPOCH;
                sheet.value(row, column, (Number) (date.isBefore(MARCH_1900) ? serial - 1 : serial));
            }
        } else if (value instanceof Long || value instanceof Integer || value instanceof BigDecimal) {
            sheet.value(row, column, (Number) value);
        } else {
            throw new IllegalArgumentException("no cell for " + value.getClass().getName());
        }
    }

    /** Always a string cell, so that "=1+1" stays what somebody typed. */
    private void putText(int column, String text) {
        sheet.inlineString(row, column, text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
    }

    private void dressAll() {
        for (int i = 0; i < looks.length; i++) {
            dress(i);
        }
    }

    /** Dresses the cells of a column that were written since it last was; one call for many cells is what makes it quick. */
    private void dress(int column) {
        if (looks[column] != null && since[column] < row) {
            looks[column].dress(
                    sheet.range(since[column], column, row - 1, column).style(), "top");
        }
        since[column] = row;
    }

    @Override
    public void close() throws IOException {
        dressAll();
        sheet.finish();
        workbook.finish();
    }
}
