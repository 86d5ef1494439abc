package vn.ansinh.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Set;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.access.Roles;
import vn.ansinh.api.access.Roles.Listed;
import vn.ansinh.api.access.Roles.RoleDraft;
import vn.ansinh.api.rest.RestResource;

/** The platform's roles and those made for the caller's territory and agency. */
@Path("/roles")
@Produces("application/json")
@Consumes("application/json")
@Permitted(Permissions.ROLE_MANAGE)
public final class RoleResource implements RestResource {

    private final Roles roles;

    /** @param roles scoped to the caller's subtree and agency */
    public RoleResource(Roles roles) {
        this.roles = roles;
    }

    /** All of them, the platform's first. */
    @GET
    public List<Listed> all() {
        return roles.all();
    }

    /** Makes one. */
    @POST
    public Listed define(Drawing drawing) {
        return roles.define(draft(drawing));
    }

    /** Changes one that was made here, for everybody who holds it. */
    @POST
    @Path("{code}")
    public Listed change(@PathParam("code") String code, Drawing drawing) {
        return roles.change(code, draft(drawing), drawing.reason());
    }

    /** Ends one that nobody holds any more. */
    @POST
    @Path("{code}/end")
    public void end(@PathParam("code") String code, Reason reason) {
        roles.end(code, Required.body(reason).reason());
    }

    private static RoleDraft draft(Drawing drawing) {
        Required.body(drawing);
        return new RoleDraft(
                Required.parameter("name", drawing.name()), Required.parameter("permissions", drawing.permissions()));
    }

    /** @param reason Vietnamese, for the audit; may be left out */
    public record Drawing(String name, Set<String> permissions, String reason) {}

    /** @param reason Vietnamese, for the audit */
    public record Reason(String reason) {}
}
