package vn.ansinh.example.visits;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.rest.RestResource;

/** Visits over REST. */
@Path("/programs/thi-diem/visits")
@Produces(MediaType.APPLICATION_JSON)
@Permitted(VisitsProgram.VISITS)
public class VisitsResource implements RestResource {

    private final Visits visits;

    public VisitsResource(Visits visits) {
        this.visits = visits;
    }

    /** The latest visits in a unit. */
    @GET
    public List<Visit> latest(@QueryParam("unit") long unit) {
        return visits.latest(unit);
    }

    /** Writes a visit down. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public void add(Visit visit) {
        visits.add(visit);
    }
}
