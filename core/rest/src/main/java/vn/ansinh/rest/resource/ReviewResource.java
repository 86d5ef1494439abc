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
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.rest.RestResource;
import vn.ansinh.api.review.ReviewKind;
import vn.ansinh.api.review.ReviewRow;
import vn.ansinh.api.review.Reviews;
import vn.ansinh.api.review.Reviews.Count;
import vn.ansinh.api.review.Reviews.Query;

/** Who has to be looked at again: ages reached, certificates ended, money not collected. */
@Path("/reviews")
@Produces("application/json")
@Consumes("application/json")
@Permitted(Permissions.REVIEW_READ)
public final class ReviewResource implements RestResource {

    private static final int COUNTED = 10_000;

    private final Reviews reviews;
    private final UnitCodes units;

    /** @param reviews scoped to the caller's subtree and programs */
    public ReviewResource(Reviews reviews, UnitCodes units) {
        this.reviews = reviews;
        this.units = units;
    }

    /** What running programs want to be looked at. */
    @GET
    public List<ReviewKind> kinds() {
        return reviews.kinds();
    }

    /** How many rows each kind has that nobody has handled; a count stops at 10,000. */
    @GET
    @Path("{program}/counts")
    public List<Count> counts(
            @PathParam("program") String program,
            @QueryParam("unit") String unit,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to) {
        return reviews.counts(
                program, units.idOrOwn(unit), Required.parameter("from", from), Required.parameter("to", to), COUNTED);
    }

    /** One page of a kind, by day, then by name. */
    @GET
    @Path("{program}/{kind}")
    public ReviewPageView rows(
            @PathParam("program") String program,
            @PathParam("kind") String kind,
            @QueryParam("unit") String unit,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @QueryParam("handled") boolean handled,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        Reviews.Page page = reviews.find(new Query(
                program,
                kind,
                units.idOrOwn(unit),
                Required.parameter("from", from),
                Required.parameter("to", to),
                handled,
                cursor,
                limit));
        return new ReviewPageView(
                page.rows().stream()
                        .map(row -> new ReviewRowView(row.key(), units.fullName(row.unitId()), row))
                        .toList(),
                page.next());
    }

    /** Says that rows need nothing more. @return how many left the list */
    @POST
    @Path("{program}/handled")
    @Permitted(Permissions.REVIEW_HANDLE)
    public ChangedView handle(@PathParam("program") String program, HandleRequest request) {
        Required.body(request);
        return new ChangedView(reviews.handle(program, Required.parameter("keys", request.keys()), request.note()));
    }

    /** Takes that back. @return how many came back */
    @POST
    @Path("{program}/reopened")
    @Permitted(Permissions.REVIEW_HANDLE)
    public ChangedView reopen(@PathParam("program") String program, HandleRequest request) {
        Required.body(request);
        return new ChangedView(reviews.reopen(program, Required.parameter("keys", request.keys())));
    }

    /** @param keys of rows @param note why; needed to handle */
    public record HandleRequest(List<String> keys, String note) {}

    /** How many rows a request changed. */
    public record ChangedView(int rows) {}

    /** @param next cursor of the following page, {@code null} on the last */
    public record ReviewPageView(List<ReviewRowView> rows, String next) {}

    /** @param key for handling @param unit full name of the commune */
    public record ReviewRowView(String key, String unit, ReviewRow row) {}
}
