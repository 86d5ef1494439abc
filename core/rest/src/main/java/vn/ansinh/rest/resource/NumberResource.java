package vn.ansinh.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.document.DocumentNumber;
import vn.ansinh.api.document.DocumentNumbers;
import vn.ansinh.api.document.NumberBook;
import vn.ansinh.api.document.NumberBook.Page;
import vn.ansinh.api.document.NumberBook.Query;
import vn.ansinh.api.document.NumberBook.Standing;
import vn.ansinh.api.rest.RestResource;

/** Registers of papers: every number that was taken, cancelled ones with their reason. Numbers are taken by signing alone. */
@Path("/document-numbers")
@Produces("application/json")
@Consumes("application/json")
@Permitted(Permissions.DOCUMENT_READ)
public final class NumberResource implements RestResource {

    private final DocumentNumbers numbers;
    private final NumberBook book;
    private final UnitCodes units;

    /** @param numbers scoped to the caller's subtree @param book as well */
    public NumberResource(DocumentNumbers numbers, NumberBook book, UnitCodes units) {
        this.numbers = numbers;
        this.book = book;
        this.units = units;
    }

    /**
     * A register, the latest number first.
     *
     * @param kind for instance {@code quyet-dinh}
     * @param agency whose register it is; 0 for the unit's own
     * @param before numbers below this one; 0 for the first page
     */
    @GET
    public List<DocumentNumber> register(
            @QueryParam("unit") String unit,
            @QueryParam("agency") long agency,
            @QueryParam("kind") String kind,
            @QueryParam("year") int year,
            @QueryParam("before") int before,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return numbers.register(agency, units.idOrOwn(unit), Required.parameter("kind", kind), year, before, limit);
    }

    /**
     * The book of a unit and those below it, the latest number first, with whose papers they are where the caller sees that.
     *
     * @param year of the registers; 0 for every year
     * @param kind for instance {@code quyet-dinh}; all when left out
     * @param text a number, or a part of what stands on the paper or of its subject
     * @param cursor of the page before; the first page when left out
     */
    @GET
    @Path("book")
    public Page book(
            @QueryParam("unit") String unit,
            @QueryParam("year") int year,
            @QueryParam("kind") String kind,
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("standing") @DefaultValue("ALL") Standing standing,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return book.page(new Query(units.idOrOwn(unit), year, kind, text, null, null, standing, cursor, limit));
    }

    /** Cancels a number: it stays in the register and is not given again. @param why stays beside it */
    @DELETE
    @Path("{id: \\d+}")
    @Permitted(Permissions.DOCUMENT_WRITE)
    public DocumentNumber cancel(@PathParam("id") long id, @QueryParam("why") String why) {
        return numbers.cancel(id, Required.parameter("why", why));
    }
}
