package vn.ansinh.core.casework;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.casework.Application;
import vn.ansinh.api.casework.CaseDetail.Check;
import vn.ansinh.api.casework.CaseEvent;
import vn.ansinh.api.casework.CasePermissions;
import vn.ansinh.api.casework.CaseState;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Step;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.sql.Rows;

/** The one-stop desk takes an application, or turns it away. */
final class Reception {

    private static final String NEXT_NUMBER = """
            insert into ansinh.case_number as n (code, year, last) values (?, ?, 1)
            on conflict (code, year) do update set last = n.last + 1 returning last""";

    private static final String OPEN_ALREADY = """
            select number from ansinh.case_file
            where person_id = ? and procedure = ? and state in ('OPEN', 'WAITING')""";

    /** Two desks may take the same person's papers at the same moment: the one that comes second is told so. */
    private static final String UNLESS_OPEN = """
             on conflict (person_id, procedure) where state in ('OPEN', 'WAITING') do nothing returning id""";

    private static final String BEFORE = "Hồ sơ cùng thủ tục của người này vừa được nơi khác tiếp nhận.";

    private final CaseDesk desk;

    Reception(CaseDesk desk) {
        this.desk = desk;
    }

    List<Check> check(Application application) {
        require(application);
        ApplicationChecks checks = ApplicationChecks.of(desk, application, null);
        List<Check> found = new ArrayList<>(checks.checks(true));
        openAlready(checks).ifPresent(number -> found.add(new Check(false, true, twice(number))));
        return found;
    }

    private Caller require(Application application) {
        return desk.access().require(CasePermissions.RECEIVE, application.unitId());
    }

    private Optional<String> openAlready(ApplicationChecks checks) {
        return desk.knowing(() -> desk.everywhere()
                .call(connection -> Rows.list(
                                connection,
                                OPEN_ALREADY,
                                select -> {
                                    select.setLong(1, checks.person().id());
                                    select.setString(2, checks.procedure().id());
                                },
                                row -> row.getString(1))
                        .stream()
                        .findFirst()));
    }

    private static String twice(String number) {
        return "Người này đang có hồ sơ cùng thủ tục chưa giải quyết xong (số " + number + ").";
    }

    /** @param incomplete whether one that lacks something is taken and waits for it */
    long receive(Application application, boolean incomplete) {
        Caller caller = require(application);
        ApplicationChecks checks = ApplicationChecks.of(desk, application, null).requireApplicant();
        caller.requireProgram(checks.procedure().program());
        Step first = checks.procedure().steps().get(0);
        turns().require(caller, first, application.unitId(), application.receivedOn());
        openAlready(checks).ifPresent(number -> {
            throw Problem.conflict("AS-CASE-TWICE", twice(number));
        });
        Set<String> missing = checks.missing();
        List<Check> against = against(checks, true);
        if (against.size() > missing.size() || !missing.isEmpty() && !incomplete) {
            throw Problem.conflict("AS-CASE-CHECK", told(against));
        }
        return desk.transactions().call(connection -> {
            CaseAct act = lay(connection, caller, checks, application, missing, CaseState.OPEN);
            long slip = new PaperTrail(act).produced("giay-tiep-nhan", new PaperFields(act));
            act.event(CaseEvent.Kind.RECEIVED, "", slip);
            if (!missing.isEmpty()) {
                String lacking = checks.sensitive()
                        ? "Còn thiếu giấy tờ, thông tin như đã hướng dẫn."
                        : told(against(checks, false));
                CaseParts.stop(connection, act.row().id(), act.day, null, lacking);
                act.change(new CaseChange().set("state", CaseState.WAITING).set("due", null));
                long asking =
                        new PaperTrail(act).produced("phieu-bo-sung", new PaperFields(act).and("can_bo_sung", lacking));
                act.event(CaseEvent.Kind.SUPPLEMENT_ASKED, lacking, asking);
            }
            return act.row().id();
        });
    }

    /** The case is kept as rejected. */
    long refuse(Application application, String reason) {
        Caller caller = require(application);
        String why = Reasons.require(reason);
        ApplicationChecks checks = ApplicationChecks.of(desk, application, null).requireApplicant();
        caller.requireProgram(checks.procedure().program());
        turns().require(caller, checks.procedure().steps().get(0), application.unitId(), application.receivedOn());
        return desk.transactions().call(connection -> {
            CaseAct act = lay(connection, caller, checks, application, checks.missing(), CaseState.REJECTED);
            act.event(CaseEvent.Kind.RECEIVED, "");
            act.change(new CaseChange().set("decided_on", act.day).set("decided_late", false));
            new Steps(act).end();
            act.event(
                    CaseEvent.Kind.REJECTED,
                    why,
                    new PaperTrail(act).produced("phieu-tu-choi", new PaperFields(act).and("ly_do", why)));
            return act.row().id();
        });
    }

    private Turns turns() {
        return new Turns(desk.units(), desk.today());
    }

