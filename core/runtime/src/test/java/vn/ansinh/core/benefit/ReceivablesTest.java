package vn.ansinh.core.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.benefit.Decision;
import vn.ansinh.api.benefit.Receivable;
import vn.ansinh.api.benefit.Receivables.ReceivableQuery;
import vn.ansinh.api.benefit.Receivables.Recovery;
import vn.ansinh.api.benefit.RecoveryDecision;
import vn.ansinh.api.benefit.RecoveryDecision.Instalment;
import vn.ansinh.api.benefit.RecoveryDecision.Receipt;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.testkit.TestDatabase;

/** What was paid and is not due: cancelled as long as nobody has it, owed back by decision otherwise, never netted. */
class ReceivablesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static Office office;

    @BeforeAll
    static void open() {
        office = new Office(DATABASE);
    }

    @Test
    void aDeathReportedLateCancelsWhatWasNotCollectedAndProposesWhatWas() {
        long commune = office.commune();
        long dead = elder("Hà Văn Ích", commune);
        elder("Hà Thị Ken", commune);
        office.month(commune, "2026-09");
        office.postOffice.collected(office.postOffice.send(commune, "2026-09"));
        office.month(commune, "2026-10");
        long order = office.postOffice.send(commune, "2026-10");
        office.died(dead, "2026-08-30");
        office.month(commune, "2026-11");
        assertEquals(
                List.of("2026-09 540000 0 PROPOSED", "2026-10 540000 540000 PROPOSED"),
                office.owed(dead),
                "October is on its way: it waits");
        assertEquals(List.of(), office.cancelled(commune, "2026-11"));

        office.postOffice.cameBack(order, "person_id = " + dead);
        office.month(commune, "2026-12");
        assertEquals(List.of("Hà Văn Ích 2026-10 540000"), office.cancelled(commune, "2026-12"));
        assertEquals(List.of("2026-09 540000 0 PROPOSED", "2026-10 540000 0 WITHDRAWN"), office.owed(dead));
        assertTrue(
                office.lines(commune, "2026-12").stream().allMatch(line -> line.startsWith("Hà Thị Ken")),
                () -> office.lines(commune, "2026-12").toString());

        Receivable proposal = proposals(dead).get(0);
        assertTrue(proposal.deceased());
        long decision = office.asSystem(() -> office.receivables.decide(new Recovery(
                List.of(proposal.id()),
                "12/QĐ-TT",
                LocalDate.of(2026, 12, 20),
                540000,
                "Hà Văn Lâm (con trai, người nhận thay)",
                List.of(
                        new Instalment(LocalDate.of(2027, 1, 15), 300000),
                        new Instalment(LocalDate.of(2027, 2, 15), 240000)))));
        receive(decision, 300000, "PT-7");
        receive(decision, 300000, "PT-7");
        RecoveryDecision debt =
                office.asSystem(() -> office.receivables.decision(decision)).orElseThrow();
        assertEquals(240000, debt.balance());
        assertEquals(1, debt.receipts().size());
        assertEquals("AS-RECEIVABLE-BALANCE", refused(() -> receive(decision, 250000, "PT-8")));
        assertEquals("AS-RECEIVABLE-RECEIVED", refused(() -> office.receivables.withdraw(decision, "Ghi nhầm người")));
    }

    @Test
    void whatIsDecidedIsNotProposedAgainAndNotTakenFromTheNextPayment() {
        long commune = office.commune();
        long person = office.person("Kim Thị Lành", "1990-01-01", commune);
        office.fact(person, "muc-do", "nang");
        office.open(person, "KHUYET-TAT", commune, "2024-07", "2026-08");
        office.month(commune, "2026-09");
        office.postOffice.collected(office.postOffice.send(commune, "2026-09"));
        office.fact(person, "trong-co-so", "co", "2026-08-15");
        office.month(commune, "2026-10");
        assertEquals(List.of("2026-09 810000 0 PROPOSED"), office.owed(person));
        long proposal = proposals(person).get(0).id();
        assertEquals(
                "AS-RECEIVABLE-AMOUNT",
                refused(() -> office.receivables.decide(recovery(List.of(proposal), "13/QĐ-TT", 810001))));
        long decision =
                office.asSystem(() -> office.receivables.decide(recovery(List.of(proposal), "13/QĐ-TT", 500000)));
        assertEquals(List.of("2026-09 310000 0 PROPOSED", "2026-09 500000 0 DECIDED"), owedSorted(person));
        office.asSystem(() -> {
            office.receivables.waive(
                    List.of(proposal), new Decision("14/QĐ-TT", Office.TODAY, null), "Hoàn cảnh đặc biệt khó khăn");
            return null;
        });
        // back at home in October
        office.execute(
                "update ansinh.fact set valid_to = '2026-10-02' where key = 'trong-co-so' and subject_id = " + person);
        office.month(commune, "2026-11");
        assertEquals(List.of("2026-09 310000 0 WAIVED", "2026-09 500000 0 DECIDED"), owedSorted(person));
        assertEquals(
                List.of("Kim Thị Lành 2026-11 810000", "Kim Thị Lành 2026-10 810000"),
                office.lines(commune, "2026-11"),
                "paid whole, whatever is owed");

        // the decision was wrong: she never was in a home
        office.asSystem(() -> {
            office.receivables.withdraw(decision, "Không ở cơ sở, xác minh lại ngày 20/11/2026");
            return null;
        });
        office.execute(
                "update ansinh.fact set retracted_at = now() where key = 'trong-co-so' and subject_id = " + person);
        office.month(commune, "2026-12");
        assertEquals(
                List.of("Kim Thị Lành 2026-12 810000"),
                office.lines(commune, "2026-12"),
                "what she kept counts as paid, given up or not");
    }

    @Test
    void aProposalGoesWhenItsReasonGoesAndGrowsWithIt() {
        long commune = office.commune();
        long person = office.person("La Thị Mến", "1990-01-01", commune);
        office.fact(person, "muc-do", "nang");
        office.open(person, "KHUYET-TAT", commune, "2024-07", "2026-08");
        office.month(commune, "2026-09");
        office.postOffice.collected(office.postOffice.send(commune, "2026-09"));
        office.fact(person, "trong-co-so", "co", "2026-08-15");
        office.month(commune, "2026-10");
        assertEquals(List.of("2026-09 810000 0 PROPOSED"), office.owed(person));
        office.execute(
                "update ansinh.fact set retracted_at = now() where key = 'trong-co-so' and subject_id = " + person);
        office.month(commune, "2026-11");
        assertEquals(List.of("2026-09 810000 0 WITHDRAWN"), office.owed(person));
        assertEquals(
                List.of("La Thị Mến 2026-11 810000", "La Thị Mến 2026-10 810000"), office.lines(commune, "2026-11"));
    }

    @Test
    void nobodyElsesOfficialSeesOrDecides() {
        long commune = office.commune();
        long elsewhere = office.commune();
        long dead = elder("Mạc Văn Ninh", commune);
        office.month(commune, "2026-09");
        office.postOffice.collected(office.postOffice.send(commune, "2026-09"));
        office.died(dead, "2026-08-30");
        office.month(commune, "2026-10");
        long proposal = proposals(dead).get(0).id();
        assertTrue(office.as(Office.official("xa", elsewhere), () -> office.receivables.byId(proposal))
                .isEmpty());
        assertEquals(
                "AS-ACCESS-UNIT",
                assertThrows(
                                Problem.class,
                                () -> office.as(
                                        Office.official("xa", elsewhere),
                                        () -> office.receivables.decide(recovery(List.of(proposal), "1/QĐ", 1))))
                        .code());
        assertEquals(
                540000,
                office.asSystem(() -> office.receivables.totals(Office.PROGRAM, commune))
                        .proposed());
    }

    private static long elder(String name, long commune) {
        long person = office.person(name, "1940-01-01", commune);
        office.open(person, "CAO-TUOI", commune, "2024-07", "2026-08");
        return person;
    }

    private static Recovery recovery(List<Long> ids, String number, long amount) {
        return new Recovery(ids, number, Office.TODAY, amount, "Người nhận", List.of());
    }

    private static void receive(long decision, long amount, String document) {
        office.asSystem(() -> {
            office.receivables.receive(decision, new Receipt(LocalDate.of(2027, 1, 10), amount, document));
            return null;
        });
    }

    private static List<Receivable> proposals(long person) {
        return office.asSystem(() -> office.receivables
                .list(new ReceivableQuery(Office.PROGRAM, 0, Receivable.State.PROPOSED, person, null, 100))
                .rows());
    }

    private static List<String> owedSorted(long person) {
        return office.owed(person).stream().sorted().toList();
    }

    private static String refused(Runnable act) {
        return assertThrows(
                        Problem.class,
                        () -> office.asSystem(() -> {
                            act.run();
                            return null;
                        }))
                .code();
    }
}
