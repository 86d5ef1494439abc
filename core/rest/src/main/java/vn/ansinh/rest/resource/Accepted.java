package vn.ansinh.rest.resource;

import jakarta.ws.rs.core.Response;
import java.net.URI;

/**
 * The answer to a request that became a job: 202, with the job's address.
 *
 * @param job id of the job
 */
public record Accepted(long job) {

    static Response job(long id) {
        return Response.accepted(new Accepted(id))
                .location(URI.create("/api/v1/jobs/" + id))
                .build();
    }
}
