package vn.ansinh.core.report.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.report.ReportDefinition;
import vn.ansinh.api.report.ReportParameter;
import vn.ansinh.api.transaction.ReportTransactions;
import vn.ansinh.api.transaction.ReportTransactions.Question;
import vn.ansinh.api.transaction.Scope;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.report.definition.KnownReport;
import vn.ansinh.core.report.definition.KnownReport.Source;

/** {@link ReportRunner}: queries on the published views, on logins that reach nothing else; services in a transaction that reads. */
public final class PublishedReportRunner implements ReportRunner {

    private static final Duration TO_PREPARE = Duration.ofSeconds(20);

    private final ReportTransactions reports;
    private final Transactions transactions;
    private final Access access;
    private final PublishedWords words;
    private final Audit audit;
    private final InstantSource clock;
    private final ReportLimits limits;

    public PublishedReportRunner(
            ReportTransactions reports,
            Transactions transactions,
            Access access,
            PublishedWords words,
            Audit audit,
            InstantSource clock,
            ReportLimits limits) {
        this.reports = reports;
        this.transactions = transactions;
        this.access = access;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
        this.limits = limits;
    }

    @Override
    public <T> T read(KnownReport report, Map<String, Object> values, Work<T> work) {
        ReportDefinition definition = report.definition();
        Caller caller = admitted(definition, values);
        words.keep();
        ReadPeople people = new ReadPeople(definition);
        try {
            return opened(report, values, caller, people, work);
        } finally {
            // also when it failed half-way: rows had been seen by then
            people.tell(audit, values);
        }
    }

    private <T> T opened(
            KnownReport report, Map<String, Object> values, Caller caller, ReadPeople people, Work<T> work) {
        ReportDefinition definition = report.definition();
        Instant asOf = clock.instant();
        if (report.source() instanceof Source.Query query) {
            QuerySql sql = checked(definition, query);
            boolean whole = query.wholeNumbers() && caller.may(Permissions.PERSON_NUMBER);
            Question question = new Question(scope(caller), definition.sensitive(), whole, limits.time());
            return reports.call(question, connection -> {
                pinSnapshot(connection);
                return work.with(
                        new QueryReading(connection, definition, sql, values, asOf, limits.rows(), people::seen));
            });
        }
        Source.Service service = (Source.Service) report.source();
        return transactions.call(connection -> ReadOnly.call(
                connection,
                () -> work.with(new ServiceReading(definition, service, values, asOf, limits.rows(), people::seen))));
    }

    private static void pinSnapshot(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select");
        }
    }

    private Caller admitted(ReportDefinition definition, Map<String, Object> values) {
        access.require(Permissions.REPORT_READ);
        Caller caller = access.require(definition.permission());
        if (definition.program() != null) {
            caller.requireProgram(definition.program());
        }
        if (definition.sensitive()) {
            access.require(Permissions.REPORT_SENSITIVE);
        }
        for (ReportParameter parameter : definition.parameters()) {
            Object value = values.get(parameter.name());
            if (value == null && parameter.required()) {
                throw Problem.invalid("AS-REPORT-MISSING", "Chưa chọn «" + parameter.label() + "».");
            }
            if (parameter.kind() == ReportParameter.Kind.UNIT && value != null) {
                access.require(definition.permission(), (Long) value);
            }
        }
        return caller;
    }

    private static Scope scope(Caller caller) {
        return new Scope(caller.unitId(), caller.programs(), caller.account());
    }

    private static QuerySql checked(ReportDefinition definition, Source.Query query) {
        QuerySql sql = QuerySql.of(query.sql());
        List<String> faults = textFaults(definition, sql);
        if (!faults.isEmpty()) {
            throw Problem.invalid("AS-REPORT-QUERY", String.join(" ", faults));
        }
        return sql;
    }

    private static List<String> textFaults(ReportDefinition definition, QuerySql sql) {
        List<String> faults = new ArrayList<>();
        sql.faults().forEach(fault -> faults.add("Dòng " + fault.line() + " của truy vấn: " + fault.reason() + "."));
        List<String> declared =
                definition.parameters().stream().map(ReportParameter::name).toList();
        sql.names().stream()
                .distinct()
                .filter(name -> !declared.contains(name))
                .forEach(name -> faults.add("Truy vấn dùng «:" + name + "» mà tham-so không khai tham số này."));
        return faults;
    }

    @Override
    public List<String> faults(ReportDefinition definition, Source.Query query) {
        QuerySql sql = QuerySql.of(query.sql());
        List<String> faults = textFaults(definition, sql);
        if (!faults.isEmpty()) {
            return faults;
        }
        try {
            return reports.call(new Question(Scope.NOTHING, definition.sensitive(), false, TO_PREPARE), connection -> {
                try (PreparedStatement select = QueryReading.bound(connection, definition, sql, Map.of())) {
                    return QueryReading.asked(sql, () -> new QueryColumns(definition, select.getMetaData()).faults());
                }
            });
        } catch (Problem refused) {
            if (refused.kind() == Problem.Kind.UNAVAILABLE) {
                throw refused;
            }
            return List.of(refused.getMessage());
        }
    }
}
