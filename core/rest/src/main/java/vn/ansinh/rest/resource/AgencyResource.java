package vn.ansinh.rest.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import vn.ansinh.api.access.Agencies;
import vn.ansinh.api.access.Agency;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.rest.RestResource;

/** Agencies in time; {@code on} is today when it is left out. */
@Path("/agencies")
@Produces("application/json")
@Permitted(Permissions.AGENCY_READ)
public final class AgencyResource implements RestResource {

    private final Agencies agencies;
    private final Today today;

    /** @param agencies scoped to the caller's subtree */
    public AgencyResource(Agencies agencies, Today today) {
        this.agencies = agencies;
        this.today = today;
    }

    /** The agencies of a day, each after the one above it. */
    @GET
    public List<Agency> tree(@QueryParam("on") LocalDate on) {
        return agencies.tree(today.or(on));
    }

    /** All periods of one agency, the latest first. */
    @GET
    @Path("{id}")
    public List<Agency> history(@PathParam("id") long id) {
        List<Agency> periods = agencies.history(id);
        if (periods.isEmpty()) {
            throw Problem.notFound(
                    "AS-AGENCY-UNKNOWN", "Không có cơ quan số " + id + ", hoặc không thuộc địa bàn được giao.");
        }
        return periods;
    }
}
