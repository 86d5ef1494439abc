package vn.ansinh.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.benefit.Movement;
import vn.ansinh.api.benefit.Payroll;
import vn.ansinh.api.benefit.Payrolls;
import vn.ansinh.api.benefit.Payrolls.Annulled;
import vn.ansinh.api.benefit.Payrolls.Closing;
import vn.ansinh.api.benefit.Payrolls.LineFilter;
import vn.ansinh.api.benefit.Payrolls.LinePage;
import vn.ansinh.api.benefit.Payrolls.LineQuery;
import vn.ansinh.api.benefit.Payrolls.MovementPage;
import vn.ansinh.api.benefit.Payrolls.MovementQuery;
import vn.ansinh.api.benefit.Payrolls.MovementTotal;
import vn.ansinh.api.benefit.Payrolls.Notice;
import vn.ansinh.api.benefit.Payrolls.Reviewed;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.policy.Discretion;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.api.policy.Policies;
import vn.ansinh.api.policy.Policies.ProvisionalValue;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.rest.RestResource;

/** The month's payrolls: drafted by a job, reviewed, closed. */
@Path("/payroll")
@Produces("application/json")
@Consumes("application/json")
@Permitted(Permissions.PAYROLL_READ)
public final class PayrollResource implements RestResource {

    private final Access access;
    private final UnitCodes units;
    private final Payrolls payrolls;
    private final Policies policies;
    private final Jobs jobs;
    private final Discretion discretion;

    /** @param payrolls scoped to the caller's subtree */
    public PayrollResource(
            Access access, UnitCodes units, Payrolls payrolls, Policies policies, Jobs jobs, Discretion discretion) {
        this.access = access;
        this.units = units;
        this.payrolls = payrolls;
        this.policies = policies;
        this.jobs = jobs;
        this.discretion = discretion;
    }

    /** Payrolls of the communes at or below a unit; by its code in that month, the caller's own when left out. */
    @GET
    public List<Payroll> list(
            @QueryParam("program") String program,
            @QueryParam("unit") String unit,
            @QueryParam("month") YearMonth month) {
        return payrolls.payrolls(
                Required.parameter("program", program), units.idOrOwn(unit, Required.parameter("month", month)), month);
    }

    /** One payroll. */
    @GET
    @Path("{id}")
    public Payroll byId(@PathParam("id") long id) {
        return payrolls.byId(id)
                .orElseThrow(() -> Problem.notFound(
                        "AS-PAYROLL-UNKNOWN",
                        "Không có danh sách chi trả số " + id + ", hoặc không thuộc địa bàn được giao."));
    }

    /** One page of a payroll's lines, by given name. */
    @GET
    @Path("{id}/lines")
    public LineList lines(
            @PathParam("id") long id,
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("filter") @DefaultValue("ALL") LineFilter filter,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        Payroll payroll = byId(id);
        LinePage page = payrolls.lines(
                new LineQuery(payroll.program(), payroll.unitId(), payroll.month(), text, filter, cursor, limit));
        NumberSight sight = NumberSight.of(access);
        return new LineList(
                page.lines().stream()
                        .map(line -> PayrollLineView.of(line, discretion, sight))
                        .toList(),
                page.next());
    }

    /** Who has an entitlement and gets nothing or less, and why. */
    @GET
    @Path("notices")
    public List<Notice> notices(
            @QueryParam("program") String program,
            @QueryParam("unit") String unit,
            @QueryParam("month") YearMonth month,
            @QueryParam("limit") @DefaultValue("500") int limit) {
        return payrolls
                .notices(
                        Required.parameter("program", program),
                        units.idOrOwn(unit, Required.parameter("month", month)),
                        month,
                        limit)
                .stream()
                .map(notice -> discretion.hides(notice.benefit()) ? hidden(notice) : notice)
                .toList();
    }

    /** The reason would tell what the benefit is for. */
    private static Notice hidden(Notice notice) {
        return new Notice(
                notice.personId(), notice.personName(), null, notice.period(), "Xem trong hồ sơ của người này.");
    }

    /** Drafts the payrolls of a unit; answers 202 with the job that does it. */
    @POST
    @Path("runs")
    @Permitted(Permissions.PAYROLL_RUN)
    public Response run(RunRequest request) {
        Required.body(request);
        YearMonth month = Required.parameter("month", request.month());
        long unit = units.id(Required.parameter("unit", request.unit()), month);
        access.require(Permissions.PAYROLL_RUN, unit);
        return Accepted.job(jobs.submit(
                Payrolls.RUN,
                title("Lập danh sách chi trả", unit, month),
                Map.of(
                        "program", Required.parameter("program", request.program()),
                        "unit", Long.toString(unit),
                        "month", month.toString()),
                null));
    }

