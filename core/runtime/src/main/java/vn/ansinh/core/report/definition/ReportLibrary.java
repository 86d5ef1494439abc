package vn.ansinh.core.report.definition;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.Reports.ReportFile;

/**
 * The reports that there are now, whoever asks; who may run which is asked elsewhere. They come and go with bundles, files and
 * services while the system runs: keep ids, not what is returned here.
 */
public interface ReportLibrary {

    /** Every report that can be used, by id. */
    List<KnownReport> all();

    /** A report that can be used now. */
    Optional<KnownReport> byId(String id);

    /** Every file that brings a report, by name; with what is wrong in those that cannot be used. */
    List<ReportFile> files();

    /**
     * Looks at a report as if it had been dropped, and keeps nothing. That there is a report with its id already is not told.
     *
     * @param found an archive, or a directory with the files that would be put into one
     * @param name of it, for messages
     * @throws IOException when it cannot be read at all
     */
    Inspected inspect(Path found, String name) throws IOException;

    /**
     * A report that was looked at.
     *
     * @param definition {@code null} when anything is wrong
     * @param faults Vietnamese, each with file, line and reason; empty when it can be used
     */
    record Inspected(ReportDefinition definition, List<String> faults) {

        public Inspected {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Has somebody told, each time that a report came, went or changed. Told on the thread that brought the change, after the
     * change; should be quick.
     *
     * @return ends it
     */
    Runnable follow(Runnable changed);
}
