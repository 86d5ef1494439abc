package vn.ansinh.ui.shell.program;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import vn.ansinh.api.report.Reports.ReportFile;
import vn.ansinh.ui.kit.component.FactList;
import vn.ansinh.ui.kit.component.FaultList;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.text.Texts;

/** What is known of a file that brings a report, what is wrong in it, and how it goes. */
final class ReportFilePanel {

    private static final Texts TEXTS = Texts.of(ReportFilePanel.class);

    private ReportFilePanel() {}

    static Component[] of(ReportFile file) {
        List<Component> content = new ArrayList<>();
        if (!file.faults().isEmpty()) {
            content.add(MessageBar.error(TEXTS.get("report.faulty"), TEXTS.get("report.faults")));
            content.add(new FaultList(file.faults()));
        }
        content.add(new FactList()
                .fact(TEXTS.get("report.file"), file.file())
                .fact(TEXTS.get("report.id"), Objects.requireNonNullElse(file.report(), ""))
                .fact(TEXTS.get("upload.version"), Objects.requireNonNullElse(file.version(), "")));
        content.add(new Paragraph(TEXTS.get("report.door." + file.door().name().toLowerCase(Locale.ROOT))));
        return content.toArray(Component[]::new);
    }
}
