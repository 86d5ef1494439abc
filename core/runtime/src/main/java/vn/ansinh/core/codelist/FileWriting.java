package vn.ansinh.core.codelist;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import vn.ansinh.api.codelist.CodeEntry;
import vn.ansinh.api.codelist.CodeListEditing.Format;
import vn.ansinh.api.codelist.CodeValues;
import vn.ansinh.api.sheet.Spreadsheets;
import vn.ansinh.api.sheet.Spreadsheets.SheetWriter;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.core.codelist.CodeTables.ListRow;
import vn.ansinh.core.csv.CsvText;

/** Writes a list as a file that {@link FileReading} reads. */
final class FileWriting {

    /** By it Excel knows UTF-8. */
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final ListRow list;
    private final LocalDate today;
    private final LongFunction<String> unitName;

    FileWriting(ListRow list, LocalDate today, LongFunction<String> unitName) {
        this.list = list;
        this.today = today;
        this.unitName = unitName;
    }

    void write(List<CodeEntry> entries, Format format, Spreadsheets spreadsheets, OutputStream to) throws IOException {
        if (format == Format.CSV) {
            csv(entries, to);
        } else {
            workbook(entries, spreadsheets, to);
        }
    }

    private void workbook(List<CodeEntry> entries, Spreadsheets spreadsheets, OutputStream to) throws IOException {
        try (SheetWriter writer = spreadsheets.write(to, "Danh mục", CodeColumn.sheet())) {
            writer.heading("DANH MỤC: " + list.name(), true);
            writer.heading("Căn cứ: " + list.basis(), false);
            writer.heading("Xuất ngày " + Vietnamese.day(today) + ". Từ đồng nghĩa cách nhau bằng dấu |.", false);
            for (CodeEntry entry : entries) {
                CodeValues values = entry.values();
                writer.row(Arrays.asList(
                        entry.code(),
                        values.name(),
                        String.join("|", values.synonyms()),
                        (long) values.order(),
                        values.from(),
                        values.to(),
                        values.basis(),
                        unitName.apply(entry.unitId()),
                        entry.state(today).label()));
            }
        }
    }

    private void csv(List<CodeEntry> entries, OutputStream to) throws IOException {
        Writer out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        out.write(BYTE_ORDER_MARK);
        out.write(CsvText.line(
                Arrays.stream(CodeColumn.values()).map(CodeColumn::title).toList()));
        for (CodeEntry entry : entries) {
            CodeValues values = entry.values();
            out.write(CsvText.line(Arrays.asList(
                    entry.code(),
                    values.name(),
                    String.join("|", values.synonyms()),
                    values.order(),
                    day(values.from()),
                    day(values.to()),
                    values.basis(),
                    unitName.apply(entry.unitId()),
                    entry.state(today).label())));
        }
        out.flush();
    }

    private static String day(LocalDate day) {
        return day == null ? "" : Vietnamese.day(day);
    }
}
