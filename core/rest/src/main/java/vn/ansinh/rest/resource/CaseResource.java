package vn.ansinh.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.casework.CaseDetail;
import vn.ansinh.api.casework.CaseDetail.Check;
import vn.ansinh.api.casework.CaseDetail.Draft;
import vn.ansinh.api.casework.CaseFiles;
import vn.ansinh.api.casework.CaseFiles.CasePage;
import vn.ansinh.api.casework.CaseFiles.CaseQuery;
import vn.ansinh.api.casework.CaseFiles.Counts;
import vn.ansinh.api.casework.CaseFiles.Posted;
import vn.ansinh.api.casework.CaseFiles.Punctuality;
import vn.ansinh.api.casework.CaseFiles.Signing;
import vn.ansinh.api.casework.CaseFiles.View;
import vn.ansinh.api.casework.CasePermissions;
import vn.ansinh.api.document.Documents;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.rest.RestResource;

/**
 * Case files, as a public-service portal exchanges them. What somebody may do with a case depends on the step it is in: whoever acts
 * holds the step's permission and belongs to the unit that has the case.
 */
@Path("/cases")
@Produces("application/json")
@Consumes("application/json")
@Permitted(CasePermissions.READ)
public final class CaseResource implements RestResource {

    private final Access access;
    private final UnitCodes units;
    private final Today today;
    private final CaseFiles cases;
    private final Documents documents;

    /** @param cases scoped to the caller's subtree and programs */
    public CaseResource(Access access, UnitCodes units, Today today, CaseFiles cases, Documents documents) {
        this.access = access;
        this.units = units;
        this.today = today;
        this.cases = cases;
        this.documents = documents;
    }

    /** One page of cases, by due day. @param step its name, as the counts call it */
    @GET
    public CasePage list(
            @QueryParam("view") @DefaultValue("RUNNING") View view,
            @QueryParam("program") String program,
            @QueryParam("unit") String unit,
            @QueryParam("procedure") String procedure,
            @QueryParam("step") String step,
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("late") @DefaultValue("false") boolean late,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return cases.page(
                new CaseQuery(view, program, units.idOrOwn(unit), procedure, step, text, late, cursor, limit));
    }

    /** How many there are, in all, late and by step. */
    @GET
    @Path("counts")
    public Counts counts(
            @QueryParam("view") @DefaultValue("RUNNING") View view,
            @QueryParam("program") String program,
            @QueryParam("unit") String unit,
            @QueryParam("procedure") String procedure) {
        return cases.counts(new CaseQuery(view, program, units.idOrOwn(unit), procedure, null, "", false, null, 1));
    }

    /** On time and late by unit directly below; the year so far unless days are named. */
    @GET
    @Path("punctuality")
    public List<Punctuality> punctuality(
            @QueryParam("program") String program,
            @QueryParam("unit") String unit,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to) {
        LocalDate last = today.or(to);
        return cases.punctuality(program, units.idOrOwn(unit), from == null ? last.withDayOfYear(1) : from, last);
    }

    /** What hangs out in a commune; nothing that reveals HIV. */
    @GET
    @Path("postings")
    public List<Posted> postings(@QueryParam("unit") String unit, @QueryParam("day") LocalDate day) {
        return cases.postings(units.idOrOwn(unit, day), today.or(day));
    }

    /** One case. */
    @GET
    @Path("{id: \\d+}")
    public CaseView byId(@PathParam("id") long id) {
        return view(cases.byId(id)
                .orElseThrow(() -> Problem.notFound(
                        "AS-CASE-UNKNOWN", "Không có hồ sơ này, hoặc hồ sơ không thuộc địa bàn được giao.")));
    }

    /** What would be decided, by law and facts. Changes nothing. */
    @GET
    @Path("{id: \\d+}/proposal")
    public Draft proposal(@PathParam("id") long id, @QueryParam("day") LocalDate day) {
        return cases.proposal(id, today.or(day));
    }

    /** What keeps an application from being complete. Changes nothing. */
    @POST
    @Path("check")
    @Permitted(CasePermissions.RECEIVE)
    public List<Check> check(CaseApplication application) {
        return cases.check(Required.body(application).in(units, today));
    }

    /** Takes an application. */
    @POST
    @Permitted(CasePermissions.RECEIVE)
    public Response receive(CaseApplication application) {
        return created(cases.receive(
                Required.body(application).in(units, today), Boolean.TRUE.equals(application.incomplete())));
    }

    /** Turns an application away at the desk. @param reason with its clause */
    @POST
    @Path("refuse")
    @Permitted(CasePermissions.RECEIVE)
    public Response refuse(@QueryParam("reason") String reason, CaseApplication application) {
        return created(cases.refuse(Required.body(application).in(units, today), Required.parameter("reason", reason)));
    }

    private Response created(CaseDetail detail) {
        return Response.status(Response.Status.CREATED)
                .entity(view(detail))
                .header("Location", "/api/v1/cases/" + detail.file().id())
                .build();
    }

    private CaseView view(CaseDetail detail) {
        return CaseView.of(detail, NumberSight.of(access));
    }

    /** Writes what was told anew. @param reason why event day, end reason, destination or rights are others now */
    @PUT
    @Path("{id: \\d+}/application")
    public CaseView amend(
            @PathParam("id") long id,
            @QueryParam("revision") Integer revision,
            @QueryParam("day") LocalDate day,
            @QueryParam("reason") @DefaultValue("") String reason,
            CaseApplication application) {
        return view(cases.amend(
                new CaseActs.Note(revision, day, null).at(id),
                Required.body(application).in(units, today),
                reason));
    }

