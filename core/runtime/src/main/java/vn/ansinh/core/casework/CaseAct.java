package vn.ansinh.core.casework;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.audit.Subject;
import vn.ansinh.api.casework.CaseEvent;
import vn.ansinh.api.casework.CaseFiles.At;
import vn.ansinh.api.casework.CasePermissions;
import vn.ansinh.api.casework.CaseState;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Step;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.text.Vietnamese;
import vn.ansinh.core.sql.Rows;

/**
 * An official at work on one case, whose row is held until the transaction ends: whoever comes second finds another revision.
 * Everything that happens is an event and a row in the audit.
 */
final class CaseAct {

    private static final String LOCK = "select revision from ansinh.case_file where id = ? for update";

    final CaseDesk desk;
    final Connection connection;
    final Caller caller;
    Procedure procedure;
    final LocalDate day;
    private CaseRow row;

    private CaseAct(
            CaseDesk desk, Connection connection, Caller caller, Procedure procedure, LocalDate day, CaseRow row) {
        this.desk = desk;
        this.connection = connection;
        this.caller = caller;
        this.procedure = procedure;
        this.day = day;
        this.row = row;
    }

    /** Takes a case that was just laid down. */
    static CaseAct fresh(CaseDesk desk, Connection connection, Caller caller, Procedure procedure, long id)
            throws SQLException {
        CaseRow row = CaseRows.byId(connection, id).orElseThrow();
        return new CaseAct(desk, connection, caller, procedure, row.receivedOn(), row);
    }

    /**
     * Opens a case to act on it as it was looked at.
     *
     * @throws Problem NOT_FOUND, FORBIDDEN where it is only seen, CONFLICT {@code AS-CASE-CHANGED}, INVALID for the day
     */
    static CaseAct open(CaseDesk desk, Connection connection, At at) throws SQLException {
        Caller caller = desk.access().require(CasePermissions.READ);
        CaseRow seen = CaseRows.byId(connection, at.id()).orElseThrow(CaseAct::unknown);
        caller.requireProgram(seen.program());
        List<Integer> held =
                Rows.list(connection, LOCK, select -> select.setLong(1, at.id()), found -> found.getInt(1));
        if (held.isEmpty() || !desk.units().isWithin(seen.unitId(), caller.unitId())) {
            throw Problem.forbidden(
                    "AS-CASE-TURN",
                    "Hồ sơ đã chuyển đến " + desk.units().fullName(seen.unitId()) + ". Nơi chuyển đi chỉ xem.");
        }
        if (held.get(0) != at.revision()) {
            throw Problem.conflict(
                    "AS-CASE-CHANGED",
                    "Hồ sơ vừa được người khác cập nhật. Vui lòng mở lại hồ sơ, xem thay đổi rồi làm tiếp.");
        }
        CaseRow row = CaseRows.byId(connection, at.id()).orElseThrow(CaseAct::unknown);
        LocalDate day = at.day() == null ? desk.today() : at.day();
        CaseAct act = new CaseAct(desk, connection, caller, desk.procedure(row.procedure(), row.version()), day, row);
        act.requireDay();
        return act;
    }

    static Problem unknown() {
        return Problem.notFound("AS-CASE-UNKNOWN", "Không có hồ sơ này, hoặc hồ sơ không thuộc địa bàn được giao.");
    }

    private void requireDay() {
        if (day.isAfter(desk.today())) {
            throw Problem.invalid("AS-CASE-DAY", "Ngày thực hiện không được sau hôm nay.");
        }
        if (day.isBefore(row.since())) {
            throw Problem.invalid(
                    "AS-CASE-DAY",
                    "Ngày thực hiện không được trước ngày hồ sơ đến bước này (" + Vietnamese.day(row.since()) + ").");
        }
    }

    CaseRow row() {
        return row;
    }

    Step step() {
        return procedure.step(row.step()).orElseThrow();
    }

    /** @throws Problem CONFLICT {@code AS-CASE-STEP} unless the case is in one of the states */
    void requireState(CaseState... states) {
        if (!List.of(states).contains(row.state())) {
            throw wrongStep("Hồ sơ đang ở trạng thái «" + row.state().label() + "» nên không làm được việc này.");
        }
    }

    /** @throws Problem CONFLICT {@code AS-CASE-STEP} unless the step is of one of the kinds */
    void requireKind(Step.Kind... kinds) {
        if (!List.of(kinds).contains(row.kind())) {
            throw wrongStep("Ở bước «" + step().name() + "» không làm được việc này.");
        }
    }

    static Problem wrongStep(String why) {
        return Problem.conflict("AS-CASE-STEP", why);
    }

    /** @throws Problem FORBIDDEN, saying whose turn it is */
    void requireTurn() {
        turns().require(caller, step(), row.unitId(), day);
    }

    Turns turns() {
        return new Turns(desk.units(), desk.today());
    }

    /** Goes on under another version, in one of its steps. */
    void under(Procedure other, Step same) throws SQLException {
        Steps.carry(connection, row.id(), other);
        procedure = other;
        change(new CaseChange()
                .set("version", other.version())
                .set("effect", other.effect())
                .set("provisional", Steps.provisional(other))
                .set("step", same.code())
                .set("step_kind", same.kind()));
        new Steps(this).resume(same);
    }

    /** Writes the row anew, and looks at it again. */
    void change(CaseChange change) throws SQLException {
        change.on(connection, row.id());
        row = CaseRows.byId(connection, row.id()).orElseThrow();
    }

    void event(CaseEvent.Kind kind, String note) throws SQLException {
        event(kind, note, 0);
    }

    /** Tells what happened in the step that the case is in. @param paper id of the document that it made, 0 for none */
    void event(CaseEvent.Kind kind, String note, long paper) throws SQLException {
        CaseParts.event(connection, row, kind, day, caller, note, paper);
        audited(kind, note, Map.of(), Map.of());
    }

    /** As {@link #event(CaseEvent.Kind, String)}, with what was before and what is now in the audit, and why. */
    void event(CaseEvent.Kind kind, String note, String why, Map<String, String> before, Map<String, String> after)
            throws SQLException {
        CaseParts.event(connection, row, kind, day, caller, note, 0);
        audited(kind, why, before, after);
    }

    private void audited(CaseEvent.Kind kind, String why, Map<String, String> before, Map<String, String> after) {
        Map<String, String> told = new TreeMap<>(after);
        told.put("case", row.number());
        told.put("case-step", step().name());
        told.put("day", Vietnamese.day(day));
        desk.audit()
                .changed(
                        Subject.person(row.personId()),
                        "case." + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                        before,
                        told,
                        why == null || why.isBlank() ? null : why);
    }
}
