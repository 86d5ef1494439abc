package vn.ansinh.ui.shell.casework;

import com.vaadin.flow.component.Component;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import vn.ansinh.api.casework.CaseFile;
import vn.ansinh.api.casework.CaseFiles.CasePage;
import vn.ansinh.api.sheet.Spreadsheets;
import vn.ansinh.api.sheet.Spreadsheets.Column;
import vn.ansinh.api.sheet.Spreadsheets.Column.Type;
import vn.ansinh.api.sheet.Spreadsheets.SheetWriter;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.job.Downloads;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** The list as it is shown, as an Excel file. Read page by page: however long it is, it is never all in memory. */
final class CaseExport {

    private static final Texts TEXTS = Texts.of(CaseExport.class);
    private static final int PAGE = 500;
    /** More than anybody reads; what is left out is said below the last row. */
    private static final int MOST = 50_000;

    private final CaseServices services;
    private final Spreadsheets spreadsheets;

    CaseExport(CaseServices services, Spreadsheets spreadsheets) {
        this.services = services;
        this.spreadsheets = spreadsheets;
    }

    /** A link to the file; written when it is asked for. */
    Component link(CaseFilter filter) {
        String where = WorkContext.current().unitName();
        LocalDate today = services.today();
        return Downloads.sheet(
                TEXTS.get("export.link"),
                TEXTS.get("export.file", today.toString()),
                out -> spreadsheets.write(out, TEXTS.get("cases.title"), columns()),
                sheet -> {
                    sheet.heading(TEXTS.get("export.heading"), true);
                    sheet.heading(TEXTS.get("export.where", where, Formats.date(today)), false);
                    rows(filter, sheet);
                });
    }

    private static List<Column> columns() {
        return Arrays.stream(TEXTS.get("export.columns").split(";"))
                .map(column -> {
                    String[] parts = column.split("\\|");
                    return new Column(parts[0], Type.valueOf(parts[1]), Integer.parseInt(parts[2]));
                })
                .toList();
    }

    private void rows(CaseFilter filter, SheetWriter sheet) throws IOException {
        MissingNames missing = new MissingNames(services);
        int written = 0;
        String cursor = null;
        do {
            CasePage page = services.cases().page(filter.query(cursor, PAGE));
            for (CaseFile file : page.rows()) {
                sheet.row(row(file, missing));
            }
            written += page.rows().size();
            cursor = page.next();
        } while (cursor != null && written < MOST);
        if (cursor != null) {
            sheet.remark(TEXTS.get("export.cut", written), true);
        }
    }

    private List<?> row(CaseFile file, MissingNames missing) {
        return Arrays.asList(
                file.number(),
                file.personName(),
                file.procedureName(),
                file.benefitName(),
                file.stepName(),
                CaseGrid.word(file, services.today()),
                unit(file.unitId()),
                unit(file.holderUnitId()),
                file.holderName(),
                file.receivedOn(),
                file.since(),
                file.due(),
                file.promisedOn(),
                missing.of(file),
                file.paperPlace());
    }

    private String unit(long id) {
        return services.units().byId(id).map(AdministrativeUnit::name).orElse("");
    }
}
