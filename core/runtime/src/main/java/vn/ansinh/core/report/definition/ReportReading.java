package vn.ansinh.core.report.definition;

import java.util.List;
import java.util.Map;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportFormat;
import vn.ansinh.core.extender.Fault;
import vn.ansinh.core.extender.Place;

/**
 * A package as it was understood.
 *
 * @param id {@code null} when it was not understood that far; so {@code title} and {@code version}
 * @param definition {@code null} when anything is wrong
 * @param query {@code null} when anything is wrong
 * @param places where in the YAML things stand that depend on what else there is, by {@link #place}
 * @param faults what is wrong in the package by itself, by file and place
 */
record ReportReading(
        String id,
        String title,
        String version,
        ReportDefinition definition,
        KnownReport.Source.Query query,
        Map<ReportFormat, byte[]> templates,
        Map<String, Place> places,
        List<Fault> faults) {

    ReportReading {
        templates = Map.copyOf(templates);
        places = Map.copyOf(places);
        faults = List.copyOf(faults);
    }

    /** Where something stands: {@code bao-cao}, {@code chuong-trinh}, {@code quyen}, or, of the code list of a parameter, its name
     * after {@code :}. */
    Place place(String what) {
        return places.getOrDefault(what, new Place(1, 1));
    }
}
