package vn.ansinh.core.benefit;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.benefit.Decision;
import vn.ansinh.api.benefit.EntitlementDraft;
import vn.ansinh.api.benefit.Entitlements.Opened;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.benefit.Payroll;
import vn.ansinh.api.benefit.PayrollLine;
import vn.ansinh.api.benefit.Payrolls.Closing;
import vn.ansinh.api.benefit.Payrolls.LineFilter;
import vn.ansinh.api.benefit.Payrolls.LineQuery;
import vn.ansinh.api.benefit.Payrolls.Reviewed;
import vn.ansinh.api.benefit.Receivables;
import vn.ansinh.api.board.Projection;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.identity.Sex;
import vn.ansinh.api.job.JobCancelledException;
import vn.ansinh.api.policy.PackSimulation;
import vn.ansinh.api.policy.PackVersion;
import vn.ansinh.api.policy.Policy;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.core.codelist.CoreCodeLists;
import vn.ansinh.core.fact.DeclaredFacts;
import vn.ansinh.core.funding.AccountsAtClosing;
import vn.ansinh.core.identity.StoredPersonRegistry;
import vn.ansinh.core.policy.Arrival;
import vn.ansinh.core.policy.DerivedFacts;
import vn.ansinh.core.policy.PolicyRegistry;
import vn.ansinh.core.policy.TestPack;
import vn.ansinh.testkit.DeskClock;
import vn.ansinh.testkit.TestDatabase;
import vn.ansinh.testkit.TriedJob;

/** A province, on 22 November 2026 unless told otherwise, with the small test pack in force, and officials who pay in its communes. */
final class Office {

    static final String PROGRAM = "thu";
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final PaymentDetails CASH = new PaymentDetails("TM-DCT", null, null, null, null, PayeeRole.SELF);

    private final String program;
    final TestDatabase database;
    final ThreadAccess access;
    final Units units;
    final Facts facts;
    final PolicyRegistry policies;

    /** Java policies that run at the moment. */
    final List<Policy> deriving = new ArrayList<>();

    final StoredPersonRegistry people;
    final StoredEntitlements entitlements;
    final StoredPayrolls payrolls;
    final StoredReceivables receivables;
    final PostOffice postOffice;
    private final PayrollRunHandler runs;
    private final SimulationHandler simulations;
    private LocalDate today = TODAY;
    final SmallCountry country = new SmallCountry();
    final Clock clock = new DeskClock(() -> today);

    Office(TestDatabase database) {
        this(database, new Law(PROGRAM, Map.of(TestPack.FILE, TestPack.SOURCE), TestPack.KEYS_FILE));
    }

    /** Under other law than the small test pack. */
    Office(TestDatabase database, Law law) {
        this(database, law, null);
    }

    /** In the real country instead of the small one. */
    Office(TestDatabase database, Units units) {
        this(database, new Law(PROGRAM, Map.of(TestPack.FILE, TestPack.SOURCE), TestPack.KEYS_FILE), units);
    }

    private Office(TestDatabase database, Law law, Units real) {
        this.database = database;
        this.program = law.program();
        if (real == null) {
            country.store(database.transactions());
        }
        units = real == null ? country.units() : real;
        access = real == null ? country.access() : new ThreadAccess(null, real);
        Transactions scoped = database.scopedBy(access);
        facts = DeclaredFacts.of(scoped, database.transactions(), access, law.keys());
        policies = new PolicyRegistry(database.transactions(), access, facts, Arrival.IN_FORCE);
        law.packs().forEach((file, source) -> {
            if (!policies.offer(source, file, facts.keys())) {
                throw new IllegalStateException(file + " is refused");
            }
        });
        people = new StoredPersonRegistry(scoped, database.transactions(), access, units);
        entitlements = new StoredEntitlements(
                scoped, database.transactions(), access, units, policies, CoreCodeLists.read(), clock);
        payrolls = new StoredPayrolls(
                scoped,
                database.transactions(),
                access,
                units,
                policies,
                CoreCodeLists.read(),
                clock,
                InTime.ALWAYS,
                new AccountsAtClosing(units, CoreCodeLists.read()));
        receivables = new StoredReceivables(database.transactions(), access, units);
        postOffice = new PostOffice(database, program);
        DerivedFacts derived = new DerivedFacts(database.transactions(), access, facts, deriving);
        runs = new PayrollRunHandler(database.transactions(), access, policies, derived, clock);
        simulations = new SimulationHandler(database.transactions(), access, policies, clock);
    }

