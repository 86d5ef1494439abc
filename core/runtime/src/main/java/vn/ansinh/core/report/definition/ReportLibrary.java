package vn.ansinh.core.report.definition;

import java.util.List;
import java.util.Optional;
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
     * Has somebody told, each time that a report came, went or changed. Told on the thread that brought the change, after the
     * change; should be quick.
     *
     * @return ends it
     */
    Runnable follow(Runnable changed);
}
