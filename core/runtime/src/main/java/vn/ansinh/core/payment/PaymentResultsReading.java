package vn.ansinh.core.payment;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.job.JobContext;
import vn.ansinh.api.job.JobHandler;
import vn.ansinh.api.payment.PaymentOrder;
import vn.ansinh.api.payment.PaymentOrders;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.sheet.Spreadsheets;
import vn.ansinh.api.sheet.Spreadsheets.Column;
import vn.ansinh.api.sheet.Spreadsheets.SheetWriter;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.audit.Fields;
import vn.ansinh.core.payment.ResultRecording.Written;

/** Does the jobs of type {@link PaymentOrders#RESULTS}: all rows of a file, or none. */
public final class PaymentResultsReading implements JobHandler {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String SOURCE = "file";

    private final Transactions transactions;
    private final Access access;
    private final ChannelTraffic traffic;
    private final CodeLists codeLists;
    private final Spreadsheets spreadsheets;
    private final Clock clock;
    private final Audit audit;
    private final OrderRows rows;

    public PaymentResultsReading(
            Transactions transactions,
            Access access,
            ChannelTraffic traffic,
            CodeLists codeLists,
            Spreadsheets spreadsheets,
            Clock clock,
            Audit audit) {
        this.transactions = transactions;
        this.access = access;
        this.traffic = traffic;
        this.codeLists = codeLists;
        this.spreadsheets = spreadsheets;
        this.clock = clock;
        this.audit = audit;
        this.rows = new OrderRows(clock);
    }

    @Override
    public String type() {
        return PaymentOrders.RESULTS;
    }

    @Override
    public void run(JobContext job) throws IOException {
        PaymentOrder order = traffic.order(OrderNumber.of(job), Permissions.PAYMENT_RESULT);
        if (job.file() == null) {
            throw Problem.invalid("AS-PAYMENT-FILE", "Thiếu tệp kết quả chi trả.");
        }
        ResultFile file = ResultFile.read(job.file(), order.number(), codeLists, spreadsheets);
        Map<Integer, List<String>> faults = new TreeMap<>(file.faults());
        job.progress(
                0,
                file.results().size(),
                "Đang kiểm tra " + Money.format(file.results().size()) + " dòng");
        Written written = transactions.call(connection -> {
            ResultRecording recording = new ResultRecording(connection, rows.locked(connection, order.id()), clock);
            recording.requireSent();
            recording
                    .stage(file.results())
                    .forEach((row, found) -> faults.computeIfAbsent(row, key -> new ArrayList<>())
                            .addAll(found));
            return faults.isEmpty() ? write(recording, order, job.id()) : new Written(0, 0, 0);
        });
        if (!faults.isEmpty()) {
            tell(order, faults, job);
        }
        int read = file.results().size();
        job.result("rejected", Integer.toString(faults.size()));
        job.result("paid", Integer.toString(written.paid()));
        job.result("unpaid", Integer.toString(written.unpaid()));
        job.result("unchanged", Integer.toString(faults.isEmpty() ? read - written.items() : 0));
        job.progress(
                read,
                read,
                faults.isEmpty()
                        ? Money.format(written.paid()) + " khoản đã nhận, " + Money.format(written.unpaid())
                                + " khoản chưa nhận"
                        : "Chưa ghi kết quả nào: " + Money.format(faults.size()) + " dòng phải sửa, xem tệp kèm theo");
    }

    private Written write(ResultRecording recording, PaymentOrder order, long job) throws SQLException {
        Written written = recording.write(SOURCE, access.require().account());
        audit.changed(
                new Subject(Subject.PAYMENT_ORDER, order.id()),
                "payment.results",
                Map.of(),
                Fields.of("number", order.number())
                        .and("job", job)
                        .and("paid", written.paid())
                        .and("unpaid", written.unpaid())
                        .map(),
                null);
        return written;
    }

    private void tell(PaymentOrder order, Map<Integer, List<String>> faults, JobContext job) throws IOException {
        List<Column> columns =
                List.of(new Column("Dòng", Column.Type.NUMBER, 8), new Column("Phải sửa", Column.Type.TEXT, 90));
        try (OutputStream out =
                        new BufferedOutputStream(job.output("dong-phai-sua_" + order.number() + ".xlsx", XLSX));
                SheetWriter writer = spreadsheets.write(out, "Dòng phải sửa", columns)) {
            writer.heading("Kết quả của lệnh " + order.number() + ": chưa ghi dòng nào", true);
            for (Map.Entry<Integer, List<String>> fault : faults.entrySet()) {
                writer.row(List.of((long) fault.getKey(), String.join(" ", fault.getValue())));
            }
        }
    }
}
