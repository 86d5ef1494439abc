package vn.ansinh.core.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vn.ansinh.api.sheet.Spreadsheets.Column;
import vn.ansinh.api.sheet.Spreadsheets.SheetWriter;

/** A list as a sheet: headings, one header row, rows, totals, remarks. */
final class ExcelWriter implements SheetWriter {

    private static final CellLook HEADING = CellLook.PLAIN.aligned("center");
    private static final CellLook REMARK = CellLook.PLAIN.aligned("left");

    private final SheetPage page;
    private final List<Column> columns;
    private boolean begun;
    private boolean remarked;

    /** @param training whether it says on the sheet and on every printed page that nothing in it is real */
    ExcelWriter(OutputStream to, String sheetName, List<Column> columns, boolean training) {
        this.columns = List.copyOf(columns);
        this.page =
                new SheetPage(to, sheetName, columns.stream().map(Column::width).toList(), true, training);
    }

    @Override
    public void heading(String text, boolean bold) {
        if (begun) {
            throw new IllegalStateException("headings come before the first row");
        }
        page.line(text, bold ? HEADING.bolder() : HEADING);
    }

    @Override
    public void row(List<?> values) throws IOException {
        write(values, Looks.ROW);
    }

    @Override
    public void total(List<?> values) throws IOException {
        write(values, Looks.TOTAL);
    }

    @Override
    public void remark(String text, boolean bold) throws IOException {
        begin();
        remarked = true;
        page.line(text, bold ? REMARK.bolder() : REMARK);
    }

    private void write(List<?> values, Looks looks) throws IOException {
        if (remarked) {
            throw new IllegalStateException("remarks come after the last row");
        }
        begin();
        for (int i = 0; i < columns.size(); i++) {
            Object value = i < values.size() ? values.get(i) : null;
            page.cell(i, value, looks.of(columns.get(i).type(), value));
        }
        page.next();
    }

    private void begin() {
        if (!begun) {
            begun = true;
            List<String> titles = columns.stream().map(Column::title).toList();
            page.header(titles, new ArrayList<>(Collections.nCopies(titles.size(), null)));
        }
    }

    @Override
    public void close() throws IOException {
        begin();
        page.close();
    }

    /** Looks of a row's cells. */
    private record Looks(CellLook text, CellLook date, CellLook number, CellLook money) {

        static final Looks ROW = new Looks(CellLook.TEXT, CellLook.DATE, CellLook.NUMBER, CellLook.MONEY);
        static final Looks TOTAL = new Looks(
                CellLook.TEXT.bolder(), CellLook.DATE.bolder(), CellLook.NUMBER.bolder(), CellLook.MONEY.bolder());

        /** By what the cell holds; an empty one as its column's others. */
        CellLook of(Column.Type type, Object value) {
            if (value instanceof String) {
                return text;
            }
            if (value instanceof LocalDate) {
                return date;
            }
            return switch (type) {
                case TEXT -> value == null ? text : number;
                case DATE -> value == null ? date : number;
                case NUMBER -> number;
                case MONEY -> money;
            };
        }
    }
}
