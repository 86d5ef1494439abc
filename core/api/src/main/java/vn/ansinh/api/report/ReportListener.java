package vn.ansinh.api.report;

/** Is told that reports came, changed or went; an OSGi service. Open pages follow this way. */
@FunctionalInterface
public interface ReportListener {

    /** Called after the fact, on whatever thread brought or took the report: must return at once. */
    void reportsChanged();
}
