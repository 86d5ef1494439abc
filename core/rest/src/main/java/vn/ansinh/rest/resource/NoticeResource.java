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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.notice.LegalDocument;
import vn.ansinh.api.notice.Notice;
import vn.ansinh.api.notice.NoticeDraft;
import vn.ansinh.api.notice.NoticeKind;
import vn.ansinh.api.notice.Notices;
import vn.ansinh.api.notice.Notices.NewFile;
import vn.ansinh.api.rest.RestResource;

/** News, guides, answers and legal documents. Texts are plain with light marks, never HTML. */
@Path("/notices")
@Produces("application/json")
@Consumes("application/json")
@Permitted(Permissions.NOTICE_READ)
public final class NoticeResource implements RestResource {

    private final UnitCodes units;
    private final Today today;
    private final Notices notices;

    /** @param notices scoped to what is told to the caller */
    public NoticeResource(UnitCodes units, Today today, Notices notices) {
        this.units = units;
        this.today = today;
        this.notices = notices;
    }

    /**
     * What is told to the caller, the pinned first, then the latest.
     *
     * @param below also what is told to units below only
     * @param past also what is over
     */
    @GET
    public NoticePage list(
            @QueryParam("kind") NoticeKind kind,
            @QueryParam("text") String text,
            @QueryParam("unread") @DefaultValue("false") boolean unread,
            @QueryParam("below") @DefaultValue("false") boolean below,
            @QueryParam("past") @DefaultValue("false") boolean past,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        Notices.Page page = notices.list(new Notices.Query(kind, text, unread, below, past, cursor, limit));
        return new NoticePage(page.notices().stream().map(this::view).toList(), page.next());
    }

    /** One with its text. Marks nothing as read. */
    @GET
    @Path("{id}")
    public NoticeView byId(@PathParam("id") long id) {
        return view(notices.byId(id));
    }

    /** Marks one as read by the caller. */
    @POST
    @Path("{id}/read")
    public void read(@PathParam("id") long id) {
        notices.read(id);
    }

    /** A file, to be saved. */
    @GET
    @Path("{id}/files/{file}")
    @Produces("application/octet-stream")
    public Response file(@PathParam("id") long id, @PathParam("file") long file) {
        Notices.Content content = notices.content(id, file);
        return Attachment.of(
                content.stream(), content.file().mediaType(), content.file().name());
    }

    /** Tells something; 201. */
    @POST
    @Permitted(Permissions.NOTICE_PUBLISH)
    public Response publish(NoticeRequest request) {
        return Response.status(Response.Status.CREATED)
                .entity(view(notices.publish(draft(request), List.of())))
                .build();
    }

    /** Changes what was told; its files stay. {@code again}: everybody is to read it anew. */
    @PUT
    @Path("{id}")
    @Permitted(Permissions.NOTICE_PUBLISH)
    public NoticeView change(
            @PathParam("id") long id,
            @QueryParam("again") @DefaultValue("false") boolean again,
            NoticeRequest request) {
        return view(notices.change(id, draft(request), List.of(), Set.of(), again));
    }

    /** Attaches a file. @param name with its end, which tells the kind */
    @POST
    @Path("{id}/files")
    @Consumes("application/octet-stream")
    @Permitted(Permissions.NOTICE_PUBLISH)
    public NoticeView attach(@PathParam("id") long id, @QueryParam("name") String name, InputStream content)
            throws IOException {
        byte[] bytes = content.readNBytes(Notices.LARGEST_FILE + 1);
        Notice now = notices.byId(id);
        NewFile file = new NewFile(Required.parameter("name", name), bytes);
        return view(notices.change(id, draft(now), List.of(file), Set.of(), false));
    }

    /** Takes it back. */
    @POST
    @Path("{id}/withdraw")
    @Permitted(Permissions.NOTICE_PUBLISH)
    public void withdraw(@PathParam("id") long id, Why why) {
        notices.withdraw(id, Required.body(why).why());
    }

    private NoticeDraft draft(NoticeRequest request) {
        Required.body(request);
        return new NoticeDraft(
                Required.parameter("kind", request.kind()),
                request.title(),
                request.body(),
                units.idOrOwn(request.unit()),
                request.program(),
                request.pinned(),
                today.or(request.from()),
                request.to(),
                request.law(),
                request.replaces() == null ? Set.of() : request.replaces());
    }

    private static NoticeDraft draft(Notice now) {
        return new NoticeDraft(
                now.kind(),
                now.title(),
                now.body(),
                now.unitId(),
                now.program(),
                now.pinned(),
                now.from(),
                now.to(),
                now.law(),
                now.replaces().stream().map(Notice.Reference::id).collect(Collectors.toSet()));
    }

    private NoticeView view(Notice notice) {
        return new NoticeView(
                notice.id(),
                notice.kind(),
                notice.title(),
                notice.body(),
                units.fullName(notice.unitId()),
                notice.program(),
                notice.issuer(),
                notice.pinned(),
                notice.from(),
                notice.to(),
                notice.law(),
                notice.force(today.or(null)),
                notice.replaces(),
                notice.replacedBy(),
                notice.files(),
                notice.publishedAt(),
                notice.read(),
                notice.withdrawnWhy());
    }

    /** @param unit code of today, the caller's own unit when left out @param from today when left out */
    public record NoticeRequest(
            NoticeKind kind,
            String title,
            String body,
            String unit,
            String program,
            boolean pinned,
            LocalDate from,
            LocalDate to,
            LegalDocument law,
            Set<Long> replaces) {}

    /** The reason. */
    public record Why(String why) {}

    /** @param next cursor of the following page, {@code null} on the last */
    public record NoticePage(List<NoticeView> notices, String next) {}

    /** A notice; fields as in {@link Notice}. @param force of a legal document today */
    public record NoticeView(
            long id,
            NoticeKind kind,
            String title,
            String body,
            String unit,
            String program,
            String issuer,
            boolean pinned,
            LocalDate from,
            LocalDate to,
            LegalDocument law,
            LegalDocument.Force force,
            List<Notice.Reference> replaces,
            List<Notice.Reference> replacedBy,
            List<Notice.File> files,
            Instant publishedAt,
            boolean read,
            String withdrawnWhy) {}
}
