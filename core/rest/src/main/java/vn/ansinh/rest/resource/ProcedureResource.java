package vn.ansinh.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.casework.CasePermissions;
import vn.ansinh.api.casework.Eligibility;
import vn.ansinh.api.casework.Eligibility.Known;
import vn.ansinh.api.casework.Eligibility.Verdict;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Procedures;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.rest.RestResource;

/** Procedures with their papers, steps and terms, and what a person may expect of one. */
@Path("/procedures")
@Produces("application/json")
@Consumes("application/json")
@Permitted(CasePermissions.READ)
public final class ProcedureResource implements RestResource {

    private final Procedures procedures;
    private final Eligibility eligibility;
    private final Today today;

    /** @param eligibility scoped to the caller's subtree */
    public ProcedureResource(Procedures procedures, Eligibility eligibility, Today today) {
        this.procedures = procedures;
        this.eligibility = eligibility;
        this.today = today;
    }

    /** The versions under which an application of a day runs; today when left out. */
    @GET
    public List<Procedure> on(@QueryParam("day") LocalDate day) {
        return procedures.on(today.or(day));
    }

    /** All versions of a procedure, the latest first. */
    @GET
    @Path("{id}")
    public List<Procedure> versions(@PathParam("id") String id) {
        return procedures.versions(id);
    }

    /** What registry and facts already answer. */
    @GET
    @Path("{id}/known")
    @Permitted(CasePermissions.RECEIVE)
    public Map<String, List<Known>> known(
            @PathParam("id") String id, @QueryParam("person") Long person, @QueryParam("day") LocalDate day) {
        return eligibility.known(Required.parameter("person", person), version(id, day), today.or(day));
    }

    /** Which benefits apply to a person and why others do not. @param answers values by fact key, in place of what is recorded */
    @POST
    @Path("{id}/eligibility")
    public List<Verdict> eligibility(
            @PathParam("id") String id,
            @QueryParam("person") Long person,
            @QueryParam("day") LocalDate day,
            Map<String, List<String>> answers) {
        return eligibility.of(
                Required.parameter("person", person),
                version(id, day),
                answers == null ? Map.of() : answers,
                today.or(day));
    }

    private Procedure version(String id, LocalDate day) {
        return procedures
                .on(id, today.or(day))
                .orElseThrow(
                        () -> Problem.notFound("AS-PROCEDURE-UNKNOWN", "Không có thủ tục «" + id + "» vào ngày này."));
    }
}
