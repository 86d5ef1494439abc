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
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.funding.BudgetCodes;
import vn.ansinh.api.funding.Estimates;
import vn.ansinh.api.funding.Estimates.Estimate;
import vn.ansinh.api.funding.Estimates.EstimateDraft;
import vn.ansinh.api.funding.Estimates.EstimateLine;
import vn.ansinh.api.funding.Estimates.EstimatePage;
import vn.ansinh.api.funding.Estimates.EstimateQuery;
import vn.ansinh.api.funding.FundingState;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.rest.RestResource;

/** Estimates: what units ask for a year by source; sent up by one account, decided above by another. */
@Path("/funding-estimates")
@Produces("application/json")
@Consumes("application/json")
@Permitted(Permissions.FUNDING_READ)
public final class EstimateResource implements RestResource {

    private final UnitCodes units;
    private final Estimates estimates;

    /** @param estimates scoped to the caller's subtree */
    public EstimateResource(UnitCodes units, Estimates estimates) {
        this.units = units;
        this.estimates = estimates;
    }

    /** Estimates at or below a unit, the latest first. */
    @GET
    public EstimatePage list(
            @QueryParam("program") String program,
            @QueryParam("unit") String unit,
            @QueryParam("year") @DefaultValue("0") int year,
            @QueryParam("state") FundingState state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return estimates.list(new EstimateQuery(program, units.idOrOwn(unit), year, state, cursor, limit));
    }

    /** One estimate. */
    @GET
    @Path("{id}")
    public Estimate byId(@PathParam("id") long id) {
        return estimates
                .byId(id)
                .orElseThrow(() -> Problem.notFound(
                        "AS-FUNDING-UNKNOWN", "Không có dự toán số " + id + ", hoặc không thuộc địa bàn được giao."));
    }

    /** Sends an estimate up; 201 with it. */
    @POST
    @Permitted(Permissions.FUNDING_PROPOSE)
    public Response propose(EstimateRequest request) {
        Required.body(request);
        Estimate made = estimates.propose(new EstimateDraft(
                Required.parameter("program", request.program()),
                units.id(Required.parameter("unit", request.unit())),
                Required.parameter("year", request.year()),
                request.about(),
                Required.parameter("lines", request.lines()).stream()
                        .map(line -> new EstimateLine(
                                line.fund(),
                                line.codes() == null ? BudgetCodes.NONE : line.codes(),
                                line.asked(),
                                null,
                                line.basis()))
                        .toList()));
        return Response.status(Response.Status.CREATED)
                .entity(made)
                .header("Location", "/api/v1/funding-estimates/" + made.id())
                .build();
    }

    /** Approves it, with as much per line as is granted. */
    @POST
    @Path("{id}/approve")
    @Permitted(Permissions.FUNDING_APPROVE)
    public Estimate approve(@PathParam("id") long id, Grant grant) {
        Required.body(grant);
        return estimates.approve(
                id, Required.parameter("granted", grant.granted()), Required.parameter("number", grant.number()));
    }

    /** Gives it back. */
    @POST
    @Path("{id}/return")
    @Permitted(Permissions.FUNDING_APPROVE)
    public Estimate giveBack(@PathParam("id") long id, Reason reason) {
        return estimates.giveBack(id, Required.body(reason).reason());
    }

    /** Takes it back before it is decided. */
    @POST
    @Path("{id}/withdraw")
    @Permitted(Permissions.FUNDING_PROPOSE)
    public Estimate withdraw(@PathParam("id") long id, Reason reason) {
        return estimates.withdraw(id, Required.body(reason).reason());
    }

    /** @param unit code */
    public record EstimateRequest(
            String program, String unit, Integer year, String about, List<EstimateLineRequest> lines) {}

    /** @param fund code of list {@code nguon-kinh-phi} @param asked đồng @param codes left out where none is known */
    public record EstimateLineRequest(String fund, BudgetCodes codes, long asked, String basis) {}

    /** @param granted đồng by line @param number of the decision */
    public record Grant(List<Long> granted, String number) {}
}
