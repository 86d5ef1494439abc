package vn.ansinh.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Set;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Accounts;
import vn.ansinh.api.access.Accounts.Account;
import vn.ansinh.api.access.Accounts.State;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.access.Role;
import vn.ansinh.api.rest.RestResource;

/** Accounts that the caller may issue and look after. */
@Path("/accounts")
@Produces("application/json")
@Consumes("application/json")
@Permitted(Permissions.ACCOUNT_MANAGE)
public final class AccountResource implements RestResource {

    private final Access access;
    private final UnitCodes units;
    private final Accounts accounts;

    /** @param accounts scoped to the caller's subtree and agency */
    public AccountResource(Access access, UnitCodes units, Accounts accounts) {
        this.access = access;
        this.units = units;
        this.accounts = accounts;
    }

    /** All of them, by name. */
    @GET
    public List<Account> all() {
        return accounts.all();
    }

    /** The roles that the caller could give. */
    @GET
    @Path("roles")
    public List<Role> roles() {
        return accounts.roles();
    }

    /** Issues an account; answers its password, which is shown this once. */
    @POST
    public Issued issue(Issuing issuing) {
        Required.body(issuing);
        String name = Required.parameter("name", issuing.name());
        Account account = new Account(
                name,
                Required.parameter("fullName", issuing.fullName()),
                units.idOrOwn(issuing.unit()),
                orNone(issuing.permissions()),
                issuing.agencyId() == null ? access.require().agencyId() : issuing.agencyId(),
                issuing.programs() == null ? Set.of("*") : issuing.programs(),
                orNone(issuing.roles()),
                issuing.holder() == null ? "" : issuing.holder(),
                false,
                State.ACTIVE);
        return new Issued(name, accounts.add(account));
    }

    private static Set<String> orNone(Set<String> given) {
        return given == null ? Set.of() : given;
    }

    /** Keeps an account out until it is unlocked. */
    @POST
    @Path("{name}/lock")
    public void lock(@PathParam("name") String name, Reason reason) {
        accounts.lock(name, Required.body(reason).reason());
    }

    /** Lets an account in again. */
    @POST
    @Path("{name}/unlock")
    public void unlock(@PathParam("name") String name) {
        accounts.unlock(name);
    }

    /** Ends an account for good. */
    @POST
    @Path("{name}/retire")
    public void retire(@PathParam("name") String name, Reason reason) {
        accounts.retire(name, Required.body(reason).reason());
    }

    /** @param unit code, the caller's own when left out; the other fields as in {@link Account} */
    public record Issuing(
            String name,
            String fullName,
            String unit,
            Long agencyId,
            Set<String> roles,
            Set<String> permissions,
            Set<String> programs,
            String holder) {}

    /** @param password has to be changed at the first sign-in */
    public record Issued(String name, String password) {}

    /** @param reason Vietnamese; stays with the account */
    public record Reason(String reason) {}
}
