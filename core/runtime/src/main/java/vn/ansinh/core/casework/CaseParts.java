package vn.ansinh.core.casework;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.casework.CaseDetail.Draft;
import vn.ansinh.api.casework.CaseDetail.Paper;
import vn.ansinh.api.casework.CaseEvent;
import vn.ansinh.core.casework.term.Stop;
import vn.ansinh.core.sql.Change;
import vn.ansinh.core.sql.Rows;

/** The tables beside {@code ansinh.case_file}: what they hold of one case, and how it gets there. */
final class CaseParts {

    private static final String EVENTS = "select id, kind, day, at, step, account, full_name, note, paper"
            + " from ansinh.case_event where case_id = ? order by id desc";
    private static final String PAPERS = "select document_id, code, name, number, signed_by, at, produced"
            + " from ansinh.case_paper where case_id = ? and (? or not sensitive and (produced or not ?)) order by id desc";
    private static final String HOLDERS =
            "select distinct on (e.case_id) e.case_id, e.full_name from ansinh.case_event e"
                    + " join unnest(?, ?) as held (id, account) on held.id = e.case_id and held.account = e.account"
                    + " order by e.case_id, e.id desc";
    private static final String DRAFT = "select outcome, benefit, from_month, from_chosen, amount, words, reason,"
            + " conflicts_seen, drafter, drafted_at from ansinh.case_draft where case_id = ?";

    private CaseParts() {}

    /** A draft as it is kept. @param fromChosen whether an official chose the month */
    record KeptDraft(Draft draft, boolean fromChosen, boolean conflictsSeen) {}

