package vn.ansinh.core.casework;

import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.casework.CaseDetail.Track;
import vn.ansinh.api.casework.CaseEvent;
import vn.ansinh.api.casework.CaseState;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Step;
import vn.ansinh.core.casework.term.Due;
import vn.ansinh.core.casework.term.OfficeDays;
import vn.ansinh.core.casework.term.Stop;
import vn.ansinh.core.casework.term.TermClock;
import vn.ansinh.core.sql.Change;
import vn.ansinh.core.sql.Rows;

/** How a case goes from step to step, and by when each is to be done. */
final class Steps {

    private static final String WALKED =
            "select step, begun, clock, ended, due, ended_by, skipped" + " from ansinh.case_step where case_id = ?";

    private final CaseAct act;
    private final TermClock clock;

    Steps(CaseAct act) {
        this.act = act;
        this.clock = clock(act.desk, act.row());
    }

    /** Terms as they run where the case is. */
    static TermClock clock(CaseDesk desk, CaseRow row) {
        return new TermClock(OfficeDays.of(desk.codeLists(), row.unitId(), row.receivedOn()));
    }

    /** @param clock day after which its term counts */
    private record Walked(
            LocalDate begun, LocalDate clock, LocalDate ended, LocalDate due, String by, boolean skipped) {}

    private static Map<String, Walked> walked(Connection connection, long id) throws SQLException {
        Map<String, Walked> walked = new HashMap<>();
        Rows.list(
                connection,
                WALKED,
                select -> select.setLong(1, id),
                row -> walked.put(
                        row.getString(1),
                        new Walked(
                                CaseRows.day(row, 2),
                                CaseRows.day(row, 3),
                                CaseRows.day(row, 4),
                                CaseRows.day(row, 5),
                                row.getString(6),
                                row.getBoolean(7))));
        return walked;
    }

    /** Where each step stands, in order. */
    static List<Track> track(Connection connection, CaseRow row, Procedure procedure) throws SQLException {
        Map<String, Walked> walked = walked(connection, row.id());
        List<Track> track = new ArrayList<>();
        for (Step step : procedure.steps()) {
            Walked one = walked.get(step.code());
            boolean now = one != null && one.ended() == null && step.code().equals(row.step());
            track.add(
                    one == null
                            ? new Track(step, null, null, null, null, false)
                            : new Track(
                                    step,
                                    one.begun(),
                                    one.ended(),
                                    now ? row.due() : one.due(),
                                    one.by(),
                                    one.skipped()));
        }
        return track;
    }

    /** The step after the present one that the case does not pass by. */
    Optional<Step> next() {
        return from(index(act.row().step()) + 1);
    }

    private Optional<Step> from(int first) {
        List<Step> steps = act.procedure.steps();
        for (int i = first; i < steps.size(); i++) {
            if (!passedBy(steps.get(i))) {
                return Optional.of(steps.get(i));
            }
        }
        return Optional.empty();
    }

    private boolean passedBy(Step step) {
        return step.kind() == Step.Kind.COMPLAINT
                || step.kind() == Step.Kind.POSTING && act.row().sensitive();
    }

