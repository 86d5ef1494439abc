package vn.ansinh.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.rest.RestResource;
import vn.ansinh.api.unit.ResolutionState;
import vn.ansinh.api.unit.ResolutionState.Stage;
import vn.ansinh.api.unit.Resolutions;
import vn.ansinh.api.unit.Resolutions.Touched;

/** Resolutions on units: brought by one person, put into force by another. */
@Path("/unit-resolutions")
@Produces("application/json")
@Permitted(Permissions.UNIT_READ)
public final class ResolutionResource implements RestResource {

    /** A character is at most three bytes of what a file may have. */
    private static final int LARGEST = 3 * Resolutions.LARGEST;

    private final Resolutions resolutions;

    /** @param resolutions checks the caller's permissions once more */
    public ResolutionResource(Resolutions resolutions) {
        this.resolutions = resolutions;
    }

    /** All of them, latest first. */
    @GET
    public List<ResolutionState> list() {
        return resolutions.list();
    }

    /** One of them. */
    @GET
    @Path("{id: \\d+}")
    public ResolutionState byId(@PathParam("id") long id) {
        return resolutions.byId(id);
    }

    /** Reads a file without keeping it: what it says and everything that is wrong in it. @param name of the file */
    @POST
    @Path("check")
    @Consumes({"application/yaml", "text/yaml", "text/plain", "application/octet-stream"})
    @Permitted(Permissions.UNIT_PROPOSE)
    public ResolutionState check(@QueryParam("name") String name, InputStream content) throws IOException {
        return resolutions.check(Required.parameter("name", name), text(content));
    }

    /** Proposes a resolution; answers 201 with its state, or 400 with everything that is wrong. @param name of the file */
    @POST
    @Consumes({"application/yaml", "text/yaml", "text/plain", "application/octet-stream"})
    @Permitted(Permissions.UNIT_PROPOSE)
    public Response propose(@QueryParam("name") String name, InputStream content) throws IOException {
        ResolutionState state = resolutions.propose(Required.parameter("name", name), text(content));
        if (state.stage() == Stage.FAULTY) {
            throw Problem.invalid("AS-UNIT-RESOLUTION-FAULTY", String.join("\n", state.faults()));
        }
        return Response.status(Response.Status.CREATED)
                .entity(state)
                .header("Location", "/api/v1/unit-resolutions/" + state.id())
                .build();
    }

    /** Whom it touches, for who decides on it: what each unit that ends holds at this moment. */
    @GET
    @Path("{id: \\d+}/touched")
    @Permitted(Permissions.UNIT_ACTIVATE)
    public List<TouchedView> touched(@PathParam("id") long id) {
        return resolutions.preview(id).stream().map(TouchedView::of).toList();
    }

    /** Puts a proposal of somebody else's into force. */
    @POST
    @Path("{id: \\d+}/activate")
    @Permitted(Permissions.UNIT_ACTIVATE)
    public ResolutionState activate(@PathParam("id") long id) {
        resolutions.activate(id);
        return resolutions.byId(id);
    }

    /** Refuses a proposal for good. */
    @POST
    @Path("{id: \\d+}/reject")
    @Consumes("application/json")
    @Permitted(Permissions.UNIT_ACTIVATE)
    public ResolutionState reject(@PathParam("id") long id, Rejection rejection) {
        resolutions.reject(
                id, Required.parameter("reason", Required.body(rejection).reason()));
        return resolutions.byId(id);
    }

    private static String text(InputStream content) throws IOException {
        return new String(content.readNBytes(LARGEST + 1), StandardCharsets.UTF_8);
    }

    /** @param reason Vietnamese; stays with the resolution */
    public record Rejection(String reason) {}

    /** A unit that would end; fields as in {@link Touched}. */
    public record TouchedView(
            long unitId,
            String code,
            String name,
            List<String> into,
            boolean whole,
            long people,
            long entitlements,
            long accounts) {

        static TouchedView of(Touched touched) {
            return new TouchedView(
                    touched.unit().id(),
                    touched.unit().code(),
                    touched.unit().name(),
                    touched.into(),
                    touched.whole(),
                    touched.people(),
                    touched.entitlements(),
                    touched.accounts());
        }
    }
}
