package vn.ansinh.api.codelist;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import vn.ansinh.api.codelist.CodeProposal.State;
import vn.ansinh.api.problem.Problem;

/**
 * Danh mục, to look after. Nothing is ever deleted: an entry is closed from a day on, and what was written with its code keeps
 * its name. Every change is proposed by one official and approved by another. Entries of the whole country are changed by
 * accounts of the whole country; a province changes its own, in lists that allow it.
 *
 * <p>All methods need {@code codelist.read}, proposals {@code codelist.propose}, decisions {@code codelist.approve}.
 */
public interface CodeListEditing {

    /** Bytes of the largest file taken. */
    int LARGEST = 4 << 20;

    /** Rows of the longest file taken. */
    int LONGEST = 5_000;

    /** All lists, by name. @param unitId whose entries are counted beside the national ones; 0 for all provinces' */
    List<CodeList> lists(long unitId);

    /** Entries in the list's own order. @throws Problem NOT_FOUND for an unknown list */
    List<CodeEntry> entries(EntryQuery query);

    /** All spans of a code, the latest first; empty for an unknown one. */
    List<CodeEntry> spans(String list, String code);

    /** Where a code is used, as counted now. */
    List<Usage> usage(String list, String code);

    /** What was done to a code and what waits, the latest first. Each proposal holds the changes of this code only. */
    List<CodeProposal> history(String list, String code);

    /**
     * Hands in one change.
     *
     * @throws Problem INVALID or CONFLICT when it does not fit, FORBIDDEN when the entry is not the caller's to change
     */
    CodeProposal propose(CodeDraft draft);

    /**
     * Reads a file as it would be handed in; writes nothing.
     *
     * @param unitId province whose own entries the file is about, 0 for the whole country's
     * @param fileName with {@code .xlsx} or {@code .csv}
     * @throws Problem INVALID or TOO_LARGE when it cannot be read at all
     */
    CodeFile check(String list, long unitId, String fileName, InputStream content) throws IOException;

    /**
     * Hands a file in as one proposal. What the file does not name stays as it is.
     *
     * @throws Problem INVALID with every fault when there is one, or when the file changes nothing
     */
    CodeProposal proposeFile(String list, long unitId, String fileName, InputStream content, String why)
            throws IOException;

    /**
     * Proposals, the latest first, at most 200.
     *
     * @param list {@code null} for all lists
     * @param state {@code null} for all
     */
    List<CodeProposal> proposals(String list, State state);

    /** One proposal with all its changes. @throws Problem NOT_FOUND */
    CodeProposal proposal(long id);

    /** Puts a proposal of somebody else's into force, whole or not at all. @throws Problem CONFLICT when it no longer fits */
    void approve(long id);

    /** Sends a proposal back for good. @param reason for who made it */
    void reject(long id, String reason);

    /** Takes one's own proposal back. */
    void withdraw(long id);

    /** Writes what {@code query} finds, so that it can be changed and brought back by {@link #proposeFile}. */
    void export(EntryQuery query, Format format, OutputStream to) throws IOException;

    /**
     * Which entries.
     *
     * @param text part of a code, name or synonym, with or without diacritics; blank for all
     * @param day those that hold on that day; {@code null} for all that there ever were
     * @param unitId whose province's own entries stand beside the national ones; 0 for those of all provinces
     */
    record EntryQuery(String list, String text, LocalDate day, long unitId) {}

    /** @param count {@code null} when it could not be counted; above {@link CodeUse#MANY} for more than that */
    record Usage(String what, Long count) {}

    /** Kinds of file. */
    enum Format {
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        CSV("csv", "text/csv; charset=utf-8");

        private final String suffix;
        private final String mediaType;

        Format(String suffix, String mediaType) {
            this.suffix = suffix;
            this.mediaType = mediaType;
        }

        /** Behind the last dot of the file's name. */
        public String suffix() {
            return suffix;
        }

        public String mediaType() {
            return mediaType;
        }
    }
}
