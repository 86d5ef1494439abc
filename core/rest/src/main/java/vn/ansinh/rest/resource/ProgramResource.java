package vn.ansinh.rest.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.program.Programs;
import vn.ansinh.api.program.Programs.ProgramStatus;
import vn.ansinh.api.rest.RestResource;

/** Programs: which are there, and their coming and going. */
@Path("/programs")
@Produces("application/json")
@Permitted(Permissions.PROGRAM_MANAGE)
public final class ProgramResource implements RestResource {

    private final Programs programs;

    /** @param programs the platform's */
    public ProgramResource(Programs programs) {
        this.programs = programs;
    }

    /** Every program that runs or could be installed. */
    @GET
    public List<ProgramStatus> all() {
        return programs.all();
    }

    /** Installs a program; answers when it runs. */
    @POST
    @Path("{id}/install")
    public Operation install(@PathParam("id") String id) {
        List<String> steps = new ArrayList<>();
        return new Operation(programs.install(id, steps::add), steps);
    }

    /** Removes a program; its data stay. */
    @POST
    @Path("{id}/uninstall")
    public Operation uninstall(@PathParam("id") String id) {
        List<String> steps = new ArrayList<>();
        return new Operation(programs.uninstall(id, steps::add), steps);
    }

    /** How a program stands after an operation, and the steps that led there. */
    public record Operation(ProgramStatus program, List<String> steps) {}
}
