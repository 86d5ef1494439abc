package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.benefit.Decision;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.benefit.EntitlementEvent;
import vn.ansinh.api.benefit.PayrollLine;
import vn.ansinh.api.benefit.Payrolls.LineFilter;
import vn.ansinh.api.benefit.Receivable;
import vn.ansinh.api.benefit.Receivables.ReceivableQuery;
import vn.ansinh.api.benefit.Receivables.Recovery;
import vn.ansinh.api.benefit.RecoveryDecision.Instalment;
import vn.ansinh.api.bulk.BulkDecision;
import vn.ansinh.api.bulk.BulkRow.Report;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.testkit.TestDatabase;

/**
 * A death reported two months late, once with the money collected and once not: before July 2025, when the district decided and a
 * heavily disabled adult got 750,000 đồng a month, and after, when the commune decides and it is 810,000; by a list of deaths and by
 * one decision.
 */
class DeathReportedLateTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static BulkDesk desk;
    private static Office office;

    @BeforeAll
    static void open() throws IOException {
        desk = new BulkDesk(DATABASE);
        office = desk.office;
    }

    @ParameterizedTest(name = "died {0}")
    @CsvSource({"2025-03-10, 2025-05-20, 750000", "2026-10-08, 2026-12-21, 810000"})
    void whatWasCollectedIsOwedByDecisionAndWhatWasNotIsCancelled(LocalDate death, LocalDate reported, long monthly) {
        boolean districts = reported.isBefore(LocalDate.of(2025, 7, 1));
        long[] district = districts ? office.country.addDistrict(1) : null;
        long commune = districts ? district[1] : office.commune();
        office.country.store(DATABASE.transactions());
        YearMonth last = YearMonth.from(death);
        office.turnTo(death.minusDays(5));
        List<Long> heirs = List.of(disabled("Cao Thị Lĩnh", commune, last), disabled("Cao Thị Lấy", commune, last));
        List<Long> alone = List.of(disabled("Cao Văn Lặng", commune, last), disabled("Cao Văn Lẽ", commune, last));
        long alive = disabled("Cao Văn Sống", commune, last);
        for (YearMonth month : List.of(last.plusMonths(1), last.plusMonths(2))) {
            office.turnTo(month.atDay(20));
            office.month(commune, month.toString());
            office.postOffice.cameBack(
                    office.postOffice.send(commune, month.toString()),
                    "person_id in (" + alone.get(0) + ", " + alone.get(1) + ")");
        }

        office.turnTo(reported);
        Caller clerk = Office.official("xa-" + commune, commune);
        // who decides: the district's chairman until June 2025, the commune's since
        Caller chair = Office.official("chu-tich-" + commune, districts ? district[0] : commune);
        byList(clerk, chair, commune, death, List.of(heirs.get(0), alone.get(0)));
        for (long person : List.of(heirs.get(1), alone.get(1))) {
            office.as(chair, () -> {
                office.entitlements.end(right(person).id(), last, new Decision("88/QĐ-UBND", reported, "G01"));
                return null;
            });
        }
        for (long person : List.of(heirs.get(0), alone.get(0), heirs.get(1), alone.get(1))) {
            assertEquals(last, right(person).to(), "the month of death is paid");
            EntitlementEvent end = office.asSystem(
                            () -> office.entitlements.events(right(person).id()))
                    .get(0);
            assertEquals(EntitlementEvent.Kind.END, end.kind());
            assertEquals(new Decision("88/QĐ-UBND", reported, "G01"), end.decision());
            assertEquals(chair.account(), end.recordedBy());
        }

        String first = last.plusMonths(1).toString();
        String second = last.plusMonths(2).toString();
        String now = last.plusMonths(3).toString();
        office.month(commune, now);
        for (int way = 0; way < 2; way++) {
            assertEquals(
                    List.of(first + " " + monthly + " 0 PROPOSED", second + " " + monthly + " 0 PROPOSED"),
                    office.owed(heirs.get(way)));
            assertEquals(List.of(), office.owed(alone.get(way)));
        }
        assertEquals(
                Set.of(
                        "Cao Văn Lặng " + first + " " + monthly,
                        "Cao Văn Lặng " + second + " " + monthly,
                        "Cao Văn Lẽ " + first + " " + monthly,
                        "Cao Văn Lẽ " + second + " " + monthly),
                Set.copyOf(office.cancelled(commune, now)));
        assertEquals(
                Set.of(alive),
                office.page(commune, now, LineFilter.ALL).stream()
                        .map(PayrollLine::personId)
                        .collect(Collectors.toSet()),
                "the dead have no next payroll");
        for (long heir : heirs) {
            recovered(chair, commune, heir, reported, 2 * monthly);
        }
    }

    private static void recovered(Caller chair, long commune, long heir, LocalDate reported, long amount) {
        List<Long> owed = office
                .asSystem(() -> office.receivables.list(
                        new ReceivableQuery(BtxhOffice.PROGRAM, commune, Receivable.State.PROPOSED, heir, null, 10)))
                .rows()
                .stream()
                .map(Receivable::id)
                .toList();
        long decision = office.as(
                chair,
                () -> office.receivables.decide(new Recovery(
                        owed,
                        "12/QĐ-TT",
                        reported,
                        amount,
                        "Cao Văn Thừa (con trai)",
                        List.of(new Instalment(reported.plusMonths(2), amount)))));
        assertEquals(
                amount,
                office.asSystem(() -> office.receivables.decision(decision))
                        .orElseThrow()
                        .balance());
    }

    private static Entitlement right(long person) {
        return office.asSystem(() -> office.entitlements.ofPerson(person)).get(0);
    }

    private static void byList(Caller clerk, Caller chair, long commune, LocalDate death, List<Long> people) {
        String day = Vietnamese.day(death);
        people.forEach(person -> office.execute(
                "update ansinh.person set id_number = '0421800" + "%05d".formatted(person) + "' where id = " + person));
        List<Report> reports = people.stream()
                .map(person -> new Report("0421800" + "%05d".formatted(person), "", "1980", day, ""))
                .toList();
        BulkDecision draft = office.as(
                clerk,
                () -> desk.decisions.report(
                        BulkDecision.Kind.DEATH, BtxhOffice.PROGRAM, commune, "Sổ khai tử", reports));
        assertEquals(0, draft.open());
        office.as(clerk, () -> desk.decisions.submit(draft.id(), "", null));
        assertNull(right(people.get(0)).to(), "nothing happens before the signature");
        office.as(chair, () -> desk.decisions.sign(draft.id(), "88/QĐ-UBND", office.today()));
        assertEquals(
                death,
                office.asSystem(() -> office.people.byId(people.get(0)))
                        .orElseThrow()
                        .deceasedOn());
    }

    private static long disabled(String name, long commune, YearMonth paidThrough) {
        long person = office.person(name, "1980-01-01", commune);
        office.fact(person, "khuyet-tat.muc-do", "nang");
        office.open(person, "BT6", commune, "2024-08", paidThrough.toString());
        return person;
    }
}
