package vn.ansinh.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.job.Job;
import vn.ansinh.api.job.JobState;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.policy.PackDetail;
import vn.ansinh.api.policy.PackDifference;
import vn.ansinh.api.policy.PackSimulation;
import vn.ansinh.api.policy.PackState;
import vn.ansinh.api.policy.PackState.Stage;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.api.policy.Packs;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.rest.RestResource;

/** Policy packs: brought by one person, put into force by another, tried out before, ended from a month. */
@Path("/policies")
@Produces("application/json")
@Permitted(Permissions.POLICY_READ)
public final class PolicyResource implements RestResource {

    private static final String VERSION = "{pack}/{version: \\d+}";

    private final Access access;
    private final UnitCodes units;
    private final Packs packs;
    private final Jobs jobs;
    private final Calculating calculating;

    /** @param packs checks the caller's permissions once more */
    public PolicyResource(Access access, UnitCodes units, Packs packs, Jobs jobs, Calculating calculating) {
        this.access = access;
        this.units = units;
        this.packs = packs;
        this.jobs = jobs;
        this.calculating = calculating;
    }

    /** Every version that is kept, by pack, latest first; then files that could not be used. */
    @GET
    public List<PackState> list() {
        return packs.list();
    }

    /**
     * Brings a pack as a draft; answers 201 with its state, or 400 with everything that is wrong in it.
     *
     * @param name of the file, for messages
     */
    @POST
    @Consumes({"application/yaml", "text/yaml", "text/plain", "application/octet-stream"})
    @Permitted(Permissions.POLICY_PROPOSE)
    public Response upload(@QueryParam("name") String name, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(Packs.LARGEST + 1);
        PackState state = packs.upload(Required.parameter("name", name), new String(bytes, StandardCharsets.UTF_8));
        if (state.stage() == Stage.REFUSED) {
            throw Problem.invalid("AS-POLICY-REFUSED", String.join("\n", state.faults()));
        }
        return Response.status(Response.Status.CREATED).entity(state).build();
    }

    /** JSON Schema by which editors complete and check packs. */
    @GET
    @Path("schema")
    @Produces("application/schema+json")
    public Response schema() {
        return Response.ok(Packs.class.getResourceAsStream(Packs.SCHEMA)).build();
    }

    /** One version opened up: source, values in time, worked examples, history. */
    @GET
    @Path(VERSION)
    public PackDetail detail(@PathParam("pack") String pack, @PathParam("version") int version) {
        return packs.detail(new PackVersion(pack, version));
    }

    /** What changed since version {@code since}; without it, since the one in force or the one before. */
    @GET
    @Path(VERSION + "/difference")
    public PackDifference difference(
            @PathParam("pack") String pack, @PathParam("version") int version, @QueryParam("since") Integer since) {
        return packs.difference(new PackVersion(pack, version), since == null ? null : new PackVersion(pack, since));
    }

    /** Puts a draft of somebody else's into force. */
    @POST
    @Path(VERSION + "/activate")
    @Permitted(Permissions.POLICY_ACTIVATE)
    public void activate(@PathParam("pack") String pack, @PathParam("version") int version) {
        packs.activate(new PackVersion(pack, version));
    }

    /** Sends a draft back. */
    @POST
    @Path(VERSION + "/reject")
    @Consumes("application/json")
    @Permitted(Permissions.POLICY_ACTIVATE)
    public void reject(@PathParam("pack") String pack, @PathParam("version") int version, Rejection rejection) {
        packs.reject(new PackVersion(pack, version), Required.body(rejection).reason());
    }

    /** Computes a version against real facts of a unit without paying anything; answers 202 with the job. */
    @POST
    @Path(VERSION + "/simulations")
    @Consumes("application/json")
    public Response simulate(
            @PathParam("pack") String pack, @PathParam("version") int version, SimulationRequest request) {
        Required.body(request);
        long unit = units.idOrOwn(request.unit());
        if (unit == 0) {
            access.require(Permissions.PAYROLL_READ);
        } else {
            access.require(Permissions.PAYROLL_READ, unit);
        }
        Map<String, String> parameters =
                new HashMap<>(Map.of("pack", pack, "version", Integer.toString(version), "unit", Long.toString(unit)));
        if (request.from() != null) {
            parameters.put("from", request.from().toString());
        }
        if (request.to() != null) {
            parameters.put("to", request.to().toString());
        }
        return Accepted.job(jobs.submit(
                Packs.SIMULATE,
                "Chạy thử gói " + pack + " bản " + version + " – " + units.fullName(unit),
                parameters,
                null));
    }

    /** What came of a simulation. */
    @GET
    @Path("simulations/{job: \\d+}")
    public PackSimulation simulation(@PathParam("job") long id) {
        Job job = jobs.byId(id)
                .filter(found -> found.type().equals(Packs.SIMULATE))
                .orElseThrow(() -> Problem.notFound(
                        "AS-JOB-UNKNOWN", "Không có lần chạy thử số " + id + ", hoặc không phải của tài khoản này."));
        if (job.state() != JobState.DONE) {
            throw Problem.conflict(
                    "AS-POLICY-SIMULATING",
                    "Lần chạy thử này chưa có kết quả: " + job.state().label() + ".");
        }
        return PackSimulation.of(job.result());
    }

    /** Proposes that the pack in force ends; another person confirms. */
    @POST
    @Path("{pack}/end")
    @Consumes("application/json")
    @Permitted(Permissions.POLICY_PROPOSE)
    public void end(@PathParam("pack") String pack, PackEnd end) {
        packs.proposeEnd(pack, Required.body(end).lastMonth(), end.reason());
    }

    /** Confirms the proposed end. */
    @POST
    @Path("{pack}/end/confirm")
    @Permitted(Permissions.POLICY_ACTIVATE)
    public void confirmEnd(@PathParam("pack") String pack) {
        packs.confirmEnd(pack);
    }

    /** Takes a proposed end back. */
    @POST
    @Path("{pack}/end/withdraw")
    public void withdrawEnd(@PathParam("pack") String pack) {
        packs.withdrawEnd(pack);
    }

    /** What a described person would get, month by month, and why not the rest. Nobody is looked up. */
    @POST
    @Path("evaluate")
    @Consumes("application/json")
    @Permitted(Permitted.SIGNED_IN)
    public List<CalculatedBenefit> evaluate(CalculationRequest request) {
        return calculating.answer(Required.body(request));
    }

    /** @param reason Vietnamese, for who brought it */
    public record Rejection(String reason) {}

    /**
     * @param unit code; the caller's own when left out
     * @param from first month of the budget; the current one when left out
     * @param to last month of the budget; {@code from} when left out
     */
    public record SimulationRequest(String unit, YearMonth from, YearMonth to) {}

    /** @param lastMonth last month that the pack holds for */
    public record PackEnd(YearMonth lastMonth, String reason) {}
}
