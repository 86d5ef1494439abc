package vn.ansinh.core.report.render;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportRow;

/**
 * A report ready to be written.
 *
 * @param heading whose paper it is
 * @param subtitles below the title: unit, period, choices, as people read them
 * @param mark conspicuous remark such as {@code TẠM TÍNH – …}; {@code null} for none
 * @param template the report's own template for the format, {@code null} for the platform's
 * @param asOf the moment whose data it shows
 * @param rows read once, from the first to the total
 */
public record ReportContent(
        ReportDefinition definition,
        Heading heading,
        List<String> subtitles,
        String mark,
        byte[] template,
        Instant asOf,
        Rows rows) {

    public ReportContent {
        subtitles = List.copyOf(subtitles);
    }

    /**
     * First lines of a paper after NĐ 30/2020/NĐ-CP.
     *
     * @param agencyAbove may be {@code null}
     * @param number of the paper, for instance {@code 12/BC-UBND}; {@code null} leaves room for it
     * @param place for the place-and-date line
     */
    public record Heading(String agencyAbove, String agency, String number, String place, LocalDate date) {}

    /** Rows that need not fit into memory. */
    @FunctionalInterface
    public interface Rows {

        /** Gives every row to {@code each}, in order. */
        void forEach(RowConsumer each) throws Exception;
    }

    /** Takes a row. */
    @FunctionalInterface
    public interface RowConsumer {
        void row(ReportRow row) throws Exception;
    }
}
