package vn.ansinh.ui.shell.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.report.ReportAddress;

/** The reports that say what a panel says, for paper and for files. */
enum BoardReport {
    MONTHS("core.chi-tra-theo-thang"),
    KINDS("core.nguoi-huong-theo-loai"),
    PARTS("core.chi-tra-theo-don-vi"),
    AHEAD("core.du-bao");

    private static final Texts TEXTS = Texts.of(BoardReport.class);

    private final String id;

    BoardReport(String id) {
        this.id = id;
    }

    /** A link to the report, run for the same unit, month and programs; nothing for who may not run reports. */
    Component link(Caller caller, WorkContext context, Set<String> programs) {
        if (!caller.may(Permissions.REPORT_READ)) {
            return new Span();
        }
        Button open = new Button(
                TEXTS.get("report.link"),
                event -> ReportAddress.open(
                        id,
                        Map.of(
                                "don_vi", Long.toString(context.unitId()),
                                "ky", context.month().toString(),
                                "chuong_trinh", String.join(",", new TreeSet<>(programs)))));
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        open.addClassName("as-link");
        open.setAriaLabel(TEXTS.get("report.label." + name()));
        return open;
    }
}