    private static List<Check> against(ApplicationChecks checks, boolean all) {
        return checks.checks(all).stream()
                .filter(check -> check.blocking() && !check.passed())
                .toList();
    }

    static String told(List<Check> against) {
        return against.stream().map(Check::text).collect(Collectors.joining("\n"));
    }

    /**
     * @param state in which it begins: one that is turned away is never open, the person may have another one that is
     * @throws Problem CONFLICT {@code AS-CASE-TWICE} when another desk was a moment earlier
     */
    private CaseAct lay(
            Connection connection,
            Caller caller,
            ApplicationChecks checks,
            Application application,
            Set<String> missing,
            CaseState state)
            throws SQLException {
        Procedure procedure = checks.procedure();
        Step first = procedure.steps().get(0);
        Map<String, Object> values = new HashMap<>(ofApplication(checks, application, missing));
        values.put("number", number(connection, application.unitId(), application.receivedOn()));
        values.put("procedure", procedure.id());
        values.put("version", procedure.version());
        values.put("program", procedure.program());
        values.put("effect", procedure.effect().name());
        values.put("person_id", checks.person().id());
        values.put("person_name", checks.person().fullName());
        values.put("unit_id", application.unitId());
        values.put("holder_unit_id", turns().holder(application.unitId(), first.level(), desk.today()));
        values.put("holder", caller.account());
        values.put("state", state.name());
        values.put("step", first.code());
        values.put("step_kind", first.kind().name());
        values.put("received_on", application.receivedOn());
        values.put("since", application.receivedOn());
        values.put("provisional", Steps.provisional(procedure));
        values.put("created_by", caller.account());
        long id = insert(connection, values)
                .orElseThrow(() -> Problem.conflict(
                        "AS-CASE-TWICE",
                        openAlready(checks).map(Reception::twice).orElse(BEFORE)));
        CaseParts.answers(connection, id, application.answers());
        CaseAct act = CaseAct.fresh(desk, connection, caller, procedure, id);
        Steps steps = new Steps(act);
        steps.write(first, act.day, act.day, false);
        LocalDate term = steps.term();
        act.change(steps.standing(first, act.day)
                .set("term_on", term)
                .set("promised_on", term == null ? application.promisedOn() : term));
        return act;
    }

    /** What of the row the application says; also when it is told anew. */
    static Map<String, Object> ofApplication(ApplicationChecks checks, Application application, Set<String> missing) {
        Map<String, Object> values = new HashMap<>();
        PaymentDetails payment = application.payment();
        values.put("benefit", application.benefit());
        values.put("sensitive", checks.sensitive());
        values.put("missing", missing.toArray(String[]::new));
        values.put("papers", application.papers().toArray(String[]::new));
        values.put(
                "paper_place",
                application.paperPlace() == null ? "" : application.paperPlace().strip());
        values.put("applicant_name", application.applicant().name().strip());
        values.put("applicant_relation", application.applicant().relation());
        values.put(
                "applicant_phone",
                application.applicant().phone() == null
                        ? ""
                        : application.applicant().phone());
        values.put("payment_method", payment == null ? null : payment.method());
        values.put("account_number", payment == null ? null : payment.accountNumber());
        values.put("bank", payment == null ? null : payment.bank());
        values.put("payee_name", payment == null ? null : payment.payeeName());
        values.put("payee_number", payment == null ? null : payment.payeeNumber());
        values.put("payee_role", payment == null ? null : payment.payeeRole().name());
        values.put("entitlements", application.subject().entitlements().toArray(Long[]::new));
        values.put("reason", application.subject().reason());
        values.put("event_on", application.subject().eventOn());
        values.put(
                "to_unit_id",
                application.subject().toUnitId() == 0
                        ? null
                        : application.subject().toUnitId());
        return values;
    }

    /** @return nothing when the person has an open one since the caller looked */
    private static Optional<Long> insert(Connection connection, Map<String, Object> values) throws SQLException {
        List<String> columns = List.copyOf(values.keySet());
        String sql = "insert into ansinh.case_file (" + String.join(", ", columns) + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")" + UNLESS_OPEN;
        return Rows.list(
                        connection,
                        sql,
                        insert -> {
                            for (int i = 0; i < columns.size(); i++) {
                                insert.setObject(i + 1, CaseChange.sql(connection, values.get(columns.get(i))));
                            }
                        },
                        row -> row.getLong(1))
                .stream()
                .findFirst();
    }

    private String number(Connection connection, long unitId, LocalDate day) throws SQLException {
        String code = desk.units().byId(unitId).orElseThrow().code();
        int next = Rows.list(
                        connection,
                        NEXT_NUMBER,
                        insert -> {
                            insert.setString(1, code);
                            insert.setInt(2, day.getYear());
                        },
                        row -> row.getInt(1))
                .get(0);
        return "%s-%d-%06d".formatted(code, day.getYear(), next);
    }
}
