package vn.ansinh.core.payment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.sheet.Spreadsheets;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.core.csv.CsvException;
import vn.ansinh.core.csv.CsvReader;
import vn.ansinh.core.csv.CsvRow;

/** Reads the file of an order that who pays has filled in; rows without a result are passed over. */
final class ResultFile {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final List<String> PAID = List.of("da nhan", "da tra", "da chi", "1");
    private static final List<String> UNPAID = List.of("chua nhan", "khong nhan", "chua tra", "chua chi", "0");

    private final String orderNumber;
    private final CodeLists codeLists;
    private final Map<OrderColumn, Integer> columns = new EnumMap<>(OrderColumn.class);
    private final List<ReadResult> results = new ArrayList<>();
    private final Map<Integer, List<String>> faults = new TreeMap<>();

    private ResultFile(String orderNumber, CodeLists codeLists) {
        this.orderNumber = orderNumber;
        this.codeLists = codeLists;
    }

    /** @throws Problem INVALID when it is no such file at all */
    static ResultFile read(Path file, String orderNumber, CodeLists codeLists, Spreadsheets spreadsheets)
            throws IOException {
        ResultFile read = new ResultFile(orderNumber, codeLists);
        if (isZip(file)) {
            spreadsheets.read(
                    file,
                    row -> read.row(
                            row.number(), row.cells().size(), i -> row.cell(i).text()));
        } else {
            try (InputStream in = Files.newInputStream(file)) {
                for (CsvRow row : CsvReader.readAll(in)) {
                    read.row(row.line(), row.fields().size(), row::field);
                }
            } catch (CsvException e) {
                throw new Problem(
                        Problem.Kind.INVALID,
                        "AS-PAYMENT-FILE",
                        "Tệp không đọc được: phải là tệp .xlsx, hoặc .csv mã UTF-8 phân cách bằng dấu phẩy.",
                        e);
            }
        }
        if (read.columns.isEmpty()) {
            throw Problem.invalid(
                    "AS-PAYMENT-FILE",
                    "Không thấy dòng tiêu đề có các cột «" + OrderColumn.REFERENCE.title() + "», «"
                            + OrderColumn.RESULT.title() + "», «" + OrderColumn.DAY.title()
                            + "». Vui lòng dùng tệp xuất từ lệnh chi trả.");
        }
        return read;
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K';
        }
    }

    List<ReadResult> results() {
        return results;
    }

    /** What is wrong by row; the results of these rows are not among {@link #results}. */
    Map<Integer, List<String>> faults() {
        return faults;
    }

    private void row(int number, int width, IntFunction<String> cells) {
        if (columns.isEmpty()) {
            heading(width, cells);
            return;
        }
        String reference = cell(cells, OrderColumn.REFERENCE);
        String result = cell(cells, OrderColumn.RESULT);
        if (result.isEmpty()) {
            return;
        }
        int item = item(number, reference);
        String said = Vietnamese.fold(result);
        boolean paid = PAID.contains(said);
        if (!paid && !UNPAID.contains(said)) {
            fault(number, "Kết quả «" + result + "» không rõ: ghi «Đã nhận» hoặc «Chưa nhận».");
        }
        String reason = paid ? null : reason(number, cell(cells, OrderColumn.REASON));
        LocalDate day = day(number, cell(cells, OrderColumn.DAY));
        Long amount = amount(number, cell(cells, OrderColumn.AMOUNT));
        if (!faults.containsKey(number)) {
            String collectedBy = cell(cells, OrderColumn.COLLECTED_BY);
            results.add(new ReadResult(
                    number, item, paid, reason, day, collectedBy.isEmpty() ? null : collectedBy, amount));
        }
    }

    private void heading(int width, IntFunction<String> cells) {
        Map<OrderColumn, Integer> found = new EnumMap<>(OrderColumn.class);
        for (int i = 0; i < width; i++) {
            int index = i;
            OrderColumn.withHeading(cells.apply(i)).ifPresent(column -> found.put(column, index));
        }
        if (found.containsKey(OrderColumn.REFERENCE)
                && found.containsKey(OrderColumn.RESULT)
                && found.containsKey(OrderColumn.DAY)) {
            columns.putAll(found);
        }
    }

    private String cell(IntFunction<String> cells, OrderColumn column) {
        Integer index = columns.get(column);
        return index == null ? "" : Vietnamese.normalize(cells.apply(index));
    }

    private int item(int row, String reference) {
        String prefix = orderNumber + "/";
        if (reference.startsWith(prefix)) {
            try {
                return Integer.parseInt(reference.substring(prefix.length()));
            } catch (NumberFormatException e) {
                return noSuch(row, reference);
            }
        }
        return noSuch(row, reference);
    }

    private int noSuch(int row, String reference) {
        fault(row, "Mã khoản chi «" + reference + "» không thuộc lệnh " + orderNumber + ".");
        return 0;
    }

    private String reason(int row, String text) {
        if (text.isEmpty()) {
            fault(row, "Chưa nhận thì phải ghi lý do.");
            return null;
        }
        return codeLists
                .match(StoredPaymentOrders.REASONS, text)
                .map(CodeLists.Entry::code)
                .orElseGet(() -> {
                    fault(row, "Lý do «" + text + "» không có trong danh mục lý do chưa nhận.");
                    return null;
                });
    }

    private LocalDate day(int row, String text) {
        if (text.isEmpty()) {
            fault(row, "Thiếu ngày.");
            return null;
        }
        try {
            return text.indexOf('-') == 4 ? LocalDate.parse(text) : LocalDate.parse(text, DAY);
        } catch (DateTimeException e) {
            fault(row, "Ngày «" + text + "» không đúng; ghi như 15/11/2026.");
            return null;
        }
    }

    private Long amount(int row, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Long.valueOf(text.replaceAll("[ .,]", ""));
        } catch (NumberFormatException e) {
            fault(row, "Số tiền «" + text + "» không đúng.");
            return null;
        }
    }

    private void fault(int row, String text) {
        faults.computeIfAbsent(row, key -> new ArrayList<>()).add(text);
    }
}
