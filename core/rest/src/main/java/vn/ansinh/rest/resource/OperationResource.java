package vn.ansinh.rest.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.operation.Check;
import vn.ansinh.api.operation.Operation;
import vn.ansinh.api.rest.RestResource;

/** How this server is, as the page of operation shows it. */
@Path("/operation")
@Produces("application/json")
@Permitted(Permissions.OPERATION_READ)
public final class OperationResource implements RestResource {

    private final Operation operation;

    public OperationResource(Operation operation) {
        this.operation = operation;
    }

    /** Every check, the worst first. */
    @GET
    public List<Check> checks() {
        return operation.checks();
    }
}
