package vn.ansinh.core.report.definition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.core.extender.Fault;
import vn.ansinh.core.report.definition.KnownReport.Source.Query;

/** What else there is now that reports refer to. */
interface World {

    /**
     * Permissions that may guard a report.
     *
     * @param program {@code null} for the core's own
     * @return empty when the program does not run
     */
    Optional<Set<String>> permissions(String program);

    /**
     * What the database says to a report's query without running it. Fails while the database is away.
     *
     * @return why it cannot be run, in {@link ReportPackage#SQL}; empty when it can
     */
    List<Fault> unfit(ReportDefinition definition, Query query);

    /** Whether there is a code list of this id. */
    boolean knows(String codeList);
}
