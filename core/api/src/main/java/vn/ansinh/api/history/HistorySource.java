package vn.ansinh.api.history;

import java.util.List;

/**
 * A room or a program that knows something of a person's life with it: publish one as a service. It checks the caller as any
 * service does, and answers nothing to who may not know.
 */
public interface HistorySource {

    /** Short and stable, for instance {@code ho-so}: lower-case letters and hyphens. */
    String code();

    /** Vietnamese, for the filter. */
    String name();

    /** Permission without which nothing is told. */
    String permission();

    /**
     * What happened, the latest first: by {@link HistoryEntry#day}, then by {@link HistoryEntry#id}, both falling.
     *
     * @param before the last entry of this source's that was taken already, {@code null} for the first page. What lies on the same
     *     day or an earlier one and was not taken follows
     * @param limit at most so many
     */
    List<HistoryEntry> of(long personId, HistoryEntry before, int limit);
}
