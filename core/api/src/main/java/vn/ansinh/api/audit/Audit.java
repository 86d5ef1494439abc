package vn.ansinh.api.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Who saw and changed what. Rows are only ever added, in the transaction that they speak of (in one of their own where there
 * is none), and sealed in a chain within seconds. Who acts, from where and when is known to the implementation.
 *
 * <p>It is the service in the core (or in a program) that reports, never a view or an endpoint: else a second door stays dark.
 * What the platform reads on its own account ({@link vn.ansinh.api.access.Caller#SYSTEM}) and what a run over many people
 * reads is no read of a person. Never hand over a password, a token or a hash of one.
 */
public interface Audit {

    /** Job type: a person's access log as a PDF. Parameters: {@code person} (id) and, if wanted, {@code from} (a day). */
    String ACCESS_LOG = "audit.access-log";

    /** Keeps nothing: for tests of rooms that report to an audit. */
    Audit NONE = new NoAudit();

    /** One person's (household's, account's …) record was read. @param why what for; may be {@code null} */
    void read(Subject subject, String why);

    /**
     * A list was shown: one row.
     *
     * @param kind of the subjects, for instance {@link Subject#PERSON}
     * @param query what was asked for, readable to whoever investigates
     * @param ids who was in it; an empty list is reported too
     */
    void listed(String kind, String query, Collection<Long> ids);

    /** A file with people in it was made: one row. @param file its name */
    void exported(String kind, String query, Collection<Long> ids, String file);

    /**
     * Runs work that reads a list page by page to make a file of it: what is {@link #listed} meanwhile on this thread is
     * gathered and reported as one export, also when the work fails.
     */
    <E extends Exception> void exporting(String query, String file, Work<E> work) throws E;

    /**
     * One thing was changed. Of {@code before} and {@code after} only the fields that differ are kept.
     *
     * @param action what was done, for instance {@code person.change}
     * @param before values by field; empty for what is new. A {@code null} value is a field without one
     * @param after values by field; empty for what is gone
     * @param why the reason given; may be {@code null}
     */
    void changed(Subject subject, String action, Map<String, String> before, Map<String, String> after, String why);

    /**
     * Many things were changed at once (an import, a transition, a run): one row, with counts and, where they are at hand, ids.
     *
     * @param kind of the subjects
     * @param ids which ones; empty where {@code after} tells the count
     * @param after counts and other values by name
     */
    void changedAll(String kind, Collection<Long> ids, String action, Map<String, String> after, String why);

    /**
     * What happened to a subject, the latest first: its own rows and the lists, exports and bulk changes it was in. Needs
     * {@code audit.read}; a person's must live within the caller's unit, and looking at it is told too: it shows what was
     * written in the record.
     *
     * @param from first moment; {@code null} for the beginning
     * @param to moment after the last; {@code null} for now
     */
    List<Entry> of(Subject subject, Instant from, Instant to, int limit);

    /**
     * Rows of the accounts within the caller's unit, the latest first; of one subject, as {@link #of} tells them. Needs {@code
     * audit.read}.
     */
    Page entries(Query query);

    /** What changes are called in Vietnamese, by their codes, in the order of their words. */
    Map<String, String> actions();

    /** Computes the whole chain anew and compares it with the heads kept outside the database. Needs {@code audit.verify}. */
    Verification verify();

    /**
     * What rows to show.
     *
     * @param account who acted: a name or its beginning, or a part of the person's name; blank for everybody
     * @param act what was done; {@code null} for everything
     * @param action code of a change, one of {@link #actions}; {@code null} for everything
     * @param subject of whom or what; {@code null} for everything
     * @param from first moment; {@code null} for the beginning
     * @param to moment after the last; {@code null} for now
     * @param cursor where the page begins: {@code null} or what the last page gave as {@link Page#next()}
     */
    record Query(
            String account,
            Entry.Act act,
            String action,
            Subject subject,
            Instant from,
            Instant to,
            String cursor,
            int limit) {

        /** The first page of everything. */
        public static Query all(int limit) {
            return new Query("", null, null, null, null, null, null, limit);
        }
    }

    /** @param next cursor of the next page; {@code null} when there is none */
    record Page(List<Entry> entries, String next) {}

    /** Work that may fail. */
    @FunctionalInterface
    interface Work<E extends Exception> {
        void run() throws E;
    }
}
