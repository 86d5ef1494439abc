package vn.ansinh.btxh.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Procedure.Certainty;
import vn.ansinh.api.casework.Procedure.Effect;
import vn.ansinh.api.casework.Procedure.FactQuestion;
import vn.ansinh.api.casework.Step;
import vn.ansinh.api.casework.Step.Kind;
import vn.ansinh.api.casework.Term;
import vn.ansinh.api.deadline.WorkingDays;
import vn.ansinh.api.policy.Benefit;
import vn.ansinh.api.unit.AdministrativeUnit.Level;
import vn.ansinh.btxh.policy.BtxhFactKeys;
import vn.ansinh.core.casework.procedure.ProcedureTrial;
import vn.ansinh.core.casework.term.Due;
import vn.ansinh.core.casework.term.OfficeDays;
import vn.ansinh.core.casework.term.TermClock;

/** The procedures of this bundle say what law says, and nothing that nobody has read. */
class BtxhProceduresTest {

    private static final LocalDate LAST = LocalDate.of(2025, 6, 30);
    private static final LocalDate FIRST = LocalDate.of(2025, 7, 1);

    private static final Map<String, Procedure> PROCEDURES = BtxhProcedures.ALL;

    @Test
    void aCommuneBelowADistrictWritesToItsLabourOffice() {
        List<Step> letters = PROCEDURES.values().stream()
                .filter(procedure -> procedure.holdsOn(LAST))
                .flatMap(procedure -> procedure.steps().stream())
                .filter(step -> step.kind() == Kind.SUBMISSION && step.level() == Level.COMMUNE)
                .toList();
        assertFalse(letters.isEmpty());
        for (Step letter : letters) {
            assertEquals("Phòng Lao động - Thương binh và Xã hội", letter.addressee(), letter.basis());
        }
    }

    @Test
    void eachProcedureHoldsInOneVersionBeforeAndInOneAfterTheFirstOfJuly() {
        for (LocalDate day : List.of(LAST, FIRST)) {
            List<String> held = new ArrayList<>();
            PROCEDURES.values().stream()
                    .filter(procedure -> procedure.holdsOn(day))
                    .forEach(procedure -> held.add(procedure.id()));
            assertEquals(
                    List.of(
                            "btxh.dieu-chinh",
                            "btxh.doi-noi-o-khac-dia-ban",
                            "btxh.doi-noi-o-trong-dia-ban",
                            "btxh.mai-tang",
                            "btxh.thoi-huong",
                            "btxh.tro-cap-hang-thang",
                            "btxh.vao-co-so"),
                    held);
        }
    }

    @Test
    void theTermsSumToWhatTheDecreeSays() {
        assertEquals(20, workingDays("btxh.tro-cap-hang-thang", false, false));
        assertEquals(30, workingDays("btxh.tro-cap-hang-thang", true, false), "and ten for a complaint");
        assertEquals(20, workingDays("btxh.dieu-chinh", false, false));
        assertEquals(20, workingDays("btxh.thoi-huong", false, false));
        assertEquals(6, workingDays("btxh.doi-noi-o-trong-dia-ban", false, false));
        assertEquals(8, workingDays("btxh.doi-noi-o-khac-dia-ban", false, true), "at the new place");
        assertEquals(5, workingDays("btxh.mai-tang", false, false));
        assertEquals(27, workingDays("btxh.vao-co-so", false, false));
        assertEquals(
                2,
                old("btxh.tro-cap-hang-thang")
                        .step("niem-yet")
                        .orElseThrow()
                        .term()
                        .days());
        assertEquals(
                7, old("btxh.vao-co-so").step("niem-yet").orElseThrow().term().days());
        assertEquals(
                "xet-duyet",
                old("btxh.vao-co-so").step("niem-yet").orElseThrow().within());
    }

    @Test
    void theWholeIsPromisedWhereLawKnowsItAndNowhereElse() {
        TermClock clock = new TermClock(new OfficeDays(new WorkingDays(Set.of(LocalDate.of(2025, 5, 1)))));
        LocalDate received = LocalDate.of(2025, 5, 5);
        assertEquals(
                LocalDate.of(2025, 6, 2),
                clock.whole(old("btxh.tro-cap-hang-thang"), received, List.of(), false)
                        .day());
        assertNull(
                clock.whole(old("btxh.doi-noi-o-khac-dia-ban"), received, List.of(), false)
                        .day(),
                "the decree names no days for the old place");
        PROCEDURES.values().stream()
                .filter(procedure -> procedure.version().equals("2025"))
                .forEach(procedure -> {
                    Due whole = clock.whole(procedure, LocalDate.of(2025, 8, 4), List.of(), false);
                    assertNull(whole.day(), procedure.id());
                    assertTrue(whole.provisional(), procedure.id());
                });
    }

    @Test
    void sinceTheFirstOfJulyThereIsNoDistrictAndNoInventedNumber() {
        for (Procedure procedure : PROCEDURES.values()) {
            if (!procedure.version().equals("2025")) {
                continue;
            }
            for (Step step : procedure.steps()) {
                assertFalse(step.level() == Level.DISTRICT, procedure.id());
                assertEquals(0, step.term().days(), procedure.id() + " " + step.code());
                boolean office = step.kind() != Kind.RECEPTION && step.kind() != Kind.RESULT;
                assertEquals(office, step.term().equals(Term.UNREAD), procedure.id() + " " + step.code());
            }
            assertTrue(procedure.notes().stream().anyMatch(note -> note.contains("147/2025")), procedure.id());
            assertFalse(procedure.code().certainty() == Certainty.TEXT, procedure.id());
        }
    }

