package vn.ansinh.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.rest.RestResource;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Transitions;
import vn.ansinh.api.unit.Transitions.Assignment;
import vn.ansinh.api.unit.Transitions.EndedUnit;
import vn.ansinh.api.unit.Transitions.Hamlet;
import vn.ansinh.api.unit.Transitions.Transfer;
import vn.ansinh.api.unit.Transitions.WaitingPage;
import vn.ansinh.api.unit.Transitions.WaitingQuery;

/** What units that ended still hold, and how it gets to those that took them over. */
@Path("/transitions")
@Produces("application/json")
@Consumes("application/json")
@Permitted(Permissions.UNIT_TRANSFER)
public final class TransitionResource implements RestResource {

    private static final int MOST = 500;

    private final Access access;
    private final UnitCodes units;
    private final Transitions transitions;

    /** @param transitions scoped to the caller's subtree */
    public TransitionResource(Access access, UnitCodes units, Transitions transitions) {
        this.access = access;
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

    /** One page of people who still wait in an ended commune, by given name. @param text name, number or part of the address */
    @GET
    @Path("{unit}/people")
    public WaitingList people(
            @PathParam("unit") long endedUnit,
            @QueryParam("hamlet") String hamlet,
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        WaitingPage page = transitions.waiting(new WaitingQuery(endedUnit, hamlet, text, cursor, limit));
        NumberSight sight = NumberSight.of(access);
        return new WaitingList(
                page.people().stream()
                        .map(person -> PersonView.of(person, sight))
                        .toList(),
                page.next());
    }

    /** Accounts of ended units that wait for an official, who gives them a new one on the page. */
    @GET
    @Path("accounts")
    public List<WaitingView> accounts(@QueryParam("unit") String unit) {
        return transitions.accounts(units.idOrOwn(unit)).stream()
                .map(one -> WaitingView.of(one.name(), one.fullName(), one.unit(), one.into()))
                .toList();
    }

    /** Agencies of ended territories that wait for an official, who gives them a new one on the page. */
    @GET
    @Path("agencies")
    public List<WaitingView> agencies(@QueryParam("unit") String unit) {
        return transitions.agencies(units.idOrOwn(unit)).stream()
                .map(one -> WaitingView.of(Long.toString(one.id()), one.name(), one.unit(), one.into()))
                .toList();
    }

    /** What was moved, newest first. */
    @GET
    @Path("moves")
    public List<Transfer> moves(@QueryParam("unit") String unit, @QueryParam("limit") @DefaultValue("100") int limit) {
        return transitions.transfers(units.idOrOwn(unit), Math.min(Math.max(limit, 1), MOST));
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
                units.heirOf(endedUnit, Required.parameter("into", request.into())),
                Required.parameter("why", request.why()))));
    }

    /** @param unit code of today, the caller's own unit when left out @param why what orders it */
    public record SettleRequest(LocalDate day, String unit, String why) {}

    /** @param into code of the new unit on the day it began @param why what orders it */
    public record AssignRequest(Set<String> hamlets, Set<Long> people, String into, String why) {}

    /** How many people were moved. */
    public record Assigned(long people) {}

    /** @param next cursor of the following page, {@code null} on the last */
    public record WaitingList(List<PersonView> people, String next) {}

    /** Who waits. @param id of an agency, name of an account @param unitId that ended @param into codes on its land */
    public record WaitingView(String id, String name, long unitId, String unit, List<String> into) {

        static WaitingView of(String id, String name, AdministrativeUnit unit, List<AdministrativeUnit> into) {
            return new WaitingView(
                    id,
                    name,
                    unit.id(),
                    unit.name(),
                    into.stream().map(AdministrativeUnit::code).toList());
        }
    }

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
            long agencies,
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
                    ended.agencies(),
                    ended.closedThrough(),
                    ended.drafts(),
                    ended.moved());
        }
    }
}
