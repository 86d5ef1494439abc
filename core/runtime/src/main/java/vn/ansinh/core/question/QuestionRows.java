package vn.ansinh.core.question;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.question.Question;
import vn.ansinh.api.question.Question.Message;
import vn.ansinh.api.question.Questions;
import vn.ansinh.api.question.Questions.Box;
import vn.ansinh.api.question.Questions.Load;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.identity.PersonScope;
import vn.ansinh.core.sql.Rows;

/** Reads tables {@code ansinh.question} and {@code ansinh.question_message}, as far as a caller sees. */
final class QuestionRows {

    private static final String SELECT =
            "select q.id, q.kind, q.title, %s, coalesce(q.unit_id, 0), q.program, q.asked_by,"
                    + " q.asked_name, q.asked_at, coalesce(q.to_unit, 0), q.state, q.due, coalesce(q.faq_id, 0)"
                    + " from ansinh.question q where ";

    private static final String MESSAGES = "select kind, body, coalesce(unit_id, 0), by, by_name, at"
            + " from ansinh.question_message where question_id = ? order by id";

    private static final String BOARD = """
            select coalesce(q.to_unit, 0), count(*), count(*) filter (where q.due < ?), min(q.due)
            from ansinh.question q where q.state = 'WAITING' and %s and %s
            group by q.to_unit order by 3 desc, 4, 1""";

    private final Connection connection;
    private final Caller caller;
    private final Units units;
    private final LocalDate today;

    QuestionRows(Connection connection, Caller caller, Units units, LocalDate today) {
        this.connection = connection;
        this.caller = caller;
        this.units = units;
        this.today = today;
    }

    /** What is asked in the caller's subtree, of programs that they work for or of none. */
    private PersonScope unit() {
        return PersonScope.of(caller, 0, units, "q.unit_id");
    }

    private String program() {
        return caller.programs().contains("*") ? "true" : "(q.program is null or q.program = any (?))";
    }

    private int bindProgram(PreparedStatement statement, int at) throws SQLException {
        if (caller.programs().contains("*")) {
            return at;
        }
        statement.setArray(
                at, connection.createArrayOf("text", caller.programs().toArray()));
        return at + 1;
    }

    /** One more than asked for, where there are more. */
    List<Question> list(Questions.Query query, long before) throws SQLException {
        PersonScope unit = unit();
        StringBuilder sql = new StringBuilder(SELECT.formatted("''"))
                .append(unit.sql())
                .append(" and ")
                .append(program());
        List<Object> values = new ArrayList<>();
        if (query.box() == Box.MINE) {
            sql.append(" and q.asked_by = ?");
            values.add(caller.account());
        } else if (query.box() == Box.TO_ANSWER) {
            sql.append(" and q.state = 'WAITING' and coalesce(q.to_unit, 0) = ?");
            values.add(caller.unitId());
        }
        if (query.state() != null) {
            sql.append(" and q.state = ?");
            values.add(query.state().name());
        }
        if (query.late()) {
            sql.append(" and q.state = 'WAITING' and q.due < ?");
            values.add(today);
        }
        if (query.text() != null && !query.text().isBlank()) {
            sql.append(" and not exists (select from unnest(?::text[]) word where position(word in q.search) = 0)");
            values.add(connection.createArrayOf(
                    "text", Vietnamese.fold(query.text()).split(" ")));
        }
        sql.append(" and q.id < ? order by q.id desc limit ?");
        values.add(before);
        values.add(query.limit() + 1);
        return Rows.list(
                connection,
                sql.toString(),
                select -> {
                    int at = bindProgram(select, unit.bind(select, 1));
                    for (Object value : values) {
                        select.setObject(at++, value);
                    }
                },
                this::read);
    }

    /** @param lock whether nobody else changes it until the transaction ends */
    Optional<Question> byId(long id, boolean lock) throws SQLException {
        PersonScope unit = unit();
        Optional<Question> found = Rows.list(
                        connection,
                        SELECT.formatted("q.body") + unit.sql() + " and " + program() + " and q.id = ?"
                                + (lock ? " for update" : ""),
                        select -> select.setLong(bindProgram(select, unit.bind(select, 1)), id),
                        this::read)
                .stream()
                .findFirst();
        return found.isEmpty() ? found : Optional.of(with(found.get(), messages(id)));
    }

    private List<Message> messages(long id) throws SQLException {
        return Rows.list(
                connection,
                MESSAGES,
                select -> select.setLong(1, id),
                row -> new Message(
                        Question.Step.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant()));
    }

    /** What waits for whom in a subtree. */
    List<Load> board(long unitId) throws SQLException {
        PersonScope answering = PersonScope.of(caller, unitId, units, "q.to_unit");
        return Rows.list(
                connection,
                BOARD.formatted(answering.sql(), program()),
                select -> {
                    select.setObject(1, today);
                    bindProgram(select, answering.bind(select, 2));
                },
                row -> new Load(row.getLong(1), row.getInt(2), row.getInt(3), row.getObject(4, LocalDate.class)));
    }

    private Question read(ResultSet row) throws SQLException {
        return new Question(
                row.getLong(1),
                Question.Kind.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getLong(10),
                Question.State.valueOf(row.getString(11)),
                row.getObject(12, LocalDate.class),
                row.getLong(13),
                List.of());
    }

    private static Question with(Question row, List<Message> messages) {
        return new Question(
                row.id(),
                row.kind(),
                row.title(),
                row.body(),
                row.unitId(),
                row.program(),
                row.askedBy(),
                row.askedName(),
                row.askedAt(),
                row.toUnit(),
                row.state(),
                row.due(),
                row.faqId(),
                messages);
    }
}
