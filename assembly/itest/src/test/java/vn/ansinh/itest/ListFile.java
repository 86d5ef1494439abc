package vn.ansinh.itest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A list as officials hand it in: one sheet with titles and rows, all text. */
final class ListFile {

    private static final int ROWS_IN_MEMORY = 1_000;

    private ListFile() {}

    /** Writes an .xlsx. @param rows cells under the titles; one that is empty or {@code null} is left blank */
    static Path write(Path file, List<String> titles, Iterable<List<String>> rows) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "An Sinh", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Danh sách");
            int row = 0;
            write(sheet, row++, titles);
            for (List<String> cells : rows) {
                write(sheet, row++, cells);
                if (row % ROWS_IN_MEMORY == 0) {
                    sheet.flush();
                }
            }
        }
        return file;
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            if (cell != null && !cell.isEmpty()) {
                sheet.inlineString(row, column, cell);
            }
        }
    }
}
