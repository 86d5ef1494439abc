package vn.ansinh.ui.shell.paper;

import com.vaadin.flow.component.Component;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import vn.ansinh.api.document.DocumentNumber;
import vn.ansinh.api.document.DocumentOwners.Numbered;
import vn.ansinh.api.document.NumberBook.Line;
import vn.ansinh.api.document.NumberBook.Page;
import vn.ansinh.api.sheet.Spreadsheets.Column;
import vn.ansinh.api.sheet.Spreadsheets.Column.Type;
import vn.ansinh.api.sheet.Spreadsheets.SheetWriter;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.job.Downloads;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.kit.text.Texts;

/** The book as it is shown, as an Excel file to be printed. Read page by page: however long it is, it is never all in memory. */
final class BookExport {

    private static final Texts TEXTS = Texts.of(BookExport.class);
    private static final int PAGE = 500;
    /** More than a province gives in a year; what is left out is said below the last row. */
    private static final int MOST = 50_000;

    private final BookServices services;

    BookExport(BookServices services) {
        this.services = services;
    }

    /** A link to the file; written when it is asked for. */
    Component link(BookFilter filter) {
        String where = WorkContext.current().unitName();
        return Downloads.sheet(
                TEXTS.get("book.export"),
                TEXTS.get("book.file", services.today().toString()),
                out -> services.spreadsheets().write(out, TEXTS.get("book.title"), columns()),
                sheet -> {
                    sheet.heading(TEXTS.get("book.heading"), true);
                    sheet.heading(
                            TEXTS.get("book.where", where, filter.words(), Formats.date(services.today())), false);
                    rows(filter, sheet);
                });
    }

    private static List<Column> columns() {
        return Arrays.stream(TEXTS.get("book.columns").split(";"))
                .map(column -> {
                    String[] parts = column.split("\\|");
                    return new Column(parts[0], Type.valueOf(parts[1]), Integer.parseInt(parts[2]));
                })
                .toList();
    }

    private void rows(BookFilter filter, SheetWriter sheet) throws IOException {
        int written = 0;
        String cursor = null;
        do {
            Page page = services.book().page(filter.query(cursor, PAGE));
            for (Line line : page.lines()) {
                sheet.row(row(line));
            }
            written += page.lines().size();
            cursor = page.next();
        } while (cursor != null && written < MOST);
        if (cursor != null) {
            sheet.remark(TEXTS.get("book.cut", written), true);
        }
    }

    private List<?> row(Line line) {
        DocumentNumber number = line.number();
        Numbered paper = line.paper();
        return Arrays.asList(
                number.text(),
                number.day(),
                line.kindName(),
                number.about(),
                paper == null ? "" : paper.personName(),
                paper == null ? "" : paper.signer(),
                services.unitName(number.unitId()),
                paper == null ? "" : paper.ownerNumber(),
                BookView.word(number),
                number.cancelledWhy());
    }
}
