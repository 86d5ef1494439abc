package vn.ansinh.core.report.query;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportColumn;
import vn.ansinh.api.report.ReportColumn.Opens;
import vn.ansinh.api.report.ReportColumn.Privacy;
import vn.ansinh.api.report.ReportColumn.Type;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportParameter;
import vn.ansinh.api.report.ReportRow;
import vn.ansinh.api.transaction.ReportTransactions.Question;
import vn.ansinh.api.transaction.Scope;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.access.PlacedRows;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.core.fact.DeclaredFacts;
import vn.ansinh.core.policy.Arrival;
import vn.ansinh.core.policy.PolicyRegistry;
import vn.ansinh.core.report.definition.KnownReport;
import vn.ansinh.core.report.definition.KnownReport.Source;
import vn.ansinh.testkit.DeskClock;
import vn.ansinh.testkit.TestDatabase;

/**
 * Reports in a small country: one person each in Thành Sen (Hà Tĩnh) and Vinh Hưng (Nghệ An), paid by program a, and a third in
 * Thành Sen, paid by b. Knows how to ask as an author of reports would.
 */
final class ReportDesk {

    static final Caller HA_TINH = SmallCountry.official(SmallCountry.HA_TINH);
    static final Duration SHORT = Duration.ofSeconds(2);

    final TestDatabase database;
    final SmallCountry country = new SmallCountry();
    final ThreadAccess access = country.access();
    final PublishedReportRunner runner;

    ReportDesk(TestDatabase database, Audit audit) {
        this.database = database;
        country.store(database.transactions());
        run(PlacedRows.LAW);
        run(PlacedRows.of(1, SmallCountry.THANH_SEN, "a"));
        run(PlacedRows.of(2, SmallCountry.VINH_HUNG, "a"));
        run(PlacedRows.of(3, SmallCountry.THANH_SEN, "b"));
        run("insert into ansinh.published_benefit values"
                + " ('x', 'a', 'Chế độ thường', 'Trợ cấp', '{G}', 'MONTH', null, false)");
        run("insert into ansinh.published_fact_key values ('k', 'Sự kiện thường', false)");
        runner = runner(audit, new ReportLimits(10_000, Duration.ofSeconds(20)));
    }

    private PublishedReportRunner runner(Audit audit, ReportLimits most) {
        Facts facts = DeclaredFacts.of(database.scopedBy(access), database.transactions(), access, "su-kien: []");
        PolicyRegistry policies = new PolicyRegistry(database.transactions(), access, facts, Arrival.IN_FORCE);
        Clock clock = new DeskClock(() -> LocalDate.of(2026, 11, 22));
        return new PublishedReportRunner(
                database.reports(),
                database.scopedBy(access),
                access,
                new PublishedWords(database.transactions(), policies, facts),
                audit,
                clock,
                most);
    }

    PublishedReportRunner limited(long rows, Duration time) {
        return runner(Audit.NONE, new ReportLimits(rows, time));
    }

    /** Statements of the platform's. */
    void run(String sql) {
        database.transactions().run(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }

    /** A report whose columns are given as {@code name TYPE}, with parameters {@code don_vi} and {@code ky}. */
    static KnownReport report(String sql, String... columns) {
        return report(false, List.of(), sql, columns);
    }

    static KnownReport report(boolean sensitive, List<String> groups, String sql, String... columns) {
        List<ReportColumn> all = new ArrayList<>();
        for (String column : columns) {
            String[] parts = column.split(" ");
            boolean person = parts[0].equals("full_name");
            all.add(new ReportColumn(
                    parts[0],
                    parts[0],
                    null,
                    Type.valueOf(parts[1]),
                    10,
                    Privacy.PUBLIC,
                    parts.length > 2,
                    person ? Opens.PERSON : Opens.NOTHING,
                    person ? "person_id" : null));
        }
        ReportDefinition definition = new ReportDefinition(
                "thu.bao-cao",
                "1.0",
                "Báo cáo thử",
                "",
                null,
                "Thử",
                null,
                false,
                "person.read",
                sensitive,
                List.of(
                        new ReportParameter("don_vi", "Đơn vị", ReportParameter.Kind.UNIT, null, false, null),
                        new ReportParameter("ky", "Kỳ", ReportParameter.Kind.MONTH, null, false, null)),
                all,
                groups,
                List.of(),
                false,
                null,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
        return new KnownReport(definition, new Source.Query(sql, false), Map.of(), "thu.report.zip");
    }

    /** All rows of a report for somebody, a line each: kind, then values. */
    List<String> rows(Caller caller, KnownReport report, Map<String, Object> values) {
        return rows(runner, caller, report, values);
    }

    List<String> rows(ReportRunner asked, Caller caller, KnownReport report, Map<String, Object> values) {
        return rows(
                asked,
                caller,
                report,
                values,
                row -> row.kind() == ReportRow.Kind.DETAIL ? row.values().toString() : row.kind() + " " + row.values());
    }

    /** @param line what is kept of a row; {@code null} for nothing */
    List<String> rows(
            ReportRunner asked,
            Caller caller,
            KnownReport report,
            Map<String, Object> values,
            Function<ReportRow, String> line) {
        List<String> lines = new ArrayList<>();
        as(
                caller,
                () -> asked.read(
                        report,
                        values,
                        reading -> reading.rows(row -> {
                            String kept = line.apply(row);
                            if (kept != null) {
                                lines.add(kept);
                            }
                        })));
        return lines;
    }

    /** One column of texts for the official of Hà Tĩnh, as an author would ask for it. */
    List<String> column(String sql) {
        return rows(HA_TINH, report(sql, "a TEXT"), Map.of("don_vi", SmallCountry.HA_TINH));
    }

    /** Why a column of texts is refused. */
    Problem refused(String sql) {
        try {
            throw new AssertionError(sql + " answers " + column(sql));
        } catch (Problem refused) {
            return refused;
        }
    }

    <T> T as(Caller caller, Callable<T> work) {
        try {
            return access.callAs(caller, work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** What the login itself answers to a statement that nobody looked through, or the error's code. */
    String raw(boolean sensitive, String sql) {
        Question question =
                new Question(new Scope(SmallCountry.HA_TINH, Set.of("*"), "can.bo"), sensitive, false, SHORT);
        try {
            return database.reports().call(question, connection -> answer(connection, sql));
        } catch (Problem late) {
            return late.code();
        } catch (RuntimeException e) {
            return e.getCause() instanceof SQLException told ? told.getSQLState() : e.toString();
        }
    }

    private static String answer(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows && statement.getUpdateCount() >= 0) {
                rows = statement.getMoreResults();
            }
            if (!rows) {
                return "";
            }
            ResultSet row = statement.getResultSet();
            return row.next() ? row.getString(1) : "";
        }
    }
}
