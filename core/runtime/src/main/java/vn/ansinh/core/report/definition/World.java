package vn.ansinh.core.report.definition;

import java.util.Optional;
import java.util.Set;

/** What else there is now that reports refer to. */
interface World {

    /**
     * Permissions that may guard a report.
     *
     * @param program {@code null} for the core's own
     * @return empty when the program does not run
     */
    Optional<Set<String>> permissions(String program);

    /** Whether there is a code list of this id. */
    boolean knows(String codeList);
}
