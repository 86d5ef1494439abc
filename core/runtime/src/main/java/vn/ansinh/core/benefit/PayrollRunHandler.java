package vn.ansinh.core.benefit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.benefit.Payrolls;
import vn.ansinh.api.job.JobContext;
import vn.ansinh.api.job.JobHandler;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Money;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.audit.Fields;
import vn.ansinh.core.policy.DerivedFacts;
import vn.ansinh.core.policy.PolicyBook;
import vn.ansinh.core.policy.PolicyRegistry;

/** Does the jobs of type {@link Payrolls#RUN}. All of a run is one transaction, so a run that was cut off never was. */
public final class PayrollRunHandler implements JobHandler {

    /** Before Tết two months are paid together; further ahead nobody knows the facts. */
    private static final int MONTHS_AHEAD = 2;

    /** From so many lines on the planner is told at once; fewer make no difference, or the server notices by itself. */
    private static final int MANY = 20_000;

    private final Transactions transactions;
    private final Access access;
    private final PolicyRegistry policies;
    private final DerivedFacts derivedFacts;
    private final Clock clock;
    private final Audit audit;

    /** Keeps no audit: for tests of other rooms. */
    public PayrollRunHandler(
            Transactions transactions, Access access, PolicyRegistry policies, DerivedFacts derivedFacts, Clock clock) {
        this(transactions, access, policies, derivedFacts, clock, Audit.NONE);
    }

    /**
     * @param derivedFacts what Java policies know, recorded before a run reads facts
     * @param audit told in the transaction of the run
     */
    public PayrollRunHandler(
            Transactions transactions,
            Access access,
            PolicyRegistry policies,
            DerivedFacts derivedFacts,
            Clock clock,
            Audit audit) {
        this.transactions = transactions;
        this.access = access;
        this.policies = policies;
        this.derivedFacts = derivedFacts;
        this.clock = clock;
        this.audit = audit;
    }

    @Override
    public String type() {
        return Payrolls.RUN;
    }

    @Override
    public void run(JobContext job) {
        String program = job.parameter("program");
        long asked = number(job.parameter("unit"));
        YearMonth month = month(job.parameter("month"));
        Caller caller =
                asked == 0 ? access.require(Permissions.PAYROLL_RUN) : access.require(Permissions.PAYROLL_RUN, asked);
        long unitId = asked == 0 ? caller.unitId() : asked;
        caller.requireProgram(program);
        LocalDate today = LocalDate.now(clock);
        if (month.isAfter(YearMonth.from(today).plusMonths(MONTHS_AHEAD))) {
            throw Problem.invalid(
                    "AS-PAYROLL-MONTH",
                    "Chưa lập được danh sách kỳ " + Vietnamese.month(month) + ": chỉ lập trước tối đa " + MONTHS_AHEAD
                            + " tháng.");
        }
        policies.refresh();
        PolicyBook book = policies.book();
        if (book.firstMonth(program).isEmpty()) {
            throw Problem.conflict(
                    "AS-PAYROLL-POLICY",
                    "Chương trình chưa có gói chính sách nào có hiệu lực nên chưa tính được mức hưởng. Vui lòng cài gói"
                            + " chính sách của chương trình.");
        }
        // Making a partition locks the whole table: it must not wait for the end of the run.
        transactions.run(connection -> onMonth(connection, "select ansinh.payroll_partition(?)", month));
        transactions.run(connection -> PayrollChanges.tidy(connection, month));
        derivedFacts.record(program, unitId, month);
        job.progress(0, 0, "Đang chờ đến lượt");
        PayrollDrafting.Drafted drafted = transactions.call(connection -> {
            PayrollDrafting.Drafted written = new PayrollDrafting(transactions, connection, policies, program, month)
                    .draft(
                            book,
                            unitId,
                            today,
                            caller.account(),
                            (done, total) ->
                                    job.progress(done, total, "Đang tính mức hưởng kỳ " + Vietnamese.month(month)));
            audit.changedAll(
                    Subject.PAYROLL,
                    List.of(),
                    "payroll.run",
                    Fields.of("program", program)
                            .and("unit", unitId)
                            .and("month", month)
                            .and("communes", written.communes())
                            .and("people", written.people())
                            .and("lines", written.lines())
                            .and("total", written.total())
                            .map(),
                    null);
            // Still inside: whoever cancels up to here finds nothing written.
            job.progress(written.people(), written.people(), told(written));
            return written;
        });
        if (drafted.lines() >= MANY) {
            transactions.run(connection -> onMonth(connection, "select ansinh.payroll_analyze(?)", month));
        }
        job.result("communes", Integer.toString(drafted.communes()));
        job.result("closed", Integer.toString(drafted.closed()));
        job.result("people", Integer.toString(drafted.people()));
        job.result("carried", Integer.toString(drafted.carried()));
        job.result("lines", Integer.toString(drafted.lines()));
        job.result("total", Long.toString(drafted.total()));
    }

    private static void onMonth(Connection connection, String call, YearMonth month) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(call)) {
            statement.setDate(1, EntitlementRows.date(month));
            statement.execute();
        }
    }

    private static String told(PayrollDrafting.Drafted drafted) {
        return Money.format(drafted.communes()) + " danh sách, " + Money.format(drafted.people()) + " người, tổng chi "
                + Money.format(drafted.total()) + " đồng";
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.invalid("AS-PAYROLL-UNIT", "Đơn vị «" + text + "» không đúng.");
        }
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw Problem.invalid("AS-PAYROLL-MONTH", "Kỳ «" + text + "» không đúng; ghi năm và tháng như 2026-11.");
        }
    }
}
