package vn.ansinh.rest.resource;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.history.PersonHistory;
import vn.ansinh.api.history.PersonHistory.Source;
import vn.ansinh.api.rest.RestResource;

/** Everything that is known to have happened to a person. */
@Path("/person-histories")
@Produces("application/json")
@Permitted(Permissions.PERSON_READ)
public final class PersonHistoryResource implements RestResource {

    private final PersonHistory histories;

    /** @param histories scoped to the caller's subtree */
    public PersonHistoryResource(PersonHistory histories) {
        this.histories = histories;
    }

    /** What may be asked for. */
    @GET
    @Path("sources")
    public List<Source> sources() {
        return histories.sources();
    }

    /** One page, the latest first. @param sources codes; all when left out */
    @GET
    @Path("{person}")
    public PersonHistory.Page of(
            @PathParam("person") long person,
            @QueryParam("source") List<String> sources,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return histories.of(person, sources == null ? Set.of() : Set.copyOf(sources), cursor, limit);
    }
}