    /** Turns the calendar to another day. */
    void turnTo(LocalDate day) {
        today = day;
    }

    LocalDate today() {
        return today;
    }

    /** A commune nobody has used yet. */
    long commune() {
        long commune = country.addCommune();
        country.store(database.transactions());
        return commune;
    }

    static Caller official(String account, long unitId) {
        return new Caller(account, "Cán bộ " + account, unitId, Set.of("*"));
    }

    <T> T as(Caller caller, Callable<T> work) {
        try {
            return access.callAs(caller, work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    <T> T asSystem(Callable<T> work) {
        return as(Caller.SYSTEM, work);
    }

    long person(String name, String born, long unit) {
        return asSystem(() -> people.registerAll(List.of(new PersonDraft(
                        name, BirthDate.of(LocalDate.parse(born)), Sex.FEMALE, null, null, "01", unit, "Thôn 1")))
                .get(0)
                .personId());
    }

    void fact(long person, String key, String value) {
        fact(person, key, value, "2000-01-01");
    }

    void fact(long person, String key, String value, String from) {
        fact(person, new Fact(Subject.person(person), key, value, LocalDate.parse(from), null, "test"));
    }

    void fact(long person, Fact fact) {
        database.transactions().run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into ansinh.fact"
                    + " (subject_kind, subject_id, key, value, valid_from, valid_to, source, recorded_by)"
                    + " values ('PERSON', ?, ?, ?, ?, ?, 'test', 'test')")) {
                insert.setLong(1, person);
                insert.setString(2, fact.key());
                insert.setString(3, fact.value());
                insert.setDate(4, Date.valueOf(fact.from()));
                insert.setDate(5, fact.to() == null ? null : Date.valueOf(fact.to()));
                insert.executeUpdate();
            }
        });
    }

    /** Something an official does by decision number 45, as the platform. */
    void decide(Consumer<Decision> act, String reason) {
        asSystem(() -> {
            act.accept(new Decision("45/QĐ-UBND", TODAY, reason));
            return null;
        });
    }

    /** Drafts and closes a month, and tells what was taken out. */
    List<String> month(long unit, String month) {
        run(unit, month);
        confirmAll();
        return close(unit, month).takenOut();
    }

    /** What is owed back as {@code period amount waiting state}. */
    List<String> owed(long person) {
        return asSystem(() ->
                receivables.list(new Receivables.ReceivableQuery(program, 0, null, person, null, 100)).rows().stream()
                        .map(owed -> owed.period() + " " + owed.amount() + " " + owed.waiting() + " " + owed.state())
                        .toList());
    }

    /** What a month's closing cancelled as {@code name period amount}. */
    List<String> cancelled(long unit, String month) {
        return asSystem(() -> receivables.cancellations(program, unit, YearMonth.parse(month), 100).stream()
                .map(gone -> gone.personName() + " " + gone.period() + " " + gone.amount())
                .toList());
    }

    void died(long person, String day) {
        execute("update ansinh.person set deceased_on = '" + day + "' where id = " + person);
    }

    void execute(String sql) {
        database.transactions().run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.execute();
            }
        });
    }

    Opened open(long person, String benefit, long unit, String from, String paidThrough) {
        return open(program, person, benefit, unit, from, paidThrough);
    }

    Opened open(String program, long person, String benefit, long unit, String from, String paidThrough) {
        return asSystem(() -> entitlements
                .openAll(List.of(new EntitlementDraft(
                        person,
                        program,
                        benefit,
                        unit,
                        YearMonth.parse(from),
                        paidThrough == null ? null : YearMonth.parse(paidThrough),
                        "12/QĐ-UBND",
                        LocalDate.parse(from + "-05"),
                        CASH)))
                .get(0));
    }

    Map<String, String> run(long unit, String month) {
        return run(Caller.SYSTEM, program, unit, month);
    }

    Map<String, String> runAs(String account, long unit, String month) {
        return run(official(account, unit), program, unit, month);
    }

    /** Tries a version out from a month to a month. */
    PackSimulation simulate(PackVersion version, long unit, String from, String to) {
        TriedJob job = new TriedJob(Map.of(
                "pack", version.pack(),
                "version", Integer.toString(version.version()),
                "unit", Long.toString(unit),
                "from", from,
                "to", to));
        asSystem(() -> {
            simulations.run(job);
            return null;
        });
        return PackSimulation.of(job.results());
    }

    Map<String, String> run(Caller caller, String program, long unit, String month) {
        TriedJob job = new TriedJob(parameters(program, unit, month));
        as(caller, () -> {
            runs.run(job);
            return null;
        });
        return job.results();
    }

    /** What is ahead of a unit, as an official of it asks. */
    Projection project(long unit, String from) {
        TriedJob job = new TriedJob(Map.of("programs", program, "unit", Long.toString(unit), "from", from));
        as(official("lan", unit), () -> {
            new ProjectionHandler(database.transactions(), access, policies, clock).run(job);
            return null;
        });
        return Projection.of(job.results());
    }

    /** A run that is asked to stop when it first tells how far it is with the people. */
    void cancelledRun(long unit, String month) {
        asSystem(() -> {
            runs.run(new TriedJob(parameters(program, unit, month)) {
                @Override
                public void progress(long done, long total, String told) {
                    if (done > 0) {
                        throw new JobCancelledException();
                    }
                }
            });
            return null;
        });
    }

    private static Map<String, String> parameters(String program, long unit, String month) {
        return Map.of("program", program, "unit", Long.toString(unit), "month", month);
    }

    List<Payroll> drafts(long unit, String month) {
        return asSystem(() -> payrolls.payrolls(program, unit, YearMonth.parse(month)));
    }

    List<Reviewed> reviewed(long unit, String month) {
        return drafts(unit, month).stream()
                .map(payroll -> new Reviewed(payroll.id(), payroll.runId()))
                .toList();
    }

    Closing close(long unit, String month) {
        return as(official("lan", unit), () -> payrolls.close(reviewed(unit, month)));
    }

    void confirmAll() {
        asSystem(() -> {
            policies.provisionalValues(program)
                    .forEach(value ->
                            policies.confirm(value.pack(), value.value().id(), "Công báo số 1147, 02/9/2026"));
            return null;
        });
    }

    /** Lines as {@code name period amount}, the period of several months as {@code 2026-07–2026-09}. */
    List<String> lines(long unit, String month) {
        return page(unit, month, LineFilter.ALL).stream()
                .map(line -> line.personName() + " " + line.period()
                        + (line.months() == 1 ? "" : "–" + line.lastPeriod()) + " " + line.amount())
                .toList();
    }

    List<PayrollLine> page(long unit, String month, LineFilter filter) {
        return asSystem(
                () -> payrolls.lines(new LineQuery(program, unit, YearMonth.parse(month), "", filter, null, 500))
                        .lines());
    }

    List<String> notices(long unit, String month) {
        return asSystem(() -> payrolls.notices(program, unit, YearMonth.parse(month), 100).stream()
                .map(notice ->
                        notice.personName() + " " + notice.benefit() + " " + notice.period() + ": " + notice.reason())
                .toList());
    }

    /**
     * The law of an office.
     *
     * @param packs source by file, those that are amended first
     * @param keys a file of fact keys
     */
    record Law(String program, Map<String, String> packs, String keys) {}
}
