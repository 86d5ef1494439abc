package vn.ansinh.btxh.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.casework.CasePermissions;
import vn.ansinh.api.casework.Eligibility.Known;
import vn.ansinh.api.casework.Eligibility.Verdict;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.fact.Fact;
import vn.ansinh.api.fact.Subject;
import vn.ansinh.api.problem.Problem;

/** What the one-stop desk is told of a person before anybody decides. */
class BtxhEligibilityTest {

    private static final LocalDate DAY = LocalDate.of(2025, 5, 20);

    private final HelpDesk help = new HelpDesk();

    @Test
    void aDisabledChildIsToldWhatItIsWorthFromTheMonthOfTheCertificateAndWhyNothingElseApplies() throws Exception {
        List<Verdict> verdicts = ask(
                HelpDesk.desk(),
                "btxh.tro-cap-hang-thang 2021",
                Map.of(
                        "khuyet-tat.muc-do", List.of("dac-biet-nang"),
                        "khuyet-tat.ngay-cap-giay", List.of("2025-03-10")));
        Verdict first = verdicts.get(0);
        assertEquals("BT6", first.benefit());
        assertEquals(1_250_000, first.amount());
        assertEquals(YearMonth.of(2025, 3), first.from());
        assertEquals("Trẻ em khuyết tật đặc biệt nặng: 500.000 × 2,5", first.words());
        assertTrue(first.clause().contains("Điều 6"), first.clause());
        assertEquals("Không có mức cho người 7 tuổi.", verdict(verdicts, "BT5C").words());
        assertTrue(verdict(verdicts, "BT4").words().startsWith("Chưa có thông tin: Hộ nghèo"));
        assertFalse(verdict(verdicts, "BT4").applies());
    }

    @Test
    void whatIsRecordedIsNotAskedAgainAndAnAnswerStandsInForIt() throws Exception {
        help.recorded.add(new Fact(
                Subject.person(HelpDesk.PERSON),
                "khuyet-tat.muc-do",
                "nang",
                LocalDate.of(2024, 1, 5),
                null,
                "12/QĐ-UBND"));
        help.recorded.add(new Fact(
                Subject.person(HelpDesk.PERSON),
                "khuyet-tat.ngay-cap-giay",
                "2024-01-05",
                LocalDate.of(2024, 1, 5),
                null,
                "12/QĐ-UBND"));
        Procedure procedure = BtxhProcedures.ALL.get("btxh.tro-cap-hang-thang 2021");
        assertEquals(
                Map.of(
                        "khuyet-tat.muc-do",
                        List.of(new Known("nang", LocalDate.of(2024, 1, 5), "12/QĐ-UBND")),
                        "khuyet-tat.ngay-cap-giay",
                        List.of(new Known("2024-01-05", LocalDate.of(2024, 1, 5), "12/QĐ-UBND"))),
                help.known(HelpDesk.desk(), procedure, DAY));
        assertEquals(
                1_000_000,
                verdict(ask(HelpDesk.desk(), procedure, Map.of()), "BT6").amount());
        assertEquals(
                1_250_000,
                verdict(ask(HelpDesk.desk(), procedure, Map.of("khuyet-tat.muc-do", List.of("dac-biet-nang"))), "BT6")
                        .amount());
    }

    @Test
    void whatRevealsHivOrPregnancyIsNeitherShownNorJudgedForWhoMayNotKnow() throws Exception {
        help.born = LocalDate.of(1998, 1, 1);
        help.recorded.add(new Fact(
                Subject.person(HelpDesk.PERSON), "mang-thai", "co", LocalDate.of(2025, 1, 5), null, "giấy xác nhận"));
        Procedure procedure = BtxhProcedures.ALL.get("btxh.tro-cap-hang-thang 2021");
        Map<String, List<String>> answers = Map.of("khuyet-tat.muc-do", List.of("nang"), "ho-ngheo", List.of("ngheo"));
        for (String code : List.of("BT3", "BT8", "CS3")) {
            Verdict verdict = verdict(ask(HelpDesk.desk(), procedure, answers), code);
            assertFalse(verdict.applies(), code);
            assertEquals(0, verdict.amount(), code);
            assertEquals("Chế độ không nêu tên", verdict.name(), code);
            assertTrue(verdict.words().contains("thông tin nhạy cảm"), code);
        }
        assertEquals(Map.of(), help.known(HelpDesk.desk(), procedure, DAY));
        Caller doctor = HelpDesk.doctor();
        assertTrue(verdict(ask(doctor, procedure, answers), "CS3").applies());
        assertTrue(help.known(doctor, procedure, DAY).containsKey("mang-thai"));
    }

    @Test
    void aFuneralIsWorthTwentyTimesTheStandardOnTheDayItIsAskedFor() throws Exception {
        assertEquals(
                "Chưa có thông tin: Người chết thuộc diện nào của khoản 1 Điều 11.",
                verdict(ask(HelpDesk.desk(), "btxh.mai-tang 2021", Map.of()), "MT")
                        .words());
        assertFalse(verdict(ask(HelpDesk.desk(), "btxh.mai-tang 2021", Map.of("mai-tang.dien", List.of("khong"))), "MT")
                .applies());
        Verdict funeral = verdict(
                ask(HelpDesk.desk(), "btxh.mai-tang 2021", Map.of("mai-tang.dien", List.of("con-don-than"))), "MT");
        assertTrue(funeral.applies());
        assertEquals(10_000_000, funeral.amount());
        assertEquals("Mai táng tại cộng đồng: 500.000 × 20,0", funeral.words());
        Verdict young = verdict(
                ask(HelpDesk.desk(), "btxh.mai-tang 2021", Map.of("mai-tang.dien", List.of("tu-80-tuoi"))), "MT");
        assertFalse(young.applies(), "Điều 11 khoản 1 điểm c is for those of 80 years");
    }

    @Test
    void nobodyElseAsksAndNobodyIsInventedAndAnswersAreChecked() {
        Procedure procedure = BtxhProcedures.ALL.get("btxh.mai-tang 2021");
        assertThrows(Problem.class, () -> ask(HelpDesk.caller(CasePermissions.READ), procedure, Map.of()));
        assertThrows(Problem.class, () -> help.ask(HelpDesk.desk(), 8, procedure, Map.of(), DAY));
        assertThrows(Problem.class, () -> ask(HelpDesk.desk(), procedure, Map.of("khuyet-tat.muc-do", List.of("vua"))));
    }

    private List<Verdict> ask(Caller caller, String procedure, Map<String, List<String>> answers) throws Exception {
        return ask(caller, BtxhProcedures.ALL.get(procedure), answers);
    }

    private List<Verdict> ask(Caller caller, Procedure procedure, Map<String, List<String>> answers) throws Exception {
        return help.ask(caller, HelpDesk.PERSON, procedure, answers, DAY);
    }

    private static Verdict verdict(List<Verdict> verdicts, String code) {
        return verdicts.stream()
                .filter(verdict -> verdict.benefit().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
