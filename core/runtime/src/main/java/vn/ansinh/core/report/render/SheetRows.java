package vn.ansinh.core.report.render;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.core.sheet.CellLook;
import vn.ansinh.core.sheet.SheetPage;

/** Rows of a report's table on a sheet. */
final class SheetRows {

    private static final String FILL = "F3F6FA";
    private static final CellLook COUNT = CellLook.NUMBER.formatted("#,##0");

    private final SheetPage page;
    private final List<ReportColumn> columns;
    private final Looks detail;
    private final Looks subtotal;
    private final Looks strong;

    SheetRows(SheetPage page, List<ReportColumn> columns) {
        this.page = page;
        this.columns = columns;
        // Names of groups and sums run over the empty cells beside them and need no merged ones, which are kept until
        // the sheet ends.
        CellLook label = CellLook.TEXT.unwrapped();
        this.detail = looks(CellLook.TEXT, each -> each);
        this.subtotal = looks(label, CellLook::bolder);
        this.strong = looks(label, each -> each.bolder().filled(FILL));
    }

    private Looks looks(CellLook text, UnaryOperator<CellLook> as) {
        CellLook texts = as.apply(text);
        CellLook decimal = as.apply(CellLook.NUMBER);
        return new Looks(
                columns.stream()
                        .map(each -> each.type() == ReportColumn.Type.TEXT ? texts : as.apply(look(each.type())))
                        .toArray(CellLook[]::new),
                texts,
                decimal);
    }

    private static CellLook look(ReportColumn.Type type) {
        return switch (type) {
            case TEXT -> CellLook.TEXT;
            case MONEY -> CellLook.MONEY;
            case NUMBER -> COUNT;
            case DATE -> CellLook.DATE;
            case MONTH -> CellLook.MONTH;
            case ORDINAL -> CellLook.NUMBER.aligned("center");
        };
    }

    void row(ReportRow row) throws IOException {
        Looks looks = switch (row.kind()) {
            case DETAIL -> detail;
            case SUBTOTAL -> subtotal;
            case GROUP, TOTAL -> strong;
        };
        List<Object> values = row.values();
        for (int i = 0; i < columns.size(); i++) {
            Object value = values.get(i);
            page.cell(i, value, looks.of(i, value));
        }
        page.next();
    }

    /** Looks of one kind of row: by column, and for texts and fractions wherever they stand. */
    private record Looks(CellLook[] columns, CellLook text, CellLook decimal) {

        CellLook of(int column, Object value) {
            if (value instanceof String) {
                return text;
            }
            return value instanceof BigDecimal number && number.scale() > 0 ? decimal : columns[column];
        }
    }
}
