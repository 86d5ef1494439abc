package vn.ansinh.api.document;

import java.time.LocalDate;
import java.util.List;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.problem.Problem;

/**
 * Numbers of papers, taken when they are signed: per agency, kind and year, under a lock until the caller's transaction ends. Two who
 * sign at once get two numbers; what fails takes none; none is given twice. Taking and cancelling need {@code document.write}, reading
 * {@code document.read}, over the unit.
 */
public interface DocumentNumbers {

    /**
     * Takes the next number. To be called last, in the transaction that signs: others of the same register wait for its end.
     *
     * @throws Problem INVALID for a kind without a notation or a day to come, FORBIDDEN
     */
    DocumentNumber next(Request request);

    /** Cancels a number: it stays in the register and is not given again. @throws Problem INVALID without a reason, CONFLICT when it was */
    DocumentNumber cancel(long id, String why);

    /**
     * Says that the numbers up to and with one were given on paper, before the register was kept here: the next is the one behind it.
     * One line of the register stands for them. Needs {@code document.write} over the unit.
     *
     * @param upTo the last number given on paper, at most 99,999
     * @param why stays beside it
     * @throws Problem INVALID without a reason or for a year to come, CONFLICT when a number that high was taken, FORBIDDEN
     */
    DocumentNumber onPaper(long agencyId, long unitId, String kind, int year, int upTo, String why);

    /** A register, the latest first. @param before show only numbers below this one; 0 for the first page */
    List<DocumentNumber> register(long agencyId, long unitId, String kind, int year, int before, int limit);

    /** Kinds of papers that have a notation everywhere, in the order of their names. */
    List<NumberBook.Kind> kinds();

    /**
     * How papers of a kind are written at an agency: {@code {so}/QĐ-UBND}.
     *
     * @throws Problem INVALID for a kind that nobody wrote a notation for
     */
    String notation(long agencyId, long unitId, String kind);

    /**
     * Writes it otherwise from now on. Needs {@code document.template} over the unit.
     *
     * @param notation has {@code {so}} where the number stands, at most 60 characters
     */
    void setNotation(long agencyId, long unitId, String kind, String notation);

    /**
     * What is to be numbered.
     *
     * @param agencyId who signs; 0 for the unit's own register
     * @param unitId unit of who signs, never 0
     * @param kind as in {@link DocumentNumber}; lower case, without diacritics
     * @param day of the paper, which says the register's year
     */
    record Request(long agencyId, long unitId, String kind, LocalDate day, Subject owner, String about) {}
}
