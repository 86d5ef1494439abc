package vn.ansinh.core.casework;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import vn.ansinh.api.casework.Application;
import vn.ansinh.api.casework.CaseDetail.Check;
import vn.ansinh.api.casework.CaseDetail.Draft;
import vn.ansinh.api.casework.CaseDetail.Paper;
import vn.ansinh.api.casework.CaseEvent;
import vn.ansinh.api.casework.CasePermissions;
import vn.ansinh.api.casework.CaseState;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Procedure.RequiredPaper;
import vn.ansinh.api.casework.Step;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;

/** A case on its way: sent on, given back, taken back, moved to other law, handed out. */
final class Walking {

    private final CaseAct act;

    Walking(CaseAct act) {
        this.act = act;
    }

    /** The one-stop desk of the commune helps the citizen also while others have the case. */
    void requireTurnOrDesk() {
        boolean desk = act.caller.may(CasePermissions.RECEIVE)
                && act.turns()
                        .mayAct(
                                act.caller,
                                act.procedure.steps().get(0),
                                act.row().unitId(),
                                act.day);
        if (!desk) {
            act.requireTurn();
        }
    }

    /** Keeps a file and attaches it. */
    void bring(String code, String name, byte[] content) throws SQLException {
        requireTurnOrDesk();
        put(code, PaperTrail.kept(act.desk, act.row(), code, name, content));
    }

    void attach(String code, long documentId) throws SQLException {
        requireTurnOrDesk();
        new PaperTrail(act).requireKept(documentId);
        put(code, documentId);
    }

    private void put(String code, long documentId) throws SQLException {
        String paper = code == null ? "" : code.strip();
        RequiredPaper required = act.procedure.papers().stream()
                .filter(each -> each.code().equals(paper))
                .findFirst()
                .orElse(null);
        if (!paper.isEmpty() && required == null) {
            throw Problem.invalid("AS-CASE-PAPER", "Thủ tục này không có giấy tờ «" + paper + "».");
        }
        boolean secret = required != null && new Secrets(act.desk).of(required);
        CaseParts.paper(
                act.connection,
                act.row().id(),
                new Paper(
                        documentId,
                        paper,
                        required == null ? "Giấy tờ khác" : required.name(),
                        null,
                        null,
                        act.desk.clock().instant(),
                        false),
                secret);
        CaseChange change = new CaseChange().set("holder", act.caller.account());
        if (required != null) {
            change.set("papers", with(act.row().papers(), paper))
                    .set(
                            "missing",
                            act.row().missing().stream()
                                    .filter(missing -> !missing.equals(paper))
                                    .toArray(String[]::new));
        }
        act.change(change);
        act.event(
                CaseEvent.Kind.CHANGED,
                secret || act.row().sensitive() || required == null ? "" : "Đính kèm: " + required.name(),
                documentId);
    }

    private static String[] with(java.util.Set<String> papers, String paper) {
        return java.util.stream.Stream.concat(papers.stream(), java.util.stream.Stream.of(paper))
                .distinct()
                .toArray(String[]::new);
    }

    void forward(String note) throws SQLException {
        act.requireState(CaseState.OPEN);
        act.requireTurn();
        act.requireKind(
                Step.Kind.RECEPTION, Step.Kind.REVIEW, Step.Kind.POSTING, Step.Kind.SUBMISSION, Step.Kind.APPRAISAL);
        String said = Reasons.optional(note);
        Steps steps = new Steps(act);
        Step next = steps.next().orElseThrow(() -> CaseAct.wrongStep("Thủ tục không còn bước nào sau bước này."));
        requireReady(steps, next);
        act.event(CaseEvent.Kind.FORWARDED, said);
        steps.end();
        steps.enter(next);
        if (next.kind() == Step.Kind.POSTING) {
            new PaperTrail(act).produced("thong-bao-niem-yet", new PaperFields(act).posting(steps.postedUntil()));
        }
    }

    private void requireReady(Steps steps, Step next) throws SQLException {
        boolean rejecting = CaseParts.draft(act.connection, act.row().id())
                .filter(kept -> kept.draft().outcome() == Draft.Outcome.REJECT)
                .isPresent();
        if (act.row().kind() == Step.Kind.POSTING && act.day.isBefore(steps.postedUntil())) {
            throw Problem.conflict(
                    "AS-CASE-CHECK",
                    "Chưa đủ ngày niêm yết: niêm yết đến hết " + Vietnamese.day(steps.postedUntil()) + ".");
        }
        if (!rejecting && !act.row().missing().isEmpty()) {
            Map<String, List<String>> answers =
                    CaseRows.answers(act.connection, act.row().id());
            Application whole = CaseReading.whole(act.row(), answers);
            boolean all = new CaseSight(act.desk, act.caller).everything();
            List<Check> against =
                    act.desk.knowing(() -> ApplicationChecks.of(act.desk, whole, act.procedure).checks(all).stream()
                            .filter(check -> check.blocking() && !check.passed())
                            .toList());
            if (!against.isEmpty()) {
                throw Problem.conflict("AS-CASE-CHECK", Reception.told(against));
            }
        }
        if (next.kind() == Step.Kind.DECISION && act.row().drafter() == null) {
            throw Problem.conflict("AS-CASE-CHECK", "Chưa dự thảo quyết định để trình ký.");
        }
    }

