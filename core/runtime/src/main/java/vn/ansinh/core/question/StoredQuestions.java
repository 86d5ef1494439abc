package vn.ansinh.core.question;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.notice.Notice;
import vn.ansinh.api.notice.NoticeDraft;
import vn.ansinh.api.notice.NoticeKind;
import vn.ansinh.api.notice.Notices;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.question.Question;
import vn.ansinh.api.question.Question.State;
import vn.ansinh.api.question.Question.Step;
import vn.ansinh.api.question.Questions;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.sql.Change;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.core.sql.Slice;

/** {@link Questions} on table {@code ansinh.question}. */
public final class StoredQuestions implements Questions {

    private static final String KIND = "question";
    private static final int LONGEST_PAGE = 500;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_BODY = 10_000;

    private static final String ASK = """
            insert into ansinh.question (kind, title, body, search, unit_id, program, asked_by, asked_name, asked_at,
                to_unit, state, waits_since, due)
            values (?, ?, ?, ?, nullif(?, 0), ?, ?, ?, ?, nullif(?, 0), 'WAITING', ?, ?) returning id""";

    private static final String SAY =
            "insert into ansinh.question_message (question_id, kind, body, unit_id, by, by_name, at)"
                    + " values (?, ?, ?, nullif(?, 0), ?, ?, ?)";

    private final Transactions transactions;
    private final Transactions everywhere;
    private final Access access;
    private final Units units;
    private final Notices notices;
    private final Audit audit;
    private final Clock clock;

