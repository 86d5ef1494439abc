package vn.ansinh.api.report;

import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.api.chart.Chart;
import vn.ansinh.api.problem.Problem;

/**
 * The reports there are now, run with the rights of who asks: {@code report.read}, the report's own permission, the programs and the
 * unit subtree of the caller; {@code report.sensitive} on top for sensitive ones.
 */
public interface Reports {

    /** Type of the job that writes a report to a file; parameters {@link #REPORT}, {@link #FORMAT} and the report's own. */
    String JOB = "report.write";

    /** Parameter of the job: id of the report. */
    String REPORT = "report";

    /** Parameter of the job: name of the {@link ReportFormat}. */
    String FORMAT = "format";

    /** What the caller may run, by section and title. */
    List<ReportDefinition> catalogue();

    /** A report that the caller may run; empty when there is none now. */
    Optional<ReportDefinition> byId(String id);

    /**
     * What to fill in first: what this account chose last, else what the report says, else what the caller's scope leaves no choice
     * about.
     *
     * @return by name of parameter; lacks what has no value
     */
    Map<String, String> initial(String id);

    /**
     * Runs a report for the screen: its first rows, sums over all of them.
     *
     * @param limit rows of detail to return; sums count all
     * @throws Problem NOT_FOUND, FORBIDDEN, INVALID for a value that is missing or wrong, TOO_LARGE or UNAVAILABLE when it has too
     *     many rows or takes too long
     */
    Preview preview(String id, Map<String, String> values, int limit);

    /**
     * Writes a report; for what is small. Large ones go as a job of type {@link #JOB}.
     *
     * @return what was written, as kept in the history
     * @throws Problem as {@link #preview}
     */
    Use write(String id, Map<String, String> values, ReportFormat format, OutputStream to);

    /**
     * Values as people read them, one line each: {@code Đơn vị: Xã Thạch Hà, Tỉnh Hà Tĩnh}. Also of what was chosen once and would
     * not be accepted any more.
     */
    List<String> words(String id, Map<String, String> values);

    /** Name of a report's file, without diacritics, with period and unit: {@code so-tro-cap_2026-11_xa-thach-ha.xlsx}. */
    String fileName(String id, Map<String, String> values, ReportFormat format);

    /** In which formats reports can be written now, in their usual order. */
    List<ReportFormat> formats();

    /** Uses of a report by the caller, newest first; of everybody in the subtree for who holds {@code audit.read}. */
    List<Use> history(String id, int limit);

    /** Ids that the caller marked. */
    Set<String> favourites();

    /** Marks a report, or not any more. */
    void favour(String id, boolean favourite);

    /** Choices for a report that the caller keeps under names, by name. */
    List<Saved> saved(String id);

    /**
     * Keeps choices for a report under a name, in place of what had that name.
     *
     * @param name of 1 to 80 characters
     * @throws Problem NOT_FOUND, FORBIDDEN, INVALID for a value, for the name, or when a hundred are kept
     */
    void save(String id, String name, Map<String, String> values);

    /** Takes away what is kept under a name. */
    void forget(String id, String name);

    /**
     * Has somebody told each time that reports came, went or changed, so that open pages can follow. Told on any thread, without a
     * caller.
     *
     * @return ends it
     */
    Runnable follow(Runnable changed);

    /** Files that bring reports, those that cannot be used included; for who holds {@code program.manage}. */
    List<ReportFile> files();

    /**
     * A report on the screen.
     *
     * @param rows the first ones, with their groups and subtotals, and last the total
     * @param count rows of detail that there are
     * @param complete whether {@code rows} are all
     * @param charts of all rows, not only of the first ones
     * @param asOf the moment whose data it shows
     */
    record Preview(
            ReportDefinition definition,
            Map<String, String> values,
            List<String> subtitles,
            List<ReportRow> rows,
            long count,
            boolean complete,
            List<Chart> charts,
            Instant asOf) {}

    /**
     * Choices that somebody keeps.
     *
     * @param values by parameter, as they were; what the report asks now may be something else
     */
    record Saved(String name, Map<String, String> values) {

        public Saved {
            values = Map.copyOf(values);
        }
    }

    /**
     * That somebody ran a report.
     *
     * @param values by parameter, as they were
     * @param format {@code null} for the screen
     * @param asOf the moment whose data it showed
     * @param job that wrote it, whose file may still be there; 0 for none
     */
    record Use(
            long id,
            String report,
            String version,
            Map<String, String> values,
            ReportFormat format,
            String account,
            String fullName,
            Instant asOf,
            long rows,
            long job) {}

    /**
     * A file or bundle that brings a report.
     *
     * @param file as people see it, for instance {@code deploy/so-dan-toc.report.zip}
     * @param report id; {@code null} when it is not understood that far
     * @param title {@code null} when not understood
     * @param faults Vietnamese, each with file, line and reason; empty when it can be used
     */
    record ReportFile(String file, Door door, String report, String title, String version, List<String> faults) {

        public ReportFile {
            faults = List.copyOf(faults);
        }
    }

    /** By which way a report came. */
    enum Door {
        /** In a bundle, with all else that it brings. */
        BUNDLE,
        /** A file of its own in a watched directory; goes with the file. */
        DROPPED,
        /** Brought by somebody in the programs view; goes from there. */
        UPLOADED
    }
}
