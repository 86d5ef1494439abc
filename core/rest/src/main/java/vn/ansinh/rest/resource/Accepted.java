package vn.ansinh.rest.resource;

import jakarta.ws.rs.core.Response;

/**
 * The answer to a request that became a job: 202, with the job's address.
 *
 * @param job id of the job
 */
public record Accepted(long job) {

    /** A URI object would be resolved against the resource's own address. */
    static Response job(long id) {
        return Response.accepted(new Accepted(id))
                .header("Location", "/api/v1/jobs/" + id)
                .build();
    }
}
