package vn.ansinh.core.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.ansinh.api.sheet.Spreadsheets.Column;
import vn.ansinh.api.sheet.Spreadsheets.SheetWriter;
import vn.ansinh.api.training.Training;

/** Streams one sheet; a thousand rows at most are held in memory. */
final class ExcelWriter implements SheetWriter {

    private static final int ROWS_HELD = 1_000;

    /** Excel refuses a file with a longer text in a cell. */
    private static final int LONGEST_TEXT = 32_767;

    /** Points, for 12-point type. */
    private static final double LINE_HEIGHT = 17;

    private static final String FONT = "Times New Roman";
    private static final String HEADER_FILL = "E7ECF3";
    private static final String TRAINING_FILL = "FDE3A7";

    private final Workbook workbook;
    private final Worksheet sheet;
    private final List<Column> columns;
    private final boolean training;
    private final List<Heading> headings = new ArrayList<>();
    private int row;
    private boolean begun;
    private boolean remarked;

    private record Heading(String text, boolean bold) {}

    /** @param training whether it says on the sheet and on every printed page that nothing in it is real */
    ExcelWriter(OutputStream to, String sheetName, List<Column> columns, boolean training) {
        this.training = training;
        this.columns = List.copyOf(columns);
        this.workbook = new Workbook(to, "An Sinh", "1.0");
        workbook.setGlobalDefaultFont(FONT, 12);
        this.sheet = workbook.newWorksheet(nameFor(training ? "TẬP HUẤN – " + sheetName : sheetName));
    }

    /** Excel allows 31 characters, some not. */
    private static String nameFor(String name) {
        String allowed = name.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", " ").strip();
        return allowed.length() > 31 ? allowed.substring(0, 31).strip() : allowed;
    }

    @Override
    public void heading(String text, boolean bold) {
        if (begun) {
            throw new IllegalStateException("headings come before the first row");
        }
        headings.add(new Heading(text, bold));
    }

    @Override
    public void row(List<?> values) throws IOException {
        write(values, false);
    }

    @Override
    public void total(List<?> values) throws IOException {
        write(values, true);
    }

    @Override
    public void remark(String text, boolean bold) throws IOException {
        begin();
        remarked = true;
        merged(text, bold, "left");
    }

    private void write(List<?> values, boolean bold) throws IOException {
        if (remarked) {
            throw new IllegalStateException("remarks come after the last row");
        }
        begin();
        for (int i = 0; i < columns.size(); i++) {
            Object value = i < values.size() ? values.get(i) : null;
            put(i, value);
            StyleSetter style = sheet.style(row, i);
            style.borderStyle(BorderStyle.THIN).verticalAlignment("top");
            if (bold) {
                style.bold();
            }
            String format = format(columns.get(i).type(), value);
            if (format == null) {
                style.wrapText(true);
            } else {
                style.format(format).horizontalAlignment("right");
            }
            style.set();
        }
        if (++row % ROWS_HELD == 0) {
            sheet.flush();
        }
    }

    private void put(int column, Object value) {
        if (value == null) {
            return;
        }
        if (value instanceof LocalDate date) {
            sheet.value(row, column, date);
        } else if (value instanceof Long || value instanceof Integer || value instanceof BigDecimal) {
            sheet.value(row, column, (Number) value);
        } else if (value instanceof String text) {
            putText(column, text);
        } else {
            throw new IllegalArgumentException("no cell for " + value.getClass().getName());
        }
    }

    /** Always a string cell, so that "=1+1" stays what somebody typed. */
    private void putText(int column, String text) {
        sheet.inlineString(row, column, text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
    }

    private static String format(Column.Type type, Object value) {
        if (value instanceof LocalDate) {
            return "dd/mm/yyyy";
        }
        if (value instanceof Number) {
            return type == Column.Type.MONEY ? "#,##0" : "General";
        }
        return null;
    }

    private void begin() {
        if (begun) {
            return;
        }
        begun = true;
        if (training) {
            merged(Training.WORDS.toUpperCase(Locale.ROOT), true, "center");
            sheet.range(0, 0, 0, Math.max(0, columns.size() - 1))
                    .style()
                    .fillColor(TRAINING_FILL)
                    .set();
            sheet.header("&B" + Training.WORDS, Position.CENTER);
        }
        for (Heading heading : headings) {
            merged(heading.text(), heading.bold(), "center");
        }
        for (int i = 0; i < columns.size(); i++) {
            sheet.width(i, columns.get(i).width());
            sheet.inlineString(row, i, columns.get(i).title());
            sheet.style(row, i)
                    .bold()
                    .wrapText(true)
                    .horizontalAlignment("center")
                    .verticalAlignment("center")
                    .fillColor(HEADER_FILL)
                    .borderStyle(BorderStyle.THIN)
                    .set();
        }
        setUpPrint(row);
        row++;
    }

    /** One line over all columns; Excel does not make merged cells higher by itself. */
    private void merged(String text, boolean bold, String alignment) {
        putText(0, text);
        StyleSetter style = columns.size() > 1
                ? sheet.range(row, 0, row, columns.size() - 1).style().merge()
                : sheet.style(row, 0);
        style.horizontalAlignment(alignment).verticalAlignment("center").wrapText(true);
        if (bold) {
            style.bold();
        }
        style.set();
        int width = columns.stream().mapToInt(Column::width).sum();
        sheet.rowHeight(row, LINE_HEIGHT * (1 + text.length() / Math.max(1, width)));
        row++;
    }

    private void setUpPrint(int header) {
        sheet.freezePane(0, header + 1);
        sheet.repeatRows(header);
        sheet.pageOrientation("landscape");
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.footer("Trang &P/&N", Position.CENTER);
        float side = 0.5f;
        sheet.leftMargin(side);
        sheet.rightMargin(side);
    }

    @Override
    public void close() throws IOException {
        begin();
        sheet.finish();
        workbook.finish();
    }
}