    static void event(
            Connection connection,
            CaseRow row,
            CaseEvent.Kind kind,
            LocalDate day,
            Caller caller,
            String note,
            long paper)
            throws SQLException {
        Change.of(
                connection,
                "insert into ansinh.case_event (case_id, kind, day, step, account, full_name, note, paper)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                insert -> {
                    insert.setLong(1, row.id());
                    insert.setString(2, kind.name());
                    insert.setDate(3, Date.valueOf(day));
                    insert.setString(4, row.step());
                    insert.setString(5, caller.account());
                    insert.setString(6, caller.fullName());
                    insert.setString(7, note == null ? "" : note.strip());
                    insert.setLong(8, paper);
                });
    }

    static List<CaseEvent> events(Connection connection, long id) throws SQLException {
        return Rows.list(
                connection,
                EVENTS,
                select -> select.setLong(1, id),
                row -> new CaseEvent(
                        row.getLong(1),
                        CaseEvent.Kind.valueOf(row.getString(2)),
                        CaseRows.day(row, 3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getLong(9)));
    }

    /** Who took cases on, by case, as called at what they did last in each. */
    static Map<Long, String> holders(Connection connection, List<CaseRow> rows) throws SQLException {
        Map<Long, String> names = new HashMap<>();
        List<CaseRow> held = rows.stream().filter(row -> row.holder() != null).toList();
        Rows.list(
                connection,
                HOLDERS,
                select -> {
                    select.setArray(
                            1,
                            connection.createArrayOf(
                                    "bigint", held.stream().map(CaseRow::id).toArray()));
                    select.setArray(
                            2,
                            connection.createArrayOf(
                                    "text", held.stream().map(CaseRow::holder).toArray()));
                },
                row -> names.put(row.getLong(1), row.getString(2)));
        return names;
    }

    /** @param all also those whose names reveal something @param secret whether what was brought to the case may do so */
    static List<Paper> papers(Connection connection, long id, boolean all, boolean secret) throws SQLException {
        return Rows.list(
                connection,
                PAPERS,
                select -> {
                    select.setLong(1, id);
                    select.setBoolean(2, all);
                    select.setBoolean(3, secret);
                },
                row -> new Paper(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getBoolean(7)));
    }

    /** @param sensitive whether the name of the paper would reveal something */
    static void paper(Connection connection, long id, Paper paper, boolean sensitive) throws SQLException {
        Change.of(
                connection,
                "insert into ansinh.case_paper (case_id, document_id, code, name, number, signed_by, produced, sensitive)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                insert -> {
                    insert.setLong(1, id);
                    insert.setLong(2, paper.documentId());
                    insert.setString(3, paper.code());
                    insert.setString(4, paper.name());
                    insert.setString(5, paper.number());
                    insert.setString(6, paper.signedBy());
                    insert.setBoolean(7, paper.produced());
                    insert.setBoolean(8, sensitive);
                });
    }

    static void answers(Connection connection, long id, Map<String, List<String>> answers) throws SQLException {
        Change.of(connection, "delete from ansinh.case_answer where case_id = ?", delete -> delete.setLong(1, id));
        for (Map.Entry<String, List<String>> answer : answers.entrySet()) {
            int ord = 0;
            for (String value : answer.getValue()) {
                int at = ord++;
                Change.of(
                        connection,
                        "insert into ansinh.case_answer (case_id, key, ord, value) values (?, ?, ?, ?)",
                        insert -> {
                            insert.setLong(1, id);
                            insert.setString(2, answer.getKey());
                            insert.setInt(3, at);
                            insert.setString(4, value);
                        });
            }
        }
    }

    static List<Stop> stops(Connection connection, long id) throws SQLException {
        return Rows.list(
                connection,
                "select from_day, to_day from ansinh.case_stop where case_id = ? order by id",
                select -> select.setLong(1, id),
                row -> new Stop(CaseRows.day(row, 1), CaseRows.day(row, 2)));
    }

    /** @param until day by which it was asked for, {@code null} for none */
    static void stop(Connection connection, long id, LocalDate from, LocalDate until, String missing)
            throws SQLException {
        Change.of(
                connection,
                "insert into ansinh.case_stop (case_id, from_day, until, missing) values (?, ?, ?, ?)",
                insert -> {
                    insert.setLong(1, id);
                    insert.setDate(2, Date.valueOf(from));
                    insert.setDate(3, until == null ? null : Date.valueOf(until));
                    insert.setString(4, missing);
                });
    }

    static void goOn(Connection connection, long id, LocalDate to) throws SQLException {
        Change.of(connection, "update ansinh.case_stop set to_day = ? where case_id = ? and to_day is null", update -> {
            update.setDate(1, Date.valueOf(to));
            update.setLong(2, id);
        });
    }

    static Optional<KeptDraft> draft(Connection connection, long id) throws SQLException {
        return Rows.list(connection, DRAFT, select -> select.setLong(1, id), row -> {
                    LocalDate month = CaseRows.day(row, 3);
                    return new KeptDraft(
                            new Draft(
                                    Draft.Outcome.valueOf(row.getString(1)),
                                    row.getString(2),
                                    month == null ? null : YearMonth.from(month),
                                    row.getLong(5),
                                    row.getString(6),
                                    row.getString(7),
                                    row.getString(9),
                                    row.getObject(10, OffsetDateTime.class).toInstant()),
                            row.getBoolean(4),
                            row.getBoolean(8));
                })
                .stream()
                .findFirst();
    }

    static void draft(Connection connection, long id, KeptDraft kept) throws SQLException {
        dropDraft(connection, id);
        Draft draft = kept.draft();
        Change.of(
                connection,
                "insert into ansinh.case_draft (case_id, outcome, benefit, from_month, from_chosen, amount, words, reason,"
                        + " conflicts_seen, drafter) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                insert -> {
                    insert.setLong(1, id);
                    insert.setString(2, draft.outcome().name());
                    insert.setString(3, draft.benefit());
                    insert.setDate(
                            4,
                            draft.from() == null
                                    ? null
                                    : Date.valueOf(draft.from().atDay(1)));
                    insert.setBoolean(5, kept.fromChosen());
                    insert.setLong(6, draft.amount());
                    insert.setString(7, draft.words());
                    insert.setString(8, draft.reason());
                    insert.setBoolean(9, kept.conflictsSeen());
                    insert.setString(10, draft.drafter());
                });
    }

    static void dropDraft(Connection connection, long id) throws SQLException {
        Change.of(connection, "delete from ansinh.case_draft where case_id = ?", delete -> delete.setLong(1, id));
    }
}
