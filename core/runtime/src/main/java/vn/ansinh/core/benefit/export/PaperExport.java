package vn.ansinh.core.benefit.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ansinh.api.benefit.PayrollLine;
import vn.ansinh.api.job.JobContext;
import vn.ansinh.api.paper.OfficePaper;
import vn.ansinh.api.paper.OfficePaper.ListPaper;
import vn.ansinh.api.paper.OfficePaper.PaperColumn;
import vn.ansinh.api.paper.OfficePaper.Signatory;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Money;

/** The list as the office's own paper. */
final class PaperExport {

    /** Beyond this nobody prints: it would be more than a thousand pages. */
    private static final long MOST_LINES = 20_000;

    private static final List<PaperColumn> COLUMNS = List.of(
            new PaperColumn("TT", true, 4),
            new PaperColumn("Họ và tên", false, 12),
            new PaperColumn("Ngày, năm sinh", false, 8),
            new PaperColumn("Số định danh", false, 9),
            new PaperColumn("Địa chỉ", false, 8),
            new PaperColumn("Chế độ", false, 12),
            new PaperColumn("Kỳ hưởng", false, 6),
            new PaperColumn("Mức chuẩn", true, 6),
            new PaperColumn("Hệ số", true, 3),
            new PaperColumn("Số người", true, 5),
            new PaperColumn("Số tiền (đồng)", true, 10),
            new PaperColumn("Hình thức chi trả, người nhận", false, 12),
            new PaperColumn("Ký nhận", false, 5));

    private final OfficePaper paper;
    private final Front front;
    private final PaymentList list;
    private final LineWords words;

    PaperExport(OfficePaper paper, Front front, PaymentList list, LineWords words) {
        this.paper = paper;
        this.front = front;
        this.list = list;
        this.words = words;
    }

    void write(JobContext job, String name, String mediaType) throws IOException {
        if (list.lines() > MOST_LINES) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "AS-EXPORT-LONG",
                    "Danh sách có " + Money.format(list.lines())
                            + " dòng, quá dài để in. Hãy xuất tệp Excel, hoặc xuất PDF từng xã, phường.");
        }
        List<List<String>> rows = new ArrayList<>();
        list.forEach(
                read -> job.progress(read, list.lines(), "Đang đọc " + Money.format(read) + " dòng"),
                (number, line) -> rows.add(cells(number, line)));
        try (OutputStream out = new BufferedOutputStream(job.output(name, mediaType))) {
            paper.list(
                    new ListPaper(
                            null,
                            front.agency(),
                            front.place(),
                            front.today(),
                            front.title(),
                            front.subtitle(),
                            front.mark(),
                            true,
                            COLUMNS,
                            watched(rows, job),
                            List.of(
                                    "",
                                    front.totalLabel(),
                                    "",
                                    "",
                                    "",
                                    "",
                                    "",
                                    "",
                                    "",
                                    "",
                                    Money.format(list.totalRead()),
                                    "",
                                    ""),
                            front.inWords(),
                            front.notes(words),
                            List.of(
                                    new Signatory("Người lập", "(Ký, ghi rõ họ tên)"),
                                    new Signatory("Kế toán", "(Ký, ghi rõ họ tên)"),
                                    new Signatory("Thủ trưởng đơn vị", "(Ký tên, đóng dấu)"))),
                    out);
        }
    }

    private List<String> cells(long number, PayrollLine line) {
        words.clause(line);
        return List.of(
                Long.toString(number),
                line.personName(),
                line.birth(),
                words.number(line),
                words.address(line),
                joined(words.benefit(line), words.remark(line)),
                words.period(line),
                Money.format(line.base()),
                words.coefficient(line.coefficient()),
                Integer.toString(line.multiple()),
                Money.format(line.amount()),
                payment(line),
                "");
    }

    /** An account says by itself how it is paid: paper is narrow. */
    private String payment(PayrollLine line) {
        String account = words.account(line);
        return joined(account.isEmpty() ? words.method(line) : "TK " + account, words.payee(line));
    }

    /** The rows, telling the job how many were laid out; that is also where it can be cancelled. */
    private static Iterable<List<String>> watched(List<List<String>> rows, JobContext job) {
        return () -> {
            Iterator<List<String>> iterator = rows.iterator();
            AtomicLong given = new AtomicLong();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return iterator.hasNext();
                }

                @Override
                public List<String> next() {
                    long number = given.incrementAndGet();
                    job.progress(number, rows.size(), "Đang dàn trang: " + Money.format(number) + " dòng");
                    return iterator.next();
                }
            };
        };
    }

    /** Each on a line of its own, so that an account number is not torn. */
    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
    }
}
