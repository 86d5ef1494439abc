package vn.ansinh.core.casework;

import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.ansinh.api.casework.CaseDetail.Draft;
import vn.ansinh.api.casework.CaseDetail.Paper;
import vn.ansinh.api.casework.CaseEvent;
import vn.ansinh.api.casework.CaseFiles.Signing;
import vn.ansinh.api.casework.CaseState;
import vn.ansinh.api.casework.Step;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.core.casework.CaseParts.KeptDraft;
import vn.ansinh.core.casework.Proposals.Proposed;

/** Proposes a decision and signs it: two people. What a signature does with rights and facts is done with it, or nothing is. */
final class Deciding {

    private final CaseAct act;

    Deciding(CaseAct act) {
        this.act = act;
    }

    private Proposals proposals() throws SQLException {
        return new Proposals(
                act.desk,
                act.caller,
                act.row(),
                act.step(),
                CaseRows.answers(act.connection, act.row().id()),
                act.day);
    }

    void draft(Draft.Outcome outcome, YearMonth from, String reason, boolean conflictsSeen) throws SQLException {
        act.requireState(CaseState.OPEN);
        act.requireTurn();
        act.requireKind(Step.Kind.REVIEW, Step.Kind.SUBMISSION, Step.Kind.APPRAISAL);
        KeptDraft kept = outcome == Draft.Outcome.REJECT
                ? new KeptDraft(
                        new Draft(outcome, null, null, 0, "", Reasons.require(reason), act.caller.account(), null),
                        false,
                        true)
                : grant(from, conflictsSeen);
        CaseParts.draft(act.connection, act.row().id(), kept);
        act.change(new CaseChange().set("drafter", act.caller.account()).set("holder", act.caller.account()));
        PaperTrail papers = new PaperTrail(act);
        PaperFields fields = new PaperFields(act).decision(kept.draft());
        papers.produced("to-trinh", new PaperFields(act).decision(kept.draft()).submission());
        long paper = papers.produced(template(kept.draft()), fields);
        String said =
                outcome == Draft.Outcome.REJECT ? "Từ chối: " + kept.draft().reason() : "Đề nghị quyết định.";
        act.event(CaseEvent.Kind.DRAFTED, said, paper);
    }

    private KeptDraft grant(YearMonth from, boolean conflictsSeen) throws SQLException {
        if (!act.row().missing().isEmpty()) {
            throw Problem.conflict("AS-CASE-CHECK", "Hồ sơ còn thiếu giấy tờ hoặc thông tin bắt buộc.");
        }
        Proposed proposed = proposals().grant(from);
        requireGrantable(proposed, conflictsSeen);
        return new KeptDraft(proposed.draft(), from != null, conflictsSeen);
    }

    private static void requireGrantable(Proposed proposed, boolean conflictsSeen) {
        if (proposed.against() != null) {
            throw Problem.conflict("AS-CASE-CHECK", proposed.against());
        }
        if (!proposed.conflicts().isEmpty() && !conflictsSeen) {
            throw Problem.conflict("AS-ENTITLEMENT-CONFLICTS", String.join("\n", proposed.conflicts()));
        }
    }

    private String template(Draft draft) {
        if (draft.outcome() == Draft.Outcome.REJECT) {
            return "thong-bao-khong-du";
        }
        return decides().papers().stream().findFirst().orElseGet(this::usual);
    }

    /** The step in which is signed: this one or the next of its kind. */
    private Step decides() {
        List<Step> steps = act.procedure.steps();
        return steps.subList(steps.indexOf(act.step()), steps.size()).stream()
                .filter(step -> step.kind() == Step.Kind.DECISION)
                .findFirst()
                .orElseThrow(() -> Problem.conflict("AS-CASE-CHECK", "Thủ tục không còn bước quyết định."));
    }

    /** What is signed where the procedure names no paper. */
    private String usual() {
        return switch (act.row().effect()) {
            case OPEN -> "quyet-dinh-huong";
            case ADJUST -> "quyet-dinh-dieu-chinh";
            case END -> "quyet-dinh-thoi-huong";
            case MOVE -> "quyet-dinh-chuyen";
            case MOVE_OUT -> act.step().elsewhere() ? "quyet-dinh-huong" : "quyet-dinh-chuyen";
            case ONCE -> "quyet-dinh-mai-tang";
        };
    }

    void sign(Signing signing) throws SQLException {
        act.requireState(CaseState.OPEN);
        act.requireTurn();
        act.requireKind(Step.Kind.DECISION);
        KeptDraft kept = CaseParts.draft(act.connection, act.row().id())
                .orElseThrow(() -> Problem.conflict("AS-CASE-CHECK", "Chưa có dự thảo quyết định để ký."));
        if (kept.draft().drafter().equals(act.caller.account())) {
            throw Problem.conflict(
                    "AS-CASE-OWN", "Người dự thảo không được tự ký. Vui lòng để người có thẩm quyền khác ký.");
        }
        if (signing == null || signing.signer() == null || signing.signer().isBlank()) {
            throw Problem.invalid("AS-CASE-SIGNER", "Thiếu họ tên người ký.");
        }
        if (kept.draft().outcome() == Draft.Outcome.REJECT) {
            reject(kept.draft(), signing);
        } else {
            grant(kept, signing);
        }
    }

