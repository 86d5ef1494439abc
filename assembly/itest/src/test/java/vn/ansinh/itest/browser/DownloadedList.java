package vn.ansinh.itest.browser;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** A payment list as an official has it on disk. */
final class DownloadedList {

    private static final String FIRST_TITLE = "TT";
    private static final int NUMBER = 0;

    private final List<List<String>> cells = new ArrayList<>();

    private DownloadedList() {}

    /** Saves a download where Excel would find it. */
    static Path save(Download download, Path directory) {
        Path file = directory.resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }

    /** Opens an .xlsx. */
    static DownloadedList excel(Path file) throws IOException {
        DownloadedList list = new DownloadedList();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            for (Row row : workbook.getFirstSheet().read()) {
                List<String> texts = new ArrayList<>();
                row.forEach(cell -> texts.add(text(cell)));
                list.cells.add(texts);
            }
        }
        return list;
    }

    /** Text of a .pdf, blanks and line ends made one blank. */
    static String pdf(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    /** Everything in it, line by line. */
    List<List<String>> cells() {
        return cells;
    }

    /** Cells of the numbered lines under some titles, in the order of the titles; sorted. */
    List<List<String>> lines(String... titles) {
        List<String> header = cells.stream()
                .filter(row -> !row.isEmpty() && row.get(0).equals(FIRST_TITLE))
                .findFirst()
                .orElseThrow();
        return cells.stream()
                .filter(row -> !row.isEmpty() && row.get(NUMBER).matches("\\d+"))
                .map(row -> List.of(titles).stream()
                        .map(title -> row.get(header.indexOf(title)))
                        .toList())
                .sorted(Comparator.comparing(List::toString))
                .toList();
    }

    private static String text(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        return cell.getType() == CellType.NUMBER
                ? cell.asNumber().stripTrailingZeros().toPlainString()
                : cell.getText();
    }
}
