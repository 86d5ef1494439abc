package vn.ansinh.core.casework;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.casework.Application.Applicant;
import vn.ansinh.api.casework.CaseState;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Step;
import vn.ansinh.core.sql.Rows;

/** How {@link CaseRow}s are read. Columns are found by position. */
final class CaseRows {

    /** For a select list, with the tables of {@link #FROM}. */
    static final String COLUMNS = "c.id, c.number, c.procedure, c.version, c.program, c.effect, c.person_id,"
            + " coalesce(p.full_name, c.person_name), c.unit_id, c.former_unit_id, c.holder_unit_id, c.holder, c.state,"
            + " c.step, c.step_kind, c.benefit, c.sensitive, c.received_on, c.since, c.due, c.term_on, c.promised_on,"
            + " c.provisional, c.decided_on, c.drafter, c.missing, c.papers, c.paper_place, c.applicant_name,"
            + " c.applicant_relation, c.applicant_phone, c.payment_method, c.account_number, c.bank, c.payee_name,"
            + " c.payee_number, c.payee_role, c.entitlements, c.reason, c.event_on, c.to_unit_id, c.previous_id,"
            + " c.revision, c.changed_at";

    /** A name that the caller does not see any more is taken from the file. */
    static final String FROM = " from ansinh.case_file c left join ansinh.person p on p.id = c.person_id";

    private static final String ONE = "select " + COLUMNS + FROM + " where c.id = ?";
    private static final String ANSWERS =
            "select key, value from ansinh.case_answer where case_id = ? order by key, ord";

    private CaseRows() {}

    /** A case within the reach of the transaction. */
    static Optional<CaseRow> byId(Connection connection, long id) throws SQLException {
        return Rows.list(connection, ONE, select -> select.setLong(1, id), CaseRows::read).stream()
                .findFirst();
    }

    /** What was answered, by fact key. */
    static Map<String, List<String>> answers(Connection connection, long id) throws SQLException {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        Rows.list(
                connection,
                ANSWERS,
                select -> select.setLong(1, id),
                row -> answers.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                        .add(row.getString(2)));
        return answers;
    }

    static CaseRow read(ResultSet row) throws SQLException {
        String method = row.getString(32);
        return new CaseRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Procedure.Effect.valueOf(row.getString(6)),
                row.getLong(7),
                row.getString(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                row.getString(12),
                CaseState.valueOf(row.getString(13)),
                row.getString(14),
                Step.Kind.valueOf(row.getString(15)),
                row.getString(16),
                row.getBoolean(17),
                day(row, 18),
                day(row, 19),
                day(row, 20),
                day(row, 21),
                day(row, 22),
                row.getBoolean(23),
                day(row, 24),
                row.getString(25),
                texts(row, 26),
                Set.copyOf(texts(row, 27)),
                row.getString(28),
                new Applicant(row.getString(29), row.getString(30), row.getString(31)),
                method == null
                        ? null
                        : new PaymentDetails(
                                method,
                                row.getString(33),
                                row.getString(34),
                                row.getString(35),
                                row.getString(36),
                                PayeeRole.valueOf(row.getString(37))),
                numbers(row, 38),
                row.getString(39),
                day(row, 40),
                row.getLong(41),
                row.getLong(42),
                row.getInt(43),
                row.getObject(44, OffsetDateTime.class).toInstant());
    }

    static LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }

    private static Set<Long> numbers(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return Set.of((Long[]) array.getArray());
    }
}
