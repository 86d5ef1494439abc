package vn.ansinh.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.benefit.Cancellation;
import vn.ansinh.api.benefit.Decision;
import vn.ansinh.api.benefit.Receivable;
import vn.ansinh.api.benefit.Receivables;
import vn.ansinh.api.benefit.Receivables.ReceivablePage;
import vn.ansinh.api.benefit.Receivables.ReceivableQuery;
import vn.ansinh.api.benefit.Receivables.Recovery;
import vn.ansinh.api.benefit.Receivables.Totals;
import vn.ansinh.api.benefit.RecoveryDecision;
import vn.ansinh.api.benefit.RecoveryDecision.Receipt;
import vn.ansinh.api.policy.Discretion;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.rest.RestResource;

/** What was paid and is not due: proposals to recover, decisions, receipts; and what was cancelled before it was collected. */
@Path("/receivables")
@Produces("application/json")
@Consumes("application/json")
@Permitted(Permissions.RECEIVABLE_READ)
public final class ReceivableResource implements RestResource {

    private final UnitCodes units;
    private final Receivables receivables;
    private final Discretion discretion;

    /** @param receivables scoped to the caller's subtree */
    public ReceivableResource(UnitCodes units, Receivables receivables, Discretion discretion) {
        this.units = units;
        this.receivables = receivables;
        this.discretion = discretion;
    }

    /** One page of what is owed back at or below a unit, by given name; with a month the unit's code is that of the month. */
    @GET
    public ReceivablePage list(
            @QueryParam("program") String program,
            @QueryParam("unit") String unit,
            @QueryParam("month") YearMonth month,
            @QueryParam("state") Receivable.State state,
            @QueryParam("person") @DefaultValue("0") long person,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        ReceivablePage page = receivables.list(new ReceivableQuery(
                Required.parameter("program", program), units.idOrOwn(unit, month), state, person, cursor, limit));
        return new ReceivablePage(
                page.rows().stream()
                        .map(row -> discretion.hides(row.benefit()) ? hidden(row) : row)
                        .toList(),
                page.next());
    }

    private static Receivable hidden(Receivable row) {
        return new Receivable(
                row.id(),
                row.program(),
                row.entitlementId(),
                row.personId(),
                row.personName(),
                row.unitId(),
                null,
                row.period(),
                row.amount(),
                row.waiting(),
                row.state(),
                null,
                row.collectedBy(),
                row.deceased(),
                row.decisionId(),
                row.changedAt());
    }

    /** Sums at or below a unit; with a month its code is that of the month. */
    @GET
    @Path("totals")
    public Totals totals(
            @QueryParam("program") String program,
            @QueryParam("unit") String unit,
            @QueryParam("month") YearMonth month) {
        return receivables.totals(Required.parameter("program", program), units.idOrOwn(unit, month));
    }

    /** What a month's closings cancelled. */
    @GET
    @Path("cancellations")
    public List<Cancellation> cancellations(
            @QueryParam("program") String program,
            @QueryParam("unit") String unit,
            @QueryParam("month") YearMonth month,
            @QueryParam("limit") @DefaultValue("500") int limit) {
        return receivables
                .cancellations(
                        Required.parameter("program", program),
                        units.idOrOwn(unit, month),
                        Required.parameter("month", month),
                        limit)
                .stream()
                .map(row -> discretion.hides(row.benefit()) ? hidden(row) : row)
                .toList();
    }

    private static Cancellation hidden(Cancellation row) {
        return new Cancellation(
                row.id(),
                row.lineId(),
                row.cycle(),
                row.entitlementId(),
                row.personId(),
                row.personName(),
                row.unitId(),
                null,
                row.period(),
                row.amount(),
                null,
                row.recordedAt());
    }

    /** Decisions about a person, or all at or below a unit, latest first; with a month the unit's code is that of the month. */
    @GET
    @Path("decisions")
    public List<RecoveryDecision> decisions(
            @QueryParam("program") String program,
            @QueryParam("unit") String unit,
            @QueryParam("month") YearMonth month,
            @QueryParam("person") @DefaultValue("0") long person,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return receivables.decisions(Required.parameter("program", program), units.idOrOwn(unit, month), person, limit);
    }

    /** One decision. */
    @GET
    @Path("decisions/{id}")
    public RecoveryDecision decision(@PathParam("id") long id) {
        return receivables
                .decision(id)
                .orElseThrow(() -> Problem.notFound(
                        "AS-RECEIVABLE-DECISION",
                        "Không tìm thấy quyết định truy thu số " + id + ", hoặc không thuộc địa bàn được giao."));
    }

    /** Makes proposals of one person a debt; answers the decision. */
    @POST
    @Path("decisions")
    @Permitted(Permissions.RECEIVABLE_DECIDE)
    public RecoveryDecision decide(Recovery recovery) {
        return decision(receivables.decide(Required.body(recovery)));
    }

    /** Takes a decision back. */
    @POST
    @Path("decisions/{id}/withdraw")
    @Permitted(Permissions.RECEIVABLE_DECIDE)
    public RecoveryDecision withdraw(@PathParam("id") long id, Withdrawal withdrawal) {
        receivables.withdraw(
                id, Required.parameter("reason", Required.body(withdrawal).reason()));
        return decision(id);
    }

    /** Records money that came in. */
    @POST
    @Path("decisions/{id}/receipts")
    @Permitted(Permissions.RECEIVABLE_DECIDE)
    public RecoveryDecision receive(@PathParam("id") long id, Receipt receipt) {
        receivables.receive(id, Required.body(receipt));
        return decision(id);
    }

    /** Gives proposals up. */
    @POST
    @Path("waivers")
    @Permitted(Permissions.RECEIVABLE_DECIDE)
    public void waive(Waiver waiver) {
        Required.body(waiver);
        receivables.waive(
                Required.parameter("receivableIds", waiver.receivableIds()),
                new Decision(waiver.number(), waiver.date(), null),
                waiver.reason());
    }

    /** @param reason Vietnamese */
    public record Withdrawal(String reason) {}

    /** @param receivableIds proposals @param number of the decision @param date of the decision @param reason Vietnamese */
    public record Waiver(List<Long> receivableIds, String number, LocalDate date, String reason) {}
}
