package vn.ansinh.core.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.ansinh.core.SmallCountry.HA_TINH;
import static vn.ansinh.core.SmallCountry.HUONG_SON;
import static vn.ansinh.core.SmallCountry.NGHE_AN;
import static vn.ansinh.core.SmallCountry.THANH_SEN;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Origin;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.notice.Notice;
import vn.ansinh.api.notice.NoticeDraft;
import vn.ansinh.api.notice.NoticeKind;
import vn.ansinh.api.notice.Notices;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.question.Question;
import vn.ansinh.api.question.Question.Kind;
import vn.ansinh.api.question.Question.State;
import vn.ansinh.api.question.Question.Step;
import vn.ansinh.api.question.Questions;
import vn.ansinh.api.question.Questions.Box;
import vn.ansinh.api.question.Questions.Load;
import vn.ansinh.api.question.Questions.QuestionDraft;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.core.notice.Issuers;
import vn.ansinh.core.notice.StoredNotices;
import vn.ansinh.testkit.DeskClock;
import vn.ansinh.testkit.TestDatabase;

/** A commune asks, its province answers, hands on, or is late. */
class QuestionsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final Caller LAN = commune("lan", THANH_SEN, Set.of("*"));
    private static final Caller SON = commune("son", HUONG_SON, Set.of("*"));
    private static final Caller HEALTH = department("y-te", HA_TINH, Set.of("btxh"));
    private static final Caller INTERIOR = department("noi-vu", HA_TINH, Set.of("nguoi-co-cong"));
    private static final Caller NEIGHBOUR = department("nghe-an", NGHE_AN, Set.of("*"));
    private static final Caller MINISTRY = department("bo", 0, Set.of("*"));

    private final SmallCountry country = new SmallCountry();
    private final ThreadAccess access = country.access();
    /** A Monday. */
    private LocalDate today = LocalDate.of(2026, 11, 23);

    private Questions questions;
    private Notices notices;

    @BeforeEach
    void open() {
        country.store(DATABASE.transactions());
        DeskClock clock = new DeskClock(() -> today);
        notices = new StoredNotices(
                DATABASE.scopedBy(access),
                access,
                country.units(),
                new Issuers(access, null, country.units(), clock),
                Audit.NONE,
                clock);
        questions = new StoredQuestions(
                DATABASE.scopedBy(access),
                DATABASE.transactions(),
                access,
                country.units(),
                notices,
                Audit.NONE,
                clock);
    }

    @Test
    void theUnitAboveAnswersAndWhoAskedSettlesIt() throws Exception {
        Question asked = ask("btxh", "Hệ số 1,5 áp dụng khi nào?");
        assertEquals(HA_TINH, asked.toUnit());
        assertEquals(LocalDate.of(2026, 11, 30), asked.due(), "five working days");
        assertTrue(box(HEALTH, Box.TO_ANSWER).contains(asked.id()));
        assertFalse(box(INTERIOR, Box.ALL).contains(asked.id()), "another program's department does not see it");
        assertFalse(box(SON, Box.ALL).contains(asked.id()), "nor does the commune beside");
        assertFalse(box(NEIGHBOUR, Box.ALL).contains(asked.id()), "nor another province");
        assertThrows(Problem.class, () -> as(LAN, () -> questions.reply(asked.id(), "Tự trả lời")));

        as(HEALTH, () -> questions.reply(asked.id(), "Từ 01/7/2026."));
        Question answered = as(LAN, () -> questions.byId(asked.id()));
        assertEquals(State.ANSWERED, answered.state());
        assertEquals("Từ 01/7/2026.", answered.messages().get(0).body());
        assertFalse(box(HEALTH, Box.TO_ANSWER).contains(asked.id()));

        assertEquals(
                State.WAITING,
                as(LAN, () -> questions.askOn(asked.id(), "Cả người đang hưởng?"))
                        .state());
        as(HEALTH, () -> questions.reply(asked.id(), "Có."));
        assertThrows(Problem.class, () -> as(SON, () -> questions.close(asked.id())));
        assertEquals(State.CLOSED, as(LAN, () -> questions.close(asked.id())).state());
        assertThrows(Problem.class, () -> as(HEALTH, () -> questions.reply(asked.id(), "Thêm")));
    }

    @Test
    void whatWaitsTooLongIsLateAndSaysForWhom() throws Exception {
        Question asked = ask(null, "Không in được danh sách");
        today = asked.due();
        assertFalse(as(LAN, () -> questions.byId(asked.id())).isLate(today));
        today = asked.due().plusDays(1);
        assertTrue(as(LAN, () -> questions.byId(asked.id())).isLate(today));
        List<Question> late = as(
                        LAN, () -> questions.list(new Questions.Query(Box.MINE, null, true, "in duoc", null, 50)))
                .questions();
        assertEquals(List.of(asked.id()), late.stream().map(Question::id).toList());
        Load province = as(MINISTRY, () -> questions.board(0)).stream()
                .filter(load -> load.unitId() == HA_TINH)
                .findFirst()
                .orElseThrow();
        assertTrue(province.late() >= 1);
        as(LAN, () -> questions.withdraw(asked.id(), "Đã in được"));
        assertEquals(State.WITHDRAWN, as(LAN, () -> questions.byId(asked.id())).state());
    }

    @Test
    void isHandedToTheDepartmentInChargeAndToTheMinistry() throws Exception {
        Question asked = ask("btxh", "Thương binh hưởng thế nào?");
        as(HEALTH, () -> {
            questions.forward(asked.id(), "nguoi-co-cong", "Thuộc Sở Nội vụ");
            return null;
        });
        assertThrows(Problem.class, () -> as(HEALTH, () -> questions.byId(asked.id())), "it is another program's now");
        today = today.plusDays(2);
        as(INTERIOR, () -> {
            questions.forward(asked.id(), null, "Vượt thẩm quyền");
            return null;
        });
        Question above = as(INTERIOR, () -> questions.byId(asked.id()));
        assertEquals(0, above.toUnit());
        assertEquals(LocalDate.of(2026, 12, 2), above.due(), "the receiver has the whole time");
        assertEquals(
                List.of(Step.FORWARD, Step.FORWARD),
                above.messages().stream().map(Question.Message::kind).toList());
        assertThrows(
                Problem.class, () -> as(INTERIOR, () -> questions.reply(asked.id(), "Không còn là việc của tỉnh")));
        as(MINISTRY, () -> questions.reply(asked.id(), "Theo Nghị định về người có công."));
        assertEquals(State.ANSWERED, as(LAN, () -> questions.byId(asked.id())).state());
        assertThrows(
                Problem.class,
                () -> as(MINISTRY, () -> {
                    questions.forward(asked.id(), null, "Không còn ai ở trên");
                    return null;
                }));
    }

    @Test
    void aGoodAnswerBecomesAnEntryForAll() throws Exception {
        Question asked = ask("btxh", "Ai được hưởng hưu trí xã hội?");
        NoticeDraft entry = new NoticeDraft(
                NoticeKind.FAQ,
                "Ai được hưởng trợ cấp hưu trí xã hội?",
                "Người từ đủ 75 tuổi.",
                HA_TINH,
                "btxh",
                false,
                today,
                null,
                null,
                Set.of());
        assertThrows(Problem.class, () -> as(HEALTH, () -> questions.toFaq(asked.id(), entry)), "not answered yet");
        as(HEALTH, () -> questions.reply(asked.id(), "Người từ đủ 75 tuổi."));
        Notice told = as(HEALTH, () -> questions.toFaq(asked.id(), entry));
        assertEquals(told.id(), as(LAN, () -> questions.byId(asked.id())).faqId());
        assertEquals(entry.title(), as(SON, () -> notices.byId(told.id())).title());
        assertThrows(Problem.class, () -> as(HEALTH, () -> questions.toFaq(asked.id(), entry)), "once is enough");
    }

    private Question ask(String program, String title) throws Exception {
        return as(LAN, () -> questions.ask(new QuestionDraft(Kind.QUESTION, title, "Xin hỏi: " + title, program)));
    }

    private List<Long> box(Caller caller, Box box) throws Exception {
        return as(caller, () -> questions.list(new Questions.Query(box, null, false, null, null, 100)))
                .questions()
                .stream()
                .map(Question::id)
                .toList();
    }

    private <T> T as(Caller caller, Callable<T> work) throws Exception {
        return access.callAs(caller, work);
    }

    private static Caller commune(String account, long unit, Set<String> programs) {
        return new Caller(
                account,
                "Cán bộ " + account,
                unit,
                Set.of(Permissions.NOTICE_READ, Permissions.QUESTION_ASK),
                programs,
                0,
                Origin.NONE,
                0);
    }

    private static Caller department(String account, long unit, Set<String> programs) {
        return new Caller(
                account,
                "Cán bộ " + account,
                unit,
                Set.of(
                        Permissions.NOTICE_READ,
                        Permissions.NOTICE_PUBLISH,
                        Permissions.QUESTION_ASK,
                        Permissions.QUESTION_ANSWER),
                programs,
                0,
                Origin.NONE,
                0);
    }
}
