package vn.ansinh.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.codelist.CodeDraft;
import vn.ansinh.api.codelist.CodeEntry;
import vn.ansinh.api.codelist.CodeFile;
import vn.ansinh.api.codelist.CodeList;
import vn.ansinh.api.codelist.CodeListEditing;
import vn.ansinh.api.codelist.CodeListEditing.EntryQuery;
import vn.ansinh.api.codelist.CodeListEditing.Format;
import vn.ansinh.api.codelist.CodeListEditing.Usage;
import vn.ansinh.api.codelist.CodeProposal;
import vn.ansinh.api.codelist.CodeProposal.State;
import vn.ansinh.api.codelist.CodeValues;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.rest.RestResource;

/** Danh mục: read as of a day, proposed by one person, approved by another. */
@Path("/codelists")
@Produces("application/json")
@Permitted(Permissions.CODELIST_READ)
public final class CodeListResource implements RestResource {

    private static final String PROPOSAL = "proposals/{id: \\d+}";

    private final UnitCodes units;
    private final Today today;
    private final CodeListEditing lists;

    /** @param lists checks the caller's rights once more */
    public CodeListResource(UnitCodes units, Today today, CodeListEditing lists) {
        this.units = units;
        this.today = today;
        this.lists = lists;
    }

    /** All lists. @param unit code; the caller's own when left out */
    @GET
    public List<CodeList> lists(@QueryParam("unit") String unit) {
        return lists.lists(units.idOrOwn(unit));
    }

    /**
     * Entries of a list in its own order.
     *
     * @param text part of a code, name or synonym
     * @param day those that hold on that day; today when left out
     * @param all {@code true} for all that there ever were, whatever the day
     * @param unit code of a place whose province's own entries stand beside the national ones; the caller's own when left out
     */
    @GET
    @Path("{list}")
    public List<CodeEntry> entries(
            @PathParam("list") String list,
            @QueryParam("text") String text,
            @QueryParam("day") LocalDate day,
            @QueryParam("all") boolean all,
            @QueryParam("unit") String unit) {
        return lists.entries(query(list, text, day, all, unit));
    }

    private EntryQuery query(String list, String text, LocalDate day, boolean all, String unit) {
        return new EntryQuery(list, text, all ? null : today.or(day), units.idOrOwn(unit));
    }

    /** The same as a file. @param format {@code xlsx} or {@code csv} */
    @GET
    @Path("{list}/file")
    @Produces("application/octet-stream")
    public Response file(
            @PathParam("list") String list,
            @QueryParam("format") @DefaultValue("xlsx") String format,
            @QueryParam("day") LocalDate day,
            @QueryParam("all") boolean all,
            @QueryParam("unit") String unit)
            throws IOException {
        Format kind = format(format);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        lists.export(query(list, "", day, all, unit), kind, content);
        return Response.ok(content.toByteArray(), kind.mediaType())
                .header("Content-Disposition", "attachment; filename=\"danh-muc-" + list + "." + kind.suffix() + "\"")
                .build();
    }

    private static Format format(String text) {
        try {
            return Format.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("AS-CODELIST-FILE-KIND", "Chỉ xuất được tệp xlsx hoặc csv.");
        }
    }

    /** A code over time, the latest span first. Codes may hold a slash. */
    @GET
    @Path("{list}/entries/{code: .+}")
    public List<CodeEntry> spans(@PathParam("list") String list, @PathParam("code") String code) {
        return lists.spans(list, code);
    }

    /** Where a code is used, counted now. */
    @GET
    @Path("{list}/entries/{code: .+}/usage")
    public List<Usage> usage(@PathParam("list") String list, @PathParam("code") String code) {
        return lists.usage(list, code);
    }

    /** What was done to a code. */
    @GET
    @Path("{list}/entries/{code: .+}/history")
    public List<CodeProposal> history(@PathParam("list") String list, @PathParam("code") String code) {
        return lists.history(list, code);
    }

