package vn.ansinh.api.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import vn.ansinh.api.problem.Problem;

/** Excel files, in and out. */
public interface Spreadsheets {

    /**
     * Reads the first sheet of an .xlsx, row by row. The file is checked before anything is parsed: not an .xlsx, too large,
     * inflating beyond reason (zip bomb), macros: refused.
     *
     * @param rows gets each row that is not empty, the header's included, in order
     * @throws Problem INVALID or TOO_LARGE, told in Vietnamese
     */
    void read(Path file, Consumer<SheetRow> rows);

    /** Writes a workbook with one sheet, streamed. Text never becomes a formula. */
    SheetWriter write(OutputStream to, String sheetName, List<Column> columns) throws IOException;

    /**
     * A row as it stands in the file.
     *
     * @param number as Excel shows it, from 1
     * @param cells from column A on
     */
    record SheetRow(int number, List<SheetCell> cells) {

        /** The cell in column {@code index} (0 is A); an empty cell beyond the last. */
        public SheetCell cell(int index) {
            return index < cells.size() ? cells.get(index) : SheetCell.EMPTY;
        }
    }

    /**
     * @param kind what it holds
     * @param text as text: dates ISO, whole numbers without fraction; never {@code null}
     */
    record SheetCell(Kind kind, String text) {

        /** No content. */
        public static final SheetCell EMPTY = new SheetCell(Kind.EMPTY, "");

        /** What a cell holds. */
        public enum Kind {
            EMPTY,
            TEXT,
            NUMBER,
            DATE,
            BOOLEAN,
            /** A formula, whatever its cached value: refused by who reads. */
            FORMULA,
            ERROR
        }
    }

    /**
     * A column to write.
     *
     * @param width in characters
     */
    record Column(String title, Type type, int width) {

        /** How values are written. */
        public enum Type {
            TEXT,
            /** Whole number with thousands separators. */
            MONEY,
            NUMBER,
            DATE
        }
    }

    /** Writes rows; close it to finish the file. */
    interface SheetWriter extends AutoCloseable {

        /** Lines above the header row (titles), each merged over all columns; call before {@link #row}. */
        void heading(String text, boolean bold);

        /** Values in the columns' order: {@code String}, {@code Long}, {@code BigDecimal}, {@code LocalDate} or {@code null}. */
        void row(List<?> values) throws IOException;

        /** A bold row, for totals. */
        void total(List<?> values) throws IOException;

        /** A line below the rows (sum in words, sources of law), merged over all columns; no row may follow. */
        void remark(String text, boolean bold) throws IOException;

        @Override
        void close() throws IOException;
    }
}
