package vn.ansinh.rest.resource;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.rest.RestResource;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;

/** Administrative units in time. Everybody may read them; {@code on} is today when it is left out. */
@Path("/units")
@Produces("application/json")
@Permitted(Permissions.UNIT_READ)
public final class UnitResource implements RestResource {

    private static final int MOST = 200;

    private final Units units;
    private final Today today;
    private final UnitCodes codes;

    /** @param units read from memory */
    public UnitResource(Units units, Today today, UnitCodes codes) {
        this.units = units;
        this.today = today;
        this.codes = codes;
    }

    /** Search by name or code prefix below the unit of code {@code within}; without text the provinces. */
    @GET
    public List<UnitView> search(
            @QueryParam("text") String text,
            @QueryParam("within") String within,
            @QueryParam("on") LocalDate on,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        List<AdministrativeUnit> found = text == null || text.isBlank()
                ? units.provinces(today.or(on))
                : units.search(text, codes.withinOrAll(within), today.or(on), Math.min(Math.max(limit, 1), MOST));
        return views(found);
    }

    /** What a code written on an old paper has become: one unit, or several to choose from. */
    @GET
    @Path("resolve")
    public List<UnitView> resolve(@QueryParam("code") String code, @QueryParam("on") LocalDate on) {
        return views(units.resolve(Required.parameter("code", code), today.or(on)));
    }

    /** One unit with its history. */
    @GET
    @Path("{id}")
    public UnitDetail byId(@PathParam("id") long id) {
        AdministrativeUnit unit = units.byId(id).orElseThrow(() -> unknown(id));
        return new UnitDetail(view(unit), successions(units.predecessors(id)), successions(units.successors(id)));
    }

    /** Its direct children. */
    @GET
    @Path("{id}/children")
    public List<UnitView> children(@PathParam("id") long id, @QueryParam("on") LocalDate on) {
        units.byId(id).orElseThrow(() -> unknown(id));
        return views(units.children(id, today.or(on)));
    }

    private List<UnitView> views(List<AdministrativeUnit> found) {
        return found.stream().map(this::view).toList();
    }

    private UnitView view(AdministrativeUnit unit) {
        return new UnitView(
                unit.id(),
                unit.code(),
                unit.name(),
                units.fullName(unit.id()),
                unit.level(),
                unit.parentId(),
                unit.validFrom(),
                unit.validTo());
    }

    private List<SuccessionView> successions(List<Units.Succession> steps) {
        return steps.stream()
                .map(step -> new SuccessionView(view(step.unit()), step.partial(), step.since()))
                .toList();
    }

    private static Problem unknown(long id) {
        return Problem.notFound("AS-UNIT-UNKNOWN", "Không có đơn vị hành chính số " + id + ".");
    }

    /** A unit; {@code validTo} is the day after the last, {@code null} while it lasts. */
    public record UnitView(
            long id,
            String code,
            String name,
            String fullName,
            AdministrativeUnit.Level level,
            long parentId,
            LocalDate validFrom,
            LocalDate validTo) {}

    /** A unit and what it was made of and became. */
    public record UnitDetail(UnitView unit, List<SuccessionView> predecessors, List<SuccessionView> successors) {}

    /** One step of a unit's history; {@code partial} when only a part went there. */
    public record SuccessionView(UnitView unit, boolean partial, LocalDate since) {}
}
