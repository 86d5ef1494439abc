package vn.ansinh.api.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;

/** Papers that look like the office's own, laid out by NĐ 30/2020/NĐ-CP: A4, serif, national motto, place and date. */
public interface OfficePaper {

    /** Writes a list as a PDF with embedded fonts, repeated table headers and page numbers. */
    void list(ListPaper paper, OutputStream to) throws IOException;

    /**
     * A list to print.
     *
     * @param agencyAbove name of the agency above, upper case on paper; may be {@code null}
     * @param agency issuing agency
     * @param place for the place-and-date line, for instance {@code Hà Nội}
     * @param date of the paper
     * @param title of the list
     * @param subtitle for instance {@code Kỳ 11/2026}; may be {@code null}
     * @param mark conspicuous remark such as {@code TẠM TÍNH – …}; {@code null} for none
     * @param landscape whether the page lies
     * @param rows one cell per column, never {@code null}; a line feed in a cell begins a new line
     * @param totals bold last row, one cell per column; its first text ({@code Tổng cộng}) spreads over the blank cells around
     *     it; empty for none
     * @param inWords the sum in words; may be {@code null}
     * @param notes below the table: citations
     * @param signatories from left to right
     */
    record ListPaper(
            String agencyAbove,
            String agency,
            String place,
            LocalDate date,
            String title,
            String subtitle,
            String mark,
            boolean landscape,
            List<PaperColumn> columns,
            Iterable<List<String>> rows,
            List<String> totals,
            String inWords,
            List<String> notes,
            List<Signatory> signatories) {}

    /**
     * @param right whether its values stand right (numbers)
     * @param width share of the page's width in percent
     */
    record PaperColumn(String title, boolean right, int width) {}

    /** Who signs, for instance {@code KẾ TOÁN} with {@code (Ký, ghi rõ họ tên)}. */
    record Signatory(String title, String instruction) {}
}
