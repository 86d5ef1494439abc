package vn.ansinh.rest.resource;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.job.Job;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.job.Jobs.JobFile;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.rest.RestResource;

/** Long work of the caller's own: how far it is, its file, its end. */
@Path("/jobs")
@Produces("application/json")
@Permitted(Permitted.SIGNED_IN)
public final class JobResource implements RestResource {

    private final Jobs jobs;

    /** @param jobs scoped to the caller */
    public JobResource(Jobs jobs) {
        this.jobs = jobs;
    }

    /** The caller's latest jobs, newest first. */
    @GET
    public List<Job> latest(@QueryParam("limit") @DefaultValue("50") int limit) {
        return jobs.latest(limit);
    }

    /** One job. */
    @GET
    @Path("{id}")
    public Job byId(@PathParam("id") long id) {
        return jobs.byId(id)
                .orElseThrow(() -> Problem.notFound(
                        "AS-JOB-UNKNOWN", "Không có công việc số " + id + ", hoặc không phải của tài khoản này."));
    }

    /** Asks a job to stop; answers how it then stands. */
    @POST
    @Path("{id}/cancel")
    public Job cancel(@PathParam("id") long id) {
        jobs.cancel(id);
        return byId(id);
    }

    /** The file a job made. */
    @GET
    @Path("{id}/output")
    @Produces("*/*")
    public Response output(@PathParam("id") long id) {
        JobFile file = jobs.output(id);
        return Attachment.of(file.content(), file.mediaType(), file.name());
    }
}
