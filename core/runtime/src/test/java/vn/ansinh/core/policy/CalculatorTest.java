package vn.ansinh.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.policy.Claim;
import vn.ansinh.api.policy.Evaluation;
import vn.ansinh.api.policy.Evaluation.Outcome;
import vn.ansinh.api.policy.Evaluation.Period;
import vn.ansinh.api.policy.LawState;
import vn.ansinh.api.policy.PersonFacts;
import vn.ansinh.api.policy.Question;
import vn.ansinh.api.problem.Problem;

/** Somebody describes a person and asks; another is about to approve and is told what stands against it. */
class CalculatorTest {

    private static final String OTHER_PROGRAM = """
            goi: nguoi-co-cong
            phien-ban: 1
            ten: Người có công
            chuong-trinh: ncc
            nhom:
              CHUNG:
                ten: Một mức cao nhất
                cach: cao-nhat
                can-cu: khoản 2 Điều 6
                cung-huong:
                  - {che-do: TUAT, voi: [CAO-TUOI]}
            che-do:
              - ma: TUAT
                ten: Trợ cấp tuất
                can-cu: Điều 16
                nhom: [CHUNG]
                muc:
                  - ma: TUAT-1
                    ten: Trợ cấp tuất
                    so-tien:
                      - {tinh-tu: 2024-07, hieu-luc: 2024-07-01, so-tien: 1000000, can-cu: "Điều 16", trang-thai: chinh-thuc}
            """;

    private static final PackTrial PACKS = PackTrial.of(TestPack.SOURCE, TestPack.FILE, TestPack.KEYS)
            .with(OTHER_PROGRAM, "ncc.policy.yaml", TestPack.KEYS);

    private static final YearMonth JUNE = YearMonth.of(2026, 6);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 30);

    @Test
    void monthsOfOneAmountAreOnePeriod() {
        Claim claim = new Claim(7, "KHUYET-TAT", YearMonth.of(2026, 1), YearMonth.of(2026, 10));
        Evaluation answer = PACKS.evaluate(new Question(0, person(40), List.of(claim), JUNE, NOVEMBER, AS_OF));
        Outcome outcome = answer.outcomes().get(0);
        assertEquals("Người khuyết tật", outcome.benefit().name());
        assertEquals(
                List.of("2026-06..2026-06 750000", "2026-07..2026-10 810000", "2026-11..2026-11 0"),
                outcome.periods().stream()
                        .map(period -> period.from() + ".." + period.to() + " "
                                + period.due().amount())
                        .toList());
        Period raised = outcome.periods().get(1);
        assertEquals(List.of(LawState.PROVISIONAL, LawState.OFFICIAL), raised.law());
        assertEquals(
                "Đã thôi hưởng, hưởng hết tháng 10/2026.",
                outcome.periods().get(2).due().reason());
    }

    @Test
    void withoutClaimsEveryBenefitIsTriedAndTheOthersSayWhyNot() {
        Evaluation answer = PACKS.evaluate(new Question(0, person(40), List.of(), NOVEMBER, NOVEMBER, AS_OF));
        assertEquals(
                List.of("TUAT", "KHUYET-TAT", "CAO-TUOI", "DON-THAN"),
                answer.outcomes().stream()
                        .map(outcome -> outcome.claim().benefit())
                        .toList());
        assertTrue(answer.outcomes().get(0).applies());
        assertFalse(answer.outcomes().get(1).applies());
        assertEquals(
                List.of(
                        "Chỉ hưởng một mức cao nhất, đã hưởng «Trợ cấp tuất» (khoản 2 Điều 6).",
                        "Không có mức cho người 40 tuổi.",
                        "Không có con đang nuôi trong độ tuổi được tính."),
                answer.outcomes().stream()
                        .skip(1)
                        .map(outcome -> outcome.periods().get(0).due().reason())
                        .toList());
    }

    @Test
    void aBenefitOfAnotherProgramJoinsTheGroupAndBringsItsException() {
        PersonFacts old = person(70);
        List<Claim> claims = List.of(
                new Claim(1, "CAO-TUOI", YearMonth.of(2024, 7), null),
                new Claim(2, "TUAT", YearMonth.of(2024, 7), null));
        assertEquals(
                List.of(540_000L, 1_000_000L),
                PACKS.due(old, claims, NOVEMBER, NOVEMBER, AS_OF).stream()
                        .map(due -> due.amount())
                        .toList());
    }

    @Test
    void beforeApprovalOneSeesWhatGivesWayToWhat() {
        List<Claim> held = List.of(new Claim(1, "TUAT", YearMonth.of(2024, 7), null));
        assertEquals(
                List.of(
                        "Từ tháng 06/2026, chế độ đề nghị «Người khuyết tật» (750.000 đồng) không được chi, vì đang hưởng"
                                + " «Trợ cấp tuất» (1.000.000 đồng) cao hơn hoặc bằng: chỉ hưởng một mức cao nhất (khoản 2 Điều 6)."),
                PACKS.conflicts(person(40), held, new Claim(0, "KHUYET-TAT", JUNE, null), AS_OF));
        assertEquals(
                List.of(
                        "Từ tháng 06/2026, chế độ đang hưởng «Người khuyết tật» (750.000 đồng) không được chi, vì chế độ đề"
                                + " nghị «Trợ cấp tuất» (1.000.000 đồng) cao hơn hoặc bằng: chỉ hưởng một mức cao nhất (khoản 2"
                                + " Điều 6)."),
                PACKS.conflicts(
                        person(40),
                        List.of(new Claim(1, "KHUYET-TAT", YearMonth.of(2024, 7), null)),
                        new Claim(0, "TUAT", JUNE, null),
                        AS_OF));
        assertEquals(
                List.of(
                        "Người này đã hưởng «Trợ cấp tuất» từ tháng 07/2024: một chế độ không chi hai lần cho một tháng."),
                PACKS.conflicts(person(40), held, new Claim(0, "TUAT", JUNE, null), AS_OF));
        assertEquals(List.of(), PACKS.conflicts(person(70), held, new Claim(0, "CAO-TUOI", JUNE, null), AS_OF));
    }

    @Test
    void monthsOutOfOrderAreRefused() {
        Question wrong = new Question(0, person(40), List.of(), NOVEMBER, JUNE, AS_OF);
        assertEquals(
                "AS-POLICY-MONTHS",
                assertThrows(Problem.class, () -> PACKS.evaluate(wrong)).code());
    }

    private static PersonFacts person(int age) {
        LocalDate born = LocalDate.of(2026 - age, 1, 1);
        return new PersonFacts(born, null, List.of(new Fact(Subject.person(1), "muc-do", "nang", born, null, "test")));
    }
}