    /** Puts a document of the store to the case. */
    @POST
    @Path("{id: \\d+}/papers")
    public CaseView attach(@PathParam("id") long id, CaseActs.Attachment act) {
        return view(cases.attach(
                Required.body(act).at(id),
                act.paper() == null ? "" : act.paper(),
                Required.parameter("documentId", act.documentId())));
    }

    /**
     * Keeps a scan with the case. @param paper code of the required paper, left out for another one @param name with its end
     */
    @POST
    @Path("{id: \\d+}/files")
    @Consumes("application/octet-stream")
    @Permitted(Permissions.DOCUMENT_WRITE)
    public CaseView bring(
            @PathParam("id") long id,
            @QueryParam("revision") Integer revision,
            @QueryParam("day") LocalDate day,
            @QueryParam("paper") @DefaultValue("") String paper,
            @QueryParam("name") String name,
            InputStream content)
            throws IOException {
        return view(cases.bring(
                new CaseActs.Note(revision, day, null).at(id),
                paper,
                Required.parameter("name", name),
                content.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, documents.largest() + 1))));
    }

    /** On to the next step. */
    @POST
    @Path("{id: \\d+}/forward")
    public CaseView forward(@PathParam("id") long id, CaseActs.Note act) {
        return view(cases.forward(Required.body(act).at(id), act.note() == null ? "" : act.note()));
    }

    /** Back to the step before. */
    @POST
    @Path("{id: \\d+}/give-back")
    public CaseView giveBack(@PathParam("id") long id, CaseActs.Note act) {
        return view(cases.giveBack(Required.body(act).at(id), note(act)));
    }

    /** Asks the citizen for what is missing; the clock stands still. */
    @POST
    @Path("{id: \\d+}/supplement")
    public CaseView askSupplement(@PathParam("id") long id, CaseActs.Supplement act) {
        return view(cases.askSupplement(
                Required.body(act).at(id), Required.parameter("missing", act.missing()), act.until()));
    }

    /** The citizen has brought it; the clock goes on. */
    @POST
    @Path("{id: \\d+}/supplemented")
    public CaseView supplemented(@PathParam("id") long id, CaseActs.Note act) {
        return view(cases.supplemented(Required.body(act).at(id), act.note() == null ? "" : act.note()));
    }

    /** Apologises and promises another day. */
    @POST
    @Path("{id: \\d+}/apology")
    public CaseView apologise(@PathParam("id") long id, CaseActs.Apology act) {
        return view(cases.apologise(
                Required.body(act).at(id),
                Required.parameter("reason", act.reason()),
                Required.parameter("promisedOn", act.promisedOn())));
    }

    /** Somebody complains about the posting. */
    @POST
    @Path("{id: \\d+}/complaint")
    public CaseView complain(@PathParam("id") long id, CaseActs.Complaint act) {
        return view(cases.complain(
                Required.body(act).at(id),
                Required.parameter("complainant", act.complainant()),
                Required.parameter("text", act.text())));
    }

    /** What came of the complaint. */
    @POST
    @Path("{id: \\d+}/conclusion")
    public CaseView conclude(@PathParam("id") long id, CaseActs.Conclusion act) {
        return view(cases.conclude(
                Required.body(act).at(id),
                Required.parameter("conclusion", act.conclusion()),
                Required.parameter("upheld", act.upheld())));
    }

    /** Proposes a decision; answers 409 with what gives way to what unless that was seen. */
    @POST
    @Path("{id: \\d+}/draft")
    @Permitted(CasePermissions.PROCESS)
    public CaseView draft(@PathParam("id") long id, CaseActs.Proposal act) {
        return view(cases.draft(
                Required.body(act).at(id),
                Required.parameter("outcome", act.outcome()),
                act.from(),
                act.reason() == null ? "" : act.reason(),
                Boolean.TRUE.equals(act.conflictsSeen())));
    }

    /** Signs; never what one drafted oneself. */
    @POST
    @Path("{id: \\d+}/signature")
    @Permitted(CasePermissions.DECIDE)
    public CaseView sign(@PathParam("id") long id, CaseActs.Signature act) {
        return view(cases.sign(
                Required.body(act).at(id),
                new Signing(
                        Required.parameter("signer", act.signer()),
                        Required.parameter("title", act.title()),
                        act.number(),
                        act.documentId() == null ? 0 : act.documentId())));
    }

    /** Does not sign: back to who drafted it. */
    @POST
    @Path("{id: \\d+}/send-back")
    @Permitted(CasePermissions.DECIDE)
    public CaseView sendBack(@PathParam("id") long id, CaseActs.Note act) {
        return view(cases.sendBack(Required.body(act).at(id), note(act)));
    }

    /** The citizen takes the application back. */
    @POST
    @Path("{id: \\d+}/withdrawal")
    public CaseView withdraw(@PathParam("id") long id, CaseActs.Note act) {
        return view(cases.withdraw(Required.body(act).at(id), note(act)));
    }

    /** Goes on under another version of the procedure. */
    @POST
    @Path("{id: \\d+}/version")
    @Permitted(CasePermissions.PROCESS)
    public CaseView changeVersion(@PathParam("id") long id, CaseActs.Version act) {
        return view(cases.changeVersion(
                Required.body(act).at(id),
                Required.parameter("version", act.version()),
                Required.parameter("reason", act.reason())));
    }

    /** The result is handed out. */
    @POST
    @Path("{id: \\d+}/result")
    @Permitted(CasePermissions.RECEIVE)
    public CaseView giveResult(@PathParam("id") long id, CaseActs.Result act) {
        return view(cases.giveResult(Required.body(act).at(id), Required.parameter("recipient", act.recipient())));
    }

    private static String note(CaseActs.Note act) {
        return Required.parameter("note", act.note());
    }
}
