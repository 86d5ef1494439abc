package vn.ansinh.btxh.imports;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * An import as it stands.
 *
 * @param state {@code NEW} until checked, {@code CHECKED}, {@code COMMITTED}
 * @param paidThrough last month paid where a row says nothing; {@code null} when nothing was paid
 * @param rows rows of people in the list
 * @param columns from A on, as far as the list goes
 * @param sameFileAt when the very same file was written before; {@code null} when it was not
 * @param written what the commit wrote; {@code null} until then
 */
public record ImportSummary(
        long id,
        long unitId,
        String fileName,
        String state,
        YearMonth paidThrough,
        int rows,
        int errors,
        int choices,
        int warnings,
        int correct,
        List<SheetColumn> columns,
        String createdBy,
        Instant createdAt,
        Instant committedAt,
        Instant sameFileAt,
        Written written) {

    /** How many rows a commit would write. */
    public int writable() {
        return warnings + correct;
    }

    /**
     * A column of the list.
     *
     * @param letter as Excel shows it
     * @param title as the list has it
     * @param column what it is read as, {@code null} for one that is not read
     */
    public record SheetColumn(String letter, String title, ImportColumn column) {}

    /**
     * What a commit wrote.
     *
     * @param peopleNew people the registry had not known
     * @param opened benefits opened
     * @param known benefits that ran already, just so
     * @param refused rows that could not be written any more, since something changed after the check
     * @param factsNew facts that were new
     */
    public record Written(int peopleNew, int opened, int known, int refused, int factsNew) {}
}
