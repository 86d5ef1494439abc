package vn.ansinh.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.registry.Answer;
import vn.ansinh.api.registry.PopulationEvent;
import vn.ansinh.api.registry.Verifications;
import vn.ansinh.api.registry.Verifications.EventPage;
import vn.ansinh.api.registry.Verifications.Line;
import vn.ansinh.api.rest.RestResource;

/** What the population registry says and tells. */
@Path("/registry")
@Produces("application/json")
@Consumes("application/json")
@Permitted(Permissions.REGISTRY_READ)
public final class RegistryResource implements RestResource {

    private final Access access;
    private final UnitCodes units;
    private final Verifications verifications;

    /** @param verifications scoped to the caller's subtree */
    public RegistryResource(Access access, UnitCodes units, Verifications verifications) {
        this.access = access;
        this.units = units;
        this.verifications = verifications;
    }

    /** Whether a registry is connected and answers. */
    @GET
    public Line line() {
        return verifications.line();
    }

    /** One page of events; {@code open} those that wait. */
    @GET
    @Path("events")
    public Events events(
            @QueryParam("unit") String unit,
            @QueryParam("open") @DefaultValue("true") boolean open,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        NumberSight sight = NumberSight.of(access);
        EventPage page = verifications.worklist(units.idOrOwn(unit), open, cursor, limit);
        return new Events(
                page.events().stream()
                        .map(event -> new EventView(
                                event.id(),
                                event.kind(),
                                PersonView.of(event.person(), sight),
                                event.day(),
                                event.toUnit(),
                                event.receivedAt(),
                                event.state()))
                        .toList(),
                page.next());
    }

    /** Settles an event. */
    @POST
    @Path("events/{id}/settle")
    @Permitted(Permissions.REGISTRY_VERIFY)
    public void settle(@PathParam("id") long id, Settling settling) {
        Settling wanted = Required.body(settling);
        verifications.settle(id, Required.parameter("accepted", wanted.accepted()), wanted.reason());
    }

    /** What the registry last said about a person. */
    @GET
    @Path("persons/{id}")
    public Answer last(@PathParam("id") long id) {
        return verifications
                .last(id)
                .orElseThrow(() -> Problem.notFound("AS-REGISTRY-UNASKED", "Người này chưa được đối chiếu lần nào."));
    }

    /** Asks about a person now. */
    @POST
    @Path("persons/{id}")
    @Permitted(Permissions.REGISTRY_VERIFY)
    public Answer ask(@PathParam("id") long id) {
        return verifications.ask(id);
    }

    /** @param next cursor of the following page, {@code null} on the last */
    public record Events(List<EventView> events, String next) {}

    /** @param toUnit 0 when unknown or a death */
    public record EventView(
            long id,
            PopulationEvent.Kind kind,
            PersonView person,
            LocalDate day,
            long toUnit,
            Instant receivedAt,
            Verifications.State state) {}

    /** @param accepted whether it is true */
    public record Settling(Boolean accepted, String reason) {}
}
