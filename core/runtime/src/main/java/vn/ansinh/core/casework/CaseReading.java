package vn.ansinh.core.casework;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.casework.Application;
import vn.ansinh.api.casework.CaseDetail;
import vn.ansinh.api.casework.CaseDetail.Action;
import vn.ansinh.api.casework.CaseDetail.Check;
import vn.ansinh.api.casework.CaseDetail.Draft;
import vn.ansinh.api.casework.CaseEvent;
import vn.ansinh.api.casework.CasePermissions;
import vn.ansinh.api.casework.CaseState;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Step;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.api.unit.AdministrativeUnit.Level;

/** Reads a case with all that belongs to it, as far as the caller may see. */
final class CaseReading {

    private final CaseDesk desk;

    CaseReading(CaseDesk desk) {
        this.desk = desk;
    }

    Optional<CaseDetail> byId(Connection connection, Caller caller, long id) throws SQLException {
        Optional<CaseRow> row = CaseRows.byId(connection, id).filter(found -> caller.works(found.program()));
        return row.isEmpty() ? Optional.empty() : Optional.of(detail(connection, caller, row.get()));
    }

    private CaseDetail detail(Connection connection, Caller caller, CaseRow row) throws SQLException {
        Procedure procedure = desk.procedure(row.procedure(), row.version());
        CaseSight sight = CaseSight.within(desk, caller, row, procedure);
        Map<String, List<String>> answers = CaseRows.answers(connection, row.id());
        Application application = sight.application(row, answers);
        Draft draft = CaseParts.draft(connection, row.id())
                .map(CaseParts.KeptDraft::draft)
                .orElse(null);
        List<CaseEvent> events = CaseParts.events(connection, row.id());
        return new CaseDetail(
                sight.file(row, holderName(row, events)),
                application,
                sight.track(Steps.track(connection, row, procedure)),
                row.state() == CaseState.OPEN || row.state() == CaseState.WAITING
                        ? checks(row, procedure, answers, sight, draft)
                        : List.of(),
                actions(caller, row, procedure, draft),
                sight.draft(row, draft),
                events,
                CaseParts.papers(connection, row.id(), sight.everything(), row.sensitive()),
                row.previousId());
    }

    private static String holderName(CaseRow row, List<CaseEvent> events) {
        return events.stream()
                .filter(event -> event.account().equals(row.holder()))
                .map(CaseEvent::fullName)
                .findFirst()
                .orElse(null);
    }

    /** What stands in the way of the next step. */
    List<Check> checks(
            CaseRow row, Procedure procedure, Map<String, List<String>> answers, CaseSight sight, Draft draft) {
        List<Check> checks = new ArrayList<>();
        Application whole = whole(row, answers);
        try {
            checks.addAll(desk.knowing(
                    () -> ApplicationChecks.of(desk, whole, procedure).checks(sight.everything())));
        } catch (Problem wrong) {
            checks.add(new Check(false, true, wrong.getMessage()));
        }
        if (row.kind() == Step.Kind.POSTING) {
            checks.add(posting(row, procedure));
        }
        boolean drafted = row.kind() == Step.Kind.SUBMISSION || row.kind() == Step.Kind.APPRAISAL;
        if (drafted && draft == null) {
            checks.add(new Check(false, false, "Chưa dự thảo quyết định."));
        }
        return checks;
    }

    private Check posting(CaseRow row, Procedure procedure) {
        Step step = procedure.step(row.step()).orElseThrow();
        LocalDate until = Steps.clock(desk, row).postedUntil(step, row.since());
        return new Check(
                !desk.today().isBefore(until),
                true,
                "Niêm yết từ " + Vietnamese.day(row.since()) + " đến hết " + Vietnamese.day(until) + ".");
    }