    @Test
    void whatABenefitAsksForIsAskedOrComesWithTheRight() {
        // they end rights or count what no application tells
        Set<String> elsewhere = Set.of("chap-hanh-an-phat-tu", "nhan-nhieu-nguoi");
        Map<String, Benefit> byCode = BtxhProcedures.BENEFITS.stream()
                .collect(Collectors.toMap(Benefit::code, benefit -> benefit, (first, second) -> first));
        for (Procedure procedure : PROCEDURES.values()) {
            if (procedure.effect() != Effect.OPEN || procedure.id().equals("btxh.vao-co-so")) {
                continue;
            }
            for (String code : procedure.benefits()) {
                Set<String> asked = new HashSet<>(elsewhere);
                for (FactQuestion question : procedure.questions()) {
                    if (question.benefits().isEmpty() || question.benefits().contains(code)) {
                        asked.add(question.key());
                    }
                }
                Set<String> unasked = new HashSet<>(byCode.get(code).factKeys());
                unasked.removeAll(asked);
                if (code.equals("BT7")) {
                    // only who is disabled has a degree, and then the child is entitled as such
                    unasked.remove("khuyet-tat.muc-do");
                }
                assertEquals(Set.of(), unasked, procedure.id() + " " + procedure.version() + " " + code);
            }
        }
    }

    @Test
    void eachCategoryBringsWhatArticleEightAsksOfIt() {
        Map<String, List<String>> child = Map.of("con-dang-nuoi", List.of("2019-02-03 An"));
        for (String version : List.of("2021", "2025")) {
            assertEquals(Set.of("giay-khai-sinh"), special(version, "BT1", Map.of()));
            assertEquals(Set.of("giay-khai-sinh", "giay-y-te"), special(version, "BT3", Map.of()));
            assertEquals(Set.of("giay-khai-sinh"), special(version, "BT7", Map.of()));
            assertEquals(Set.of("giay-y-te"), special(version, "BT8", child));
            assertEquals(Set.of("giay-khai-sinh-con"), special(version, "BT4", child));
            assertEquals(
                    Set.of("giay-khuyet-tat"), special(version, "BT6", Map.of("khuyet-tat.muc-do", List.of("nang"))));
            assertEquals(
                    Set.of("giay-khuyet-tat", "giay-mang-thai"),
                    special(version, "CS3", Map.of("khuyet-tat.muc-do", List.of("nang"), "mang-thai", List.of("co"))));
            assertEquals(Set.of(), special(version, "BT5A", child), "the old bring no certificate of birth");
        }
    }

    /** What is demanded besides the form and who one is. */
    private static Set<String> special(String version, String benefit, Map<String, List<String>> answers) {
        return PROCEDURES.get("btxh.tro-cap-hang-thang " + version).papers().stream()
                .filter(paper -> paper.required() && paper.concerns(benefit, answers))
                .map(Procedure.RequiredPaper::code)
                .filter(code -> !Set.of("to-khai", "nhan-than").contains(code))
                .collect(Collectors.toSet());
    }

    @Test
    void everyPaperThatAStepDraftsIsOneThatThePlatformDrafts() {
        for (Procedure procedure : PROCEDURES.values()) {
            for (Step step : procedure.steps()) {
                step.papers()
                        .forEach(paper -> assertNotNull(
                                BtxhProceduresTest.class.getResource("/ANSINH-INF/paper/" + paper + ".yaml"),
                                procedure.id() + " " + paper));
            }
        }
    }

    @Test
    void whatADecisionCitesIsWrittenOutAsOnPaperAndWasInForce() {
        for (Procedure procedure : PROCEDURES.values()) {
            List<String> cited = procedure.citations();
            assertFalse(cited.isEmpty(), procedure.id());
            for (int i = 0; i < cited.size(); i++) {
                assertTrue(cited.get(i).endsWith(i == cited.size() - 1 ? "." : ";"), cited.get(i));
                assertFalse(cited.get(i).contains("chưa"), "doubts are no basis: " + cited.get(i));
            }
            assertEquals(
                    procedure.version().equals("2025"),
                    cited.stream().anyMatch(line -> line.contains("147/2025/NĐ-CP")),
                    procedure.id());
        }
    }

    @Test
    void theProcedureOnThePageForAuthorsIsOne() throws IOException {
        String page = Files.readString(Path.of("..", "..", "docs/lap-trinh/thu-tuc.md"));
        String example = page.split("```yaml\n", 2)[1].split("```", 2)[0];
        Procedure written = ProcedureTrial.read(example, "thu-tuc.md", BtxhFactKeys.read(), BtxhProcedures.BENEFITS);
        assertEquals(Kind.RECEPTION, written.steps().get(0).kind());
        assertFalse(written.citations().isEmpty());
    }

    private static Procedure old(String id) {
        return PROCEDURES.get(id + " 2021");
    }

    private static int workingDays(String id, boolean objected, boolean elsewhere) {
        return old(id).steps().stream()
                .filter(step -> step.within() == null && step.elsewhere() == elsewhere)
                .filter(step -> objected || step.kind() != Kind.COMPLAINT)
                .mapToInt(step -> step.term().days())
                .sum();
    }
}
