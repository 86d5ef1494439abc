package vn.ansinh.ui.shell.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.button.Button;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ansinh.api.casework.Application;
import vn.ansinh.api.casework.CaseDetail;
import vn.ansinh.api.casework.CaseDetail.Action;
import vn.ansinh.api.casework.CaseDetail.Track;
import vn.ansinh.api.casework.CaseFile;
import vn.ansinh.api.casework.CaseState;
import vn.ansinh.api.casework.Step;
import vn.ansinh.api.casework.Step.Kind;
import vn.ansinh.api.casework.Term;
import vn.ansinh.api.deadline.WorkingDays;
import vn.ansinh.api.unit.AdministrativeUnit.Level;

/** What the page of a case says of it, without a browser. */
class CasePageTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final List<Step> STEPS = List.of(
            step("tiep-nhan", "Tiếp nhận", Kind.RECEPTION),
            step("xet-duyet", "Xét duyệt", Kind.REVIEW),
            step("khieu-nai", "Giải quyết khiếu nại", Kind.COMPLAINT),
            step("quyet-dinh", "Quyết định", Kind.DECISION));

    @Test
    void stepsTellWhatIsDoneWhereItIsAndWhatIsPassedBy() {
        CaseStepper steps = new CaseStepper(detail(CaseState.OPEN, "xet-duyet", 0, List.of()), TODAY);
        assertEquals(
                List.of(
                        "done|Tiếp nhận|12/11, Hoài Thương",
                        "now|Xét duyệt|hạn 24/11",
                        "skipped|Giải quyết khiếu nại|không phải làm",
                        "|Quyết định|"),
                told(steps));
        CaseStepper late = new CaseStepper(detail(CaseState.OPEN, "xet-duyet", 2, List.of()), TODAY);
        assertEquals("stuck|Xét duyệt|hạn 24/11", told(late).get(1));
        assertEquals(
                "Bước 2/3: Xét duyệt, chờ bổ sung",
                CaseStepper.summary(detail(CaseState.WAITING, "xet-duyet", 0, List.of()), TODAY));
    }

    @Test
    void whatIsGivenBackIsDoneOnceMore() {
        CaseDetail back = detail(CaseState.OPEN, "xet-duyet", 0, List.of());
        List<Track> track = new ArrayList<>(back.track());
        LocalDate before = LocalDate.of(2026, 11, 14);
        track.set(3, new Track(STEPS.get(3), before, before, null, "Văn Chính", false));
        CaseStepper steps = new CaseStepper(
                new CaseDetail(
                        back.file(), back.application(), track, List.of(), List.of(), null, List.of(), List.of(), 0),
                TODAY);
        assertEquals("now|Xét duyệt|hạn 24/11", told(steps).get(1));
        assertEquals("|Quyết định|làm lại", told(steps).get(3));
    }

    @Test
    void theFirstButtonIsWhatTheAccountIsHereFor() {
        assertEquals("Chuyển: quyết định…", first("xet-duyet", Action.WITHDRAW, Action.ASK_SUPPLEMENT, Action.FORWARD));
        assertEquals("Ký quyết định…", first("quyet-dinh", Action.SEND_BACK, Action.SIGN));
        assertEquals("Dự thảo quyết định…", first("xet-duyet", Action.GIVE_BACK, Action.DRAFT));
        assertTrue(actions("xet-duyet").isEmpty(), "who only reads has nothing to press");
    }

    @Test
    void workingDaysAreLeftOrPassed() {
        WorkingDays days = new WorkingDays(Set.of());
        assertEquals(
                "Hạn 24/11/2026, còn 2 ngày làm việc",
                CaseWords.due(detail(CaseState.OPEN, "xet-duyet", 0, List.of()).file(), TODAY, days));
        assertEquals(
                "Hạn 24/11/2026, quá 2 ngày làm việc",
                CaseWords.due(detail(CaseState.OPEN, "xet-duyet", 2, List.of()).file(), TODAY, days));
        assertEquals(
                "",
                CaseWords.due(detail(CaseState.DONE, "quyet-dinh", 0, List.of()).file(), TODAY, days));
        assertEquals(
                "Đã có kết quả, chưa hẹn ngày trả",
                CaseWords.due(
                        detail(CaseState.DECIDED, "quyet-dinh", 0, List.of()).file(), TODAY, days));
    }

    private static String first(String step, Action... actions) {
        return ((Button) actions(step, actions).get(0)).getText();
    }

    private static List<Component> actions(String step, Action... actions) {
        CaseDetail detail = detail(CaseState.OPEN, step, 0, List.of(actions));
        return new CaseActions(new OpenCase(null, detail, () -> {})).all();
    }

    private static List<String> told(CaseStepper steps) {
        List<String> told = new ArrayList<>();
        steps.getChildren().forEach(item -> {
            List<String> words =
                    item.getChildren().map(part -> ((HasText) part).getText()).toList();
            told.add(String.join(" ", item.getElement().getClassList()) + "|" + String.join("|", words));
        });
        return told;
    }

    private static Step step(String code, String name, Kind kind) {
        return new Step(code, name, kind, Level.COMMUNE, false, Term.NONE, null, "", List.of(), "");
    }

    private static CaseDetail detail(CaseState state, String step, int late, List<Action> actions) {
        LocalDate received = LocalDate.of(2026, 11, 12);
        LocalDate due = LocalDate.of(2026, 11, 24);
        int now = STEPS.indexOf(STEPS.stream()
                .filter(each -> each.code().equals(step))
                .findFirst()
                .orElseThrow());
        List<Track> track = new ArrayList<>();
        for (int i = 0; i < STEPS.size(); i++) {
            boolean skipped = STEPS.get(i).kind() == Kind.COMPLAINT;
            track.add(new Track(
                    STEPS.get(i),
                    i <= now ? received : null,
                    i < now && !skipped ? received : null,
                    i == now ? due : null,
                    i < now ? "Hoài Thương" : null,
                    skipped));
        }
        CaseFile file = new CaseFile(
                1,
                "18073-2026-000001",
                "p",
                "Thủ tục",
                "2025",
                "btxh",
                1,
                "Lê Thị Hoa",
                null,
                null,
                state,
                step,
                step,
                STEPS.get(now).kind(),
                Level.COMMUNE,
                1,
                1,
                null,
                null,
                received,
                received,
                state == CaseState.DECIDED ? null : due,
                null,
                false,
                late,
                Set.of(),
                "",
                1,
                Instant.EPOCH);
        Application application = new Application(
                "p",
                1,
                1,
                received,
                new Application.Applicant("Lê Thị Hoa", null, ""),
                null,
                Map.of(),
                Set.of(),
                null,
                Application.Particulars.NONE,
                null,
                "");
        return new CaseDetail(file, application, track, List.of(), actions, null, List.of(), List.of(), 0);
    }
}
