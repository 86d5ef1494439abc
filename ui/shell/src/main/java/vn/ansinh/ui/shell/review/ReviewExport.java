package vn.ansinh.ui.shell.review;

import com.vaadin.flow.component.Component;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import vn.ansinh.api.review.ReviewKind;
import vn.ansinh.api.review.ReviewRow;
import vn.ansinh.api.review.Reviews.Page;
import vn.ansinh.api.review.Reviews.Query;
import vn.ansinh.api.sheet.Spreadsheets.Column;
import vn.ansinh.api.sheet.Spreadsheets.Column.Type;
import vn.ansinh.api.sheet.Spreadsheets.SheetWriter;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.job.Downloads;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** A list as it is shown, as an Excel file; read page by page when it is asked for. */
final class ReviewExport {

    private static final Texts TEXTS = Texts.of(ReviewExport.class);
    private static final int PAGE = 500;
    private static final int MOST = 50_000;

    private final ReviewServices services;
    private final ReviewKind kind;
    private final Query query;

    ReviewExport(ReviewServices services, ReviewKind kind, Query query) {
        this.services = services;
        this.kind = kind;
        this.query = query;
    }

    Component link() {
        String where = WorkContext.current().unitName();
        return Downloads.sheet(
                TEXTS.get("export.link"),
                TEXTS.get("export.file", kind.code(), query.from().toString()),
                out -> services.spreadsheets().write(out, TEXTS.get("review.title"), columns()),
                sheet -> {
                    sheet.heading(TEXTS.get("export.heading", kind.name()), true);
                    sheet.heading(
                            TEXTS.get("export.where", where, Formats.date(query.from()), Formats.date(query.to())),
                            false);
                    rows(sheet);
                });
    }

    private void rows(SheetWriter sheet) throws IOException {
        String cursor = null;
        int written = 0;
        do {
            Page page = services.reviews()
                    .find(new Query(
                            query.program(),
                            query.kind(),
                            query.unitId(),
                            query.from(),
                            query.to(),
                            query.handled(),
                            cursor,
                            PAGE));
            for (ReviewRow row : page.rows()) {
                sheet.row(Arrays.asList(
                        row.personName(),
                        row.birth(),
                        services.unit(row.unitId()),
                        row.benefitName(),
                        row.due(),
                        row.detail(),
                        row.handled() == null ? null : row.handled().note()));
            }
            written += page.rows().size();
            cursor = page.next();
        } while (cursor != null && written < MOST);
        if (cursor != null) {
            sheet.remark(TEXTS.get("export.cut", written), true);
        }
    }

    private static List<Column> columns() {
        return List.of(
                new Column(TEXTS.get("list.name"), Type.TEXT, 28),
                new Column(TEXTS.get("list.birth"), Type.TEXT, 12),
                new Column(TEXTS.get("list.unit"), Type.TEXT, 22),
                new Column(TEXTS.get("list.benefit"), Type.TEXT, 40),
                new Column(TEXTS.get("list.due"), Type.DATE, 12),
                new Column(TEXTS.get("list.detail"), Type.TEXT, 40),
                new Column(TEXTS.get("list.note"), Type.TEXT, 30));
    }
}
