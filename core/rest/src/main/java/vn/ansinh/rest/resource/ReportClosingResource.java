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
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.deadline.Cadence;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportClosings;
import vn.ansinh.api.report.ReportClosings.Closing;
import vn.ansinh.api.report.ReportClosings.Correction;
import vn.ansinh.api.report.ReportClosings.Hand;
import vn.ansinh.api.report.ReportClosings.Standing;
import vn.ansinh.api.report.ReportClosings.State;
import vn.ansinh.api.report.ReportClosings.Synthesis;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportFormat;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.api.rest.RestResource;

/** Reports that are sent up: computed, corrected with reasons, sent, taken up or given back by somebody of a unit above. */
@Path("/report-closings")
@Produces("application/json")
@Consumes("application/json")
@Permitted(Permissions.REPORT_READ)
public final class ReportClosingResource implements RestResource {

    private final ReportClosings closings;
    private final UnitCodes units;
    private final Today today;

    /** @param closings scoped to the caller's subtree and programs */
    public ReportClosingResource(ReportClosings closings, UnitCodes units, Today today) {
        this.closings = closings;
        this.units = units;
        this.today = today;
    }

    /** What a unit has to send: the running period and the one before, of months two. */
    @GET
    public List<StandingView> own(@QueryParam("unit") String unit) {
        return views(closings.own(units.idOrOwn(unit)));
    }

    /** Where the units below stand with a report, the late ones first. @param period a day of it; today's when left out */
    @GET
    @Path("below")
    public List<StandingView> below(
            @QueryParam("report") String report,
            @QueryParam("unit") String unit,
            @QueryParam("period") LocalDate period) {
        return views(closings.standings(Required.parameter("report", report), units.idOrOwn(unit), today.or(period)));
    }

    private List<StandingView> views(List<Standing> standings) {
        return standings.stream()
                .map(standing -> StandingView.of(standing, units.fullName(standing.unitId())))
                .toList();
    }

    /** Computes a unit's report for a period as a draft; one that is there is computed anew. */
    @POST
    @Permitted(Permissions.REPORT_CLOSE)
    public Response draft(DraftRequest request) {
        Required.body(request);
        Closing closing = closings.draft(
                Required.parameter("report", request.report()),
                units.id(Required.parameter("unit", request.unit())),
                today.or(request.period()));
        return Response.status(Response.Status.CREATED)
                .entity(ClosingView.of(closing))
                .header("Location", "/api/v1/report-closings/" + closing.id())
                .build();
    }

    /** A report with its figures. */
    @GET
    @Path("{id: \\d+}")
    public ClosingView byId(@PathParam("id") long id) {
        return ClosingView.of(closings.byId(id));
    }

    /** What was taken up from the units below, put together, beside the report. */
    @GET
    @Path("{id: \\d+}/synthesis")
    public Synthesis synthesis(@PathParam("id") long id) {
        return closings.synthesis(id);
    }

    /** A sent report as it was frozen. @param format xlsx, docx, pdf or csv */
    @GET
    @Path("{id: \\d+}/file")
    @Produces("*/*")
    public Response file(@PathParam("id") long id, @QueryParam("format") @DefaultValue("xlsx") String format) {
        ReportFormat wanted = Arrays.stream(ReportFormat.values())
                .filter(each -> each.extension().equals(format.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("AS-REPORT-FORMAT", "Chỉ có tệp xlsx, docx, pdf hoặc csv."));
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        closings.write(id, wanted, content);
        return Attachment.of(content.toByteArray(), wanted.mediaType(), closings.fileName(id, wanted));
    }

    /** Corrects a figure of a draft; without a value takes the correction back. */
    @POST
    @Path("{id: \\d+}/corrections")
    @Permitted(Permissions.REPORT_CLOSE)
    public ClosingView correct(@PathParam("id") long id, CorrectionRequest request) {
        Required.body(request);
        return ClosingView.of(closings.correct(
                id, request.row(), Required.parameter("column", request.column()), request.value(), request.reason()));
    }

    /** Makes the figures that differ what the units below sent. */
    @POST
    @Path("{id: \\d+}/together")
    @Permitted(Permissions.REPORT_CLOSE)
    public ClosingView takeTogether(@PathParam("id") long id, ReasonRequest request) {
        return ClosingView.of(closings.takeTogether(id, reason(request)));
    }

    /** Sends a draft up. */
    @POST
    @Path("{id: \\d+}/send")
    @Permitted(Permissions.REPORT_CLOSE)
    public ClosingView send(@PathParam("id") long id, SendRequest request) {
        return ClosingView.of(closings.send(id, Required.body(request).revision()));
    }

    /** Takes up what a unit below sent. */
    @POST
    @Path("{id: \\d+}/receive")
    @Permitted(Permissions.REPORT_RECEIVE)
    public ClosingView receive(@PathParam("id") long id) {
        return ClosingView.of(closings.receive(id));
    }

    /** Gives it back to be corrected. */
    @POST
    @Path("{id: \\d+}/return")
    @Permitted(Permissions.REPORT_RECEIVE)
    public ClosingView giveBack(@PathParam("id") long id, ReasonRequest request) {
        return ClosingView.of(closings.giveBack(id, reason(request)));
    }

    private static String reason(ReasonRequest request) {
        return Required.parameter("reason", Required.body(request).reason());
    }

    /** @param unit code of today @param period a day of it; today's when left out */
    public record DraftRequest(String report, String unit, LocalDate period) {}

    /** @param row position in the rows, from 0 @param value left out to take the correction back */
    public record CorrectionRequest(int row, String column, Long value, String reason) {}

    /** @param revision of what was looked at */
    public record SendRequest(int revision) {}

    /** @param reason Vietnamese, not blank */
    public record ReasonRequest(String reason) {}

    /** Where a unit stands; fields as in {@link Standing}. */
    public record StandingView(
            String report,
            String title,
            String form,
            LocalDate period,
            long unitId,
            String unit,
            long closing,
            State state,
            String sentBy,
            Instant sentAt,
            Instant due,
            boolean late) {

        static StandingView of(Standing standing, String unit) {
            return new StandingView(
                    standing.report(),
                    standing.title(),
                    standing.form(),
                    standing.period(),
                    standing.unitId(),
                    unit,
                    standing.closing(),
                    standing.state(),
                    standing.sentBy(),
                    standing.sentAt(),
                    standing.due(),
                    standing.late());
        }
    }

    /** A report; fields as in {@link Closing}. */
    public record ClosingView(
            long id,
            String report,
            String version,
            String title,
            long unitId,
            Cadence cadence,
            LocalDate period,
            int turn,
            State state,
            int revision,
            List<ReportColumn> columns,
            List<ReportRow> rows,
            List<ReportRow> computed,
            List<Correction> corrections,
            Instant asOf,
            Hand drafted,
            Hand sent,
            Hand decided,
            String sha256,
            String reason) {

        static ClosingView of(Closing closing) {
            return new ClosingView(
                    closing.id(),
                    closing.definition().id(),
                    closing.definition().version(),
                    closing.definition().title(),
                    closing.unitId(),
                    closing.cadence(),
                    closing.period(),
                    closing.turn(),
                    closing.state(),
                    closing.revision(),
                    closing.definition().columns(),
                    closing.rows(),
                    closing.computed(),
                    closing.corrections(),
                    closing.asOf(),
                    closing.drafted(),
                    closing.sent(),
                    closing.decided(),
                    closing.sha256(),
                    closing.reason());
        }
    }
}
