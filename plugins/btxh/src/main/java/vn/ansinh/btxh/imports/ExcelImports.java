package vn.ansinh.btxh.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.YearMonth;
import java.util.List;

/**
 * Lists of beneficiaries from Excel: handed in, checked by a job, looked at, written by a job. Everything needs {@code
 * btxh.import} and a unit in the caller's subtree; writing also needs {@code person.write} and {@code entitlement.write}.
 */
public interface ExcelImports {

    /** Largest file, in bytes; what reads workbooks takes no larger one. */
    long LARGEST = 50L << 20;

    /** Job that checks a list; its result names the import as {@code import}. */
    String CHECK = "btxh.import.check";

    /** Job that writes the right rows of a checked list. */
    String COMMIT = "btxh.import.commit";

    /** Media type of .xlsx. */
    String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /**
     * Hands a list in; it is checked in the background, nothing is written.
     *
     * @param unitId commune or province the list is for
     * @param paidThrough last month paid where a row says nothing; {@code null}: nothing was paid, so arrears follow
     * @param content the .xlsx, read to its end
     */
    Submitted submit(long unitId, String fileName, YearMonth paidThrough, InputStream content);

    /** An import. @throws vn.ansinh.api.problem.Problem NOT_FOUND when there is none for this caller */
    ImportSummary summary(long id);

    /** The latest imports at or below a unit, newest first. */
    List<ImportSummary> latest(long unitId, int limit);

    /**
     * One page of rows, in the order of the list.
     *
     * @param severity only such rows; {@code null} for all
     * @param after number of the last row of the page before, 0 for the first
     * @param limit at most 500
     */
    List<PreviewRow> rows(long id, Severity severity, int after, int limit);

    /** Split communes for whose people somebody has to choose, or has chosen. */
    List<SplitCommune> splits(long id);

    /** Keeps choices and reads the list anew. @throws vn.ansinh.api.problem.Problem INVALID for a unit that is no candidate */
    ImportSummary choose(long id, List<Choice> choices);

    /**
     * Writes all right rows, or none, in the background.
     *
     * @return the job
     * @throws vn.ansinh.api.problem.Problem CONFLICT when it is not checked or no row is right
     */
    long commit(long id);

    /** The .xlsx to fill in. */
    void template(OutputStream to) throws IOException;

    /** The rows that do not get in, as .xlsx with the reasons, to mend and hand in again. */
    void rejected(long id, OutputStream to) throws IOException;

    /** An import and the job that checks it. */
    record Submitted(long importId, long jobId) {}

    /**
     * Where people of a split commune live now.
     *
     * @param code of the split commune, as the list has it
     * @param row one row, or {@code null} for all that wait
     */
    record Choice(String code, Integer row, long unitId) {}
}