    /** Writes the payment list of a unit as {@code xlsx} or {@code pdf}; answers 202 with the job whose output it becomes. */
    @POST
    @Path("exports")
    public Response export(ExportRequest request) {
        Required.body(request);
        YearMonth month = Required.parameter("month", request.month());
        long unit = units.id(Required.parameter("unit", request.unit()), month);
        access.require(Permissions.PAYROLL_READ, unit);
        return Accepted.job(jobs.submit(
                Payrolls.EXPORT,
                title("Xuất danh sách chi trả", unit, month),
                Map.of(
                        "program", Required.parameter("program", request.program()),
                        "unit", Long.toString(unit),
                        "month", month.toString(),
                        "format", Required.parameter("format", request.format())),
                null));
    }

    private String title(String what, long unit, YearMonth month) {
        return "%s tháng %02d/%d – %s".formatted(what, month.getMonthValue(), month.getYear(), units.fullName(unit));
    }

    /** Values in use that nobody has read in the Công báo, with their confirmations. */
    @GET
    @Path("provisional")
    public List<ProvisionalValue> provisional(@QueryParam("program") String program) {
        return policies.provisionalValues(Required.parameter("program", program));
    }

    /** Confirms a provisional value with its Công báo reference. */
    @POST
    @Path("provisional/confirm")
    @Permitted(Permissions.POLICY_CONFIRM)
    public void confirm(Confirmation confirmation) {
        Required.body(confirmation);
        policies.confirm(
                new PackVersion(Required.parameter("pack", confirmation.pack()), confirmation.version()),
                Required.parameter("value", confirmation.value()),
                Required.parameter("gazetteReference", confirmation.gazetteReference()));
    }

    /** Closes the payrolls that were reviewed; what was drafted anew since is not closed (409). */
    @POST
    @Path("close")
    @Permitted(Permissions.PAYROLL_CLOSE)
    public Closing close(CloseRequest request) {
        return payrolls.close(
                Required.parameter("reviewed", Required.body(request).reviewed()),
                Boolean.TRUE.equals(request.shortfallSeen()));
    }

    /** Takes a wrongly closed list back; for the unit above. */
    @POST
    @Path("{id}/annul")
    @Permitted(Permissions.PAYROLL_ANNUL)
    public Payroll annul(@PathParam("id") long id, Annulment annulment) {
        payrolls.annul(id, Required.parameter("reason", Required.body(annulment).reason()));
        return byId(id);
    }

    /** Lists of a month that were taken back. */
    @GET
    @Path("annulled")
    public List<Annulled> annulled(
            @QueryParam("program") String program,
            @QueryParam("unit") String unit,
            @QueryParam("month") YearMonth month) {
        return payrolls.annulled(
                Required.parameter("program", program), units.idOrOwn(unit, Required.parameter("month", month)), month);
    }

    /** Joiners, leavers and who gets another amount than the month before, with reasons. */
    @GET
    @Path("movements")
    public MovementPage movements(
            @QueryParam("program") String program,
            @QueryParam("unit") String unit,
            @QueryParam("month") YearMonth month,
            @QueryParam("kind") Movement.Kind kind,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        MovementPage page = payrolls.movements(new MovementQuery(
                Required.parameter("program", program),
                units.idOrOwn(unit, Required.parameter("month", month)),
                month,
                kind,
                cursor,
                limit));
        return new MovementPage(
                page.rows().stream()
                        .map(row -> discretion.hides(row.benefit()) ? hidden(row) : row)
                        .toList(),
                page.next());
    }

    private static Movement hidden(Movement row) {
        return new Movement(
                row.entitlementId(),
                row.personId(),
                row.personName(),
                row.birth(),
                row.unitId(),
                null,
                row.kind(),
                row.before(),
                row.after(),
                row.reason(),
                row.reason() == null ? "Xem trong hồ sơ của người này." : row.reasonName(),
                row.decisionNumber(),
                row.decisionDate());
    }

    /** People and money that moved, by kind. */
    @GET
    @Path("movements/totals")
    public List<MovementTotal> movementTotals(
            @QueryParam("program") String program,
            @QueryParam("unit") String unit,
            @QueryParam("month") YearMonth month) {
        return payrolls.movementTotals(
                Required.parameter("program", program), units.idOrOwn(unit, Required.parameter("month", month)), month);
    }

    /** @param reason Vietnamese; stays with the list */
    public record Annulment(String reason) {}

    /** @param unit code; a province drafts all its communes */
    public record RunRequest(String program, String unit, YearMonth month) {}

    /** @param unit code; a province's list holds all its communes */
    public record ExportRequest(String program, String unit, YearMonth month, String format) {}

    /** @param value id of the value within its pack */
    public record Confirmation(String pack, int version, String value, String gazetteReference) {}

    /**
     * @param reviewed payroll id and the run that was looked at, per payroll
     * @param shortfallSeen whether who closes knows that money lacks; left out, closing is refused then (409)
     */
    public record CloseRequest(List<Reviewed> reviewed, Boolean shortfallSeen) {}

    /** @param next cursor of the following page, {@code null} on the last */
    public record LineList(List<PayrollLineView> lines, String next) {}
}
