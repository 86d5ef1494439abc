package vn.ansinh.api.document;

import java.time.LocalDate;
import java.util.List;

/**
 * The document register as offices keep it (sổ văn bản đi): every number of one's unit and those below, the latest first, what was
 * cancelled among them. Needs {@code document.read}. Whose papers they are is said to who sees that, and told to the audit.
 */
public interface NumberBook {

    /** One page. @throws Problem INVALID for a page of none or of more than 500 */
    Page page(Query query);

    /** How many there are, counting no further than {@code limit}. */
    Counts counts(Query query, int limit);

    /** Kinds of papers that are numbered there, in the order of their names. @param unitId 0 for all that the caller sees */
    List<Kind> kinds(long unitId);

    /** Years of the registers kept there, the latest first. @param unitId 0 for all that the caller sees */
    List<Integer> years(long unitId);

    /** What stands of a number. */
    enum Standing {
        ALL,
        /** Given to a paper and not cancelled. */
        HELD,
        CANCELLED,
        /** Given on paper, not here. */
        ON_PAPER
    }

    /**
     * What is looked for.
     *
     * @param unitId unit with all below it; 0 for all that the caller sees
     * @param year of the register; 0 for every year
     * @param kind as of {@link DocumentNumber}; {@code null} for all
     * @param text the number alone, or a part of what stands on the paper or of its subject; blank for all
     * @param from first day of the papers; {@code null} for any
     * @param to last day of the papers; {@code null} for any
     * @param cursor of the page before; {@code null} for the first
     */
    record Query(
            long unitId,
            int year,
            String kind,
            String text,
            LocalDate from,
            LocalDate to,
            Standing standing,
            String cursor,
            int limit) {}

    /** @param next cursor of the following page; {@code null} on the last */
    record Page(List<Line> lines, String next) {
        public Page {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line of the book.
     *
     * @param kindName Vietnamese
     * @param paper {@code null} where the caller does not see whose it is
     */
    record Line(DocumentNumber number, String kindName, DocumentOwners.Numbered paper) {}

    /** @param all numbers found @param cancelled how many of them are cancelled */
    record Counts(int all, int cancelled) {}

    /** @param code as of {@link DocumentNumber#kind()} @param name Vietnamese */
    record Kind(String code, String name) {}
}
