package vn.ansinh.core.payment;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.job.JobContext;
import vn.ansinh.api.job.JobHandler;
import vn.ansinh.api.payment.PaymentItem;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.payment.PaymentOrderState;
import vn.ansinh.api.payment.PaymentOrders;
import vn.ansinh.api.payment.PaymentOrders.ItemPage;
import vn.ansinh.api.payment.PaymentOrders.ItemQuery;
import vn.ansinh.api.payment.PaymentResult;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.sheet.Spreadsheets;
import vn.ansinh.api.sheet.Spreadsheets.SheetWriter;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.csv.CsvText;

/** Does the jobs of type {@link PaymentOrders#EXPORT}: an order as the file that is handed to who pays. */
public final class PaymentExport implements JobHandler {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv; charset=utf-8";
    private static final int PAGE = 500;

    private final PaymentOrders orders;
    private final CodeLists codeLists;
    private final Units units;
    private final Spreadsheets spreadsheets;

    public PaymentExport(PaymentOrders orders, CodeLists codeLists, Units units, Spreadsheets spreadsheets) {
        this.orders = orders;
        this.codeLists = codeLists;
        this.units = units;
        this.spreadsheets = spreadsheets;
    }

    @Override
    public String type() {
        return PaymentOrders.EXPORT;
    }

    @Override
    public void run(JobContext job) throws IOException {
        long id = OrderNumber.of(job);
        String format = job.parameter("format", "xlsx");
        PaymentOrder order = orders.byId(id).orElseThrow(() -> OrderRows.unknown(id));
        if (order.state() == PaymentOrderState.WITHDRAWN) {
            throw Problem.conflict("AS-PAYMENT-WITHDRAWN", "Lệnh " + order.number() + " đã hủy, không còn gì để xuất.");
        }
        switch (format) {
            case "xlsx" -> workbook(order, job);
            case "csv" -> csv(order, job);
            default -> throw Problem.invalid("AS-PAYMENT-FORMAT", "Chỉ xuất được tệp xlsx hoặc csv.");
        }
        job.result("items", Integer.toString(order.items()));
        job.result("total", Long.toString(order.total()));
        job.progress(
                order.items(),
                order.items(),
                Money.format(order.items()) + " khoản, tổng " + Money.format(order.total()) + " đồng");
    }

    private void workbook(PaymentOrder order, JobContext job) throws IOException {
        String months = order.months().stream().map(Vietnamese::month).collect(Collectors.joining(" và "));
        try (OutputStream out = new BufferedOutputStream(job.output(fileName(order, "xlsx"), XLSX));
                SheetWriter writer = spreadsheets.write(out, "Lệnh chi trả", OrderColumn.sheet())) {
            writer.heading("LỆNH CHI TRẢ SỐ " + order.number(), true);
            writer.heading("Kỳ chi trả tháng " + months + " – " + units.fullName(order.unitId()), false);
            writer.heading("Hình thức: " + method(order), false);
            if (order.state() == PaymentOrderState.DRAFT) {
                writer.heading("DỰ THẢO – chưa được duyệt gửi", true);
            }
            forEach(order, job, item -> writer.row(cells(item)));
            Object[] total = new Object[OrderColumn.values().length];
            total[OrderColumn.NAME.ordinal()] = "Tổng cộng: " + Money.format(order.items()) + " khoản";
            total[OrderColumn.AMOUNT.ordinal()] = order.total();
            writer.total(Arrays.asList(total));
            writer.remark("Bằng chữ: " + Money.inWords(order.total()) + ".", true);
            writer.remark(
                    "Kết quả ghi «" + PaymentResult.State.PAID.label() + "» hoặc «"
                            + PaymentResult.State.UNPAID.label() + "», gửi lại trước hết ngày "
                            + Vietnamese.day(order.resultsBy()) + ".",
                    false);
        }
    }

    private void csv(PaymentOrder order, JobContext job) throws IOException {
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(job.output(fileName(order, "csv"), CSV), StandardCharsets.UTF_8))) {
            out.write(CsvText.line(
                    Arrays.stream(OrderColumn.values()).map(OrderColumn::code).toList()));
            // what people wrote computes nothing where the agent opens it in Excel
            forEach(
                    order,
                    job,
                    item -> out.write(CsvText.line(cells(item).stream()
                            .map(cell -> cell instanceof String text ? CsvText.harmless(text) : cell)
                            .toList())));
        }
    }

    private static String fileName(PaymentOrder order, String format) {
        YearMonth first = order.months().get(0);
        return "lenh-chi-tra_" + order.number() + "_" + first + "." + format;
    }

    private String method(PaymentOrder order) {
        return codeLists
                .byCode(StoredPaymentOrders.METHODS, order.method(), lastDay(order))
                .map(CodeLists.Entry::name)
                .orElse(order.method());
    }

    /** Of the months it pays: things are called on it as they were called then. */
    private static LocalDate lastDay(PaymentOrder order) {
        return order.months().get(order.months().size() - 1).atEndOfMonth();
    }

    private void forEach(PaymentOrder order, JobContext job, ItemUse use) throws IOException {
        String cursor = null;
        int read = 0;
        do {
            ItemPage page = orders.items(new ItemQuery(order.id(), "", null, cursor, PAGE));
            for (PaymentItem item : page.items()) {
                use.use(item);
                read++;
            }
            job.progress(read, order.items(), "Đang ghi " + Money.format(read) + " khoản");
            cursor = page.next();
        } while (cursor != null);
    }

    private List<Object> cells(PaymentItem item) {
        PaymentResult result = item.result();
        boolean waiting = result.state() == PaymentResult.State.WAITING;
        return Arrays.asList(
                item.reference(),
                item.name(),
                item.idNumber(),
                item.address(),
                units.byId(item.unitId()).map(AdministrativeUnit::name).orElse(""),
                item.payeeName() == null ? item.name() : item.payeeName(),
                item.payeeName() == null ? item.idNumber() : item.payeeNumber(),
                item.accountNumber(),
                item.bank(),
                item.amount(),
                waiting ? null : result.state().label(),
                result.reason() == null
                        ? null
                        : codeLists
                                .byCode(StoredPaymentOrders.REASONS, result.reason(), result.day())
                                .map(CodeLists.Entry::name)
                                .orElse(result.reason()),
                result.day(),
                result.collectedBy());
    }

    /** Does something with a payment. */
    private interface ItemUse {
        void use(PaymentItem item) throws IOException;
    }
}
