package vn.ansinh.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.identity.Duplicates;
import vn.ansinh.api.identity.Duplicates.Comparison;
import vn.ansinh.api.identity.Duplicates.Difference;
import vn.ansinh.api.identity.Duplicates.Merge;
import vn.ansinh.api.identity.Duplicates.PairPage;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.job.Jobs;
import vn.ansinh.api.rest.RestResource;

/** Records that may speak of one person. Numbers are masked in pairs, shown in a comparison. */
@Path("/duplicates")
@Produces("application/json")
@Consumes("application/json")
@Permitted(Permissions.PERSON_MERGE)
public final class DuplicateResource implements RestResource {

    private final Access access;
    private final UnitCodes units;
    private final Duplicates duplicates;
    private final Jobs jobs;

    /** @param duplicates checks the caller's subtree itself */
    public DuplicateResource(Access access, UnitCodes units, Duplicates duplicates, Jobs jobs) {
        this.access = access;
        this.units = units;
        this.duplicates = duplicates;
        this.jobs = jobs;
    }

    /** One page of pairs. */
    @GET
    public Pairs list(
            @QueryParam("unit") String unit,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        NumberSight sight = NumberSight.of(access);
        PairPage page = duplicates.candidates(units.idOrOwn(unit), cursor, limit);
        return new Pairs(
                page.pairs().stream()
                        .map(pair -> new PairView(
                                PersonView.of(pair.first(), sight),
                                pair.second() == null ? null : PersonView.of(pair.second(), sight),
                                pair.elsewhere(),
                                pair.reason()))
                        .toList(),
                page.next());
    }

    /** Queues a search. @return the job's id */
    @POST
    @Path("search")
    public Accepted search(Search search) {
        String unit = search == null ? null : search.unit();
        return new Accepted(jobs.submit(
                Duplicates.SEARCH_JOB, "Tìm hồ sơ trùng", Map.of("unit", Long.toString(units.idOrOwn(unit))), null));
    }

    /** Two records side by side, the first to be kept. */
    @GET
    @Path("{keep}/{gone}")
    public Compared compare(@PathParam("keep") long keep, @PathParam("gone") long gone) {
        NumberSight sight = NumberSight.of(access);
        Comparison found = duplicates.compare(keep, gone);
        return new Compared(
                PersonView.of(found.first(), sight),
                PersonView.of(found.second(), sight),
                found.differences(),
                found.obstacles());
    }

    /** Merges two records; {@code choices} names for each difference the record that is right. */
    @POST
    @Path("{keep}/{gone}/merge")
    public Merge merge(@PathParam("keep") long keep, @PathParam("gone") long gone, Deciding deciding) {
        Deciding wanted = Required.body(deciding);
        return duplicates.merge(keep, gone, wanted.choices() == null ? Map.of() : wanted.choices(), wanted.reason());
    }

    /** Remembers that they are two people. */
    @POST
    @Path("{one}/{other}/different")
    public void different(@PathParam("one") long one, @PathParam("other") long other, Deciding deciding) {
        duplicates.different(one, other, Required.body(deciding).reason());
    }

    /** Takes a merge back. */
    @POST
    @Path("merges/{id}/undo")
    public void undo(@PathParam("id") long id, Deciding deciding) {
        duplicates.undo(id, Required.body(deciding).reason());
    }

    /** @param next cursor of the following page, {@code null} on the last */
    public record Pairs(List<PairView> pairs, String next) {}

    /** @param second {@code null} when it lies elsewhere */
    public record PairView(PersonView first, PersonView second, long elsewhere, String reason) {}

    /** @param obstacles why they cannot be merged now; empty when they can */
    public record Compared(PersonView first, PersonView second, List<Difference> differences, List<String> obstacles) {}

    /** Whose people are compared: code of a unit, the caller's own when left out. */
    public record Search(String unit) {}

    /** What is right, and why. */
    public record Deciding(Map<String, Long> choices, String reason) {}
}
