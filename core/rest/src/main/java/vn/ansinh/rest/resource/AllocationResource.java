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
import java.time.LocalDate;
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.funding.Allocations;
import vn.ansinh.api.funding.Allocations.Allocation;
import vn.ansinh.api.funding.Allocations.AllocationDraft;
import vn.ansinh.api.funding.Allocations.AllocationLine;
import vn.ansinh.api.funding.Allocations.AllocationPage;
import vn.ansinh.api.funding.Allocations.AllocationQuery;
import vn.ansinh.api.funding.Allocations.Kind;
import vn.ansinh.api.funding.Allocations.Voucher;
import vn.ansinh.api.funding.BudgetCodes;
import vn.ansinh.api.funding.FundingState;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.rest.RestResource;

/** Decisions that give money down the tree, take it back or return it; written by one account, approved by another. */
@Path("/funding-decisions")
@Produces("application/json")
@Consumes("application/json")
@Permitted(Permissions.FUNDING_READ)
public final class AllocationResource implements RestResource {

    private final UnitCodes units;
    private final Allocations allocations;

    /** @param allocations scoped to the caller's subtree */
    public AllocationResource(UnitCodes units, Allocations allocations) {
        this.units = units;
        this.allocations = allocations;
    }

    /** Decisions of and to units at or below a unit, the latest first. */
    @GET
    public AllocationPage list(
            @QueryParam("program") String program,
            @QueryParam("unit") String unit,
            @QueryParam("year") @DefaultValue("0") int year,
            @QueryParam("state") FundingState state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return allocations.list(new AllocationQuery(program, units.idOrOwn(unit), year, state, cursor, limit));
    }

    /** One decision. */
    @GET
    @Path("{id}")
    public Allocation byId(@PathParam("id") long id) {
        return allocations
                .byId(id)
                .orElseThrow(() -> Problem.notFound(
                        "AS-FUNDING-UNKNOWN",
                        "Không có quyết định kinh phí số " + id + ", hoặc không thuộc địa bàn được giao."));
    }

    /** Writes a decision for somebody else to approve; 201 with it. */
    @POST
    @Permitted(Permissions.FUNDING_PROPOSE)
    public Response propose(DecisionRequest request) {
        Required.body(request);
        LocalDate day = Required.parameter("day", request.day());
        Allocation made = allocations.propose(new AllocationDraft(
                Required.parameter("program", request.program()),
                Required.parameter("kind", request.kind()),
                units.id(Required.parameter("unit", request.unit()), day),
                Required.parameter("year", request.year()),
                Required.parameter("number", request.number()),
                day,
                request.voucher() == null ? Voucher.NONE : request.voucher(),
                request.about(),
                Required.parameter("lines", request.lines()).stream()
                        .map(line -> new AllocationLine(
                                units.id(Required.parameter("unit", line.unit()), day),
                                line.fund(),
                                line.codes() == null ? BudgetCodes.NONE : line.codes(),
                                line.amount()))
                        .toList()));
        return Response.status(Response.Status.CREATED)
                .entity(made)
                .header("Location", "/api/v1/funding-decisions/" + made.id())
                .build();
    }

    /** Puts it into force; 409 when there is not that much unspent. */
    @POST
    @Path("{id}/approve")
    @Permitted(Permissions.FUNDING_APPROVE)
    public Allocation approve(@PathParam("id") long id) {
        return allocations.approve(id);
    }

    /** Gives it back. */
    @POST
    @Path("{id}/return")
    @Permitted(Permissions.FUNDING_APPROVE)
    public Allocation giveBack(@PathParam("id") long id, Reason reason) {
        return allocations.giveBack(id, Required.body(reason).reason());
    }

    /** Takes it back before it is decided. */
    @POST
    @Path("{id}/withdraw")
    @Permitted(Permissions.FUNDING_PROPOSE)
    public Allocation withdraw(@PathParam("id") long id, Reason reason) {
        return allocations.withdraw(id, Required.body(reason).reason());
    }

    /** @param unit code of who gives, takes back or is returned to, on the day of the decision */
    public record DecisionRequest(
            String program,
            Kind kind,
            String unit,
            Integer year,
            String number,
            LocalDate day,
            Voucher voucher,
            String about,
            List<DecisionLine> lines) {}

    /** @param unit code on the day of the decision @param amount đồng, above 0 */
    public record DecisionLine(String unit, String fund, BudgetCodes codes, long amount) {}
}
