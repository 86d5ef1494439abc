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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.question.Question;
import vn.ansinh.api.question.Questions;
import vn.ansinh.api.question.Questions.Box;
import vn.ansinh.api.question.Questions.QuestionDraft;
import vn.ansinh.api.rest.RestResource;

/** Questions and reports of officials, and what became of them. */
@Path("/questions")
@Produces("application/json")
@Consumes("application/json")
@Permitted(Permissions.QUESTION_ASK)
public final class QuestionResource implements RestResource {

    private final UnitCodes units;
    private final Today today;
    private final Questions questions;

    /** @param questions scoped to the caller's subtree */
    public QuestionResource(UnitCodes units, Today today, Questions questions) {
        this.units = units;
        this.today = today;
        this.questions = questions;
    }

    /** The latest first. @param late only what nobody answered in time */
    @GET
    public QuestionPage list(
            @QueryParam("box") @DefaultValue("ALL") Box box,
            @QueryParam("state") Question.State state,
            @QueryParam("late") @DefaultValue("false") boolean late,
            @QueryParam("text") String text,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        Questions.Page page = questions.list(new Questions.Query(box, state, late, text, cursor, limit));
        return new QuestionPage(page.questions().stream().map(this::view).toList(), page.next());
    }

    /** One with all that was said. */
    @GET
    @Path("{id}")
    public QuestionView byId(@PathParam("id") long id) {
        return view(questions.byId(id));
    }

    /** What waits for whom below {@code unit}, the latest of all first. */
    @GET
    @Path("board")
    @Permitted(Permissions.QUESTION_ANSWER)
    public List<LoadView> board(@QueryParam("unit") String unit) {
        return questions.board(units.idOrOwn(unit)).stream()
                .map(load -> new LoadView(units.fullName(load.unitId()), load.waiting(), load.late(), load.oldestDue()))
                .toList();
    }

    /** Asks the unit above; 201. */
    @POST
    public Response ask(QuestionRequest request) {
        Required.body(request);
        Question asked = questions.ask(new QuestionDraft(
                Required.parameter("kind", request.kind()), request.title(), request.body(), request.program()));
        return Response.status(Response.Status.CREATED).entity(view(asked)).build();
    }

    /** Answers. */
    @POST
    @Path("{id}/replies")
    @Permitted(Permissions.QUESTION_ANSWER)
    public QuestionView reply(@PathParam("id") long id, Said said) {
        return view(questions.reply(id, Required.body(said).text()));
    }

    /** Asks on. */
    @POST
    @Path("{id}/more")
    public QuestionView more(@PathParam("id") long id, Said said) {
        return view(questions.askOn(id, Required.body(said).text()));
    }

    /** Hands it to the unit above, or to who works for {@code program}. */
    @POST
    @Path("{id}/forward")
    @Permitted(Permissions.QUESTION_ANSWER)
    public void forward(@PathParam("id") long id, Forward forward) {
        questions.forward(id, Required.body(forward).program(), forward.why());
    }

    /** Settles it. */
    @POST
    @Path("{id}/close")
    public QuestionView close(@PathParam("id") long id) {
        return view(questions.close(id));
    }

    /** Takes it back. */
    @POST
    @Path("{id}/withdraw")
    public QuestionView withdraw(@PathParam("id") long id, Said said) {
        return view(questions.withdraw(id, Required.body(said).text()));
    }

    private QuestionView view(Question question) {
        return new QuestionView(
                question.id(),
                question.kind(),
                question.title(),
                question.body(),
                units.fullName(question.unitId()),
                question.program(),
                question.askedName(),
                question.askedAt(),
                units.fullName(question.toUnit()),
                question.state(),
                question.due(),
                question.isLate(today.or(null)),
                question.faqId() == 0 ? null : question.faqId(),
                question.messages().stream()
                        .map(message -> new Message(
                                message.kind(),
                                message.body(),
                                units.fullName(message.unitId()),
                                message.byName(),
                                message.at()))
                        .toList());
    }

    /** @param program {@code null} for none in particular */
    public record QuestionRequest(Question.Kind kind, String title, String body, String program) {}

    /** What is said. */
    public record Said(String text) {}

    /** @param program {@code null} for the unit above */
    public record Forward(String program, String why) {}

    /** @param next cursor of the following page, {@code null} on the last */
    public record QuestionPage(List<QuestionView> questions, String next) {}

    /** What waits for a unit; fields as in {@link Questions.Load}. */
    public record LoadView(String unit, int waiting, int late, LocalDate oldestDue) {}

    /** One step; fields as in {@link Question.Message}. */
    public record Message(Question.Step kind, String body, String unit, String by, Instant at) {}

    /** A question; fields as in {@link Question}. */
    public record QuestionView(
            long id,
            Question.Kind kind,
            String title,
            String body,
            String unit,
            String program,
            String askedBy,
            Instant askedAt,
            String toUnit,
            Question.State state,
            LocalDate due,
            boolean late,
            Long faqId,
            List<Message> messages) {}
}
