package vn.ansinh.core.registry;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.registry.Answer;
import vn.ansinh.api.registry.Answer.Difference;
import vn.ansinh.api.registry.Answer.Outcome;
import vn.ansinh.api.registry.Inquiry;
import vn.ansinh.core.sql.Rows;

/** Answers of the registry, the last one of each person, in table {@code ansinh.registry_check}. */
final class Checks {

    private static final String LAST =
            "select outcome, labels, ours, theirs, asked_at from ansinh.registry_check where person_id = ?";

    private static final String KEEP = """
            insert into ansinh.registry_check as c (person_id, registry, outcome, labels, ours, theirs, asked_at, asked_by)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (person_id) do update set registry = excluded.registry, outcome = excluded.outcome,
                labels = excluded.labels, ours = excluded.ours, theirs = excluded.theirs, asked_at = excluded.asked_at,
                asked_by = excluded.asked_by""";

    private Checks() {}

    /** An answer about somebody. */
    record Checked(long personId, Answer answer) {}

    static Inquiry inquiry(Person person) {
        return new Inquiry(person.idNumber(), person.fullName(), person.birth(), person.sex());
    }

    static Optional<Answer> last(Connection connection, long person) throws SQLException {
        return Rows.list(
                        connection,
                        LAST,
                        select -> select.setLong(1, person),
                        row -> new Answer(
                                Outcome.valueOf(row.getString(1)),
                                fields(row.getArray(2), row.getArray(3), row.getArray(4)),
                                row.getObject(5, OffsetDateTime.class).toInstant()))
                .stream()
                .findFirst();
    }

    private static Map<String, Difference> fields(Array labels, Array ours, Array theirs) throws SQLException {
        String[] label = (String[]) labels.getArray();
        String[] our = (String[]) ours.getArray();
        String[] their = (String[]) theirs.getArray();
        Map<String, Difference> fields = new TreeMap<>();
        for (int i = 0; i < label.length; i++) {
            fields.put(label[i], new Difference(our[i], their[i]));
        }
        return fields;
    }

    /** Keeps answers in one go; DOWN is none. */
    static void keep(Connection connection, String registry, List<Checked> answers, String account)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            for (Checked checked : answers) {
                Answer answer = checked.answer();
                if (answer.outcome() == Outcome.DOWN) {
                    continue;
                }
                List<String> ours = new ArrayList<>();
                List<String> theirs = new ArrayList<>();
                for (Difference difference : answer.fields().values()) {
                    ours.add(difference.ours() == null ? "" : difference.ours());
                    theirs.add(difference.theirs() == null ? "" : difference.theirs());
                }
                insert.setLong(1, checked.personId());
                insert.setString(2, registry);
                insert.setString(3, answer.outcome().name());
                insert.setArray(4, texts(connection, List.copyOf(answer.fields().keySet())));
                insert.setArray(5, texts(connection, ours));
                insert.setArray(6, texts(connection, theirs));
                insert.setTimestamp(7, Timestamp.from(answer.at() == null ? Instant.EPOCH : answer.at()));
                insert.setString(8, account);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static Array texts(Connection connection, List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}
