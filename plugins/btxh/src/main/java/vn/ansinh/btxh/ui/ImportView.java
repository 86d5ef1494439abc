package vn.ansinh.btxh.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.job.Job;
import vn.ansinh.api.job.JobState;
import vn.ansinh.btxh.BtxhProgram;
import vn.ansinh.btxh.imports.ExcelImports;
import vn.ansinh.btxh.imports.ImportSummary;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.component.Page;
import vn.ansinh.ui.kit.context.PageAddress;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.job.JobPanel;
import vn.ansinh.ui.kit.payroll.PayrollServices;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** A list from Excel in four steps: choose the file, let it be checked, look, write. Which import is open stands in the address. */
@Permitted(BtxhProgram.IMPORT)
public class ImportView extends Page {

    private static final String IMPORT = "lan";
    private static final Texts TEXTS = Texts.of(ImportView.class);

    private final transient ExcelImports imports;
    private final transient PayrollServices services;
    private final PageAddress address = PageAddress.current();
    private final ImportSteps steps = new ImportSteps();
    private final JobPanel job;
    private final Div body = new Div();

    public ImportView(ExcelImports imports, PayrollServices services) {
        super(TEXTS.get("import.title"));
        this.imports = imports;
        this.services = services;
        job = new JobPanel(services.jobs());
        body.addClassName("as-list");
        add(steps, job, body);
        long open = address.get(IMPORT)
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
        if (open == 0 || !Problems.guard(() -> show(open))) {
            start();
        }
    }

    /** The first step: a form, and what was imported before. */
    private void start() {
        address.put(IMPORT, "");
        setSub(WorkContext.current().unitName());
        clearActions();
        setMainAction(null);
        steps.show(1, null);
        body.removeAll();
        if (WorkContext.current().unitId() == 0) {
            body.add(MessageBar.info(TEXTS.get("import.choose-unit")));
        } else {
            body.add(new ImportForm(imports, this::submitted));
        }
        Problems.guard(() -> body.add(
                new LatestImports(imports.latest(WorkContext.current().unitId(), 10), services.units(), this::open)));
    }

    private void submitted(ExcelImports.Submitted submitted) {
        steps.show(2, null);
        body.removeAll();
        job.watch(submitted.jobId(), ended -> {
            if (ended.state() == JobState.DONE) {
                job.clear();
                open(submitted.importId());
            } else {
                start();
            }
        });
    }

    private void open(long id) {
        Problems.guard(() -> show(id));
    }

    private void show(long id) {
        ImportSummary summary = imports.summary(id);
        address.put(IMPORT, Long.toString(id));
        clearActions();
        setMainAction(null);
        setSub(summary.fileName() + ", " + services.units().fullName(summary.unitId()));
        body.removeAll();
        addAction(new Button(TEXTS.get("import.other"), event -> start()));
        boolean committed = summary.written() != null;
        steps.show(committed ? 5 : 3, summary);
        if (committed) {
            body.add(result(summary));
        } else {
            notes(summary).forEach(body::add);
            offerCommit(summary);
        }
        ImportPreview preview = new ImportPreview(imports, summary, () -> open(id));
        body.add(preview);
        if (!committed) {
            body.add(MessageBar.info(outlook(summary)));
        }
    }

    private void offerCommit(ImportSummary summary) {
        if (summary.writable() == 0) {
            return;
        }
        Button write = new Button(TEXTS.get("import.write", summary.writable()), VaadinIcon.CHECK.create());
        write.addClickListener(event -> Problems.guard(() -> {
            if (!job.busy()) {
                job.watch(imports.commit(summary.id()), this::written);
            }
        }));
        setMainAction(write);
    }

    private void written(Job ended) {
        if (ended.state() == JobState.DONE) {
            job.clear();
            open(Long.parseLong(ended.parameters().get("import")));
        }
    }

    private static List<MessageBar> notes(ImportSummary summary) {
        List<MessageBar> notes = new ArrayList<>();
        if (summary.sameFileAt() != null) {
            notes.add(MessageBar.info(TEXTS.get("import.same-file", Formats.time(summary.sameFileAt()))));
        }
        if (summary.paidThrough() == null) {
            notes.add(MessageBar.warn(TEXTS.get("import.nothing-paid-lead"), TEXTS.get("import.nothing-paid")));
        }
        return notes;
    }

    private static String outlook(ImportSummary summary) {
        String text = TEXTS.get("import.outlook", summary.writable(), summary.correct(), summary.warnings());
        if (summary.errors() > 0) {
            text += " " + TEXTS.get("import.outlook-errors", summary.errors());
        }
        if (summary.choices() > 0) {
            text += " " + TEXTS.get("import.outlook-choices", summary.choices());
        }
        return text + " " + TEXTS.get("import.nothing-written");
    }

    private static MessageBar result(ImportSummary summary) {
        ImportSummary.Written written = summary.written();
        String text =
                TEXTS.get("import.result", written.opened(), written.known(), written.peopleNew(), written.factsNew());
        if (written.refused() > 0) {
            return MessageBar.warn(
                    TEXTS.get("import.result-lead", Formats.time(summary.committedAt())),
                    text + " " + TEXTS.get("import.result-refused", written.refused()));
        }
        return MessageBar.ok(TEXTS.get("import.result-lead", Formats.time(summary.committedAt())), text);
    }
}