    /** Hands in one change; answers 201 with the proposal, which waits for a second person. */
    @POST
    @Path("{list}/proposals")
    @Consumes("application/json")
    @Permitted(Permissions.CODELIST_PROPOSE)
    public Response propose(@PathParam("list") String list, DraftRequest draft) {
        Required.body(draft);
        return created(lists.propose(new CodeDraft(
                Required.parameter("kind", draft.kind()),
                list,
                Required.parameter("code", draft.code()),
                draft.unit() == null ? 0 : units.id(draft.unit()),
                new CodeValues(draft.name(), draft.synonyms(), draft.order(), draft.from(), draft.to(), draft.basis()),
                draft.why())));
    }

    private static Response created(CodeProposal proposal) {
        return Response.status(Response.Status.CREATED).entity(proposal).build();
    }

    /** What a file would change, and what is wrong in it by row; writes nothing. */
    @POST
    @Path("{list}/files/check")
    @Consumes("application/octet-stream")
    @Permitted(Permissions.CODELIST_PROPOSE)
    public CodeFile check(
            @PathParam("list") String list,
            @QueryParam("unit") String unit,
            @QueryParam("name") String name,
            InputStream content)
            throws IOException {
        return lists.check(list, units.withinOrAll(unit), Required.parameter("name", name), content);
    }

    /**
     * Hands a file in as one proposal; 400 with every fault when there is one.
     *
     * @param unit code of the province whose own entries the file is about; the whole country's when left out
     * @param name of the file, with {@code .xlsx} or {@code .csv}
     */
    @POST
    @Path("{list}/files")
    @Consumes("application/octet-stream")
    @Permitted(Permissions.CODELIST_PROPOSE)
    public Response proposeFile(
            @PathParam("list") String list,
            @QueryParam("unit") String unit,
            @QueryParam("name") String name,
            @QueryParam("why") String why,
            InputStream content)
            throws IOException {
        return created(
                lists.proposeFile(list, units.withinOrAll(unit), Required.parameter("name", name), content, why));
    }

    /** Proposals, the latest first. @param list left out for all lists @param state left out for all */
    @GET
    @Path("proposals")
    public List<CodeProposal> proposals(@QueryParam("list") String list, @QueryParam("state") State state) {
        return lists.proposals(list, state);
    }

    /** One with all its changes, before and after. */
    @GET
    @Path(PROPOSAL)
    public CodeProposal proposal(@PathParam("id") long id) {
        return lists.proposal(id);
    }

    /** Puts a proposal of somebody else's into force. */
    @POST
    @Path(PROPOSAL + "/approve")
    @Permitted(Permissions.CODELIST_APPROVE)
    public void approve(@PathParam("id") long id) {
        lists.approve(id);
    }

    /** Sends a proposal back. */
    @POST
    @Path(PROPOSAL + "/reject")
    @Consumes("application/json")
    @Permitted(Permissions.CODELIST_APPROVE)
    public void reject(@PathParam("id") long id, Rejection rejection) {
        lists.reject(id, Required.body(rejection).reason());
    }

    /** Takes one's own proposal back. */
    @POST
    @Path(PROPOSAL + "/withdraw")
    @Permitted(Permissions.CODELIST_PROPOSE)
    public void withdraw(@PathParam("id") long id) {
        lists.withdraw(id);
    }

    /**
     * One change.
     *
     * @param kind ADD, CORRECT, CHANGE (from a day on), CLOSE or REOPEN
     * @param unit code of the province whose own a new entry is; left out for the whole country's
     * @param order place in the list; 0 for the end or where it stands
     * @param from first day, where the kind asks for one
     * @param to last day, where the kind asks for one
     */
    public record DraftRequest(
            CodeDraft.Kind kind,
            String code,
            String unit,
            String name,
            List<String> synonyms,
            int order,
            LocalDate from,
            LocalDate to,
            String basis,
            String why) {}

    /** @param reason Vietnamese, for who proposed it */
    public record Rejection(String reason) {}
}
