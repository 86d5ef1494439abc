package vn.ansinh.core.operation;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.operation.Check;
import vn.ansinh.api.operation.Figure;
import vn.ansinh.api.operation.Figures;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.sql.Rows;

/** Jobs, payment lists and checks as numbers: whole provinces and counts, never a person. */
public final class WorkFigures implements Figures {

    private static final String JOBS = "select state, count(*), extract(epoch from max(?::timestamptz - submitted_at))"
            + " from ansinh.job where state in ('QUEUED', 'RUNNING') group by state";
    private static final String ENDED =
            "select state, count(*), coalesce(sum(extract(epoch from ended_at - started_at)), 0)"
                    + " from ansinh.job where ended_at > ? group by state";
    private static final String LISTS =
            "select program, to_char(month, 'YYYY-MM'), state, count(*), sum(people), sum(total)"
                    + " from ansinh.payroll where month >= ? and state <> 'ANNULLED' group by 1, 2, 3";

    private final Transactions transactions;
    private final LiveOperation operation;
    private final Clock clock;

    /** @param transactions of the platform */
    public WorkFigures(Transactions transactions, LiveOperation operation, Clock clock) {
        this.transactions = transactions;
        this.operation = operation;
        this.clock = clock;
    }

    @Override
    public List<Figure> now() {
        List<Figure> figures = new ArrayList<>();
        for (Check check : operation.look()) {
            figures.add(new Figure(
                    "ansinh.check",
                    "0 good, 1 warning, 2 error, 3 down; see the page of operation",
                    Map.of("check", check.id()),
                    check.level().ordinal()));
        }
        transactions.run(connection -> {
            jobs(connection, figures);
            lists(connection, figures);
        });
        return figures;
    }

    private void jobs(Connection connection, List<Figure> figures) throws SQLException {
        Timestamp now = Timestamp.from(clock.instant());
        Timestamp anHourAgo = Timestamp.from(clock.instant().minus(Duration.ofHours(1)));
        Rows.list(connection, JOBS, select -> select.setTimestamp(1, now), row -> {
            Map<String, String> state = Map.of("state", row.getString(1));
            figures.add(new Figure("ansinh.jobs", "Jobs that wait or run", state, row.getLong(2)));
            figures.add(new Figure(
                    "ansinh.jobs.oldest.seconds", "Since the oldest of them was submitted", state, row.getDouble(3)));
            return null;
        });
        Rows.list(connection, ENDED, select -> select.setTimestamp(1, anHourAgo), row -> {
            Map<String, String> state = Map.of("state", row.getString(1));
            figures.add(new Figure("ansinh.jobs.ended", "Jobs that ended in the last hour", state, row.getLong(2)));
            figures.add(new Figure("ansinh.jobs.ended.seconds", "How long they ran together", state, row.getDouble(3)));
            return null;
        });
    }

    private void lists(Connection connection, List<Figure> figures) throws SQLException {
        Date since = Date.valueOf(YearMonth.now(clock).minusMonths(1).atDay(1));
        Rows.list(connection, LISTS, select -> select.setDate(1, since), row -> {
            Map<String, String> tags =
                    Map.of("program", row.getString(1), "month", row.getString(2), "state", row.getString(3));
            figures.add(new Figure("ansinh.payroll.lists", "Payment lists of communes", tags, row.getLong(4)));
            figures.add(new Figure("ansinh.payroll.people", "People on them", tags, row.getLong(5)));
            figures.add(new Figure("ansinh.payroll.dong", "What they come to", tags, row.getLong(6)));
            return null;
        });
    }
}
