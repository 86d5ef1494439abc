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
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.benefit.Decision;
import vn.ansinh.api.benefit.EntitlementDraft;
import vn.ansinh.api.benefit.EntitlementEvent;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.benefit.Entitlements.BeneficiaryPage;
import vn.ansinh.api.benefit.Entitlements.BeneficiaryQuery;
import vn.ansinh.api.benefit.Entitlements.Opened;
import vn.ansinh.api.benefit.Entitlements.Suspension;
import vn.ansinh.api.benefit.Grants;
import vn.ansinh.api.benefit.Grants.Preview;
import vn.ansinh.api.benefit.Grants.Proposal;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.codelist.CodeLists.Entry;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.policy.Discretion;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.rest.RestResource;

/** Who is entitled to what. */
@Path("/entitlements")
@Produces("application/json")
@Consumes("application/json")
@Permitted(Permissions.ENTITLEMENT_READ)
public final class EntitlementResource implements RestResource {

    private final Access access;
    private final UnitCodes units;
    private final Entitlements entitlements;
    private final Grants grants;
    private final Discretion discretion;

    /** @param entitlements scoped to the caller's subtree, as is {@code grants} */
    public EntitlementResource(
            Access access, UnitCodes units, Entitlements entitlements, Grants grants, Discretion discretion) {
        this.access = access;
        this.units = units;
        this.entitlements = entitlements;
        this.grants = grants;
        this.discretion = discretion;
    }

    /** One page of a program's beneficiaries, by given name; {@code unit} is a code in that month, the caller's own unit when left out. */
    @GET
    public BeneficiaryList list(
            @QueryParam("program") String program,
            @QueryParam("unit") String unit,
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("benefit") String benefit,
            @QueryParam("month") YearMonth month,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (benefit != null && discretion.hides(benefit)) {
            throw Problem.forbidden(
                    "AS-BENEFIT-SENSITIVE", "Tài khoản chưa được cấp quyền xem ai hưởng chế độ này (fact.sensitive).");
        }
        BeneficiaryPage page = entitlements.beneficiaries(new BeneficiaryQuery(
                Required.parameter("program", program),
                units.idOrOwn(unit, month),
                text,
                benefit,
                month,
                cursor,
                limit));
        NumberSight sight = NumberSight.of(access);
        List<BeneficiaryView> rows = page.rows().stream()
                .map(row -> new BeneficiaryView(
                        EntitlementView.of(row.entitlement(), discretion, sight), PersonView.of(row.person(), sight)))
                .toList();
        return new BeneficiaryList(rows, page.next());
    }

    /** One entitlement. */
    @GET
    @Path("{id}")
    public EntitlementView byId(@PathParam("id") long id) {
        return entitlements
                .byId(id)
                .map(found -> EntitlementView.of(found, discretion, NumberSight.of(access)))
                .orElseThrow(() -> unknown(id));
    }

    /** What granting a right would mean: from when, how much, and what it conflicts with. Changes nothing. */
    @POST
    @Path("preview")
    @Permitted(Permissions.ENTITLEMENT_WRITE)
    public Preview preview(Granting granting) {
        return grants.preview(proposal(granting));
    }

    /** Grants a right by a decision; answers 409 with the conflicts unless they were seen. */
    @POST
    @Permitted(Permissions.ENTITLEMENT_WRITE)
    public EntitlementView grant(Granting granting) {
        Proposal proposal = proposal(granting);
        return EntitlementView.of(
                grants.grant(proposal, granting.payment(), granting.conflictsSeen()),
                discretion,
                NumberSight.of(access));
    }

    private Proposal proposal(Granting granting) {
        Required.body(granting);
        return new Proposal(
                Required.parameter("person", granting.person()),
                Required.parameter("benefit", granting.benefit()),
                units.idOrOwn(granting.unit()),
                granting.from(),
                granting.decisionNumber(),
                Required.parameter("decisionDate", granting.decisionDate()));
    }

    /** Opens an entitlement by a decision; one that is the same (person, benefit, first month) is answered as it stands. */
    @POST
    @Permitted(Permissions.ENTITLEMENT_WRITE)
    public EntitlementView open(Opening opening) {
        Required.body(opening);
        Opened opened = entitlements
                .openAll(List.of(new EntitlementDraft(
                        opening.personId(),
                        Required.parameter("program", opening.program()),
                        Required.parameter("benefit", opening.benefit()),
                        units.id(Required.parameter("unit", opening.unit())),
                        Required.parameter("from", opening.from()),
                        opening.paidThrough(),
                        Required.parameter("decisionNumber", opening.decisionNumber()),
                        Required.parameter("decisionDate", opening.decisionDate()),
                        Required.parameter("payment", opening.payment()))))
                .get(0);
        if (opened.outcome() == Opened.Outcome.CONFLICT) {
            throw Problem.conflict(
                    "AS-ENTITLEMENT-OPEN",
                    "Người này đã có chế độ này từ tháng khác (chế độ số " + opened.entitlementId()
                            + "). Hãy sửa hoặc thôi hưởng lần hưởng đó trước.");
        }
        return byId(opened.entitlementId());
    }

    /** Ends an entitlement by a decision; answers how it then stands. */
    @POST
    @Path("{id}/end")
    @Permitted(Permissions.ENTITLEMENT_WRITE)
    public EntitlementView end(@PathParam("id") long id, Ending ending) {
        Required.body(ending);
        entitlements.end(
                id,
                Required.parameter("last", ending.last()),
                new Decision(ending.decisionNumber(), ending.decisionDate(), ending.reason()));
        return byId(id);
    }

