package vn.ansinh.core.paper;

import java.time.LocalDate;
import java.util.List;
import vn.ansinh.api.chart.Chart;
import vn.ansinh.api.paper.OfficePaper.Signatory;

/**
 * A paper of NĐ 30/2020/NĐ-CP with one table, without its rows.
 *
 * @param agencyAbove may be {@code null}
 * @param number of the paper, or what leaves room for it; {@code null} for a paper without
 * @param place for the place-and-date line; {@code null} for the date alone
 * @param form number of the form, top right; {@code null} for none
 * @param subtitles below the title
 * @param mark conspicuous remark; {@code null} for none
 * @param textSize of the table, in points
 */
public record TablePaper(
        String agencyAbove,
        String agency,
        String number,
        String place,
        LocalDate date,
        String form,
        String title,
        List<String> subtitles,
        String mark,
        boolean landscape,
        double textSize,
        List<Column> columns) {

    public TablePaper {
        subtitles = List.copyOf(subtitles);
        columns = List.copyOf(columns);
    }

    /** Where the text of a column stands. */
    public enum Alignment {
        LEFT,
        CENTER,
        RIGHT
    }

    /**
     * @param band heading above neighbouring columns; {@code null} for none
     * @param width of the page's, in percent
     */
    public record Column(String title, String band, Alignment alignment, double width) {}

    /** What a row is. */
    public enum Kind {
        DETAIL,
        /** Its first cell spreads over the whole row. */
        GROUP,
        /** Bold; its first text spreads over the blank cells around it. */
        SUM
    }

    /** @param cells one per column, never {@code null}; a line feed in a cell begins a new line */
    public record Row(Kind kind, List<String> cells) {}

    /**
     * What stands below the table.
     *
     * @param inWords the sum in words; may be {@code null}
     * @param signatories from left to right
     * @param recipients {@code Nơi nhận}; empty for none
     * @param charts after all else
     */
    public record Ending(
            String inWords,
            List<String> notes,
            List<Signatory> signatories,
            List<String> recipients,
            List<Chart> charts) {}
}
