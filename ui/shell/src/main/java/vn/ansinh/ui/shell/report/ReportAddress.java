package vn.ansinh.ui.shell.report;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportParameter;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;

/** Where a report stands in the address of the window: which one, and what was chosen, so that a link can be sent. */
public final class ReportAddress {

    /** Query parameter with a report's id. */
    static final String REPORT = "ma";
    /** Before the names of a report's own parameters: {@code ky} is the window's. */
    private static final String CHOSEN = "ts.";

    private ReportAddress() {}

    /** What the address says of a report's parameters; empty when it was not run from here. */
    static Map<String, String> chosen(ReportDefinition report) {
        PageAddress address = PageAddress.current();
        Map<String, String> chosen = new LinkedHashMap<>();
        for (ReportParameter parameter : report.parameters()) {
            address.get(CHOSEN + parameter.name()).ifPresent(value -> chosen.put(parameter.name(), value));
        }
        return chosen;
    }

    /** Writes what was chosen into the address, in place of what stood there. */
    static void keep(ReportDefinition report, Map<String, String> values) {
        Map<String, String> all = new LinkedHashMap<>();
        for (ReportParameter parameter : report.parameters()) {
            all.put(CHOSEN + parameter.name(), values.getOrDefault(parameter.name(), ""));
        }
        PageAddress.current().put(all);
    }

    /** Goes to the catalogue. */
    static void catalogue() {
        UI.getCurrent().navigate(ReportsView.PATH, WorkContext.current().parameters());
    }

    /** Opens a report. @param values run with these; empty to ask first */
    public static void open(String report, Map<String, String> values) {
        QueryParameters parameters = WorkContext.current().parameters().merging(REPORT, report);
        for (Map.Entry<String, String> value : values.entrySet()) {
            parameters = parameters.merging(CHOSEN + value.getKey(), value.getValue());
        }
        UI.getCurrent().navigate(ReportsView.PATH, parameters);
    }
}
