package vn.ansinh.ui.shell.report;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.benefit.Payroll;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportColumn.Opens;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportParameter.Kind;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.person.PeopleView;

/** Where cells of a report lead: to the person, to the payment list, one unit deeper. */
final class CellLinks {

    private static final Texts TEXTS = Texts.of(CellLinks.class);

    private final ReportServices services;
    private final ReportDefinition report;
    private final Map<String, String> values;

    /** @param values with which the report was run */
    CellLinks(ReportServices services, ReportDefinition report, Map<String, String> values) {
        this.services = services;
        this.report = report;
        this.values = values;
    }

    /** Whether who looks may go there. */
    boolean opens(ReportColumn column) {
        var caller = services.access().require();
        return switch (column.opens()) {
            case PERSON -> caller.may(Permissions.PERSON_READ);
            case PAYROLL -> caller.may(Permissions.PAYROLL_READ);
            case UNIT -> report.parameter(Kind.UNIT).isPresent();
            case NOTHING -> false;
        };
    }

    /** Whether a row says where to go, and it is not here. */
    boolean opens(ReportColumn column, ReportRow row) {
        Long id = row.keys().get(column.key());
        return id != null && (column.opens() != Opens.UNIT || !id.toString().equals(unit()));
    }

    private String unit() {
        return report.parameter(Kind.UNIT)
                .map(parameter -> values.get(parameter.name()))
                .orElse(null);
    }

    /** Goes there; nowhere from a row that does not say where. */
    void open(ReportColumn column, ReportRow row) {
        if (!opens(column, row)) {
            return;
        }
        long id = row.keys().get(column.key());
        Problems.guard(() -> {
            switch (column.opens()) {
                case PERSON ->
                    UI.getCurrent()
                            .navigate(
                                    PeopleView.PATH,
                                    WorkContext.current().parameters().merging(PeopleView.PERSON, Long.toString(id)));
                case PAYROLL -> services.payrolls().byId(id).ifPresent(this::openPayroll);
                case UNIT -> openUnit(id);
                case NOTHING -> {}
            }
        });
    }

    private void openUnit(long unit) {
        Map<String, String> deeper = new LinkedHashMap<>(values);
        report.parameter(Kind.UNIT).ifPresent(parameter -> deeper.put(parameter.name(), Long.toString(unit)));
        ReportAddress.open(report.id(), deeper);
    }

    /** The page of its program on which its month is paid. */
    private void openPayroll(Payroll payroll) {
        String path = RouteConfiguration.forSessionScope().getAvailableRoutes().stream()
                .map(RouteData::getTemplate)
                .filter(route -> route.startsWith(payroll.program() + "/") && route.contains("chi-tra"))
                .findFirst()
                .orElse(null);
        if (path == null) {
            Problems.done(TEXTS.get("payroll.away"));
            return;
        }
        var parameters = WorkContext.current()
                .parameters()
                .merging(WorkContext.MONTH, payroll.month().toString());
        var unit = services.units().byId(payroll.unitId());
        UI.getCurrent()
                .navigate(
                        path,
                        unit.isEmpty()
                                ? parameters
                                : parameters.merging(
                                        WorkContext.UNIT, unit.get().code()));
    }
}
