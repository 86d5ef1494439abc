package vn.ansinh.core.casework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Origin;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.benefit.Payrolls;
import vn.ansinh.api.benefit.Payrolls.LineFilter;
import vn.ansinh.api.benefit.Payrolls.LineQuery;
import vn.ansinh.api.casework.Application;
import vn.ansinh.api.casework.CaseDetail;
import vn.ansinh.api.casework.CaseDetail.Draft;
import vn.ansinh.api.casework.CaseFiles.At;
import vn.ansinh.api.casework.CaseFiles.Signing;
import vn.ansinh.api.casework.Step;
import vn.ansinh.api.document.DocumentNumbers;
import vn.ansinh.api.document.DocumentOwners;
import vn.ansinh.api.document.Documents;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.identity.BirthDate;
import vn.ansinh.api.identity.PersonDraft;
import vn.ansinh.api.identity.Sex;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.core.benefit.DecidedGrants;
import vn.ansinh.core.benefit.PayrollRunHandler;
import vn.ansinh.core.benefit.StoredEntitlements;
import vn.ansinh.core.benefit.StoredPayrolls;
import vn.ansinh.core.codelist.CoreCodeLists;
import vn.ansinh.core.document.KeptDocuments;
import vn.ansinh.core.document.StoredDocumentNumbers;
import vn.ansinh.core.document.draft.ShippedPapers;
import vn.ansinh.core.fact.DeclaredFacts;
import vn.ansinh.core.identity.RegistryChanges;
import vn.ansinh.core.identity.StoredPersonRegistry;
import vn.ansinh.core.policy.Arrival;
import vn.ansinh.core.policy.DerivedFacts;
import vn.ansinh.core.policy.PolicyRegistry;
import vn.ansinh.core.unit.UnitsInMemory;
import vn.ansinh.testkit.DeskClock;
import vn.ansinh.testkit.TestDatabase;
import vn.ansinh.testkit.TriedJob;

/** Offices of Hà Tĩnh and Nghệ An, in the country as it really is, under the packs that are shipped. */
final class CaseOffice {

    static final LocalDate BEFORE = LocalDate.of(2025, 4, 14);
    static final LocalDate AFTER = LocalDate.of(2025, 9, 15);
    static final PaymentDetails CASH = new PaymentDetails("TM-DCT", null, null, null, null, PayeeRole.SELF);
    private static final Path BUNDLE = Path.of("..", "..", "plugins", "btxh", "src", "main", "resources", "ANSINH-INF");

    final UnitsInMemory units;
    final ThreadAccess access;
    final Facts facts;
    final PolicyRegistry policies;
    final StoredPersonRegistry people;
    final Entitlements entitlements;
    final StoredCaseFiles cases;
    final SmallProcedures procedures = new SmallProcedures();
    final TestDatabase database;
    private LocalDate today;
    private int number;
    final Clock clock = new DeskClock(() -> today);

    final Documents documents;
    final DocumentOwners owners;

    /** Papers are written by hand, numbers too. */
    CaseOffice(TestDatabase database, LocalDate today) throws IOException {
        this(database, today, false);
    }

