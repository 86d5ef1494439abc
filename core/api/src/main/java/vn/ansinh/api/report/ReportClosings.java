package vn.ansinh.api.report;

import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.problem.Problem;

/**
 * Reports that are sent up (chốt báo cáo): what a unit reported for a period stays as it was, whatever the data say later. Who
 * closes holds {@code report.close} at the unit; who takes up or returns holds {@code report.receive} at a unit above.
 */
public interface ReportClosings {

    /**
     * Computes a unit's report for a period and keeps it as a draft to be looked at, corrected and sent. A draft that is there is
     * computed anew; its corrections stay.
     *
     * @param period first day
     * @throws Problem CONFLICT when it was sent and not returned, INVALID when the report is none that is sent up
     */
    Closing draft(String report, long unitId, LocalDate period);

    /**
     * Corrects a computed figure of a draft. The computed one stays beside it.
     *
     * @param row position in {@link Closing#rows()}
     * @param column name; a column of numbers
     * @param value {@code null} takes the correction back
     * @param reason Vietnamese, shown to whoever gets the report
     * @throws Problem INVALID without a reason or for a cell that holds no number
     */
    Closing correct(long id, int row, String column, Long value, String reason);

    /** Sends a draft up: from now on it does not change. @throws Problem CONFLICT when it is no draft, or its data changed since */
    Closing send(long id);

    /** Takes up what a unit below sent. The one who sent cannot. */
    Closing receive(long id);

    /** Sends it back to be corrected. @param reason Vietnamese */
    Closing giveBack(long id, String reason);

    /** A closing that the caller may see. @throws Problem NOT_FOUND */
    Closing byId(long id);

    /**
     * Where the units directly below stand for a period, those that sent nothing included.
     *
     * @param period first day
     */
    List<Standing> standings(String report, long unitId, LocalDate period);

    /** Writes a sent report as it was frozen. @throws Problem CONFLICT for a draft */
    void write(long id, ReportFormat format, OutputStream to);

    /** Where a closing stands. */
    enum State {
        DRAFT("Nháp"),
        SENT("Đã gửi"),
        RECEIVED("Đã tiếp nhận"),
        RETURNED("Trả lại");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** Vietnamese words. */
        public String label() {
            return label;
        }
    }

    /**
     * A unit's report for a period.
     *
     * @param rows as they count: computed, corrections applied
     * @param asOf the moment whose data it shows
     * @param sha256 of the frozen rows, hex; {@code null} for a draft
     * @param reason why it was returned; {@code null} when it was not
     */
    record Closing(
            long id,
            ReportDefinition definition,
            long unitId,
            LocalDate period,
            State state,
            List<ReportRow> rows,
            List<Correction> corrections,
            Instant asOf,
            String sentBy,
            Instant sentAt,
            String receivedBy,
            Instant receivedAt,
            String sha256,
            String reason) {

        public Closing {
            rows = List.copyOf(rows);
            corrections = List.copyOf(corrections);
        }
    }

    /**
     * A corrected figure.
     *
     * @param key texts of the row that tell it from the others, by column
     * @param computed what the data say
     */
    record Correction(
            int row,
            Map<String, String> key,
            String column,
            Long computed,
            Long corrected,
            String reason,
            String account,
            Instant at) {}

    /**
     * @param closing 0 when nothing was begun
     * @param due the moment from which on it is late; {@code null} when nothing says so
     */
    record Standing(long unitId, long closing, State state, Instant sentAt, Instant due) {}
}
