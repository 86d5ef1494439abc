package vn.ansinh.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.document.Documents;
import vn.ansinh.api.document.StoredDocument;
import vn.ansinh.api.rest.RestResource;

/** Scans and produced papers. They come in with what they belong to: {@code POST /cases/{id}/files}. */
@Path("/documents")
@Produces("application/json")
@Consumes("application/json")
@Permitted(Permissions.DOCUMENT_READ)
public final class DocumentResource implements RestResource {

    private final Documents documents;

    /** @param documents scoped to the caller's subtree and programs */
    public DocumentResource(Documents documents) {
        this.documents = documents;
    }

    /** What is known of one, without its content. */
    @GET
    @Path("{id: \\d+}")
    public StoredDocument byId(@PathParam("id") long id) {
        return documents.byId(id);
    }

    /** Its content, to be saved; 409 while it waits for the scanner. */
    @GET
    @Path("{id: \\d+}/content")
    @Produces("*/*")
    public Response content(@PathParam("id") long id) {
        Documents.Content content = documents.open(id);
        return Attachment.of(
                content.bytes(),
                content.document().mediaType(),
                content.document().name());
    }

    /** Takes a wrong one away. @param why stays with what is known of it */
    @DELETE
    @Path("{id: \\d+}")
    @Permitted(Permissions.DOCUMENT_WRITE)
    public void remove(@PathParam("id") long id, @QueryParam("why") String why) {
        documents.remove(id, Required.parameter("why", why));
    }
}
