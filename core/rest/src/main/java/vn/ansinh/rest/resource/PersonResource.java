package vn.ansinh.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.FactKey;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.identity.PersonEvent;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.identity.PersonRegistry.PersonPage;
import vn.ansinh.api.identity.PersonRegistry.PersonQuery;
import vn.ansinh.api.identity.Residence;
import vn.ansinh.api.identity.Sex;
import vn.ansinh.api.policy.Discretion;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.rest.RestResource;

/** People, with as much of their numbers as the caller may see. */
@Path("/persons")
@Produces("application/json")
@Permitted(Permissions.PERSON_READ)
public final class PersonResource implements RestResource {

    private final Access access;
    private final UnitCodes units;
    private final PersonRegistry registry;
    private final Facts facts;
    private final Entitlements entitlements;
    private final Discretion discretion;

    /** @param registry scoped to the caller's subtree, as are the others */
    public PersonResource(
            Access access,
            UnitCodes units,
            PersonRegistry registry,
            Facts facts,
            Entitlements entitlements,
            Discretion discretion) {
        this.access = access;
        this.units = units;
        this.registry = registry;
        this.facts = facts;
        this.entitlements = entitlements;
        this.discretion = discretion;
    }

    /**
     * One page of people, by given name; {@code unit} is a code, the caller's own unit when left out. With {@code asOf} as
     * they lived on that day, and the code is of that day.
     */
    @GET
    public PersonList search(
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("unit") String unit,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("asOf") LocalDate asOf) {
        NumberSight sight = NumberSight.of(access);
        PersonPage page = registry.search(new PersonQuery(text, units.idOrOwn(unit, asOf), cursor, limit, asOf));
        return new PersonList(
                page.people().stream()
                        .map(person -> PersonView.of(person, sight))
                        .toList(),
                page.next());
    }

    /** One person with what is known and what they are entitled to. Sensitive facts need {@code fact.sensitive}. */
    @GET
    @Path("{id}")
    public PersonDetail byId(@PathParam("id") long id) {
        Person person = registry.byId(id)
                .orElseThrow(() -> Problem.notFound(
                        "AS-PERSON-UNKNOWN",
                        "Không có người số " + id + ", hoặc người đó không thuộc địa bàn được giao."));
        Caller caller = access.require();
        NumberSight sight = NumberSight.of(caller);
        Map<String, FactKey> keys = facts.keys();
        List<FactView> known = facts.of(Subject.person(id)).stream()
                .filter(fact -> caller.may(Permissions.FACT_SENSITIVE) || isHarmless(keys.get(fact.key())))
                .map(fact -> FactView.of(fact, keys.get(fact.key())))
                .toList();
        List<EntitlementView> rights = caller.may(Permissions.ENTITLEMENT_READ)
                ? entitlements.ofPerson(id).stream()
                        .map(held -> EntitlementView.of(held, discretion, sight))
                        .toList()
                : List.of();
        return new PersonDetail(PersonView.of(person, sight), known, rights);
    }

    /** Changes what the body names; what it leaves out stays. Needs a reason. */
    @PATCH
    @Path("{id}")
    @Consumes("application/json")
    @Permitted(Permissions.PERSON_WRITE)
    public PersonView change(@PathParam("id") long id, PersonChange change) {
        PersonChange wanted = Required.body(change);
        Person now = registry.byId(id).orElseThrow(PersonResource::unknown);
        BirthDate birth = wanted.birthDate() == null
                ? now.birth()
                : new BirthDate(wanted.birthDate(), Boolean.TRUE.equals(wanted.birthYearOnly()));
        PersonDraft draft = new PersonDraft(
                or(wanted.fullName(), now.fullName()),
                birth,
                or(wanted.sex(), now.sex()),
                or(wanted.idNumber(), now.idNumber()),
                or(wanted.oldIdNumber(), now.oldIdNumber()),
                or(wanted.ethnicity(), now.ethnicity()),
                wanted.unit() == null ? now.unitId() : units.id(wanted.unit()),
                or(wanted.address(), now.address()),
                or(wanted.origin(), now.origin()));
        return PersonView.of(registry.change(id, draft, wanted.reason()), NumberSight.of(access));
    }

    private static <T> T or(T wanted, T now) {
        return wanted == null ? now : wanted;
    }

    private static Problem unknown() {
        return Problem.notFound(
                "AS-PERSON-UNKNOWN", "Không có người này, hoặc người đó không thuộc địa bàn được giao.");
    }

    /** Whether somebody has a number, and in which unit: nothing else. The number is in the body, so that no log has it. */
    @POST
    @Path("where")
    @Consumes("application/json")
    public Whereabouts where(NumberAsked asked) {
        String number = Required.parameter("number", Required.body(asked).number());
        return registry.whereIs(number)
                .map(presence -> new Whereabouts(true, presence.unitId(), units.fullName(presence.unitId())))
                .orElse(new Whereabouts(false, 0, null));
    }

    /** What was done to a person's record, the latest first. */
    @GET
    @Path("{id}/history")
    public List<PersonEvent> history(@PathParam("id") long id) {
        return registry.history(id);
    }

    /** Where a person lived, the latest first. */
    @GET
    @Path("{id}/residences")
    public List<Residence> residences(@PathParam("id") long id) {
        return registry.residences(id);
    }

    /** Takes a record out of all lists. */
    @POST
    @Path("{id}/remove")
    @Consumes("application/json")
    @Permitted(Permissions.PERSON_WRITE)
    public void remove(@PathParam("id") long id, Reason reason) {
        registry.remove(id, Required.body(reason).reason());
    }

    /** Brings a removed record back. */
    @POST
    @Path("{id}/restore")
    @Consumes("application/json")
    @Permitted(Permissions.PERSON_RESTORE)
    public void restore(@PathParam("id") long id, Reason reason) {
        registry.restore(id, Required.body(reason).reason());
    }

    /** A key whose program has gone may have been sensitive: left out. */
    private static boolean isHarmless(FactKey key) {
        return key != null && !key.sensitive();
    }

    /** What to change; {@code null} stays as it is. @param unit code of the commune that the person lives in from today on */
    public record PersonChange(
            String fullName,
            LocalDate birthDate,
            Boolean birthYearOnly,
            Sex sex,
            String idNumber,
            String oldIdNumber,
            String ethnicity,
            String unit,
            String address,
            String origin,
            String reason) {}

    /** A number that is asked for. */
    public record NumberAsked(String number) {}

    /** @param unitId 0 when nobody has the number */
    public record Whereabouts(boolean known, long unitId, String unit) {}

    /** Why something is done. */
    public record Reason(String reason) {}

    /** @param next cursor of the following page, {@code null} on the last */
    public record PersonList(List<PersonView> people, String next) {}

    /** A person with facts and entitlements; those are empty without {@code entitlement.read}. */
    public record PersonDetail(PersonView person, List<FactView> facts, List<EntitlementView> entitlements) {}

    /** A fact; {@code to} is the day after the last, {@code null} while it lasts. */
    public record FactView(String key, String label, String value, LocalDate from, LocalDate to, String source) {

        static FactView of(Fact fact, FactKey key) {
            return new FactView(
                    fact.key(),
                    key == null ? fact.key() : key.label(),
                    fact.value(),
                    fact.from(),
                    fact.to(),
                    fact.source());
        }
    }
}