    /** The application as it is kept, for checks; not to be shown. Who moved came to where the case is. */
    static Application whole(CaseRow row, Map<String, List<String>> answers) {
        long to = row.formerUnitId() == 0 ? row.toUnitId() : row.unitId();
        return new Application(
                row.procedure(),
                row.personId(),
                row.unitId(),
                row.receivedOn(),
                row.applicant(),
                row.benefit(),
                answers,
                row.papers(),
                row.payment(),
                new Application.Particulars(row.entitlements(), row.reason(), row.eventOn(), to),
                row.promisedOn(),
                row.paperPlace());
    }

    /** Also what a unit may enter that has ended since: it acts on a day on which it was there. */
    private List<Action> actions(Caller caller, CaseRow row, Procedure procedure, Draft draft) {
        Step step = procedure.step(row.step()).orElse(null);
        if (step == null
                || row.state().ended()
                || !new Turns(desk.units(), desk.today()).mayAct(caller, step, row.unitId(), row.since())) {
            return List.of();
        }
        List<Action> actions = new ArrayList<>();
        boolean desk = caller.may(CasePermissions.RECEIVE);
        boolean turn = caller.may(step.kind().permission());
        if (row.state() == CaseState.WAITING) {
            add(actions, Action.AMEND, turn || desk, draft == null);
            add(actions, Action.ATTACH, turn || desk);
            add(actions, Action.SUPPLEMENTED, turn || desk);
            add(actions, Action.WITHDRAW, turn || desk);
            return actions;
        }
        if (row.state() == CaseState.DECIDED) {
            add(actions, Action.ATTACH, turn);
            add(actions, Action.GIVE_RESULT, turn);
            return actions;
        }
        Predicate<Step.Kind> is = kind -> row.kind() == kind;
        boolean drafting = is.test(Step.Kind.REVIEW) || is.test(Step.Kind.SUBMISSION) || is.test(Step.Kind.APPRAISAL);
        boolean decision = is.test(Step.Kind.DECISION);
        add(actions, Action.AMEND, turn, !decision, draft == null);
        add(actions, Action.ATTACH, turn);
        add(actions, Action.FORWARD, turn, !decision, !is.test(Step.Kind.COMPLAINT));
        add(
                actions,
                Action.GIVE_BACK,
                turn,
                !decision,
                !is.test(Step.Kind.RECEPTION),
                !step.equals(firstElsewhere(procedure)));
        add(actions, Action.ASK_SUPPLEMENT, turn, !decision);
        add(actions, Action.APOLOGISE, turn);
        boolean complaints = procedure.steps().stream().anyMatch(each -> each.kind() == Step.Kind.COMPLAINT);
        add(
                actions,
                Action.COMPLAIN,
                turn,
                complaints,
                is.test(Step.Kind.POSTING)
                        || step.level() == Level.COMMUNE
                                && (is.test(Step.Kind.SUBMISSION) || is.test(Step.Kind.APPRAISAL)));
        add(actions, Action.CONCLUDE, turn, is.test(Step.Kind.COMPLAINT));
        add(actions, Action.DRAFT, turn, drafting);
        boolean own = draft != null && draft.drafter().equals(caller.account());
        add(actions, Action.SIGN, turn, decision, draft != null, !own);
        add(actions, Action.SEND_BACK, turn, decision);
        add(actions, Action.WITHDRAW, turn || desk, !decision, row.formerUnitId() == 0);
        add(actions, Action.CHANGE_VERSION, turn, !decision, row.formerUnitId() == 0, versioned(row));
        return actions;
    }

    /** Whether another version was in force when the case was handed in, or came into force since. */
    private boolean versioned(CaseRow row) {
        return desk.procedures().open(row.procedure(), row.receivedOn(), desk.today()).stream()
                .anyMatch(other -> !other.version().equals(row.version()));
    }

    private static Step firstElsewhere(Procedure procedure) {
        return procedure.steps().stream().filter(Step::elsewhere).findFirst().orElse(null);
    }

    private static void add(List<Action> actions, Action action, boolean... conditions) {
        for (boolean condition : conditions) {
            if (!condition) {
                return;
            }
        }
        actions.add(action);
    }
}
