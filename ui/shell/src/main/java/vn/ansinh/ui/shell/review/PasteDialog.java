package vn.ansinh.ui.shell.review;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.LongConsumer;
import vn.ansinh.api.bulk.BulkDecision;
import vn.ansinh.api.bulk.BulkDecision.Kind;
import vn.ansinh.api.bulk.BulkDecisions;
import vn.ansinh.api.bulk.BulkRow.Report;
import vn.ansinh.ui.kit.component.FileUpload;
import vn.ansinh.ui.kit.component.FormDialog;
import vn.ansinh.ui.kit.component.ReceivedFile;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.text.Texts;

/** A list of deaths or moves, copied from Excel or read from a file; nothing is decided by it yet. */
final class PasteDialog {

    private static final Texts TEXTS = Texts.of(PasteDialog.class);
    private static final long LARGEST = 4L << 20;
    private static final int LONGEST = 400_000;

    private final ReviewServices services;
    private final Kind kind;
    private final String program;
    private final LongConsumer made;
    private final TextArea list = new TextArea(TEXTS.get("paste.list"));
    private final TextField note = new TextField(TEXTS.get("draft.note"));

    /** @param made told the id of the draft */
    PasteDialog(ReviewServices services, Kind kind, String program, LongConsumer made) {
        this.services = services;
        this.kind = kind;
        this.program = program;
        this.made = made;
        list.setMinHeight("180px");
        list.setMaxHeight("300px");
        list.setMaxLength(LONGEST);
        list.setHelperText(TEXTS.get(kind == Kind.DEATH ? "paste.death-columns" : "paste.move-columns"));
        list.setRequiredIndicatorVisible(true);
        // what is pasted is there at once, also for who clicks at once
        list.setValueChangeMode(ValueChangeMode.EAGER);
    }

    void open() {
        FileUpload upload = new FileUpload(LARGEST, ".xlsx").whenReceived(this::read);
        FormDialog form = new FormDialog(
                TEXTS.get(kind == Kind.DEATH ? "paste.death" : "paste.move"),
                TEXTS.get("paste.lead", WorkContext.current().unitName()),
                TEXTS.get("paste.verb"));
        MoveCases.told(services, kind, program).ifPresent(form::wide);
        form.wide(list)
                .wide(upload)
                .wide(note)
                .does(this::complete, this::draft)
                .open();
    }

    /** What is in the file stands in the field, to be looked at before it is sent. */
    private void read(ReceivedFile file) {
        try (file) {
            StringBuilder text = new StringBuilder();
            services.spreadsheets().read(file.path(), row -> {
                for (int i = 0; i < PastedReports.COLUMNS; i++) {
                    text.append(i == 0 ? "" : "\t").append(row.cell(i).text().replaceAll("[\\t\\n\\r]", " "));
                }
                text.append('\n');
            });
            list.setValue(text.toString());
        }
    }

    private boolean complete() {
        int rows = PastedReports.read(list.getValue(), kind).size();
        boolean wrong = rows == 0 || rows > BulkDecisions.MOST_ROWS;
        list.setErrorMessage(wrong ? TEXTS.get("paste.missing", BulkDecisions.MOST_ROWS) : null);
        list.setInvalid(wrong);
        return !wrong;
    }

    private void draft() {
        List<Report> reports = PastedReports.read(list.getValue(), kind);
        BulkDecision draft =
                services.decisions().report(kind, program, WorkContext.current().unitId(), note.getValue(), reports);
        made.accept(draft.id());
    }
}
