package vn.ansinh.api.question;

import java.time.LocalDate;
import java.util.List;
import vn.ansinh.api.notice.Notice;
import vn.ansinh.api.notice.NoticeDraft;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.question.Question.Kind;
import vn.ansinh.api.question.Question.State;

/**
 * Questions and reports, asked by an official and answered by the unit above. They are seen in the unit that asked and above
 * it, by who works for their program. Asking needs {@code question.ask}, answering {@code question.answer} over the unit that
 * is to answer; seeing needs one of the two.
 */
public interface Questions {

    /** Asks the unit above the caller's. Whoever has none above asks the country itself. @throws Problem INVALID */
    Question ask(QuestionDraft draft);

    /** The latest first. Cost does not grow with the page's position. */
    Page list(Query query);

    /** @throws Problem NOT_FOUND also for one that the caller does not see */
    Question byId(long id);

    /** Answers. @throws Problem CONFLICT when it was closed or taken back, FORBIDDEN for who is not to answer */
    Question reply(long id, String body);

    /** Asks on: it waits again. Only by who asked, and not after it was taken back. */
    Question askOn(long id, String body);

    /**
     * Hands it on, with a new last day: to the unit above, or to who works for another program in the same unit.
     *
     * @param program what it is about from now on; {@code null} to hand it to the unit above
     * @param why for who asked and who is to answer
     */
    void forward(long id, String program, String why);

    /** Settles it: who asked has what they need. */
    Question close(long id);

    /** Takes it back. Only by who asked, while it waits. */
    Question withdraw(long id, String why);

    /**
     * Makes an answered question an entry among the answers that all read. Needs {@code notice.publish} as well.
     *
     * @param draft of kind {@code FAQ}; without what is personal in the question
     * @throws Problem CONFLICT when it is not answered or there is an entry
     */
    Notice toFaq(long id, NoticeDraft draft);

    /** How much waits for the units in a subtree, the latest of all first. Needs {@code question.answer}. */
    List<Load> board(long unitId);

    /** What is asked. @param program the caller works for it; {@code null} for none in particular */
    record QuestionDraft(Kind kind, String title, String body, String program) {}

    /** Which of them. */
    enum Box {
        /** Asked by the caller. */
        MINE,
        /** Waiting for an answer of the caller's unit. */
        TO_ANSWER,
        /** All that the caller sees. */
        ALL
    }

    /**
     * What to list.
     *
     * @param state {@code null} for all
     * @param late only what is late
     * @param text words in title or text, with or without diacritics; {@code null} for all
     * @param cursor {@code null} or what the last page gave as {@link Page#next()}
     */
    record Query(Box box, State state, boolean late, String text, String cursor, int limit) {}

    /** @param next cursor of the following page, {@code null} on the last */
    record Page(List<Question> questions, String next) {}

    /**
     * What waits for a unit.
     *
     * @param unitId 0 for the country
     * @param late how many of those that wait are late
     * @param oldestDue the earliest last day of those that wait
     */
    record Load(long unitId, int waiting, int late, LocalDate oldestDue) {}
}
