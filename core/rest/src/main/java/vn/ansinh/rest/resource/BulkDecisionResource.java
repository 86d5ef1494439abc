package vn.ansinh.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.bulk.BulkDecision;
import vn.ansinh.api.bulk.BulkDecisions;
import vn.ansinh.api.bulk.BulkRow;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.rest.RestResource;

/** One decision about many: drafted by one account, signed by another; deaths and moves from lists. */
@Path("/bulk-decisions")
@Produces("application/json")
@Consumes("application/json")
@Permitted(Permissions.BULK_READ)
public final class BulkDecisionResource implements RestResource {

    private final BulkDecisions decisions;
    private final UnitCodes units;

    /** @param decisions scoped to the caller's subtree and programs */
    public BulkDecisionResource(BulkDecisions decisions, UnitCodes units) {
        this.decisions = decisions;
        this.units = units;
    }

    /** The latest first. */
    @GET
    public List<BulkDecision> list(
            @QueryParam("program") String program,
            @QueryParam("state") BulkDecision.State state,
            @QueryParam("before") long before,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return decisions.list(Required.parameter("program", program), state, before, limit);
    }

    /** One decision. */
    @GET
    @Path("{id}")
    public BulkDecision one(@PathParam("id") long id) {
        return decisions
                .byId(id)
                .orElseThrow(() -> Problem.notFound(
                        "AS-BULK-UNKNOWN", "Không có quyết định này, hoặc không thuộc địa bàn được giao."));
    }

    /** Its rows, each with what is wrong, in doubt, or came of it. */
    @GET
    @Path("{id}/rows")
    public List<BulkRow> rows(
            @PathParam("id") long id,
            @QueryParam("open") boolean open,
            @QueryParam("after") int after,
            @QueryParam("limit") @DefaultValue("500") int limit) {
        return decisions.rows(id, open, after, limit);
    }

    /** Drafts a decision about rights. */
    @POST
    @Permitted(Permissions.BULK_DRAFT)
    public BulkDecision draft(DraftRequest request) {
        Required.body(request);
        return decisions.draft(new BulkDecisions.Draft(
                Required.parameter("kind", request.kind()),
                Required.parameter("program", request.program()),
                units.idOrOwn(request.unit()),
                Required.parameter("reason", request.reason()),
                request.month(),
                request.benefit(),
                request.note(),
                Required.parameter("entitlements", request.entitlements()),
                request.reviewed() == null ? List.of() : request.reviewed()));
    }

    /** Drafts a decision from reports of deaths or moves; each row is matched with the registry. */
    @POST
    @Path("reports")
    @Permitted(Permissions.BULK_DRAFT)
    public BulkDecision report(ReportRequest request) {
        Required.body(request);
        return decisions.report(
                Required.parameter("kind", request.kind()),
                Required.parameter("program", request.program()),
                units.idOrOwn(request.unit()),
                request.note(),
                Required.parameter("reports", request.reports()));
    }

    /** Types a reported row anew. */
    @PUT
    @Path("{id}/rows/{no}")
    @Permitted(Permissions.BULK_DRAFT)
    public BulkRow mend(@PathParam("id") long id, @PathParam("no") int no, BulkRow.Report report) {
        return decisions.mend(id, no, Required.body(report));
    }

    /** Says whom a row in doubt is about. */
    @POST
    @Path("{id}/rows/{no}/person")
    @Permitted(Permissions.BULK_DRAFT)
    public BulkRow confirm(@PathParam("id") long id, @PathParam("no") int no, PersonRequest request) {
        return decisions.confirm(id, no, Required.body(request).personId());
    }

    /** Leaves rows out. */
    @POST
    @Path("{id}/dropped")
    @Permitted(Permissions.BULK_DRAFT)
    public BulkDecision drop(@PathParam("id") long id, RowsRequest request) {
        return decisions.drop(
                id, Required.parameter("rows", Required.body(request).rows()));
    }

    /** Hands a draft in for signing. */
    @POST
    @Path("{id}/submitted")
    @Permitted(Permissions.BULK_DRAFT)
    public BulkDecision submit(@PathParam("id") long id, PaperRequest request) {
        Required.body(request);
        return decisions.submit(id, request.number(), request.date());
    }

    /** Signs; another account than the one that drafted. All rows happen, or none. */
    @POST
    @Path("{id}/signed")
    @Permitted(Permissions.BULK_SIGN)
    public BulkDecision sign(@PathParam("id") long id, PaperRequest request) {
        Required.body(request);
        return decisions.sign(id, request.number(), request.date());
    }

    /** Sends a submitted decision back. */
    @POST
    @Path("{id}/returned")
    @Permitted(Permissions.BULK_SIGN)
    public BulkDecision sendBack(@PathParam("id") long id, ReasonRequest request) {
        return decisions.sendBack(id, Required.body(request).reason());
    }

    /** Gives a decision up that was not signed. */
    @POST
    @Path("{id}/withdrawn")
    @Permitted(Permissions.BULK_DRAFT)
    public BulkDecision withdraw(@PathParam("id") long id) {
        return decisions.withdraw(id);
    }

    /**
     * @param unit code; the caller's own when left out
     * @param month last month paid for an END, else the first that is different
     * @param reviewed keys of review rows that this takes care of; may be left out
     */
    public record DraftRequest(
            BulkDecision.Kind kind,
            String program,
            String unit,
            String reason,
            YearMonth month,
            String benefit,
            String note,
            List<Long> entitlements,
            List<String> reviewed) {}

    /** @param kind DEATH or MOVE @param unit code; the caller's own when left out */
    public record ReportRequest(
            BulkDecision.Kind kind, String program, String unit, String note, List<BulkRow.Report> reports) {}

    /** Whom a row is about. */
    public record PersonRequest(long personId) {}

    /** Numbers of rows. */
    public record RowsRequest(List<Integer> rows) {}

    /** Number and day of the paper; needed to sign. */
    public record PaperRequest(String number, LocalDate date) {}

    /** Why. */
    public record ReasonRequest(String reason) {}
}
