package vn.ansinh.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.access.Tokens;
import vn.ansinh.api.access.Tokens.Token;
import vn.ansinh.api.access.Tokens.TokenDraft;
import vn.ansinh.api.rest.RestResource;

/** The caller's tokens. Who calls by a token sees them, but issues none. */
@Path("/tokens")
@Produces("application/json")
@Consumes("application/json")
@Permitted(Permitted.SIGNED_IN)
public final class TokenResource implements RestResource {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final UnitCodes units;
    private final Tokens tokens;

    /** @param tokens the platform's */
    public TokenResource(UnitCodes units, Tokens tokens) {
        this.units = units;
        this.tokens = tokens;
    }

    /** The caller's own, the newest first. */
    @GET
    public List<Token> mine() {
        return tokens.mine();
    }

    /** Those of all accounts that the caller looks after. */
    @GET
    @Path("all")
    @Permitted(Permissions.TOKEN_MANAGE)
    public List<Token> all() {
        return tokens.all();
    }

    /** Issues a token; it is shown this once. */
    @POST
    public Issued issue(Issuing issuing) {
        Required.body(issuing);
        LocalDate expires = Required.parameter("expires", issuing.expires());
        return new Issued(tokens.issue(new TokenDraft(
                Required.parameter("name", issuing.name()),
                Required.parameter("permissions", issuing.permissions()),
                units.idOrOwn(issuing.unit()),
                issuing.programs() == null ? Set.of("*") : issuing.programs(),
                expires.atStartOfDay(ZONE).toInstant())));
    }

    /** Ends a token at once. */
    @POST
    @Path("{id}/revoke")
    public void revoke(@PathParam("id") long id, Reason reason) {
        tokens.revoke(id, Required.body(reason).reason());
    }

    /** @param unit code, the caller's own when left out @param expires first day on which it opens nothing */
    public record Issuing(String name, Set<String> permissions, String unit, Set<String> programs, LocalDate expires) {}

    /** @param token to be sent as {@code Authorization: Bearer} */
    public record Issued(String token) {}

    /** @param reason Vietnamese; stays with the token */
    public record Reason(String reason) {}
}