    /** @param drafting whether papers are drafted, kept and numbered */
    CaseOffice(TestDatabase database, LocalDate today, boolean drafting) throws IOException {
        this.today = today;
        this.database = database;
        units = new UnitsInMemory(database.transactions());
        access = new ThreadAccess(null, units);
        Transactions scoped = database.scopedBy(access);
        facts = DeclaredFacts.of(scoped, database.transactions(), access, read("fact/btxh.yaml"));
        policies = new PolicyRegistry(database.transactions(), access, facts, Arrival.IN_FORCE);
        for (String pack : List.of("btxh", "co-so", "ho-tro-mot-lan", "huu-tri-xa-hoi")) {
            if (!policies.offer(read("policy/" + pack + ".policy.yaml"), pack, facts.keys())) {
                throw new IllegalStateException(pack);
            }
        }
        people = new StoredPersonRegistry(scoped, database.transactions(), access, units);
        entitlements = new StoredEntitlements(
                scoped, database.transactions(), access, units, policies, CoreCodeLists.read(), clock);
        owners = new CaseOwners(scoped, database.transactions(), procedures, units, clock);
        documents = KeptDocuments.of(scoped, database.transactions(), access, List.of(), List.of(owners), clock);
        DocumentNumbers numbers = new StoredDocumentNumbers(scoped, database.transactions(), access, Audit.NONE, clock);
        CasePapers papers = drafting
                ? new DraftedPapers(
                        ShippedPapers.of(scoped, database.transactions(), access, numbers, clock),
                        documents,
                        numbers,
                        access,
                        units)
                : new HandWrittenPapers();
        cases = new StoredCaseFiles(new CaseDesk(
                scoped,
                database.transactions(),
                access,
                units,
                people,
                new RegistryChanges(database.transactions(), access, units, Audit.NONE, clock),
                facts,
                policies,
                entitlements,
                new DecidedGrants(access, people, facts, entitlements, policies, CoreCodeLists.read(), clock),
                procedures,
                CoreCodeLists.read(),
                papers,
                Audit.NONE,
                clock));
    }

