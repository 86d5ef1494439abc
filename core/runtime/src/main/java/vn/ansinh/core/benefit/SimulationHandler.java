package vn.ansinh.core.benefit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.job.JobContext;
import vn.ansinh.api.job.JobHandler;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.PackSimulation;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.api.policy.Packs;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.policy.LawChange;
import vn.ansinh.core.policy.PolicyBook;
import vn.ansinh.core.policy.PolicyRegistry;
import vn.ansinh.core.policy.TrialLaw;

/**
 * Does the jobs of type {@link Packs#SIMULATE}: everybody who holds a right in the unit, once by the law in force and once with
 * the version that is tried out, in one stream. Nothing is written.
 */
public final class SimulationHandler implements JobHandler {

    private static final int STEP = 500;
    private static final int MOST_MONTHS = 24;

    private static final String PROGRAMS = """
            select distinct e.program, e.unit_id from ansinh.entitlement e
            where ? = 0 or e.unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = ?)""";

    private static final String PEOPLE = """
            select count(distinct e.person_id) from ansinh.entitlement e where e.unit_id = any(?)""";

    private final Transactions transactions;
    private final Access access;
    private final PolicyRegistry policies;
    private final Clock clock;

    public SimulationHandler(Transactions transactions, Access access, PolicyRegistry policies, Clock clock) {
        this.transactions = transactions;
        this.access = access;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public String type() {
        return Packs.SIMULATE;
    }

    @Override
    public void run(JobContext job) {
        access.require(Permissions.POLICY_READ);
        long asked = number(job.parameter("unit"));
        Caller caller =
                asked == 0 ? access.require(Permissions.PAYROLL_READ) : access.require(Permissions.PAYROLL_READ, asked);
        long unitId = asked == 0 ? caller.unitId() : asked;
        PackVersion version = new PackVersion(job.parameter("pack"), (int) number(job.parameter("version")));
        Instant began = clock.instant();
        LocalDate today = LocalDate.ofInstant(began, clock.getZone());
        policies.refresh();
        TrialLaw law = policies.trial(version);
        YearMonth from = month(job.parameter("from", law.earliestRun(today).toString()));
        YearMonth to = month(job.parameter("to", from.toString()));
        if (to.isBefore(from) || from.plusMonths(MOST_MONTHS).isBefore(to)) {
            throw Problem.invalid(
                    "AS-POLICY-MONTHS", "Chạy thử từ một đến " + MOST_MONTHS + " tháng, tháng đầu trước tháng cuối.");
        }
        LocalDate asOf = from.atDay(1).isAfter(today) ? from.atDay(1) : today;
        PolicyBook now = policies.book();
        SimulationTally tally = new SimulationTally(now, law.book(), from, to, asOf);
        int people = transactions.call(
                connection -> new Reading(connection, now, law, from, to, asOf, tally, job).read(unitId));
        long millis = Duration.between(began, clock.instant()).toMillis();
        new PackSimulation(version, tally.months(), tally.arrears(), people, millis, tally.outcomes())
                .toResult()
                .forEach(job::result);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.invalid("AS-POLICY-PARAMETER", "Tham số «" + text + "» không phải là số.");
        }
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw Problem.invalid("AS-POLICY-MONTHS", "Tháng «" + text + "» không đúng; ghi như 2026-11.");
        }
    }

    /** Everybody of a unit, program by program. */
    private static final class Reading {

        private final Connection connection;
        private final PolicyBook now;
        private final TrialLaw law;
        private final YearMonth from;
        private final YearMonth to;
        private final LocalDate asOf;
        private final SimulationTally tally;
        private final JobContext job;
        private int expected;
        private int people;

        Reading(
                Connection connection,
                PolicyBook now,
                TrialLaw law,
                YearMonth from,
                YearMonth to,
                LocalDate asOf,
                SimulationTally tally,
                JobContext job) {
            this.connection = connection;
            this.now = now;
            this.law = law;
            this.from = from;
            this.to = to;
            this.asOf = asOf;
            this.tally = tally;
            this.job = job;
        }

        /** @return how many people were computed */
        int read(long unitId) throws SQLException {
            Set<String> programs = new TreeSet<>();
            Set<Long> units = new TreeSet<>();
            try (PreparedStatement select = connection.prepareStatement(PROGRAMS)) {
                select.setLong(1, unitId);
                select.setLong(2, unitId);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        programs.add(row.getString(1));
                        units.add(row.getLong(2));
                    }
                }
            }
            expected = people(units);
            for (String program : programs) {
                read(program, units);
            }
            return people;
        }

        private int people(Set<Long> units) throws SQLException {
            try (PreparedStatement select = connection.prepareStatement(PEOPLE)) {
                select.setArray(1, connection.createArrayOf("bigint", units.toArray()));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        }

        private void read(String program, Set<Long> units) throws SQLException {
            YearMonth ledgerStart = now.firstMonth(program)
                    .or(() -> law.book().firstMonth(program))
                    .orElse(from);
            Map<String, YearMonth> affected = LawChange.between(now, asOf, law.book(), asOf, program, to);
            PayrollPeople holders = new PayrollPeople(connection, program);
            holders.everybody(units);
            holders.gather(to);
            for (PayrollPeople.Part part : holders.parts()) {
                try (PersonStream stream = PersonStream.dueOnly(connection, part)) {
                    while (stream.next()) {
                        add(stream, program, units, ledgerStart, affected);
                    }
                }
            }
        }

        private void add(
                PersonStream stream,
                String program,
                Set<Long> units,
                YearMonth ledgerStart,
                Map<String, YearMonth> affected)
                throws SQLException {
            List<Claim> claims = new ArrayList<>();
            List<YearMonth> first = new ArrayList<>();
            YearMonth changed = null;
            for (Entitlement held : stream.entitlements()) {
                claims.add(new Claim(
                        held.id(), held.benefit(), held.from(), held.to(), held.unitId(), stream.pauses(held.id())));
                boolean ours = held.program().equals(program) && units.contains(held.unitId());
                first.add(ours ? first(held, ledgerStart) : null);
                YearMonth other = affected.get(held.benefit());
                changed = changed == null || other != null && other.isBefore(changed) ? other : changed;
            }
            tally.add(stream.person(), claims, first, changed);
            if (program.equals(firstProgram(stream.entitlements(), units)) && ++people % STEP == 0) {
                job.progress(people, expected, "Đang tính theo luật hiện hành và theo gói");
            }
        }

        /** Who holds rights of several programs is read once for each, and counted with the first. */
        private static String firstProgram(List<Entitlement> entitlements, Set<Long> units) {
            return entitlements.stream()
                    .filter(held -> units.contains(held.unitId()))
                    .map(Entitlement::program)
                    .min(String::compareTo)
                    .orElse(null);
        }

        /** First month that the ledger answers for. */
        private static YearMonth first(Entitlement held, YearMonth ledgerStart) {
            YearMonth first = held.from().isBefore(ledgerStart) ? ledgerStart : held.from();
            YearMonth paidThrough = held.paidThrough();
            return paidThrough == null || paidThrough.isBefore(first) ? first : paidThrough.plusMonths(1);
        }
    }
}