    private void reject(Draft draft, Signing signing) throws SQLException {
        String number = number(template(draft), signing, false);
        long paper = paper(draft, signing, number, "Thông báo không đủ điều kiện");
        new Steps(act).end();
        act.change(decided().set("state", CaseState.REJECTED));
        act.event(CaseEvent.Kind.REJECTED, draft.reason(), paper);
    }

    private void grant(KeptDraft kept, Signing signing) throws SQLException {
        Proposals proposals = proposals();
        Proposed now = proposals.grant(kept.fromChosen() ? kept.draft().from() : null);
        requireGrantable(now, kept.conflictsSeen());
        if (now.draft().amount() != kept.draft().amount()) {
            throw Problem.conflict(
                    "AS-CASE-CHECK",
                    "Mức hưởng đã thay đổi kể từ khi dự thảo. Vui lòng trả lại để dự thảo lại theo mức mới.");
        }
        if (signing.documentId() != 0
                && !Objects.equals(now.draft().from(), kept.draft().from())) {
            throw Problem.conflict(
                    "AS-CASE-CHECK",
                    "Dự thảo ghi tháng " + Vietnamese.month(kept.draft().from()) + "; ký ngày "
                            + Vietnamese.day(act.day) + " thì tính tháng "
                            + Vietnamese.month(now.draft().from())
                            + " nên bản đã ký không còn đúng. Vui lòng trả lại để dự thảo lại.");
        }
        String number = number(template(kept.draft()), signing, true);
        new Effects(act, proposals, number).of(now.draft(), kept.conflictsSeen());
        long paper = paper(now.draft(), signing, number, "Quyết định");
        act.event(CaseEvent.Kind.SIGNED, "Quyết định số " + number, paper);
        Steps steps = new Steps(act);
        Optional<Step> next = steps.next();
        steps.end();
        act.change(decided());
        if (next.isEmpty()) {
            act.change(new CaseChange().set("state", CaseState.DONE));
            return;
        }
        if (next.get().elsewhere() && act.row().formerUnitId() == 0 && act.row().toUnitId() != 0) {
            handOver();
        }
        steps.enter(next.get());
    }

    private CaseChange decided() throws SQLException {
        CaseParts.dropDraft(act.connection, act.row().id());
        boolean late = act.row().termOn() != null && act.day.isAfter(act.row().termOn());
        return new CaseChange()
                .set("decided_on", act.day)
                .set("decided_late", late)
                .set("drafter", null);
    }

    /** The file follows the person; where it was keeps its sight of it. */
    private void handOver() throws SQLException {
        long to = act.row().toUnitId();
        act.event(CaseEvent.Kind.HANDED_OVER, "Đến " + act.desk.units().fullName(to));
        act.desk.papers().move(act.row().id(), to);
        act.change(new CaseChange()
                .set("former_unit_id", act.row().unitId())
                .set("unit_id", to)
                .set("to_unit_id", null));
    }

    private String number(String template, Signing signing, boolean required) {
        String number = signing.number() == null || signing.number().isBlank()
                ? new PaperTrail(act).number(template)
                : signing.number().strip();
        if (number == null && required) {
            throw Problem.invalid("AS-CASE-NUMBER", "Thiếu số quyết định. Vui lòng ghi theo văn bản đã ký.");
        }
        return number;
    }

    /** The signed scan, else what is drafted with number and signature. */
    private long paper(Draft draft, Signing signing, String number, String name) throws SQLException {
        if (signing.documentId() == 0) {
            return new PaperTrail(act).produced(template(draft), number, signing, new PaperFields(act).decision(draft));
        }
        new PaperTrail(act).requireKept(signing.documentId());
        CaseParts.paper(
                act.connection,
                act.row().id(),
                new Paper(
                        signing.documentId(),
                        template(draft),
                        name,
                        number,
                        signing.signer().strip(),
                        act.desk.clock().instant(),
                        false),
                false);
        return signing.documentId();
    }

    void sendBack(String reason) throws SQLException {
        act.requireState(CaseState.OPEN);
        act.requireTurn();
        act.requireKind(Step.Kind.DECISION);
        new Walking(act).back(CaseEvent.Kind.SENT_BACK, Reasons.require(reason));
    }

    /** What would be decided now. */
    static Draft look(Proposed proposed) {
        List<String> lines = new ArrayList<>();
        Draft draft = proposed.draft();
        lines.add(proposed.against() != null ? proposed.against() : draft.words());
        lines.addAll(proposed.conflicts());
        return new Draft(
                draft.outcome(),
                draft.benefit(),
                draft.from(),
                draft.amount(),
                String.join("\n", lines),
                draft.reason(),
                draft.drafter(),
                null);
    }
}
