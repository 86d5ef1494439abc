package vn.ansinh.core.benefit;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.board.Boards;
import vn.ansinh.api.board.Projection;
import vn.ansinh.api.board.Projection.Reaching;
import vn.ansinh.api.job.JobContext;
import vn.ansinh.api.job.JobHandler;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.policy.AgeBands;
import vn.ansinh.core.policy.PolicyBook;
import vn.ansinh.core.policy.PolicyRegistry;
import vn.ansinh.core.sql.Rows;

/**
 * Does the jobs of type {@link Boards#PROJECT}: everybody who holds a right in the unit, in one stream, valued in each of the next
 * years; and in one statement who reaches an age at which a right begins. Nothing is written, nobody is named.
 */
public final class ProjectionHandler implements JobHandler {

    private static final int STEP = 500;

    private static final String UNITS = """
            select distinct e.unit_id from ansinh.entitlement e
            where e.program = ? and (? = 0 or e.unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = ?))""";

    private static final String REACHING = """
            select t.age, k.ahead, count(*)
            from ansinh.person p cross join unnest(?::integer[]) t (age)
                join generate_series(1, ?) k (ahead)
                  on p.birth_date + make_interval(months => t.age) > ?::date + make_interval(years => k.ahead - 1)
                    and p.birth_date + make_interval(months => t.age) <= ?::date + make_interval(years => k.ahead)
            where p.deceased_on is null and p.deleted_at is null
              and (? = 0 or p.unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = ?))
              and not exists (select from ansinh.entitlement e
                where e.person_id = p.id and e.program = any(?) and (e.to_month is null or e.to_month >= ?))
            group by t.age, k.ahead order by t.age, k.ahead""";

    private final Transactions transactions;
    private final Access access;
    private final PolicyRegistry policies;
    private final Clock clock;

    /** @param transactions above row-level security; the job asks for the unit and the programs before it begins one */
    public ProjectionHandler(Transactions transactions, Access access, PolicyRegistry policies, Clock clock) {
        this.transactions = transactions;
        this.access = access;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public String type() {
        return Boards.PROJECT;
    }

    @Override
    public void run(JobContext job) {
        long unitId = unit(job.parameter("unit"));
        Caller caller = access.require(Permissions.PAYROLL_READ, unitId);
        Set<String> programs = Arrays.stream(job.parameter("programs").split(","))
                .filter(caller::works)
                .collect(Collectors.toCollection(TreeSet::new));
        YearMonth from = month(job.parameter("from"));
        Instant began = clock.instant();
        LocalDate today = LocalDate.ofInstant(began, clock.getZone());
        policies.refresh();
        PolicyBook book = policies.book();
        AgeBands ages = AgeBands.of(book, programs, from, benefit -> !policies.isSensitive(benefit.code()));
        ProjectionTally tally = new ProjectionTally(book, ages, from, today);
        transactions.run(connection -> {
            int people = new Reading(connection, from, tally, job).read(programs, unitId);
            List<Reaching> reaching = reaching(connection, ages, programs, unitId, from);
            long millis = Duration.between(began, clock.instant()).toMillis();
            new Projection(from, tally.years(), tally.cells(policies), reaching, people, millis)
                    .toResult()
                    .forEach(job::result);
        });
    }

    private static long unit(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.invalid("AS-BOARD-PARAMETER", "Đơn vị «" + text + "» không phải là số.");
        }
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw Problem.invalid("AS-BOARD-PARAMETER", "Tháng «" + text + "» không đúng; ghi như 2026-11.");
        }
    }

    private static List<Reaching> reaching(
            Connection connection, AgeBands ages, Set<String> programs, long unitId, YearMonth from)
            throws SQLException {
        Date first = Date.valueOf(from.atEndOfMonth());
        return Rows.list(
                connection,
                REACHING,
                select -> {
                    select.setArray(
                            1, connection.createArrayOf("integer", ages.starts().toArray()));
                    select.setInt(2, Projection.AHEAD);
                    select.setDate(3, first);
                    select.setDate(4, first);
                    select.setLong(5, unitId);
                    select.setLong(6, unitId);
                    select.setArray(7, connection.createArrayOf("text", programs.toArray()));
                    select.setDate(8, EntitlementRows.date(from));
                },
                row -> new Reaching(row.getInt(1), row.getInt(2), row.getLong(3)));
    }

    /** Everybody of a unit, program by program. */
    private static final class Reading {

        private final Connection connection;
        private final YearMonth from;
        private final ProjectionTally tally;
        private final JobContext job;
        private int people;

        Reading(Connection connection, YearMonth from, ProjectionTally tally, JobContext job) {
            this.connection = connection;
            this.from = from;
            this.tally = tally;
            this.job = job;
        }

        /** @return how many people were valued; who holds rights of two programs twice */
        int read(Set<String> programs, long unitId) throws SQLException {
            for (String program : programs) {
                Set<Long> units = new TreeSet<>(Rows.list(
                        connection,
                        UNITS,
                        select -> {
                            select.setString(1, program);
                            select.setLong(2, unitId);
                            select.setLong(3, unitId);
                        },
                        row -> row.getLong(1)));
                read(program, units);
            }
            return people;
        }

        private void read(String program, Set<Long> units) throws SQLException {
            PayrollPeople holders = new PayrollPeople(connection, program);
            holders.everybody(units);
            holders.gather(from);
            int expected = people + holders.count();
            for (PayrollPeople.Part part : holders.parts()) {
                try (PersonStream stream = PersonStream.dueOnly(connection, part)) {
                    while (stream.next()) {
                        add(stream, program, units);
                        if (++people % STEP == 0) {
                            job.progress(people, expected, "Đang tính từng năm theo luật hiện hành");
                        }
                    }
                }
            }
        }

        private void add(PersonStream stream, String program, Set<Long> units) throws SQLException {
            List<Claim> claims = new ArrayList<>();
            List<Boolean> ours = new ArrayList<>();
            for (Entitlement held : stream.entitlements()) {
                claims.add(new Claim(
                        held.id(), held.benefit(), held.from(), held.to(), held.unitId(), stream.pauses(held.id())));
                ours.add(held.program().equals(program) && units.contains(held.unitId()));
            }
            tally.add(stream.person(), claims, ours);
        }
    }
}
