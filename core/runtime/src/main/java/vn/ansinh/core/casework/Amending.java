package vn.ansinh.core.casework;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.ansinh.api.casework.Application;
import vn.ansinh.api.casework.Application.Particulars;
import vn.ansinh.api.casework.CaseDetail.Check;
import vn.ansinh.api.casework.CaseEvent;
import vn.ansinh.api.casework.CaseState;
import vn.ansinh.api.codelist.CodeLists;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;

/**
 * What was told, told anew, until a decision is drafted. What the official does not see stays as it was. A day of death, a reason or
 * a destination decides about money: who changes one says why, and what it was stays in the events and in the audit.
 */
final class Amending {

    private final CaseAct act;

    Amending(CaseAct act) {
        this.act = act;
    }

    /** @param reason why what decides about money is changed; blank where nothing of it is */
    void amend(Application application, String reason) throws SQLException {
        act.requireState(CaseState.OPEN, CaseState.WAITING);
        new Walking(act).requireTurnOrDesk();
        if (act.row().drafter() != null) {
            throw CaseAct.wrongStep("Đã dự thảo quyết định nên không sửa được nữa. Muốn sửa, hãy trả lại bước trước.");
        }
        CaseRow row = act.row();
        if (application.personId() != row.personId()
                || application.unitId() != row.unitId()
                || !application.procedure().equals(row.procedure())) {
            throw Problem.invalid(
                    "AS-CASE-OTHER",
                    "Không đổi được người, đơn vị, thủ tục của hồ sơ. Hãy rút hồ sơ và tiếp nhận mới.");
        }
        Application told = CaseSight.within(act.desk, act.caller, row, act.procedure)
                .restored(row, CaseRows.answers(act.connection, row.id()), application);
        // who has the case has the person in it, though they may not live here yet
        ApplicationChecks checks = act.desk.knowing(
                () -> ApplicationChecks.of(act.desk, told, act.procedure).requireApplicant());
        List<Difference> differences = differences(row, told.subject());
        String why = differences.isEmpty() ? Reasons.optional(reason) : reasoned(checks, reason);
        CaseChange change = new CaseChange();
        Reception.ofApplication(checks, told, checks.missing()).forEach(change::set);
        if (row.termOn() == null && application.promisedOn() != null) {
            change.set("promised_on", application.promisedOn());
        }
        CaseParts.answers(act.connection, row.id(), told.answers());
        act.change(change.set("holder", act.caller.account()));
        if (act.row().sensitive() && !row.sensitive()) {
            new PaperTrail(act).conceal();
        }
        act.event(
                CaseEvent.Kind.CHANGED,
                note(differences, why),
                why,
                audited(differences, Difference::before),
                audited(differences, Difference::after));
    }

    /** What the law counts from was another thing. @param field of the audit @param words as officials call it */
    private record Difference(String field, String words, String before, String after) {}

    private List<Difference> differences(CaseRow row, Particulars now) {
        List<Difference> differences = new ArrayList<>();
        add(
                differences,
                "event-on",
                "Ngày xảy ra",
                row.eventOn() == null ? "" : Vietnamese.day(row.eventOn()),
                now.eventOn() == null ? "" : Vietnamese.day(now.eventOn()));
        add(differences, "end-reason", "Lý do thôi hưởng", named(row.reason()), named(now.reason()));
        add(differences, "moves-to", "Nơi chuyển đến", place(row.toUnitId()), place(now.toUnitId()));
        if (!row.entitlements().equals(now.entitlements())) {
            differences.add(new Difference(
                    "entitlements", "Số chế độ được chọn", number(row.entitlements()), number(now.entitlements())));
        }
        return differences;
    }

    private static void add(List<Difference> differences, String field, String words, String before, String after) {
        if (!Objects.equals(before, after)) {
            differences.add(new Difference(field, words, before, after));
        }
    }

    private String named(String reason) {
        return reason == null
                ? ""
                : act.desk
                        .codeLists()
                        .byCode(PaperFields.REASONS, reason)
                        .map(CodeLists.Entry::name)
                        .orElse(reason);
    }

    private String place(long unitId) {
        return unitId == 0 ? "" : act.desk.units().fullName(unitId);
    }

    private static String number(java.util.Set<Long> rights) {
        return rights.isEmpty() ? "tất cả" : Integer.toString(rights.size());
    }

    private String reasoned(ApplicationChecks checks, String reason) {
        if (act.row().formerUnitId() != 0) {
            throw CaseAct.wrongStep("Nơi chuyển đi đã quyết định theo những điều này nên không sửa được nữa.");
        }
        List<Check> against = checks.ofEffect().stream()
                .filter(check -> check.blocking() && !check.passed())
                .toList();
        if (!against.isEmpty()) {
            throw Problem.conflict("AS-CASE-CHECK", Reception.told(against));
        }
        return Reasons.require(reason);
    }

    private static String note(List<Difference> differences, String why) {
        String changes = differences.stream()
                .map(each -> each.words() + ": " + shown(each.before()) + " → " + shown(each.after()) + ".")
                .collect(Collectors.joining(" "));
        return differences.isEmpty() ? why : changes + " Lý do sửa: " + why;
    }

    private static String shown(String value) {
        return value.isEmpty() ? "chưa ghi" : value;
    }

    private static Map<String, String> audited(
            List<Difference> differences, java.util.function.Function<Difference, String> side) {
        Map<String, String> values = new TreeMap<>();
        differences.forEach(each -> values.put(each.field(), side.apply(each)));
        return values;
    }
}
