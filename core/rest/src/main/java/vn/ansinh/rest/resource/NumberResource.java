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
import vn.ansinh.api.rest.RestResource;

/** Registers of papers: every number that was taken, cancelled ones with their reason. Numbers are taken by signing alone. */
@Path("/document-numbers")
@Produces("application/json")
@Consumes("application/json")
@Permitted(Permissions.DOCUMENT_READ)
public final class NumberResource implements RestResource {

    private final DocumentNumbers numbers;
    private final UnitCodes units;

    /** @param numbers scoped to the caller's subtree */
    public NumberResource(DocumentNumbers numbers, UnitCodes units) {
        this.numbers = numbers;
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

    /** Cancels a number: it stays in the register and is not given again. @param why stays beside it */
    @DELETE
    @Path("{id: \\d+}")
    @Permitted(Permissions.DOCUMENT_WRITE)
    public DocumentNumber cancel(@PathParam("id") long id, @QueryParam("why") String why) {
        return numbers.cancel(id, Required.parameter("why", why));
    }
}
