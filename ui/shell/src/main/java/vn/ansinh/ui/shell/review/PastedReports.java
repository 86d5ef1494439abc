package vn.ansinh.ui.shell.review;

import java.util.List;
import vn.ansinh.api.bulk.BulkDecision.Kind;
import vn.ansinh.api.bulk.BulkRow.Report;
import vn.ansinh.api.text.Vietnamese;

/** Rows as Excel puts them on the clipboard: number, name, birth, day and, for moves, the commune; a head is left out. */
final class PastedReports {

    static final int COLUMNS = 5;

    private static final int DAY = 3;

    private PastedReports() {}

    static List<Report> read(String text, Kind kind) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split("\\t|;", -1))
                .filter(cells -> !isHead(cells))
                .map(cells -> new Report(
                        cell(cells, 0),
                        cell(cells, 1),
                        cell(cells, 2),
                        cell(cells, DAY),
                        kind == Kind.MOVE ? cell(cells, DAY + 1) : ""))
                .toList();
    }

    /** A head has words where rows have days. */
    private static boolean isHead(String[] cells) {
        String first = Vietnamese.fold(cell(cells, 0));
        return first.contains("so ") || first.contains("cccd") || first.equals("stt");
    }

    private static String cell(String[] cells, int at) {
        return at < cells.length ? cells[at].strip() : "";
    }
}
