package vn.ansinh.btxh.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.function.Consumer;
import vn.ansinh.btxh.imports.ExcelImports;
import vn.ansinh.ui.kit.component.FileUpload;
import vn.ansinh.ui.kit.component.Panel;
import vn.ansinh.ui.kit.component.ReceivedFile;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.field.MonthField;
import vn.ansinh.ui.kit.job.Downloads;
import vn.ansinh.ui.kit.text.Texts;

/** Choosing the file. How far people were paid has to be said first: arrears hang on it. */
final class ImportForm extends Panel {

    private static final Texts TEXTS = Texts.of(ImportForm.class);

    private final transient ExcelImports imports;
    private final transient Consumer<ExcelImports.Submitted> submitted;
    private final long unitId = WorkContext.current().unitId();
    private final MonthField paidThrough = new MonthField(TEXTS.get("form.paid-through"));
    private final Checkbox nothingPaid = new Checkbox(TEXTS.get("form.nothing-paid"));
    private final FileUpload upload =
            new FileUpload(ExcelImports.LARGEST, ".xlsx").primary().whenReceived(this::receive);
    private YearMonth chosen;

    /** @param submitted told once the file was handed in */
    ImportForm(ExcelImports imports, Consumer<ExcelImports.Submitted> submitted) {
        super(TEXTS.get("form.title"));
        this.imports = imports;
        this.submitted = submitted;
        atEnd(Downloads.of(TEXTS.get("form.template"), "mau-danh-sach-btxh.xlsx", ExcelImports.XLSX, this::template));
        chosen = YearMonth.from(WorkContext.current().today()).minusMonths(1);
        paidThrough.setValue(chosen);
        paidThrough.addValueChangeListener(event -> paidChanged());
        nothingPaid.addValueChangeListener(event -> {
            paidThrough.getElement().setEnabled(!event.getValue());
            paidChanged();
        });
        Paragraph hint = new Paragraph(TEXTS.get("form.paid-hint"));
        hint.addClassNames("as-muted", "as-small");
        Div paid = new Div(paidThrough, nothingPaid);
        paid.addClassNames("as-row", "as-baseline");
        Div lines = new Div(paid, hint, upload);
        lines.addClassName("as-lines");
        content(lines);
    }

    private void paidChanged() {
        chosen = nothingPaid.getValue() ? null : paidThrough.getValue();
        // Neither a month nor "nothing": no file is taken until one is said.
        boolean said = nothingPaid.getValue() || (chosen != null && !paidThrough.isInvalid());
        upload.setReady(said);
    }

    private void receive(ReceivedFile file) {
        try (file) {
            submitted.accept(imports.submit(unitId, file.name(), chosen, file.open()));
        }
    }

    private InputStream template() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        imports.template(file);
        return new ByteArrayInputStream(file.toByteArray());
    }
}