    /** The step to which the present one is given back; none over the border that a file crossed. */
    Optional<Step> before() {
        List<Step> steps = act.procedure.steps();
        for (int i = index(act.row().step()) - 1; i >= 0; i--) {
            Step step = steps.get(i);
            if (step.elsewhere() != act.step().elsewhere() || step.kind() == Step.Kind.RESULT) {
                return Optional.empty();
            }
            if (step.kind() != Step.Kind.COMPLAINT
                    && step.kind() != Step.Kind.POSTING
                    && step.kind() != Step.Kind.DECISION) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    private int index(String code) {
        List<Step> steps = act.procedure.steps();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).code().equals(code)) {
                return i;
            }
        }
        throw new IllegalStateException(code);
    }

    /** Ends the present step on the day of the act. */
    void end() throws SQLException {
        Change.of(
                act.connection,
                "update ansinh.case_step set ended = ?, due = ?, ended_by = ? where case_id = ? and step = ?",
                update -> {
                    update.setDate(1, Date.valueOf(act.day));
                    update.setDate(2, sql(act.row().due()));
                    update.setString(3, act.caller.fullName());
                    update.setLong(4, act.row().id());
                    update.setString(5, act.row().step());
                });
    }

    /** The case comes to a step on the day of the act; those between that it passes by are marked so. */
    void enter(Step step) throws SQLException {
        boolean onward = index(step.code()) > index(act.row().step());
        if (onward) {
            for (int i = index(act.row().step()) + 1; i < index(step.code()); i++) {
                write(act.procedure.steps().get(i), null, null, true);
            }
        }
        LocalDate counted = act.row().kind() == Step.Kind.RECEPTION && onward ? complete() : act.day;
        write(step, act.day, counted, false);
        act.change(standing(step, counted)
                .set("state", step.kind() == Step.Kind.RESULT ? CaseState.DECIDED : CaseState.OPEN)
                .set("since", act.day)
                .set("holder", null));
        if (step.kind() == Step.Kind.POSTING) {
            act.event(CaseEvent.Kind.POSTED, "");
        }
    }

    /** Which step, who has to act, by when. */
    CaseChange standing(Step step, LocalDate counted) throws SQLException {
        Due due = due(step, counted);
        return new CaseChange()
                .set("step", step.code())
                .set("step_kind", step.kind())
                .set("holder_unit_id", act.turns().holder(act.row().unitId(), step.level(), act.desk.today()))
                .set("due", due.day())
                .set("provisional", act.row().provisional() || due.provisional());
    }

    /** The file was complete when it was handed in, or when the last missing paper came. */
    private LocalDate complete() throws SQLException {
        List<Stop> stops = CaseParts.stops(act.connection, act.row().id());
        return stops.isEmpty()
                ? act.row().receivedOn()
                : stops.get(stops.size() - 1).to();
    }

    private Due due(Step step, LocalDate counted) throws SQLException {
        Walked cover = walked(act.connection, act.row().id()).get(step.within());
        if (step.within() != null && (cover == null || cover.clock() == null)) {
            return Due.NONE;
        }
        return clock.due(
                act.procedure,
                step,
                counted,
                cover == null ? null : cover.clock(),
                CaseParts.stops(act.connection, act.row().id()));
    }

    /** The due day of the present step, counted anew: the citizen's turn began or ended. */
    LocalDate dueAgain() throws SQLException {
        Walked now = walked(act.connection, act.row().id()).get(act.row().step());
        return due(act.step(), now.clock() == null ? act.row().since() : now.clock())
                .day();
    }

    /** Steps that another version has, too, stay as they were walked; what happened in the others stays in the events. */
    static void carry(Connection connection, long id, Procedure other) throws SQLException {
        Array codes = connection.createArrayOf(
                "text", other.steps().stream().map(Step::code).toArray());
        Array kinds = connection.createArrayOf(
                "text", other.steps().stream().map(step -> step.kind().name()).toArray());
        Change.of(
                connection,
                "delete from ansinh.case_step where case_id = ?"
                        + " and (step, kind) not in (select * from unnest(?::text[], ?::text[]))",
                delete -> {
                    delete.setLong(1, id);
                    delete.setArray(2, codes);
                    delete.setArray(3, kinds);
                });
        Change.of(
                connection,
                "update ansinh.case_step set ord = array_position(?::text[], step) - 1 where case_id = ?",
                update -> {
                    update.setArray(1, codes);
                    update.setLong(2, id);
                });
    }

    /** A step of another version, of the same kind: its term counts from the day on which the case came to the former one. */
    void resume(Step step) throws SQLException {
        write(step, act.row().since(), act.row().since(), false);
        act.change(standing(step, act.row().since()));
    }

    /** The posting that a complaint broke off and that has to go on; empty when it hung long enough. */
    Optional<Step> postingLeft() throws SQLException {
        Map<String, Walked> walked = walked(act.connection, act.row().id());
        return act.procedure.steps().stream()
                .filter(step -> step.kind() == Step.Kind.POSTING)
                .filter(step -> {
                    Walked posting = walked.get(step.code());
                    return posting != null
                            && posting.begun() != null
                            && posting.ended() != null
                            && posting.ended().isBefore(clock.postedUntil(step, posting.begun()));
                })
                .findFirst();
    }

    /** First day on which a posting may be taken down. */
    LocalDate postedUntil() {
        return clock.postedUntil(act.step(), act.row().since());
    }

    /** By when law wants the result, with the citizen's turns and a complaint that there was; {@code null} when it is not known. */
    LocalDate term() throws SQLException {
        boolean objected = !Rows.list(
                        act.connection,
                        "select id from ansinh.case_complaint where case_id = ?",
                        select -> select.setLong(1, act.row().id()),
                        row -> row.getLong(1))
                .isEmpty();
        return clock.whole(
                        act.procedure,
                        act.row().receivedOn(),
                        CaseParts.stops(act.connection, act.row().id()),
                        objected)
                .day();
    }

    /** Counts the term anew; who was promised that day is promised the new one, another promise moves as far. */
    CaseChange promise(CaseChange change) throws SQLException {
        LocalDate before = act.row().termOn();
        LocalDate now = term();
        LocalDate promised = act.row().promisedOn();
        if (before == null || now == null) {
            return change;
        }
        return change.set("term_on", now)
                .set(
                        "promised_on",
                        promised == null || promised.equals(before)
                                ? now
                                : clock.days().plus(promised, clock.days().between(before, now)));
    }

    /** Whether a term of the procedure rests on what nobody has read. */
    static boolean provisional(Procedure procedure) {
        return procedure.steps().stream().anyMatch(step -> step.term().provisional());
    }

    /** Writes where a step stands; one that is done again begins anew. */
    void write(Step step, LocalDate begun, LocalDate counted, boolean skipped) throws SQLException {
        Change.of(
                act.connection,
                "insert into ansinh.case_step (case_id, ord, step, kind, begun, clock, skipped) values (?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (case_id, step) do update set begun = excluded.begun, clock = excluded.clock,"
                        + " ended = null, due = null, ended_by = null, skipped = excluded.skipped"
                        + " where not excluded.skipped or case_step.begun is null",
                insert -> {
                    insert.setLong(1, act.row().id());
                    insert.setInt(2, index(step.code()));
                    insert.setString(3, step.code());
                    insert.setString(4, step.kind().name());
                    insert.setDate(5, sql(begun));
                    insert.setDate(6, sql(counted));
                    insert.setBoolean(7, skipped);
                });
    }

    private static Date sql(LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }
}