    void giveBack(String reason) throws SQLException {
        act.requireState(CaseState.OPEN);
        act.requireTurn();
        String why = Reasons.require(reason);
        if (act.row().kind() == Step.Kind.DECISION) {
            throw CaseAct.wrongStep("Ở bước ký, hãy chọn «Không ký, trả lại».");
        }
        back(CaseEvent.Kind.RETURNED, why);
    }

    /** Back to the step before; what was drafted is drafted anew. */
    void back(CaseEvent.Kind kind, String why) throws SQLException {
        Steps steps = new Steps(act);
        Step before = steps.before().orElseThrow(() -> CaseAct.wrongStep("Đây là bước đầu, không trả lại được."));
        act.event(kind, why);
        dropDraft();
        steps.end();
        steps.enter(before);
    }

    void withdraw(String reason) throws SQLException {
        act.requireState(CaseState.OPEN, CaseState.WAITING);
        requireTurnOrDesk();
        String why = Reasons.require(reason);
        if (act.row().formerUnitId() != 0) {
            throw CaseAct.wrongStep("Nơi chuyển đi đã thôi chi trả nên hồ sơ phải được quyết định ở nơi chuyển đến.");
        }
        CaseParts.goOn(act.connection, act.row().id(), act.day);
        new Steps(act).end();
        act.change(new CaseChange().set("state", CaseState.WITHDRAWN));
        act.event(CaseEvent.Kind.WITHDRAWN, why);
    }

    void changeVersion(String version, String reason) throws SQLException {
        act.requireState(CaseState.OPEN);
        act.requireTurn();
        String why = Reasons.require(reason);
        if (act.row().kind() == Step.Kind.DECISION || act.row().formerUnitId() != 0) {
            throw CaseAct.wrongStep("Hồ sơ đã trình ký hoặc đã chuyển nơi giải quyết nên không đổi quy định được.");
        }
        Procedure other = open(version);
        Step same = other.step(act.row().step())
                .filter(step -> step.kind() == act.row().kind())
                .or(() -> other.steps().stream()
                        .filter(step -> step.kind() == act.row().kind())
                        .findFirst())
                .or(() -> other.steps().stream()
                        .filter(step -> step.kind() == Step.Kind.REVIEW)
                        .findFirst())
                .orElseGet(() -> other.steps().get(0));
        act.event(CaseEvent.Kind.VERSION_CHANGED, act.row().version() + " → " + version + ": " + why);
        dropDraft();
        act.under(other, same);
    }

    /** Another version that was in force when the case was handed in, or came into force since. */
    private Procedure open(String version) {
        CaseRow row = act.row();
        Procedure other = act.desk
                .procedures()
                .version(row.procedure(), version)
                .orElseThrow(() -> otherVersion("Thủ tục này không có bản «" + version + "»."));
        if (version.equals(row.version())) {
            throw otherVersion("Hồ sơ đang theo bản «" + version + "». Hãy chọn bản khác.");
        }
        if (other.from().isAfter(act.day)) {
            throw otherVersion("Bản «" + version + "» có hiệu lực từ " + Vietnamese.day(other.from())
                    + ", sau ngày thực hiện. Hồ sơ chưa đi tiếp theo bản này được.");
        }
        if (!act.desk
                .procedures()
                .open(row.procedure(), row.receivedOn(), act.day)
                .contains(other)) {
            throw otherVersion("Bản «" + version + "» đã hết hiệu lực trước ngày nhận hồ sơ ("
                    + Vietnamese.day(row.receivedOn())
                    + "). Hồ sơ chỉ đi tiếp theo bản có hiệu lực vào ngày nhận hoặc sau ngày ấy.");
        }
        return other;
    }

    private static Problem otherVersion(String why) {
        return Problem.invalid("AS-CASE-VERSION", why);
    }

    private void dropDraft() throws SQLException {
        CaseParts.dropDraft(act.connection, act.row().id());
        act.change(new CaseChange().set("drafter", null));
    }

    void giveResult(String recipient) throws SQLException {
        act.requireState(CaseState.DECIDED);
        act.requireTurn();
        String who = Reasons.require(recipient);
        new Steps(act).end();
        act.change(new CaseChange().set("state", CaseState.DONE));
        act.event(CaseEvent.Kind.RESULT_GIVEN, "Người nhận: " + who);
    }
}
