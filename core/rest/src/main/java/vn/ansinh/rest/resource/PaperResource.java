package vn.ansinh.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.document.Papers;
import vn.ansinh.api.document.Papers.Paper;
import vn.ansinh.api.document.Papers.Template;
import vn.ansinh.api.rest.RestResource;

/** The papers that the platform drafts, and the Word files that a unit puts in the place of theirs. */
@Path("/papers")
@Produces("application/json")
@Consumes("application/json")
@Permitted(Permissions.DOCUMENT_READ)
public final class PaperResource implements RestResource {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final int LARGEST = 5 << 20;

    private final Papers papers;
    private final UnitCodes units;

    /** @param papers scoped to the caller's subtree */
    public PaperResource(Papers papers, UnitCodes units) {
        this.papers = papers;
        this.units = units;
    }

    /** All papers with the fields that their templates may name. */
    @GET
    public List<Paper> list() {
        return papers.list();
    }

    /** Which templates there are for a unit: those in use now and before. */
    @GET
    @Path("{code}/templates")
    public List<Template> templates(@PathParam("code") String code, @QueryParam("unit") String unit) {
        return papers.templates(code, units.idOrOwn(unit));
    }

    /** The Word file that holds for a unit, to be changed and brought back. */
    @GET
    @Path("{code}/template")
    @Produces("*/*")
    public Response template(@PathParam("code") String code, @QueryParam("unit") String unit) {
        return Attachment.of(papers.template(code, units.idOrOwn(unit)), DOCX, code + ".docx");
    }

    /** Puts a Word file in its place, for a unit and all below it. @param why kept beside it */
    @PUT
    @Path("{code}/template")
    @Consumes("application/octet-stream")
    @Permitted(Permissions.DOCUMENT_TEMPLATE)
    public Template replace(
            @PathParam("code") String code,
            @QueryParam("unit") String unit,
            @QueryParam("why") String why,
            InputStream docx)
            throws IOException {
        return papers.replace(code, units.idOrOwn(unit), docx.readNBytes(LARGEST + 1), Required.parameter("why", why));
    }

    /** Takes the unit's own out of use. */
    @DELETE
    @Path("{code}/template")
    @Permitted(Permissions.DOCUMENT_TEMPLATE)
    public void withdraw(
            @PathParam("code") String code, @QueryParam("unit") String unit, @QueryParam("why") String why) {
        papers.withdraw(code, units.idOrOwn(unit), Required.parameter("why", why));
    }
}
