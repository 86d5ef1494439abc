package vn.ansinh.core.report.definition;

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
     * Looks at an archive as if it had been dropped, and keeps nothing. That there is a report with its id already is not told.
     *
     * @param name of the archive, for messages
     */
    Inspected inspect(byte[] archive, String name);

    /**
     * An archive that was looked at.
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
