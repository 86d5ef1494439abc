package vn.ansinh.core.report.render;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportFormat;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.core.csv.CsvText;

/**
 * Reports to be computed with: a header line and the rows of detail, no titles, groups or sums. Days and months as officials read
 * them ({@code 30/11/2026}, {@code 11/2026}), numbers plain.
 */
public final class CsvReport implements ReportRenderer {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @Override
    public ReportFormat format() {
        return ReportFormat.CSV;
    }

    @Override
    public void write(ReportContent content, OutputStream to) throws Exception {
        List<ReportColumn> columns = content.definition().columns();
        Writer out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), 1 << 16);
        out.write(BYTE_ORDER_MARK);
        out.write(CsvText.line(columns.stream().map(CsvReport::title).toList()));
        content.rows().forEach(row -> {
            if (row.kind() == ReportRow.Kind.DETAIL) {
                List<Object> texts = new ArrayList<>(columns.size());
                for (int i = 0; i < columns.size(); i++) {
                    texts.add(text(row.values().get(i), columns.get(i).type()));
                }
                out.write(CsvText.line(texts));
            }
        });
        out.flush();
    }

    private static String title(ReportColumn column) {
        return CsvText.harmless(column.band() == null ? column.title() : column.band() + " – " + column.title());
    }

    private static String text(Object value, ReportColumn.Type type) {
        if (value instanceof LocalDate day) {
            return type == ReportColumn.Type.MONTH ? Vietnamese.month(YearMonth.from(day)) : Vietnamese.day(day);
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof String text ? CsvText.harmless(text) : value == null ? "" : value.toString();
    }
}