    /** The program whose procedures these are is taken out for a while; its packs stay in force. */
    void withoutTheProgram(Runnable meanwhile) {
        DeclaredFacts.forget(facts);
        try {
            meanwhile.run();
        } finally {
            DeclaredFacts.declare(facts, read("fact/btxh.yaml"));
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(BUNDLE.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void turnTo(LocalDate day) {
        today = day;
    }

    /** The n-th commune of the n-th district (before the reform) or of the province (after it). */
    AdministrativeUnit commune(String province, LocalDate day, int district, int n) {
        AdministrativeUnit top = units.byCode(province, day).orElseThrow();
        List<AdministrativeUnit> below = units.children(top.id(), day);
        return day.isBefore(SmallProcedures.REFORM)
                ? units.children(below.get(district).id(), day).get(n)
                : below.get(10 * district + n);
    }

    static Caller official(String account, long unitId, String... permissions) {
        Set<String> all = new HashSet<>(Set.of(permissions));
        all.addAll(Set.of("case.read", "person.read", "unit.read", "entitlement.read", "fact.sensitive"));
        return new Caller(account, "Cán bộ " + account, unitId, all, Set.of("btxh"), 0, Origin.NONE, 0);
    }

    static Caller desk(long unitId) {
        return official("mot-cua", unitId, "case.receive", "person.write", "document.write");
    }

    static Caller officer(long unitId) {
        return official("chuyen-vien", unitId, "case.process");
    }

    static Caller chairman(long unitId) {
        return official("lanh-dao", unitId, "case.decide");
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

    String refused(Caller caller, Callable<?> work) {
        try {
            as(caller, work);
            return "nothing";
        } catch (Problem problem) {
            return problem.code();
        }
    }

    long person(String name, String born, long unit) {
        return as(
                Caller.SYSTEM,
                () -> people.registerAll(List.of(new PersonDraft(
                                name,
                                BirthDate.of(LocalDate.parse(born)),
                                Sex.FEMALE,
                                "%012d".formatted(++number),
                                null,
                                "01",
                                unit,
                                "Thôn 1")))
                        .get(0)
                        .personId());
    }

    /** Of somebody who applies for themselves, with all papers. */
    Application application(
            String procedure,
            long person,
            long unit,
            LocalDate day,
            String benefit,
            Map<String, List<String>> answers) {
        return new Application(
                procedure,
                person,
                unit,
                day,
                new Application.Applicant("Lê Thị Mẹ", null, "0912345678"),
                benefit,
                answers,
                "BT3".equals(benefit) ? Set.of("to-khai", "giay-xet-nghiem") : Set.of("to-khai", "van-ban"),
                CASH,
                Application.Particulars.NONE,
                null,
                "Tủ 1");
    }

    static At at(CaseDetail detail, LocalDate day) {
        return new At(detail.file().id(), detail.file().revision(), day);
    }

    /** Walks a case on, step by step, until somebody has to sign; each on its day. */
    CaseDetail toSignature(CaseDetail taken, LocalDate day) {
        CaseDetail now = taken;
        LocalDate at = day;
        while (now.file().stepKind() != Step.Kind.DECISION) {
            CaseDetail before = now;
            if (now.file().stepKind() == Step.Kind.POSTING) {
                at = at.plusDays(7);
            }
            LocalDate on = at;
            Caller who = now.file().stepKind() == Step.Kind.RECEPTION
                    ? desk(now.file().unitId())
                    : officer(now.file().holderUnitId());
            if (now.file().stepKind() == Step.Kind.APPRAISAL) {
                CaseDetail drafted = as(who, () -> cases.draft(at(before, on), Draft.Outcome.GRANT, null, "", false));
                now = as(who, () -> cases.forward(at(drafted, on), ""));
            } else {
                now = as(who, () -> cases.forward(at(before, on), ""));
            }
        }
        return now;
    }

    CaseDetail sign(CaseDetail ready, LocalDate day, String number) {
        return as(
                chairman(ready.file().holderUnitId()),
                () -> cases.sign(at(ready, day), new Signing("Trần Văn Chủ", "CHỦ TỊCH", number, 0)));
    }

    /** Rights as {@code benefit commune from–to}. */
    List<String> rights(long person) {
        return as(
                Caller.SYSTEM,
                () -> entitlements.ofPerson(person).stream()
                        .sorted(Comparator.comparing(Entitlement::from).thenComparing(Entitlement::benefit))
                        .map(right -> right.benefit() + " "
                                + units.byId(right.unitId()).orElseThrow().name() + " " + right.from() + "–"
                                + (right.to() == null ? "" : right.to()))
                        .toList());
    }

    Application with(Application told, Application.Particulars subject) {
        return new Application(
                told.procedure(),
                told.personId(),
                told.unitId(),
                told.receivedOn(),
                told.applicant(),
                told.benefit(),
                told.answers(),
                told.papers(),
                told.payment(),
                subject,
                told.promisedOn(),
                told.paperPlace());
    }

    CaseDetail receive(Application application) {
        return as(desk(application.unitId()), () -> cases.receive(application, false));
    }

    /** Drafts a month's list and tells what it pays somebody, each line as {@code period amount}. */
    List<String> drafted(long person, long commune, YearMonth month) {
        return as(Caller.SYSTEM, () -> {
            new PayrollRunHandler(
                            database.transactions(),
                            access,
                            policies,
                            new DerivedFacts(database.transactions(), access, facts, List.of()),
                            clock)
                    .run(new TriedJob(
                            Map.of("program", "btxh", "unit", Long.toString(commune), "month", month.toString())));
            return payrolls()
                    .lines(new LineQuery("btxh", commune, month, "", LineFilter.ALL, null, 500))
                    .lines()
                    .stream()
                    .filter(line -> line.personId() == person)
                    .map(line ->
                            line.period() + (line.months() == 1 ? "" : "–" + line.lastPeriod()) + " " + line.amount())
                    .toList();
        });
    }

    /** As {@link #drafted}, closed by another; nothing is where nobody is paid. */
    List<String> closed(long person, long commune, YearMonth month) {
        List<String> lines = drafted(person, commune, month);
        as(Caller.SYSTEM, () -> {
            policies.provisionalValues("btxh")
                    .forEach(value ->
                            policies.confirm(value.pack(), value.value().id(), "Công báo số 1"));
            return null;
        });
        return as(official("ke-toan", commune, "payroll.read", "payroll.close"), () -> {
            List<Payrolls.Reviewed> lists = payrolls().payrolls("btxh", commune, month).stream()
                    .map(list -> new Payrolls.Reviewed(list.id(), list.runId()))
                    .toList();
            if (!lists.isEmpty()) {
                payrolls().close(lists);
            }
            return lines;
        });
    }

    private Payrolls payrolls() {
        return new StoredPayrolls(
                database.scopedBy(access),
                database.transactions(),
                access,
                units,
                policies,
                CoreCodeLists.read(),
                clock);
    }
}
