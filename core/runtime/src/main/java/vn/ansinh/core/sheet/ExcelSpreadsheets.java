package vn.ansinh.core.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.sheet.Spreadsheets;
import vn.ansinh.api.training.Training;

/** {@link Spreadsheets} on fastexcel. */
public final class ExcelSpreadsheets implements Spreadsheets {

    static final int MAX_ROWS = 100_000;
    static final int MAX_COLUMNS = 100;

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    private final WorkbookGuard guard;
    private final Training training;

    public ExcelSpreadsheets() {
        this(Training.NONE);
    }

    /** @param training where it is, every sheet says so */
    public ExcelSpreadsheets(Training training) {
        this(WorkbookGuard.standard(), training);
    }

    ExcelSpreadsheets(WorkbookGuard guard) {
        this(guard, Training.NONE);
    }

    private ExcelSpreadsheets(WorkbookGuard guard, Training training) {
        this.guard = guard;
        this.training = training;
    }

    @Override
    public void read(Path file, Consumer<SheetRow> rows) {
        guard.check(file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), WITH_FORMATS);
                Stream<Row> stream = firstSheet(workbook).openStream()) {
            CellReader cells = new CellReader(workbook.isDate1904());
            Iterator<Row> iterator = stream.iterator();
            int count = 0;
            for (Row row = next(iterator); row != null; row = next(iterator)) {
                SheetRow read = new SheetRow(row.getRowNum(), filledCells(row, cells));
                if (read.cells().isEmpty()) {
                    continue;
                }
                if (++count > MAX_ROWS) {
                    throw new Problem(
                            Problem.Kind.TOO_LARGE,
                            "AS-SHEET-ROWS",
                            "Trang tính có hơn 100.000 dòng. Hãy chia thành nhiều tệp nhỏ hơn.");
                }
                rows.accept(read);
            }
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private static Sheet firstSheet(ReadableWorkbook workbook) {
        try {
            return workbook.getFirstSheet();
        } catch (RuntimeException e) {
            throw broken(e);
        }
    }

    /** The parser tells of a broken file by whatever exception it ran into; what {@code rows} throws must not be mistaken for it. */
    private static Row next(Iterator<Row> rows) {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (RuntimeException e) {
            throw broken(e);
        }
    }

    /** Cells up to the last that is not empty. */
    private static List<SheetCell> filledCells(Row row, CellReader reader) {
        List<SheetCell> cells = new ArrayList<>(row.getCellCount());
        int filled = 0;
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            SheetCell read = cell == null ? SheetCell.EMPTY : reader.read(cell);
            cells.add(read);
            if (read.kind() != SheetCell.Kind.EMPTY) {
                filled = i + 1;
            }
            if (filled > MAX_COLUMNS) {
                throw new Problem(
                        Problem.Kind.TOO_LARGE,
                        "AS-SHEET-COLUMNS",
                        "Trang tính có dữ liệu ngoài cột thứ 100. Hãy xóa các cột thừa rồi tải lại.");
            }
        }
        return filled == cells.size() ? cells : List.copyOf(cells.subList(0, filled));
    }

    private static Problem broken(Exception cause) {
        return new Problem(
                Problem.Kind.INVALID,
                "AS-SHEET-BROKEN",
                "Không đọc được tệp Excel vì tệp bị hỏng. Hãy mở tệp bằng Excel, lưu lại thành .xlsx rồi tải lên lần nữa.",
                cause);
    }

    @Override
    public SheetWriter write(OutputStream to, String sheetName, List<Column> columns) throws IOException {
        return new ExcelWriter(to, sheetName, columns, training.active());
    }
}