    /** What happened to an entitlement, latest first; details are left out when it is sensitive. */
    @GET
    @Path("{id}/events")
    public List<EntitlementEvent> events(@PathParam("id") long id) {
        boolean hidden = byId(id).benefit() == null;
        return entitlements.events(id).stream()
                .map(event -> hidden ? discreet(event) : event)
                .toList();
    }

    private static EntitlementEvent discreet(EntitlementEvent event) {
        return new EntitlementEvent(
                event.id(),
                event.entitlementId(),
                event.kind(),
                event.month(),
                event.decision(),
                event.reasonName(),
                null,
                event.recordedAt(),
                event.recordedBy());
    }

    /** When payment is or was stopped, latest first. */
    @GET
    @Path("{id}/suspensions")
    public List<Suspension> suspensions(@PathParam("id") long id) {
        byId(id);
        return entitlements.suspensions(id);
    }

    /** Reasons that an event of a kind may have. */
    @GET
    @Path("reasons")
    public List<Entry> reasons(@QueryParam("kind") EntitlementEvent.Kind kind) {
        return entitlements.reasons(Required.parameter("kind", kind));
    }

    /** Stops payment from a month on. */
    @POST
    @Path("{id}/suspend")
    @Permitted(Permissions.ENTITLEMENT_WRITE)
    public EntitlementView suspend(@PathParam("id") long id, Suspending suspending) {
        Required.body(suspending);
        entitlements.suspend(
                id,
                Required.parameter("from", suspending.from()),
                new Decision(suspending.decisionNumber(), suspending.decisionDate(), suspending.reason()));
        return byId(id);
    }

    /** Pays again from a month on. */
    @POST
    @Path("{id}/resume")
    @Permitted(Permissions.ENTITLEMENT_WRITE)
    public EntitlementView resume(@PathParam("id") long id, Resuming resuming) {
        Required.body(resuming);
        entitlements.resume(
                id,
                Required.parameter("from", resuming.from()),
                resuming.payBack(),
                new Decision(resuming.decisionNumber(), resuming.decisionDate(), resuming.reason()));
        return byId(id);
    }

    /** Pays in another way or to somebody else. */
    @POST
    @Path("{id}/payment")
    @Permitted(Permissions.ENTITLEMENT_WRITE)
    public EntitlementView changePayment(@PathParam("id") long id, Paying paying) {
        Required.body(paying);
        entitlements.changePayment(
                id,
                Required.parameter("payment", paying.payment()),
                new Decision(paying.decisionNumber(), paying.decisionDate(), paying.reason()));
        return byId(id);
    }

    /** Lets another commune pay. */
    @POST
    @Path("{id}/move")
    @Permitted(Permissions.ENTITLEMENT_WRITE)
    public EntitlementView move(@PathParam("id") long id, Moving moving) {
        Required.body(moving);
        entitlements.move(
                id,
                units.id(Required.parameter("unit", moving.unit())),
                Required.parameter("from", moving.from()),
                new Decision(moving.decisionNumber(), moving.decisionDate(), moving.reason()));
        return byId(id);
    }

    private static Problem unknown(long id) {
        return Problem.notFound(
                "AS-ENTITLEMENT-UNKNOWN", "Không có chế độ số " + id + ", hoặc không thuộc địa bàn được giao.");
    }

    /**
     * @param unit code of the commune that pays
     * @param from first month of the right
     * @param paidThrough last month that was paid before this ledger, or {@code null}
     * @param payment with whole numbers
     */
    public record Opening(
            long personId,
            String program,
            String benefit,
            String unit,
            YearMonth from,
            YearMonth paidThrough,
            String decisionNumber,
            LocalDate decisionDate,
            PaymentDetails payment) {}

    /**
     * @param last last month still paid
     * @param reason code of list {@code ly-do-tang-giam}
     */
    public record Ending(YearMonth last, String reason, String decisionNumber, LocalDate decisionDate) {}

    /** @param from first month without payment */
    public record Suspending(YearMonth from, String reason, String decisionNumber, LocalDate decisionDate) {}

    /**
     * @param from first month that is paid again
     * @param payBack whether the months before it are paid after all
     */
    public record Resuming(
            YearMonth from, boolean payBack, String reason, String decisionNumber, LocalDate decisionDate) {}

    /** @param payment with whole numbers, not masked ones */
    public record Paying(PaymentDetails payment, String reason, String decisionNumber, LocalDate decisionDate) {}

    /** @param unit code of the commune @param from first month it answers for */
    public record Moving(String unit, YearMonth from, String reason, String decisionNumber, LocalDate decisionDate) {}

    /**
     * @param unit code of the commune that pays; the caller's own when left out
     * @param from first month; the one law names when left out
     * @param conflictsSeen whether the conflicts of the preview were read
     */
    public record Granting(
            Long person,
            String benefit,
            String unit,
            YearMonth from,
            String decisionNumber,
            LocalDate decisionDate,
            PaymentDetails payment,
            boolean conflictsSeen) {}

    /** @param next cursor of the following page, {@code null} on the last */
    public record BeneficiaryList(List<BeneficiaryView> rows, String next) {}

    /** An entitlement with its person. */
    public record BeneficiaryView(EntitlementView entitlement, PersonView person) {}
}
