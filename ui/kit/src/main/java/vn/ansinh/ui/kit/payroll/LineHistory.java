package vn.ansinh.ui.kit.payroll;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.benefit.EntitlementEvent;
import vn.ansinh.api.benefit.PayrollLine;
import vn.ansinh.api.benefit.Payrolls.ClosedLine;
import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.component.DataTable;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** What was done to a right and what was paid on it so far; read when it is opened. */
final class LineHistory extends Details {

    private static final Texts TEXTS = Texts.of(LineHistory.class);
    private static final int LATEST = 24;

    private final long entitlementId;
    private final transient PayrollServices services;
    private final Div body = new Div();

    LineHistory(long entitlementId, PayrollServices services) {
        super(TEXTS.get("history.title"));
        this.entitlementId = entitlementId;
        this.services = services;
        body.addClassName("as-lines");
        add(body);
        addOpenedChangeListener(event -> {
            if (event.isOpened() && body.getComponentCount() == 0) {
                fill();
            }
        });
    }

    private void fill() {
        try {
            if (services.access().require().may(Permissions.ENTITLEMENT_READ)) {
                body.add(events(services.entitlements().events(entitlementId)));
            }
            body.add(lines(services.payrolls().history(entitlementId, LATEST)));
        } catch (RuntimeException e) {
            body.add(Problems.bar(e));
        }
    }

    private static DataTable events(List<EntitlementEvent> events) {
        DataTable table = new DataTable(
                TEXTS.get("history.events"),
                List.of(
                        TEXTS.get("history.what"),
                        TEXTS.get("history.month"),
                        TEXTS.get("history.decision"),
                        TEXTS.get("history.reason")));
        table.addClassName("tight");
        events.forEach(event -> table.row(
                event.kind().label(),
                Formats.month(event.month()),
                event.decision() == null || event.decision().number() == null
                        ? ""
                        : event.decision().number(),
                event.reasonName() == null ? "" : event.reasonName()));
        return table;
    }

    private static DataTable lines(List<ClosedLine> closed) {
        DataTable table = new DataTable(
                TEXTS.get("history.lines"),
                List.of(TEXTS.get("history.cycle"), TEXTS.get("history.for"), ">" + TEXTS.get("history.amount")));
        table.addClassName("tight");
        for (ClosedLine one : closed) {
            PayrollLine line = one.line();
            table.row(Formats.month(one.month()), PlainWords.months(line), Money.format(line.amount()));
        }
        if (closed.isEmpty()) {
            table.row(TEXTS.get("history.none"), "", "");
        }
        return table;
    }
}
