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
import vn.ansinh.api.funding.Submissions;
import vn.ansinh.api.funding.Submissions.ListStanding;
import vn.ansinh.api.funding.Submissions.PayrollSubmission;
import vn.ansinh.api.rest.RestResource;

/** Payrolls that units send up before they close them. */
@Path("/payroll-submissions")
@Produces("application/json")
@Consumes("application/json")
@Permitted(Permissions.FUNDING_READ)
public final class SubmissionResource implements RestResource {

    private final UnitCodes units;
    private final Submissions submissions;

    /** @param submissions scoped to the caller's subtree */
    public SubmissionResource(UnitCodes units, Submissions submissions) {
        this.units = units;
        this.submissions = submissions;
    }

    /** How each list of a month at or below a unit stands, and what it lacks in đồng. */
    @GET
    public List<ListStanding> standings(
            @QueryParam("program") String program,
            @QueryParam("unit") String unit,
            @QueryParam("month") YearMonth month) {
        return submissions.standings(
                Required.parameter("program", program), units.idOrOwn(unit, Required.parameter("month", month)), month);
    }

    /** All submissions of a list, the latest first. */
    @GET
    @Path("of-payroll/{payroll}")
    public List<PayrollSubmission> history(@PathParam("payroll") long payroll) {
        return submissions.history(payroll);
    }

    /** Sends a draft up, as it was looked at; 409 when it was drafted anew since. */
    @POST
    @Permitted(Permissions.FUNDING_PROPOSE)
    public PayrollSubmission submit(SubmissionRequest request) {
        Required.body(request);
        return submissions.submit(
                Required.parameter("payrollId", request.payrollId()),
                Required.parameter("runId", request.runId()),
                request.note());
    }

    /** Approves it, from above. */
    @POST
    @Path("{id}/approve")
    @Permitted(Permissions.FUNDING_APPROVE)
    public PayrollSubmission approve(@PathParam("id") long id) {
        return submissions.approve(id);
    }

    /** Gives it back, from above. */
    @POST
    @Path("{id}/return")
    @Permitted(Permissions.FUNDING_APPROVE)
    public PayrollSubmission giveBack(@PathParam("id") long id, Reason reason) {
        return submissions.giveBack(id, Required.body(reason).reason());
    }

    /** Takes it back before it is decided. */
    @POST
    @Path("{id}/withdraw")
    @Permitted(Permissions.FUNDING_PROPOSE)
    public PayrollSubmission withdraw(@PathParam("id") long id, Reason reason) {
        return submissions.withdraw(id, Required.body(reason).reason());
    }

    /** @param payrollId list @param runId its run as it was looked at */
    public record SubmissionRequest(Long payrollId, Long runId, String note) {}
}
