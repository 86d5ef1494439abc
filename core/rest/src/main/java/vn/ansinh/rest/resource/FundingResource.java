package vn.ansinh.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.funding.Balances;
import vn.ansinh.api.funding.Balances.Balance;
import vn.ansinh.api.funding.Balances.Outlook;
import vn.ansinh.api.funding.FundingRules;
import vn.ansinh.api.funding.FundingRules.Fee;
import vn.ansinh.api.funding.FundingRules.FeeDraft;
import vn.ansinh.api.funding.FundingRules.FundingSource;
import vn.ansinh.api.funding.FundingRules.Setting;
import vn.ansinh.api.funding.FundingRules.SettingDraft;
import vn.ansinh.api.funding.FundingRules.SourceDraft;
import vn.ansinh.api.rest.RestResource;

/** What units have by source, what the drafts of a month lack, and how money is kept. */
@Path("/funding")
@Produces("application/json")
@Consumes("application/json")
@Permitted(Permissions.FUNDING_READ)
public final class FundingResource implements RestResource {

    private final UnitCodes units;
    private final Balances balances;
    private final FundingRules rules;

    /** @param balances scoped to the caller's subtree */
    public FundingResource(UnitCodes units, Balances balances, FundingRules rules) {
        this.units = units;
        this.balances = balances;
        this.rules = rules;
    }

    /** Accounts at or below a unit in a budget year, in đồng. */
    @GET
    @Path("balances")
    public List<Balance> balances(
            @QueryParam("program") String program, @QueryParam("unit") String unit, @QueryParam("year") Integer year) {
        return balances.balances(
                Required.parameter("program", program), units.idOrOwn(unit), Required.parameter("year", year));
    }

    /** What the drafts of a month cost by source against what is there; what lacks comes first. */
    @GET
    @Path("outlook")
    public Outlook outlook(
            @QueryParam("program") String program,
            @QueryParam("unit") String unit,
            @QueryParam("month") YearMonth month) {
        return balances.outlook(
                Required.parameter("program", program), units.idOrOwn(unit, Required.parameter("month", month)), month);
    }

    /** What was set at a unit, the latest first. */
    @GET
    @Path("rules")
    public List<Setting> rules(@QueryParam("program") String program, @QueryParam("unit") String unit) {
        return rules.settings(Required.parameter("program", program), units.id(Required.parameter("unit", unit)));
    }

    /** Sets how a unit and those below it keep their money, from a month on. */
    @POST
    @Path("rules")
    @Permitted(Permissions.FUNDING_APPROVE)
    public Setting set(FundingRuleRequest request) {
        Required.body(request);
        return rules.set(new SettingDraft(
                Required.parameter("program", request.program()),
                units.id(Required.parameter("unit", request.unit())),
                Required.parameter("from", request.from()),
                Boolean.TRUE.equals(request.ownBudget()),
                Boolean.TRUE.equals(request.pooled()),
                Boolean.TRUE.equals(request.approval()),
                Boolean.TRUE.equals(request.blocks()),
                Required.parameter("basis", request.basis())));
    }

    /** Sources of benefits whose policy names none, as set at a unit, the latest first. */
    @GET
    @Path("sources")
    public List<FundingSource> sources(@QueryParam("program") String program, @QueryParam("unit") String unit) {
        return rules.sources(Required.parameter("program", program), units.id(Required.parameter("unit", unit)));
    }

    /** Says from which source benefits are paid, from a month on. */
    @POST
    @Path("sources")
    @Permitted(Permissions.FUNDING_APPROVE)
    public FundingSource setSource(SourceRequest request) {
        Required.body(request);
        return rules.setSource(new SourceDraft(
                Required.parameter("program", request.program()),
                units.id(Required.parameter("unit", request.unit())),
                request.benefit() == null ? "" : request.benefit(),
                Required.parameter("fund", request.fund()),
                Required.parameter("from", request.from())));
    }

    /** Fees of who pays out, as set at a unit, the latest first. */
    @GET
    @Path("fees")
    public List<Fee> fees(@QueryParam("program") String program, @QueryParam("unit") String unit) {
        return rules.fees(Required.parameter("program", program), units.id(Required.parameter("unit", unit)));
    }

    /** Sets what who pays out gets, for orders of months from one on: a rate in percent, or đồng per payment. */
    @POST
    @Path("fees")
    @Permitted(Permissions.FUNDING_APPROVE)
    public Fee setFee(FeeRequest request) {
        Required.body(request);
        return rules.setFee(new FeeDraft(
                Required.parameter("program", request.program()),
                units.id(Required.parameter("unit", request.unit())),
                request.method() == null ? "" : request.method(),
                request.rate(),
                request.fixed(),
                request.step() == null ? 1 : request.step(),
                Required.parameter("fund", request.fund()),
                Required.parameter("from", request.from()),
                Required.parameter("basis", request.basis())));
    }

    /**
     * @param unit code
     * @param ownBudget the unit allocates without having received from above
     * @param pooled lists below are paid from this unit's account
     * @param approval lists below are approved from above before they are closed
     * @param blocks too little money stops the closing; otherwise it is acknowledged
     * @param basis paper it stands on
     */
    public record FundingRuleRequest(
            String program,
            String unit,
            YearMonth from,
            Boolean ownBudget,
            Boolean pooled,
            Boolean approval,
            Boolean blocks,
            String basis) {}

    /** @param unit code @param benefit left out for all @param fund code of list {@code nguon-kinh-phi} */
    public record SourceRequest(String program, String unit, String benefit, String fund, YearMonth from) {}

    /**
     * @param unit code
     * @param method left out for all
     * @param rate percent, at most four decimals; left out for a fixed fee
     * @param fixed đồng per payment; left out for a rate
     * @param step đồng to which an order's fee is rounded: 1, 10, 100 or 1000
     */
    public record FeeRequest(
            String program,
            String unit,
            String method,
            BigDecimal rate,
            Long fixed,
            Integer step,
            String fund,
            YearMonth from,
            String basis) {}
}
