package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Audit;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.benefit.Payrolls;
import vn.ansinh.api.benefit.Receivables;
import vn.ansinh.api.bulk.BulkDecisions;
import vn.ansinh.api.casework.CaseFiles;
import vn.ansinh.api.casework.Eligibility;
import vn.ansinh.api.document.NumberBook;
import vn.ansinh.api.fact.Facts;
import vn.ansinh.api.history.PersonHistory;
import vn.ansinh.api.identity.Duplicates;
import vn.ansinh.api.identity.Households;
import vn.ansinh.api.identity.Households.HouseholdDraft;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.identity.PersonRegistry.PersonQuery;
import vn.ansinh.api.payment.PaymentOrders;
import vn.ansinh.api.registry.Verifications;
import vn.ansinh.api.report.ReportClosings;
import vn.ansinh.api.review.Reviews;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.api.unit.Transitions;
import vn.ansinh.api.unit.Transitions.WaitingQuery;
import vn.ansinh.api.unit.Units;
import vn.ansinh.core.audit.StoredAudit;
import vn.ansinh.core.casework.CaseDesk;
import vn.ansinh.core.casework.CaseOwners;
import vn.ansinh.core.casework.SmallProcedures;
import vn.ansinh.core.casework.StoredCaseFiles;
import vn.ansinh.core.codelist.CoreCodeLists;
import vn.ansinh.core.document.StoredNumberBook;
import vn.ansinh.core.identity.DuplicateSearch;
import vn.ansinh.core.identity.RegistryChanges;
import vn.ansinh.core.identity.StoredDuplicates;
import vn.ansinh.core.identity.StoredHouseholds;
import vn.ansinh.core.identity.StoredPersonRegistry;
import vn.ansinh.core.registry.RegistryLine;
import vn.ansinh.core.registry.StoredVerifications;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.core.unit.transition.StoredTransitions;
import vn.ansinh.testkit.TestDatabase;
import vn.ansinh.testkit.TriedJob;

/**
 * Every door to what is known of people, one after the other: whoever goes through one leaves one row with the person in it.
 * A method of these services that is named nowhere here is a door that nobody thought of, and fails.
 */
class AuditDoorsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    /** Changes, each of which reports itself, and what tells nothing about anybody: sums, checks, words. */
    private static final Set<String> NO_DOORS = Set.of(
            "PersonRegistry: count registerAll check change remove restore temporaryNumber",
            "Households: open join leave head relation move split merge",
            "Duplicates: merge undo different",
            "Entitlements: openAll suspend resume end changePayment move reasons count",
            "Facts: keys key recordAll",
            "Receivables: totals decide waive withdraw receive",
            "Payrolls: payrolls byId months totals byBenefit close annul annulled movementTotals",
            "PaymentOrders: payable create withdraw send orders byId record reconciliation settle channels",
            "Transitions: days preview settleWhole hamlets assign accounts agencies transfers",
            "Verifications: line verify settle",
            "CaseFiles: check receive refuse amend attach bring keep forward giveBack askSupplement supplemented apologise complain"
                    + " conclude proposal draft sign sendBack withdraw changeVersion giveResult counts punctuality",
            "Reviews: kinds counts handle reopen",
            "PersonHistory: sources",
            "NumberBook: counts kinds years",
            "BulkDecisions: draft report mend confirm drop submit sign sendBack withdraw byId list moveByCase",
            "ReportClosings: submitted own standings history draft correct synthesis takeTogether send receive giveBack"
                    + " byId formats fileName write");

    private static final List<Class<?>> SERVICES = List.of(
            PersonRegistry.class,
            Households.class,
            Duplicates.class,
            Entitlements.class,
            Facts.class,
            Receivables.class,
            Payrolls.class,
            PaymentOrders.class,
            Transitions.class,
            Verifications.class,
            Reviews.class,
            PersonHistory.class,
            BulkDecisions.class,
            Eligibility.class,
            ReportClosings.class,
            NumberBook.class,
            CaseFiles.class);

    private static Office office;
    private static long commune;
    private static Caller official;

    /** Doors by {@code Service.method}, with a word behind it where a method has several ways. */
    private static final Map<String, Door> DOORS = new LinkedHashMap<>();

    /** A door and who stands behind it. @param id of a person, or of a household where {@code kind} says so */
    record Door(String kind, long id, Callable<?> way) {}

    /** A row as a test looks at it. */
    private record Row(String kind, long subject, List<Long> ids, String said) {

        boolean names(String asked, long id) {
            return kind.equals(asked) && (subject == id || ids.contains(id));
        }
    }

    @BeforeAll
    static void aCommuneWhereEverythingHappened() throws Exception {
        office = new Office(DATABASE);
        commune = office.commune();
        official = Office.official("tra", commune);
        Transactions scoped = DATABASE.scopedBy(office.access);
        Transactions all = DATABASE.transactions();
        Audit audit =
                new StoredAudit(scoped, InstantSource.system(), () -> Optional.of(office.access), null, List.of());

        long dead = elder("Hà Văn Ích", "1940-01-01");
        long alive = elder("Hà Thị Ken", "1941-02-03");
        long twin = elder("Hà Thị Kem", "1941-02-03");
        long gone = office.person("Hà Thị Mất", "1950-01-01", commune);
        long unknown = office.person("Hà Thị Na", "1980-01-01", commune);
        office.open(unknown, "KHUYET-TAT", commune, "2024-07", "2026-10");
        office.fact(alive, "muc-do", "nang");
        people(scoped, all, audit, alive, gone);
        households(scoped, all, audit, alive);
        DOORS.putAll(new LedgerDoors(office, scoped, all, audit, commune).of(dead, alive, unknown));
        duplicates(all, audit, alive, twin);
        transitions(scoped, all, audit, alive);
        registry(all, audit, alive);
        cases(scoped, all, audit, alive);
        EligibilityDoors.of(office, scoped, all, audit)
                .forEach((name, way) -> person(name, alive, () -> way.at(alive)));
        ReviewDoors.of(office, scoped, all, audit, commune, alive).forEach((name, way) -> person(name, alive, way));
    }

    private static long elder(String name, String born) {
        long person = office.person(name, born, commune);
        office.open(person, "CAO-TUOI", commune, "2024-07", "2026-08");
        return person;
    }

    private static void person(String door, long id, Callable<?> way) {
        DOORS.put(door, new Door("person", id, way));
    }

    private static void people(Transactions scoped, Transactions all, Audit audit, long id, long gone) {
        StoredPersonRegistry people =
                new StoredPersonRegistry(scoped, all, office.access, office.units, audit, office.clock);
        person("PersonRegistry.byId", id, () -> people.byId(id));
        person("PersonRegistry.search all", id, () -> people.search(new PersonQuery("", commune, null, 100)));
        person("PersonRegistry.search by name", id, () -> people.search(new PersonQuery("ken", commune, null, 100)));
        person(
                "PersonRegistry.search of a day",
                id,
                () -> people.search(new PersonQuery("", commune, null, 100, LocalDate.of(2026, 11, 21))));
        person("PersonRegistry.history", id, () -> people.history(id));
        person("PersonRegistry.residences", id, () -> people.residences(id));
        office.asSystem(() -> {
            people.remove(gone, "Lập nhầm");
            return null;
        });
        person("PersonRegistry.removed", gone, () -> people.removed(commune, 10));
        // Tells a place, no person: what was asked for is kept, nobody is named.
        DOORS.put("PersonRegistry.whereIs", new Door("person", 0, () -> people.whereIs("042143004410")));
    }

    private static void households(Transactions scoped, Transactions all, Audit audit, long id) {
        StoredHouseholds households =
                new StoredHouseholds(scoped, all, office.access, office.units, audit, office.clock);
        LocalDate begin = LocalDate.of(2026, 1, 1);
        long household = office.asSystem(
                        () -> households.open(new HouseholdDraft(commune, "Thôn 1", "Thôn 1", id, Map.of(), begin)))
                .id();
        person("Households.of", id, () -> households.of(id, Office.TODAY));
        person("Households.byId", id, () -> households.byId(household, Office.TODAY));
        person("Households.history", id, () -> households.history(household));
        DOORS.put("Households.list", new Door("household", household, () -> households.list(commune, "", null, 100)));
    }

    private static void duplicates(Transactions all, Audit audit, long one, long other) throws Exception {
        StoredDuplicates duplicates = new StoredDuplicates(
                all, office.access, office.units, office.policies, office.facts, audit, office.clock);
        TriedJob search = new TriedJob(Map.of("unit", Long.toString(commune)));
        office.asSystem(() -> {
            new DuplicateSearch(all, office.access).run(search);
            return null;
        });
        long kept = office.person("Hà Thị Oanh", "1960-01-01", commune);
        long merged = office.person("Hà Thị Oan", "1960-01-01", commune);
        office.asSystem(() -> duplicates.merge(kept, merged, Map.of("fullName", kept), "Cùng một người"));
        person("Duplicates.candidates", other, () -> duplicates.candidates(commune, null, 100));
        person("Duplicates.compare", other, () -> duplicates.compare(one, other));
        person("Duplicates.merges", kept, () -> duplicates.merges(commune, 10));
    }

    private static void transitions(Transactions scoped, Transactions all, Audit audit, long id) {
        Units ended = (Units) Proxy.newProxyInstance(
                Units.class.getClassLoader(),
                new Class<?>[] {Units.class},
                (proxy, method, arguments) -> method.getName().equals("byId")
                        ? office.units.byId((Long) arguments[0]).map(AuditDoorsTest::ended)
                        : method.invoke(office.units, arguments));
        Transitions transitions = new StoredTransitions(scoped, all, office.access, ended, null, audit, office.clock);
        person("Transitions.waiting", id, () -> transitions.waiting(new WaitingQuery(commune, null, "", null, 100)));
    }

    private static AdministrativeUnit ended(AdministrativeUnit unit) {
        return new AdministrativeUnit(
                unit.id(), unit.code(), unit.name(), unit.level(), unit.parentId(), unit.validFrom(), Office.TODAY);
    }

    private static void registry(Transactions all, Audit audit, long id) {
        office.execute(
                "insert into ansinh.registry_event (registry, external_id, kind, person_id, day) values ('r', '1',"
                        + " 'DEATH', " + id + ", '2026-11-01')");
        office.execute("update ansinh.person set id_number = '042141000123' where id = " + id);
        StoredPersonRegistry people =
                new StoredPersonRegistry(all, all, office.access, office.units, audit, office.clock);
        Verifications verifications = new StoredVerifications(
                all,
                office.access,
                office.units,
                people,
                new RegistryChanges(all, office.access, office.units, audit, office.clock),
                null,
                new RegistryLine(List.of(), InstantSource.system()),
                audit);
        person("Verifications.last", id, () -> verifications.last(id));
        person("Verifications.ask", id, () -> verifications.ask(id));
        person("Verifications.worklist", id, () -> verifications.worklist(commune, true, null, 100));
    }

    private static void cases(Transactions scoped, Transactions all, Audit audit, long id) {
        StoredPersonRegistry people =
                new StoredPersonRegistry(scoped, all, office.access, office.units, audit, office.clock);
        CaseFiles cases = new StoredCaseFiles(new CaseDesk(
                scoped,
                all,
                office.access,
                office.units,
                people,
                new RegistryChanges(all, office.access, office.units, audit, office.clock),
                office.facts,
                office.policies,
                office.entitlements,
                null,
                new SmallProcedures(),
                CoreCodeLists.read(),
                null,
                audit,
                office.clock));
        office.execute(
                "insert into ansinh.case_file (id, number, procedure, version, program, effect, person_id, person_name,"
                        + " unit_id, holder_unit_id, state, step, step_kind, sensitive, received_on, since, provisional, missing, papers,"
                        + " paper_place, applicant_name, applicant_phone, entitlements, created_by) overriding system value values (1,"
                        + " '1', '" + SmallProcedures.MONTHLY + "', '2025', 'btxh', 'OPEN', " + id + ", 'Hà Thị Ken', "
                        + commune
                        + ", " + commune
                        + ", 'OPEN', 'niem-yet', 'POSTING', false, '2026-11-20', '2026-11-20', false, '{}', '{}', '',"
                        + " 'Hà', '', '{}', 'r')");
        office.execute("insert into ansinh.case_step (case_id, ord, step, kind, begun, clock) values (1, 2, 'niem-yet',"
                + " 'POSTING', '2026-11-20', '2026-11-20')");
        office.execute(
                "insert into ansinh.document_register (id, agency_id, unit_id, kind, year, last) overriding system value"
                        + " values (1, 0, " + commune
                        + ", 'quyet-dinh', 2026, 1); insert into ansinh.document_number (register_id, number,"
                        + " text, day, owner_kind, owner_id, about, taken_by, taken_at) values (1, 1, '01/QĐ', '2026-11-20', 'case', 1,"
                        + " 'r', 'r', now())");
        NumberBook book = new StoredNumberBook(
                scoped,
                office.access,
                office.units,
                List.of(new CaseOwners(scoped, all, new SmallProcedures(), office.units, office.clock)),
                audit);
        person(
                "NumberBook.page",
                id,
                () -> book.page(
                        new NumberBook.Query(commune, 2026, null, "", null, null, NumberBook.Standing.ALL, null, 50)));
        person("CaseFiles.byId", id, () -> cases.byId(1));
        person("CaseFiles.ofPerson", id, () -> cases.ofPerson(id));
        person(
                "CaseFiles.page",
                id,
                () -> cases.page(new CaseFiles.CaseQuery(
                        CaseFiles.View.RUNNING, null, commune, null, null, "", false, null, 50)));
        person("CaseFiles.postings", id, () -> cases.postings(commune, LocalDate.of(2026, 11, 20)));
    }

    @Test
    void eachDoorLeavesOneRowWithWhoStoodBehindIt() {
        List<String> dark = new ArrayList<>();
        DOORS.forEach((name, door) -> {
            int before = rows().size();
            office.as(official, door.way());
            List<Row> rows = rows().subList(before, rows().size());
            boolean told = rows.size() == 1
                    && (door.id() == 0 || rows.get(0).names(door.kind(), door.id()))
                    && !rows.get(0).said().isEmpty();
            if (!told) {
                dark.add(name + " left " + rows + " of " + door.kind() + " " + door.id());
            }
        });
        assertEquals(List.of(), dark);
        System.out.println(DOORS.size() + " doors to what is known of people, each with its row in the audit");
    }

    @Test
    void theSameThroughTheEyesOfThePlatformIsNobodysReading() {
        int before = rows().size();
        DOORS.values().forEach(door -> office.asSystem(door.way()));
        assertEquals(before, rows().size());
    }

    @Test
    void noServiceHasADoorThatIsNotHere() {
        Set<String> known = new TreeSet<>();
        DOORS.keySet().forEach(name -> known.add(name.split(" ")[0]));
        for (String line : NO_DOORS) {
            String[] parts = line.split(": ");
            Arrays.stream(parts[1].split(" ")).forEach(method -> known.add(parts[0] + "." + method));
        }
        Set<String> there = new TreeSet<>();
        for (Class<?> service : SERVICES) {
            for (Method method : service.getMethods()) {
                there.add(service.getSimpleName() + "." + method.getName());
            }
        }
        Set<String> forgotten = new TreeSet<>(there);
        forgotten.removeAll(known);
        assertEquals(Set.of(), forgotten, "a new method is a door, or is said above to be none");
        known.removeAll(there);
        assertEquals(Set.of(), known, "these methods are gone");
    }

    private static List<Row> rows() {
        return DATABASE.transactions()
                .call(connection -> Rows.list(
                        connection,
                        "select subject_kind, subject_id, coalesce(ids, '{}'), coalesce(query, why, 'record')"
                                + " from ansinh.audit_entry order by id",
                        select -> {},
                        row -> new Row(
                                row.getString(1),
                                row.getLong(2),
                                List.of((Long[]) row.getArray(3).getArray()),
                                row.getString(4))));
    }
}
