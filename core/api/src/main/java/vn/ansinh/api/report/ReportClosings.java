package vn.ansinh.api.report;

import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.deadline.Cadence;
import vn.ansinh.api.problem.Problem;

/**
 * Reports that are sent up (chốt báo cáo): what a unit reported for a period stays as it was, whatever the data say later. Who
 * looks holds {@code report.read} and what the report itself asks for; who computes, corrects and sends holds {@code report.close}
 * at the unit; who takes up or returns holds {@code report.receive} and belongs to a unit above. Reports about single people and
 * sensitive ones are never sent up.
 */
public interface ReportClosings {

    /** Longest reason, in characters. */
    int LONGEST_REASON = 1000;

    /** Reports that units send up and the caller may see: forms by their numbers, others by title. */
    List<ReportDefinition> submitted();

    /**
     * What a unit itself has to send: of each report the running period and the one before, of months two; what was given back
     * first, then what is late, then by due date.
     */
    List<Standing> own(long unitId);

    /**
     * Where the units directly below stand for a period, those that sent nothing included, the late ones first.
     *
     * @param unitId 0 for the country
     * @param period first day
     */
    List<Standing> standings(String report, long unitId, LocalDate period);

    /**
     * Computes a unit's report for a period and keeps it as a draft to be looked at, corrected and sent. A draft that is there is
     * computed anew, and one that was given back begins again; corrections stay as long as their row is there.
     *
     * @param period first day
     * @throws Problem CONFLICT when it was sent and not returned, INVALID when the report is none that this unit sends up
     */
    Closing draft(String report, long unitId, LocalDate period);

    /**
     * Corrects a computed figure of a draft. The computed one stays beside it; sums follow.
     *
     * @param row position in {@link Closing#rows()}
     * @param column name; a column of numbers
     * @param value {@code null} takes the correction back
     * @param reason Vietnamese, shown to whoever gets the report; not asked for when a correction is taken back
     * @throws Problem INVALID without a reason or for a cell that holds no whole number, CONFLICT when it is no draft
     */
    Closing correct(long id, int row, String column, Long value, String reason);

    /**
     * What the units below sent, put together, beside what the data say: those that were {@linkplain State#RECEIVED taken up}
     * count.
     */
    Synthesis synthesis(long id);

    /**
     * Corrects every figure of a draft in which {@link #synthesis} differs to what the units below sent; each correction says so
     * and can be taken back like any other.
     *
     * @param reason why theirs count
     * @throws Problem CONFLICT when nothing below was taken up or it is no draft
     */
    Closing takeTogether(long id, String reason);

    /**
     * Sends a draft up: from now on it does not change. Files are made of it and kept.
     *
     * @param revision {@link Closing#revision} of what the sender looked at
     * @throws Problem CONFLICT when it is no draft, when somebody changed it or its data changed since, or it is too late
     */
    Closing send(long id, int revision);

    /** Takes up what a unit below sent. @throws Problem FORBIDDEN for who sent it and for the unit itself */
    Closing receive(long id);

    /**
     * Sends it back to be corrected; also after it was taken up, as long as it went into no report of one's own.
     *
     * @param reason Vietnamese
     * @throws Problem FORBIDDEN for who sent it and for the unit itself, INVALID without a reason
     */
    Closing giveBack(long id, String reason);

    /** A closing that the caller may see. @throws Problem NOT_FOUND, CONFLICT when it is not what was sent any more */
    Closing byId(long id);

    /** What a unit sent for a period and got back or not, the latest first; the draft included. */
    List<Standing> history(String report, long unitId, LocalDate period);

    /** Formats in which a sent report is kept; none for a draft. */
    List<ReportFormat> formats(long id);

    /** Name of a sent report's file, without diacritics. */
    String fileName(long id, ReportFormat format);

    /** Writes a sent report as it was frozen, byte for byte. @throws Problem CONFLICT for a draft, NOT_FOUND for a format not kept */
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
     * @param definition as it was: its title, version and columns; what is not needed to read the rows is left out
     * @param cadence of the period
     * @param period first day
     * @param turn 1 for the first time that it was begun, 2 after it was given back once
     * @param revision changes with every change of a draft
     * @param rows as they count: corrections applied
     * @param computed what the data said, row by row
     * @param asOf the moment whose data it shows
     * @param drafted who computed it last
     * @param sent {@code null} for a draft
     * @param decided who took it up or gave it back; {@code null} before
     * @param sha256 of the frozen rows, hex; {@code null} for a draft
     * @param reason why it was given back; {@code null} when it was not
     */
    record Closing(
            long id,
            ReportDefinition definition,
            long unitId,
            Cadence cadence,
            LocalDate period,
            int turn,
            State state,
            int revision,
            List<ReportRow> rows,
            List<ReportRow> computed,
            List<Correction> corrections,
            Instant asOf,
            Hand drafted,
            Hand sent,
            Hand decided,
            String sha256,
            String reason) {

        public Closing {
            rows = List.copyOf(rows);
            computed = List.copyOf(computed);
            corrections = List.copyOf(corrections);
        }
    }

    /** Who did something, and when. */
    record Hand(String account, String fullName, Instant at) {}

    /**
     * A corrected figure.
     *
     * @param row position in {@link Closing#rows()}
     * @param key texts of the row that tell it from the others, by column
     * @param computed what the data say; {@code null} for an empty cell
     */
    record Correction(
            int row, Map<String, String> key, String column, Long computed, long corrected, String reason, Hand by) {

        public Correction {
            key = Map.copyOf(key);
        }
    }

    /**
     * Where a unit stands with a report.
     *
     * @param form number of the form; {@code null} for none, and when the report's file is gone
     * @param closing 0 when nothing was begun
     * @param state {@code null} when nothing was begun
     * @param sentBy name of the person; {@code null} before
     * @param due the moment from which on it is late; {@code null} when nothing says so
     * @param late whether it was not sent by then
     */
    record Standing(
            String report,
            String title,
            String form,
            Cadence cadence,
            LocalDate period,
            long unitId,
            long closing,
            State state,
            String sentBy,
            Instant sentAt,
            Instant due,
            boolean late) {}

    /**
     * What was sent below.
     *
     * @param parts every unit directly below and where it stands; for a report that was sent, those that went into it
     * @param figures where both sides differ, by row; rows that are below only come last
     * @param same figures that are the same on both sides
     */
    record Synthesis(List<Standing> parts, List<Figure> figures, int same) {

        public Synthesis {
            parts = List.copyOf(parts);
            figures = List.copyOf(figures);
        }
    }

    /**
     * A figure that differs.
     *
     * @param row position in {@link Closing#rows()}; -1 when it is in reports from below only
     * @param key texts of the row, by column
     * @param computed what the data say; {@code null} for no such row
     * @param counts what the report says, corrections applied; {@code null} for no such row
     * @param below sum of what was taken up from below
     */
    record Figure(int row, Map<String, String> key, String column, Long computed, Long counts, long below) {

        public Figure {
            key = Map.copyOf(key);
        }
    }
}
