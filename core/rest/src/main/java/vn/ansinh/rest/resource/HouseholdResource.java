package vn.ansinh.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.identity.Household;
import vn.ansinh.api.identity.Households;
import vn.ansinh.api.identity.Households.HouseholdDraft;
import vn.ansinh.api.identity.Households.HouseholdPage;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.rest.RestResource;

/** Households as they were on a day, and what is done to them. */
@Path("/households")
@Produces("application/json")
@Consumes("application/json")
@Permitted(Permissions.HOUSEHOLD_READ)
public final class HouseholdResource implements RestResource {

    private final UnitCodes units;
    private final Today today;
    private final Households households;

    /** @param households scoped to the caller's subtree */
    public HouseholdResource(UnitCodes units, Today today, Households households) {
        this.units = units;
        this.today = today;
        this.households = households;
    }

    /** One page of households that last; {@code unit} is a code, the caller's own unit when left out. */
    @GET
    public HouseholdPage list(
            @QueryParam("unit") String unit,
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return households.list(units.idOrOwn(unit), text, cursor, limit);
    }

    /** A household on a day, today when left out. */
    @GET
    @Path("{id}")
    public Household byId(@PathParam("id") long id, @QueryParam("day") LocalDate day) {
        return households.byId(id, today.or(day)).orElseThrow(HouseholdResource::unknown);
    }

    /** The household that a person was in on a day. */
    @GET
    @Path("of/{person}")
    public Household of(@PathParam("person") long person, @QueryParam("day") LocalDate day) {
        return households.of(person, today.or(day)).orElseThrow(HouseholdResource::unknown);
    }

    private static Problem unknown() {
        return Problem.notFound("AS-HOUSEHOLD-UNKNOWN", "Không có hộ này, hoặc hộ không thuộc địa bàn được giao.");
    }

    /** Opens a household. */
    @POST
    @Permitted(Permissions.HOUSEHOLD_WRITE)
    public Household open(Opening opening) {
        Opening wanted = Required.body(opening);
        return households.open(new HouseholdDraft(
                units.id(Required.parameter("unit", wanted.unit())),
                wanted.hamlet(),
                wanted.address(),
                wanted.head(),
                wanted.members() == null ? Map.of() : wanted.members(),
                Required.parameter("from", wanted.from())));
    }

    /** Moves a household with its members. */
    @POST
    @Path("{id}/move")
    @Permitted(Permissions.HOUSEHOLD_WRITE)
    public void move(@PathParam("id") long id, Moving moving) {
        Moving wanted = Required.body(moving);
        households.move(
                id,
                units.id(Required.parameter("unit", wanted.unit())),
                wanted.hamlet(),
                wanted.address(),
                Required.parameter("from", wanted.from()));
    }

    /** Some leave and make a household of their own. */
    @POST
    @Path("{id}/split")
    @Permitted(Permissions.HOUSEHOLD_WRITE)
    public Household split(@PathParam("id") long id, Splitting splitting) {
        Splitting wanted = Required.body(splitting);
        return households.split(
                id,
                Required.parameter("members", wanted.members()),
                wanted.head(),
                Required.parameter("from", wanted.from()));
    }

    /** All members go into another household. */
    @POST
    @Path("{id}/merge")
    @Permitted(Permissions.HOUSEHOLD_WRITE)
    public Household merge(@PathParam("id") long id, Merging merging) {
        Merging wanted = Required.body(merging);
        return households.merge(id, wanted.into(), Required.parameter("from", wanted.from()));
    }

    /** @param unit code of the commune @param head person's id @param members relation to the head by person's id */
    public record Opening(
            String unit, String hamlet, String address, long head, Map<Long, String> members, LocalDate from) {}

    /** Where to, from which day on. */
    public record Moving(String unit, String hamlet, String address, LocalDate from) {}

    /** Who leaves, and under whom. */
    public record Splitting(Set<Long> members, long head, LocalDate from) {}

    /** Into which household. */
    public record Merging(long into, LocalDate from) {}
}
