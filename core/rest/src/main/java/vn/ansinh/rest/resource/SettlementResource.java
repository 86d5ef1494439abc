package vn.ansinh.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.funding.Settlements;
import vn.ansinh.api.funding.Settlements.AgentReturn;
import vn.ansinh.api.funding.Settlements.ReturnDraft;
import vn.ansinh.api.funding.Settlements.Settlement;
import vn.ansinh.api.funding.Settlements.Undelivered;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.rest.RestResource;

/** Accounts of units by source, and money that who pays out gave back. */
@Path("/funding-settlements")
@Produces("application/json")
@Consumes("application/json")
@Permitted(Permissions.FUNDING_READ)
public final class SettlementResource implements RestResource {

    private final UnitCodes units;
    private final Settlements settlements;

    /** @param settlements scoped to the caller's subtree */
    public SettlementResource(UnitCodes units, Settlements settlements) {
        this.units = units;
        this.settlements = settlements;
    }

    /** Accounts at or below a unit, the latest first, without their rows. */
    @GET
    public List<Settlement> list(
            @QueryParam("program") String program, @QueryParam("unit") String unit, @QueryParam("year") Integer year) {
        return settlements.list(
                Required.parameter("program", program), units.idOrOwn(unit), Required.parameter("year", year));
    }

    /** One unit's accounts with their rows. */
    @GET
    @Path("{id}")
    public Settlement byId(@PathParam("id") long id) {
        return settlements
                .byId(id)
                .orElseThrow(() -> Problem.notFound(
                        "AS-FUNDING-UNKNOWN",
                        "Không có quyết toán số " + id + ", hoặc không thuộc địa bàn được giao."));
    }

    /** Draws a unit's accounts up, or anew while they are a draft. */
    @POST
    @Permitted(Permissions.FUNDING_SETTLE)
    public Settlement draft(SettlementRequest request) {
        Required.body(request);
        YearMonth through = Required.parameter("through", request.through());
        return settlements.draft(
                Required.parameter("program", request.program()),
                units.id(Required.parameter("unit", request.unit()), through),
                through);
    }

    /** Sends them up; 409 when figures changed since they were drawn up. */
    @POST
    @Path("{id}/send")
    @Permitted(Permissions.FUNDING_SETTLE)
    public Settlement send(@PathParam("id") long id) {
        return settlements.send(id);
    }

    /** Accepts them, by somebody else: they never change. */
    @POST
    @Path("{id}/accept")
    @Permitted(Permissions.FUNDING_SETTLE)
    public Settlement accept(@PathParam("id") long id) {
        return settlements.accept(id);
    }

    /** Gives them back. */
    @POST
    @Path("{id}/return")
    @Permitted(Permissions.FUNDING_SETTLE)
    public Settlement giveBack(@PathParam("id") long id, Reason reason) {
        return settlements.giveBack(id, Required.body(reason).reason());
    }

    /** What a payment order did not bring to people, by account. */
    @GET
    @Path("of-order/{order}")
    public List<Undelivered> undelivered(@PathParam("order") long order) {
        return settlements.undelivered(order);
    }

    /** Money given back by who pays out, the latest first. */
    @GET
    @Path("returns")
    public List<AgentReturn> returns(
            @QueryParam("program") String program, @QueryParam("unit") String unit, @QueryParam("year") Integer year) {
        return settlements.returns(
                Required.parameter("program", program), units.idOrOwn(unit), Required.parameter("year", year));
    }

    /** Records that who pays out gave money back; account and open amount as told by {@code of-order}. */
    @POST
    @Path("returns")
    @Permitted(Permissions.FUNDING_SETTLE)
    public AgentReturn recordReturn(ReturnDraft draft) {
        Required.body(draft);
        Required.parameter("voucher", draft.voucher());
        return settlements.recordReturn(draft);
    }

    /** @param unit code in the month @param through last month */
    public record SettlementRequest(String program, String unit, YearMonth through) {}
}
