package vn.ansinh.core.benefit.export;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.benefit.Payroll;
import vn.ansinh.api.benefit.Payrolls;
import vn.ansinh.api.benefit.Payrolls.BenefitTotal;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.job.JobContext;
import vn.ansinh.api.job.JobHandler;
import vn.ansinh.api.paper.OfficePaper;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.sheet.Spreadsheets;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.unit.Units;

/**
 * Writes the payment list of a unit and month as a file: parameters {@code program}, {@code unit} (id), {@code month}
 * ({@code 2026-11}) and {@code format} ({@code xlsx} or {@code pdf}). The result tells {@code lines} and {@code total}.
 */
public final class PayrollExport implements JobHandler {

    private static final String TYPE = "payroll.export";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String PDF = "application/pdf";

    private final Payrolls payrolls;
    private final Policies policies;
    private final Facts facts;
    private final CodeLists codeLists;
    private final Units units;
    private final Spreadsheets spreadsheets;
    private final OfficePaper paper;
    private final InstantSource clock;
    private final Access access;

    public PayrollExport(
            Payrolls payrolls,
            Policies policies,
            Facts facts,
            CodeLists codeLists,
            Units units,
            Spreadsheets spreadsheets,
            OfficePaper paper,
            InstantSource clock,
            Access access) {
        this.payrolls = payrolls;
        this.policies = policies;
        this.facts = facts;
        this.codeLists = codeLists;
        this.units = units;
        this.spreadsheets = spreadsheets;
        this.paper = paper;
        this.clock = clock;
        this.access = access;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void run(JobContext job) throws IOException {
        String program = job.parameter("program");
        long unit = unit(job.parameter("unit"));
        YearMonth month = month(job.parameter("month"));
        String format = job.parameter("format", "xlsx");
        List<Payroll> lists = payrolls.payrolls(program, unit, month);
        if (lists.isEmpty()) {
            throw Problem.notFound(
                    "AS-EXPORT-EMPTY",
                    "Chưa có danh sách chi trả của kỳ này ở đơn vị đã chọn. Hãy lập danh sách rồi xuất lại.");
        }
        PaymentList list = new PaymentList(payrolls, lists, unit, units);
        List<String> benefits = payrolls.byBenefit(program, unit, month).stream()
                .map(BenefitTotal::benefit)
                .toList();
        LineWords words = new LineWords(
                policies, facts, codeLists, units, month, benefits, list.severalCommunes(), NumberSight.of(access));
        Front front = new Front(list, units, clock, access.require().fullName());
        String name = "danh-sach-chi-tra_" + program + "_" + list.unit().code() + "_" + month + "." + format;
        switch (format) {
            case "xlsx" -> new SheetExport(spreadsheets, front, list, words).write(job, name, XLSX);
            case "pdf" -> new PaperExport(paper, front, list, words).write(job, name, PDF);
            default -> throw Problem.invalid("AS-EXPORT-FORMAT", "Chỉ xuất được tệp xlsx hoặc pdf.");
        }
        requireUnchanged(lists, payrolls.payrolls(program, unit, month));
        job.progress(
                list.linesRead(),
                list.linesRead(),
                Money.format(list.linesRead()) + " dòng, tổng chi " + Money.format(list.totalRead()) + " đồng");
        job.result("lines", Long.toString(list.linesRead()));
        job.result("total", Long.toString(list.totalRead()));
    }

    /** Lines are read page by page; were a draft written anew in between, the file would show parts of two runs. */
    private static void requireUnchanged(List<Payroll> before, List<Payroll> after) {
        List<Long> runs = before.stream().map(Payroll::runId).toList();
        if (!runs.equals(after.stream().map(Payroll::runId).toList())) {
            throw Problem.conflict(
                    "AS-EXPORT-CHANGED", "Danh sách vừa được lập lại trong khi đang xuất tệp. Hãy xuất lại.");
        }
    }

    private static long unit(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.invalid("AS-EXPORT-UNIT", "Đơn vị không đúng.");
        }
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw Problem.invalid("AS-EXPORT-MONTH", "Tháng phải viết như 2026-11.");
        }
    }
}