    /** @param everywhere hands a question to who works for a program that the caller does not */
    public StoredQuestions(
            Transactions transactions,
            Transactions everywhere,
            Access access,
            Units units,
            Notices notices,
            Audit audit,
            Clock clock) {
        this.transactions = transactions;
        this.everywhere = everywhere;
        this.access = access;
        this.units = units;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who may see questions at all. */
    private Caller caller() {
        Caller caller = access.require();
        return caller.may(Permissions.QUESTION_ANSWER) ? caller : access.require(Permissions.QUESTION_ASK);
    }

    private QuestionRows rows(Connection connection) {
        return new QuestionRows(connection, caller(), units, LocalDate.now(clock));
    }

    @Override
    public Question ask(QuestionDraft draft) {
        Caller caller = access.require(Permissions.QUESTION_ASK);
        String title = Vietnamese.normalize(draft.title());
        if (draft.kind() == null || title == null || title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw Problem.invalid("AS-QUESTION-TITLE", "Hãy chọn loại và ghi tiêu đề, dài nhất 300 ký tự.");
        }
        String body = text(draft.body());
        String program = draft.program() == null || draft.program().isBlank() ? null : draft.program();
        if (program != null) {
            caller.requireProgram(program);
        }
        LocalDate today = LocalDate.now(clock);
        return transactions.call(connection -> {
            long id = Rows.list(
                            connection,
                            ASK,
                            insert -> {
                                insert.setString(1, draft.kind().name());
                                insert.setString(2, title);
                                insert.setString(3, body);
                                insert.setString(4, Vietnamese.fold(title + " " + body));
                                insert.setLong(5, caller.unitId());
                                insert.setString(6, program);
                                insert.setString(7, caller.account());
                                insert.setString(8, caller.fullName());
                                insert.setTimestamp(9, Timestamp.from(clock.instant()));
                                insert.setLong(10, above(caller.unitId()));
                                insert.setObject(11, today);
                                insert.setObject(
                                        12,
                                        WorkingDays.after(today, draft.kind().days()));
                            },
                            row -> row.getLong(1))
                    .get(0);
            audit.changed(
                    new Subject(KIND, id),
                    "question.ask",
                    Map.of(),
                    Map.of("kind", draft.kind().label(), "title", title, "body", body),
                    null);
            return found(connection, id, false);
        });
    }

    private long above(long unitId) {
        return unitId == 0
                ? 0
                : units.byId(unitId).map(AdministrativeUnit::parentId).orElse(0L);
    }

    private static String text(String given) {
        String text = given == null ? "" : given.replace("\r\n", "\n").strip();
        if (text.isEmpty() || text.length() > LONGEST_BODY) {
            throw Problem.invalid("AS-QUESTION-BODY", "Hãy ghi nội dung, dài nhất 10.000 ký tự.");
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    @Override
    public Page list(Query query) {
        if (query.limit() < 1 || query.limit() > LONGEST_PAGE) {
            throw Problem.invalid("AS-QUESTION-LIMIT", "Mỗi trang có từ 1 đến 500 câu hỏi.");
        }
        if (query.cursor() != null && !query.cursor().matches("\\d{1,18}")) {
            throw Problem.invalid(
                    "AS-QUESTION-CURSOR",
                    "Vị trí trang trong danh sách không còn dùng được. Hãy mở lại danh sách từ đầu.");
        }
        caller();
        long before = query.cursor() == null ? Long.MAX_VALUE : Long.parseLong(query.cursor());
        List<Question> found = transactions.call(connection -> rows(connection).list(query, before));
        Slice<Question> page = Slice.of(found, query.limit());
        return new Page(page.rows(), page.next(last -> Long.toString(last.id())));
    }

    @Override
    public Question byId(long id) {
        caller();
        return transactions.call(connection -> found(connection, id, false));
    }

    private Question found(Connection connection, long id, boolean lock) throws SQLException {
        return rows(connection)
                .byId(id, lock)
                .orElseThrow(() -> Problem.notFound(
                        "AS-QUESTION-UNKNOWN", "Không có câu hỏi này trong phạm vi của bạn. Hãy mở lại danh sách."));
    }

    @Override
    public Question reply(long id, String body) {
        String text = text(body);
        access.require(Permissions.QUESTION_ANSWER);
        return step(transactions, id, Step.REPLY, text, State.ANSWERED, this::mayAnswer);
    }

    /** Whether the caller is to answer; asks for the unit, and says why not. */
    private boolean mayAnswer(Question question) {
        access.require(Permissions.QUESTION_ANSWER, question.toUnit());
        return question.state() == State.WAITING || question.state() == State.ANSWERED;
    }

    @Override
    public Question askOn(long id, String body) {
        String text = text(body);
        access.require(Permissions.QUESTION_ASK);
        return step(
                transactions,
                id,
                Step.MORE,
                text,
                State.WAITING,
                question -> isOwn(question) && question.state() != State.WITHDRAWN);
    }

    private boolean isOwn(Question question) {
        if (!question.askedBy().equals(access.require().account())) {
            throw Problem.forbidden("AS-QUESTION-OWN", "Chỉ người gửi câu hỏi làm được việc này.");
        }
        return true;
    }

    @Override
    public Question close(long id) {
        access.require(Permissions.QUESTION_ASK);
        return step(
                transactions,
                id,
                Step.CLOSE,
                "",
                State.CLOSED,
                question -> isOwn(question) && question.state() == State.ANSWERED);
    }

    @Override
    public Question withdraw(long id, String why) {
        String text = text(why);
        access.require(Permissions.QUESTION_ASK);
        return step(
                transactions,
                id,
                Step.WITHDRAW,
                text,
                State.WITHDRAWN,
                question -> isOwn(question) && question.state() == State.WAITING);
    }

    /** One step of a question, which nobody else takes meanwhile. @param allowed whether its state allows it; may refuse */
    private Question step(
            Transactions transaction, long id, Step step, String text, State next, Predicate<Question> allowed) {
        return transaction.call(connection -> {
            Question before = found(connection, id, true);
            if (!allowed.test(before)) {
                throw Problem.conflict(
                        "AS-QUESTION-STATE",
                        "Câu hỏi đang ở trạng thái «" + before.state().label()
                                + "» nên không làm được việc này. Hãy mở lại câu hỏi.");
            }
            say(connection, id, step, text, access.require().unitId());
            LocalDate today = LocalDate.now(clock);
            boolean anew = next == State.WAITING;
            Change.of(
                    connection,
                    "update ansinh.question set state = ?, waits_since = coalesce(?, waits_since), due = coalesce(?, due)"
                            + " where id = ?",
                    update -> {
                        update.setString(1, next.name());
                        update.setObject(2, anew ? today : null, Types.DATE);
                        update.setObject(
                                3, anew ? WorkingDays.after(today, before.kind().days()) : null, Types.DATE);
                        update.setLong(4, id);
                    });
            told(before, step, next, text);
            return found(connection, id, false);
        });
    }

    private void told(Question before, Step step, State next, String text) {
        audit.changed(
                new Subject(KIND, before.id()),
                "question." + step.name().toLowerCase(Locale.ROOT),
                Map.of("state", before.state().label()),
                Map.of("state", next.label()),
                text.isEmpty() ? null : text);
    }

    private void say(Connection connection, long id, Step step, String text, long unitId) throws SQLException {
        Caller caller = access.require();
        Change.of(connection, SAY, insert -> {
            insert.setLong(1, id);
            insert.setString(2, step.name());
            insert.setString(3, text);
            insert.setLong(4, unitId);
            insert.setString(5, caller.account());
            insert.setString(6, caller.fullName());
            insert.setTimestamp(7, Timestamp.from(clock.instant()));
        });
    }

    @Override
    public void forward(long id, String program, String why) {
        String text = text(why);
        access.require(Permissions.QUESTION_ANSWER);
        everywhere.run(connection -> {
            Question before = found(connection, id, true);
            if (!mayAnswer(before) || before.state() != State.WAITING) {
                throw Problem.conflict("AS-QUESTION-STATE", "Chỉ chuyển tiếp được câu hỏi đang chờ trả lời.");
            }
            if (program == null && before.toUnit() == 0 || program != null && program.equals(before.program())) {
                throw Problem.invalid(
                        "AS-QUESTION-FORWARD", "Câu hỏi đã ở nơi ấy. Hãy chọn đơn vị cấp trên hoặc chương trình khác.");
            }
            long to = program == null ? above(before.toUnit()) : before.toUnit();
            LocalDate today = LocalDate.now(clock);
            say(connection, id, Step.FORWARD, text, to);
            Change.of(
                    connection,
                    "update ansinh.question set to_unit = nullif(?, 0), program = coalesce(?, program), waits_since = ?,"
                            + " due = ? where id = ?",
                    update -> {
                        update.setLong(1, to);
                        update.setString(2, program);
                        update.setObject(3, today);
                        update.setObject(
                                4, WorkingDays.after(today, before.kind().days()));
                        update.setLong(5, id);
                    });
            audit.changed(
                    new Subject(KIND, id),
                    "question.forward",
                    Map.of(
                            "to-unit",
                            name(before.toUnit()),
                            "program",
                            before.program() == null ? "" : before.program()),
                    Map.of(
                            "to-unit",
                            name(to),
                            "program",
                            program == null ? String.valueOf(before.program()) : program),
                    text);
        });
    }

    private String name(long unitId) {
        return unitId == 0 ? "Trung ương" : units.fullName(unitId);
    }

    @Override
    public Notice toFaq(long id, NoticeDraft draft) {
        access.require(Permissions.QUESTION_ANSWER);
        if (draft.kind() != NoticeKind.FAQ) {
            throw Problem.invalid("AS-QUESTION-FAQ-KIND", "Câu trả lời chỉ đưa vào mục Hỏi đáp thường gặp.");
        }
        return transactions.call(connection -> {
            Question question = found(connection, id, true);
            access.require(Permissions.QUESTION_ANSWER, question.toUnit());
            boolean answered = question.messages().stream().anyMatch(message -> message.kind() == Step.REPLY);
            if (!answered || question.faqId() != 0) {
                throw Problem.conflict(
                        "AS-QUESTION-FAQ",
                        "Chỉ câu hỏi đã trả lời và chưa có trong Hỏi đáp thường gặp mới đưa vào được.");
            }
            Notice entry = notices.publish(draft, List.of());
            Change.of(connection, "update ansinh.question set faq_id = ? where id = ?", update -> {
                update.setLong(1, entry.id());
                update.setLong(2, id);
            });
            audit.changed(
                    new Subject(KIND, id), "question.faq", Map.of(), Map.of("notice", Long.toString(entry.id())), null);
            return entry;
        });
    }

    @Override
    public List<Load> board(long unitId) {
        access.require(Permissions.QUESTION_ANSWER);
        return transactions.call(connection -> rows(connection).board(unitId));
    }
}
