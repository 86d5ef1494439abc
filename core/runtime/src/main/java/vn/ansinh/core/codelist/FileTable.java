package vn.ansinh.core.codelist;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.ansinh.api.codelist.CodeListEditing;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.sheet.Spreadsheets;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell;
import vn.ansinh.api.sheet.Spreadsheets.SheetCell.Kind;
import vn.ansinh.api.sheet.Spreadsheets.SheetRow;
import vn.ansinh.core.csv.CsvException;
import vn.ansinh.core.csv.CsvReader;
import vn.ansinh.core.csv.CsvRow;

/** Rows of an .xlsx or .csv, told in the same way. */
final class FileTable {

    /** Titles above the headings. */
    private static final int SLACK = 20;

    private FileTable() {}

    /** @throws Problem INVALID or TOO_LARGE when it cannot be read at all */
    static List<SheetRow> read(String fileName, byte[] content, Spreadsheets spreadsheets) throws IOException {
        if (content.length > CodeListEditing.LARGEST) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "AS-CODELIST-FILE-SIZE",
                    "Tệp lớn hơn " + (CodeListEditing.LARGEST >> 20) + " MB. Vui lòng chia thành nhiều tệp nhỏ hơn.");
        }
        String name = fileName == null ? "" : fileName.toLowerCase(Locale.ROOT);
        List<SheetRow> rows;
        if (name.endsWith(".xlsx")) {
            rows = workbook(content, spreadsheets);
        } else if (name.endsWith(".csv")) {
            rows = csv(content);
        } else {
            throw Problem.invalid(
                    "AS-CODELIST-FILE-KIND",
                    "Chỉ nhận tệp Excel (.xlsx) hoặc tệp .csv. Vui lòng lưu lại rồi chọn tệp đó.");
        }
        if (rows.size() > CodeListEditing.LONGEST + SLACK) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "AS-CODELIST-FILE-ROWS",
                    "Tệp có hơn " + CodeListEditing.LONGEST + " dòng. Vui lòng chia thành nhiều tệp nhỏ hơn.");
        }
        return rows;
    }

    private static List<SheetRow> workbook(byte[] content, Spreadsheets spreadsheets) throws IOException {
        Path file = Files.createTempFile("ansinh-danh-muc", ".xlsx");
        try {
            Files.write(file, content);
            List<SheetRow> rows = new ArrayList<>();
            spreadsheets.read(file, rows::add);
            return rows;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static List<SheetRow> csv(byte[] content) throws IOException {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "AS-CODELIST-FILE-TEXT",
                    "Tệp .csv không phải bảng mã UTF-8 nên chữ Việt bị sai. Trong Excel chọn «Lưu thành» kiểu «CSV UTF-8».",
                    e);
        }
        try {
            List<SheetRow> rows = new ArrayList<>();
            for (CsvRow row : CsvReader.readAll(new ByteArrayInputStream(content), separator(text))) {
                rows.add(new SheetRow(
                        row.line(),
                        row.fields().stream()
                                .map(field -> field.isEmpty() ? SheetCell.EMPTY : new SheetCell(Kind.TEXT, field))
                                .toList()));
            }
            return rows;
        } catch (CsvException e) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "AS-CODELIST-FILE-QUOTES",
                    "Dòng " + e.line() + ": dấu nháy kép mở mà không đóng trong cùng dòng. Vui lòng sửa dòng này.",
                    e);
        }
    }

    /** Excel writes what Windows is set to: a comma, or a semicolon where the comma parts decimals. */
    private static char separator(String text) {
        long commas = 0;
        long semicolons = 0;
        for (String line : text.lines().limit(SLACK).toList()) {
            commas += line.chars().filter(c -> c == ',').count();
            semicolons += line.chars().filter(c -> c == ';').count();
        }
        return semicolons > commas ? ';' : ',';
    }
}
