package vn.ansinh.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.rest.RestResource;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Transitions;
import vn.ansinh.api.unit.Transitions.Assignment;
import vn.ansinh.api.unit.Transitions.EndedUnit;
import vn.ansinh.api.unit.Transitions.Hamlet;

/** What units that ended still hold, and how it gets to those that took them over. */
@Path("/transitions")
@Produces("application/json")
@Consumes("application/json")
@Permitted(Permissions.UNIT_TRANSFER)
public final class TransitionResource implements RestResource {

    private final UnitCodes units;
    private final Transitions transitions;

    /** @param transitions scoped to the caller's subtree */
    public TransitionResource(UnitCodes units, Transitions transitions) {
        this.units = units;
        this.transitions = transitions;
    }

    /** Days on which units below {@code unit} ended, latest first. */
    @GET
    @Path("days")
    public List<LocalDate> days(@QueryParam("unit") String unit) {
        return transitions.days(units.idOrOwn(unit));
    }

    /** The communes that ended on {@code day} and hold or held somebody. */
    @GET
    public List<EndedView> ended(@QueryParam("day") LocalDate day, @QueryParam("unit") String unit) {
        return transitions.preview(Required.parameter("day", day), units.idOrOwn(unit)).stream()
                .map(EndedView::of)
                .toList();
    }

    /** Moves everything of the communes that went into one other whole; 202 with the job. */
    @POST
    public Response settle(SettleRequest request) {
        Required.body(request);
        return Accepted.job(transitions.settleWhole(
                Required.parameter("day", request.day()),
                units.idOrOwn(request.unit()),
                Required.parameter("why", request.why())));
    }

    /** Where people of an ended commune live who still wait. */
    @GET
    @Path("{unit}/hamlets")
    public List<Hamlet> hamlets(@PathParam("unit") long endedUnit) {
        return transitions.hamlets(endedUnit);
    }

    /** Moves people of an ended commune, by hamlet or one by one, to a unit on its land. */
    @POST
    @Path("{unit}/assignments")
    public Assigned assign(@PathParam("unit") long endedUnit, AssignRequest request) {
        Required.body(request);
        return new Assigned(transitions.assign(new Assignment(
                endedUnit,
                request.hamlets() == null ? Set.of() : request.hamlets(),
                request.people() == null ? Set.of() : request.people(),
                units.id(Required.parameter("into", request.into())),
                Required.parameter("why", request.why()))));
    }

    /** @param unit code of today, the caller's own unit when left out @param why what orders it */
    public record SettleRequest(LocalDate day, String unit, String why) {}

    /** @param into code of the new unit @param why what orders it */
    public record AssignRequest(Set<String> hamlets, Set<Long> people, String into, String why) {}

    /** How many people were moved. */
    public record Assigned(long people) {}

    /** An ended commune; fields as in {@link EndedUnit}. */
    public record EndedView(
            long unitId,
            String code,
            String name,
            List<String> into,
            boolean whole,
            long people,
            long entitlements,
            long accounts,
            YearMonth closedThrough,
            int drafts,
            long moved) {

        static EndedView of(EndedUnit ended) {
            return new EndedView(
                    ended.unit().id(),
                    ended.unit().code(),
                    ended.unit().name(),
                    ended.into().stream().map(AdministrativeUnit::code).toList(),
                    ended.whole(),
                    ended.people(),
                    ended.entitlements(),
                    ended.accounts(),
                    ended.closedThrough(),
                    ended.drafts(),
                    ended.moved());
        }
    }
}
